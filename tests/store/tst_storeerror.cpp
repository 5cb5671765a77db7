#include "store/storeerror.h"

#include "store/testworkspace.h"
#include "support/testmain.h"

class TestStoreError : public QObject
{
    Q_OBJECT

    using Complaint = gatehouse::store::Complaint;
    using Dialect = gatehouse::store::Dialect;

private Q_SLOTS:
    // The table of the architecture, and what is around it.
    void mapsTheCode_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](Dialect dialect, const char *code, const char *text, const char *expected) {
            QTest::addRow("%s %s %s", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL", *code ? code : "no code",
                          text)
                << dialect << QString::fromLatin1(code) << QString::fromUtf8(text) << QString::fromLatin1(expected);
        };
        const auto sqlite = [&](const char *code, const char *text, const char *expected) {
            row(Dialect::Sqlite, code, text, expected);
        };
        const auto postgres = [&](const char *code, const char *text, const char *expected) {
            row(Dialect::Postgres, code, text, expected);
        };
        sqlite("2067", "UNIQUE constraint failed: partners.slug", "conflict/partner-name-in-use uq_partners_slug");
        sqlite("2067", "UNIQUE constraint failed: operators.subject, operators.role",
               "conflict/operator-exists uq_operators_subject_role");
        sqlite("1555", "UNIQUE constraint failed: invoices.id", "conflict/constraint-violated uq_invoices_id");
        sqlite("275", "CHECK constraint failed: ck_partners_id", "invalid/constraint-violated ck_partners_id");
        sqlite("1299", "NOT NULL constraint failed: partners.name", "invalid/constraint-violated uq_partners_name");
        sqlite("3091", "cannot store TEXT value in INTEGER column a.b", "invalid/constraint-violated ");
        sqlite("787", "FOREIGN KEY constraint failed", "invalid/reference-missing ");
        sqlite("1811", "GH001 events are never changed", "denied/append-only ");
        sqlite("1811", "GH002 note", "invalid/note-too-short ");
        sqlite("1811", "GH003 x", "denied/not-on-allowlist ");
        sqlite("1811", "GH004 x", "denied/on-the-roster ");
        sqlite("1811", "GH005 x", "denied/constraint-violated partners.approved_at");
        sqlite("1811", "GH006 x", "denied/access-closed ");
        sqlite("1811", "GH007 x", "denied/append-only ");
        sqlite("1811", "GH008 x", "denied/constraint-violated key");
        sqlite("1811", "GH009 x", "denied/own-request ");
        sqlite("1811", "GH011 x", "conflict/concurrent-change ");
        sqlite("1811", "GH013 x", "denied/second-decider-needed ");
        sqlite("1811", "GH012 x", "invalid/evidence-missing ");
        sqlite("1811", "GH016 x", "conflict/tenant-revoked ");
        sqlite("1811", "GH014 x", "invalid/constraint-violated value");
        sqlite("1811", "GH020 uq_partner_contacts_subject", "conflict/subject-in-use uq_partner_contacts_subject");
        sqlite("1811", "GH020 pk_partners", "conflict/constraint-violated pk_partners");
        sqlite("1811", "something else", "internal/internal something");
        for (const char *code : {"8", "264", "3"})
            sqlite(code, "", "denied/workspace-read-only /w");
        for (const char *code : {"5", "6", "261", "517"})
            sqlite(code, "", "unreachable/workspace-busy /w");
        postgres("", "FATAL:  role \"x\" does not exist", "denied/not-permitted /w");
        postgres("", "FATAL:  password authentication failed for user \"x\"", "denied/not-permitted /w");
        postgres("", "FATAL:  Peer authentication failed for user \"x\"", "denied/not-permitted /w");
        postgres("", "FATAL:  no pg_hba.conf entry for host \"::1\"", "denied/not-permitted /w");
        postgres("", "FATAL:  permission denied for database \"x\"", "denied/not-permitted /w");
        postgres("", "FATAL:  database \"x\" does not exist", "not-found/workspace-not-found /w");
        postgres("", "Connection refused", "unreachable/workspace-unreachable /w");
        sqlite("13", "", "unreachable/workspace-full /w");
        for (const char *code : {"10", "266", "1034", "14"})
            sqlite(code, "", "unreachable/workspace-unreachable /w");
        for (const char *code : {"11", "26", "267"})
            sqlite(code, "", "corrupt/workspace-corrupt /w");
        sqlite("9", "", "cancelled/cancelled ");
        sqlite("1", "no such table", "internal/internal database error 1");

        postgres("23505",
                 "ERROR:  duplicate key value violates unique constraint \"uq_partners_slug\"\nDETAIL:  Key (slug)=(x)",
                 "conflict/partner-name-in-use uq_partners_slug");
        // A value that looks like a constraint of ours, and a server that speaks another language.
        postgres("23505",
                 "FEHLER:  doppelter Schl\xC3\xBCsselwert verletzt \xC2\xBBuq_receipts_request_id\xC2\xAB\nDETAIL:  "
                 "(x)=(uq_partners_slug)",
                 "conflict/concurrent-change uq_receipts_request_id");
        postgres("23502", "ERROR:  null value in column \"name\"", "invalid/constraint-violated ");
        postgres("23514", "ERROR:  new row for relation \"partners\" violates check constraint \"ck_partners_id\"",
                 "invalid/constraint-violated ck_partners_id");
        postgres("23503", "ERROR:  violates foreign key constraint \"fk_invoices_partner_id\"",
                 "invalid/reference-missing fk_invoices_partner_id");
        postgres("22021", "", "invalid/constraint-violated ");
        for (const char *code : {"40001", "40P01"})
            postgres(code, "", "conflict/concurrent-change ");
        postgres("55P03", "ERROR:  canceling statement due to lock timeout", "unreachable/workspace-busy /w");
        postgres("42501", "ERROR:  permission denied for table partners: secret value", "denied/not-permitted /w");
        postgres("GH006", "ERROR:  finish the KYB review", "denied/access-closed ");
        postgres("GH010", "", "denied/not-permitted ");
        postgres("GH013", "", "denied/second-decider-needed ");
        for (const char *table : {"document_verdicts_number", "partner_requests_number", "review_acts_number",
                                  "approval_endorsements_number", "review_presence_subject", "access_keys_number",
                                  "access_keys_live", "access_keys_prefix", "access_keys_hash"})
            postgres("23505", qPrintable(QStringLiteral("ERROR:  violates \"uq_%1\"").arg(QLatin1StringView(table))),
                     qPrintable(QStringLiteral("conflict/concurrent-change uq_%1").arg(QLatin1StringView(table))));
        postgres("GH999", "", "internal/internal GH999");
        postgres("25006", "", "denied/workspace-read-only /w");
        postgres("42P01", "", "not-found/schema-missing /w");
        postgres("3D000", "", "not-found/workspace-not-found /w");
        for (const char *code : {"08006", "57P01", "57P02", "57P03", "53300", ""})
            postgres(code, "", "unreachable/workspace-unreachable /w");
        postgres("53100", "", "unreachable/workspace-full /w");
        for (const char *code : {"XX001", "XX002"})
            postgres(code, "", "corrupt/workspace-corrupt /w");
        postgres("57014", "", "cancelled/cancelled ");
        postgres("42601", "ERROR:  syntax error at 'secret value'", "internal/internal database error 42601");
    }
    void mapsTheCode()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, code);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto error = gatehouse::store::errorOf({dialect, code, text, QStringLiteral("/w")});
        QCOMPARE(gatehouse::storetest::textOf(error), expected + QStringLiteral(" []"));
    }

    void neverGivesBoundValuesAway()
    {
        for (const char *code : {"23505", "23514", "22P02", "42601", "40001", "GH003", "XX000", "08006"}) {
            const auto error =
                gatehouse::store::errorOf({Dialect::Postgres, QString::fromLatin1(code),
                                           QStringLiteral("ERROR: x (secret)\nDETAIL: secret"), QStringLiteral("/w")});
            QVERIFY(!gatehouse::storetest::textOf(error).contains(QStringLiteral("secret")));
        }
    }

    void knowsWhenAConnectionIsLost()
    {
        using gatehouse::store::ConnectionState;
        using gatehouse::store::stateAfter;
        for (const char *code : {"08006", "57P01", ""})
            QVERIFY(stateAfter({Dialect::Postgres, QString::fromLatin1(code), {}, {}}) == ConnectionState::Lost);
        for (const char *code : {"40001", "23505", "GH001"})
            QVERIFY(stateAfter({Dialect::Postgres, QString::fromLatin1(code), {}, {}}) == ConnectionState::Usable);
        QVERIFY(stateAfter({Dialect::Sqlite, QStringLiteral("10"), {}, {}}) == ConnectionState::Usable);
    }
};

GATEHOUSE_TEST(TestStoreError)

#include "tst_storeerror.moc"
