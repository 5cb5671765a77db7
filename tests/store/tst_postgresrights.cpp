#include "store/rawrows.h"
#include "support/testmain.h"

// What a login that is an operator can't do with psql. The rules that hold on both databases are TestInvariants'.
class TestPostgresRights : public QObject
{
    Q_OBJECT

    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using RawRow = gatehouse::storetest::RawRow;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    std::unique_ptr<TestWorkspace> m_files;
    QString m_maria; // a root admin
    QString m_sam;   // no operator

private Q_SLOTS:
    void initTestCase()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        m_files = std::make_unique<TestWorkspace>(On::Postgres, QStringList{QStringLiteral("maria")});
        QVERIFY2(m_files->isOpen(), qPrintable(m_files->errorText()));
        QCOMPARE(fillWithOneOfEverything(*m_files), QString());
        m_maria = m_files->subject(QStringLiteral("maria"));
        m_sam = m_files->subject(QStringLiteral("sam"));
    }
    void cleanupTestCase() { m_files.reset(); }

    void refusesARawLogin_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *sql, const char *expected) {
            QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(expected);
        };
        // Columns that nobody writes.
        row("UPDATE partners SET approved_at = 1, approved_by = 'x'", "42501");
        row("UPDATE partners SET approver_role = 'tenant_admin'", "42501");
        row("UPDATE partners SET submitted_by = 'x'", "42501");
        row("UPDATE partner_contacts SET subject = 'x'", "42501");
        row("UPDATE operators SET role = 'auditor'", "42501");
        row("UPDATE invoices SET amount_minor = 1", "42501");
        row("UPDATE meta SET object_folder = '/x'", "42501");
        row("INSERT INTO meta VALUES (1, 'x', 1, '')", "42501");
        for (const char *table : {"partners", "partner_contacts", "dossier_documents", "operators", "partner_approvals",
                                  "approval_evidence", "events", "receipts", "invoices", "receipts_uploaded", "meta",
                                  "gatehouse_migrations"}) {
            row(qPrintable(QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table))), "42501");
            row(qPrintable(QStringLiteral("TRUNCATE %1 CASCADE").arg(QLatin1StringView(table))), "42501");
        }
        // The rules themselves.
        row("ALTER TABLE partners DISABLE TRIGGER ALL", "42501");
        row("DROP TRIGGER tr_invoices_write ON invoices", "42501");
        row("DROP TABLE events", "42501");
        row("SET session_replication_role = replica", "42501");
        row("CREATE OR REPLACE FUNCTION gatehouse.invoices_guard() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
            "42501");
        row("CREATE TABLE gatehouse.mine (a TEXT)", "42501");
        row("CREATE TEMP TABLE t (LIKE partner_approvals); CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE "
            "FUNCTION"
            " gatehouse.partner_approvals_stamp()",
            "42501");
        row("SELECT setval('gatehouse.events_number', 1)", "42501");
        row("SET ROLE gatehouse_owner", "42501");
        row("INSERT INTO gatehouse_migrations VALUES (2, 'x', 'x', 99, 1)", "42501");
    }
    void refusesARawLogin()
    {
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->run(sql), expected);
    }

    void nobodyWritesInAnothersName_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        const auto row = [](const char *table, const char *column) {
            QTest::newRow(table) << QString::fromLatin1(table) << QString::fromLatin1(column);
        };
        row("partners", "entered_by");
        row("dossier_documents", "filed_by");
        row("operators", "granted_by");
        row("partner_approvals", "decided_by");
        row("receipts", "actor");
    }
    void nobodyWritesInAnothersName()
    {
        using namespace gatehouse::storetest;
        QFETCH(QString, table);
        QFETCH(QString, column);
        // The acceptable row names the creator, who is allowed to do all of it.
        const RawRow row = acceptableRow(table, *m_files);
        QCOMPARE(row.value(column), literal(m_files->creator()));
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(client->runAll(statementsBefore(table)), QString());
        QCOMPARE(client->run(insertStatement(QStringLiteral("INSERT"), table, row)), QStringLiteral("GH010"));
    }

    void anEventIsSignedAndDatedByTheServer()
    {
        using namespace gatehouse::storetest;
        RawRow row = acceptableRow(QStringLiteral("events"), *m_files);
        row[QStringLiteral("number")] = QStringLiteral("7");
        const auto client = m_files->rawClient(m_sam);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const qint64 last = client->value(QStringLiteral("SELECT max(number) FROM events")).toLongLong();
        QCOMPARE(client->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("events"), row)), QString());
        const auto stored = [&](const char *column) {
            return client->value(
                QStringLiteral("SELECT %1 FROM events WHERE id = 'ev-next'").arg(QLatin1StringView(column)));
        };
        QCOMPARE(stored("actor"), m_sam);
        QVERIFY(stored("number").toLongLong() > last);
        const qint64 now = client->value(QStringLiteral("SELECT floor(extract(epoch FROM now()) * 1000)")).toLongLong();
        QCOMPARE(stored("at").toLongLong(), now);
    }

    void nobodyWritesOnBehalfOfAnother()
    {
        using namespace gatehouse::storetest;
        RawRow row = acceptableRow(QStringLiteral("events"), *m_files);
        row[QStringLiteral("on_behalf_of")] = QStringLiteral("'x'");
        QCOMPARE(
            m_files->rawClient(m_sam)->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("events"), row)),
            QStringLiteral("GH010"));
    }

    void onlyARootAdminGrantsRoles()
    {
        using namespace gatehouse::storetest;
        RawRow row = acceptableRow(QStringLiteral("operators"), *m_files);
        row[QStringLiteral("subject")] = literal(m_sam);
        row[QStringLiteral("role")] = QStringLiteral("'root_admin'");
        row[QStringLiteral("granted_by")] = literal(m_sam);
        const auto sam = m_files->rawClient(m_sam);
        QCOMPARE(sam->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("operators"), row)),
                 QStringLiteral("GH010"));
        QCOMPARE(sam->run(QStringLiteral("UPDATE operators SET revoked_at = 1, revoked_by = ") + literal(m_sam)),
                 QStringLiteral("GH010"));
        row[QStringLiteral("granted_by")] = literal(m_maria);
        const auto maria = m_files->rawClient(m_maria);
        QCOMPARE(maria->run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(maria->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("operators"), row)), QString());
        QCOMPARE(maria->run(QStringLiteral("ROLLBACK")), QString());
    }

    void aTemporaryTableStandsInForNothing()
    {
        using namespace gatehouse::storetest;
        RawRow row = acceptableRow(QStringLiteral("partner_approvals"), *m_files);
        row[QStringLiteral("decided_by")] = literal(m_sam);
        const auto client = m_files->rawClient(m_sam);
        QCOMPARE(
            client->runAll(
                QStringList{QStringLiteral("CREATE TEMP TABLE operators AS SELECT * FROM gatehouse.operators"),
                            QStringLiteral("INSERT INTO pg_temp.operators VALUES (%1, 'root_admin', 1, '', 'x', 1)")
                                .arg(literal(m_sam)),
                            QStringLiteral("SET search_path TO pg_temp, gatehouse"), QStringLiteral("BEGIN")}
                + statementsBefore(QStringLiteral("partner_approvals"))),
            QString());
        QCOMPARE(client->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("partner_approvals"), row)),
                 QStringLiteral("GH003"));
    }

    void nobodyLeavesARosterToDecideOnIt()
    {
        using namespace gatehouse::storetest;
        RawRow contact = acceptableRow(QStringLiteral("partner_contacts"), *m_files);
        contact[QStringLiteral("subject")] = literal(m_maria);
        contact[QStringLiteral("partner_id")] = QStringLiteral("'p-new'");
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->runAll(
                     {QStringLiteral("BEGIN"),
                      insertStatement(QStringLiteral("INSERT"), QStringLiteral("partner_contacts"), contact),
                      QStringLiteral("UPDATE partner_contacts SET removed_at = 1, removed_by = %1 WHERE id = 'c-next'")
                          .arg(literal(m_maria))}),
                 QString());
        QCOMPARE(client->run(QStringLiteral("UPDATE partner_contacts SET released_at = 1 WHERE id = 'c-next'")),
                 QStringLiteral("GH004"));
    }

    void evidenceWithoutItsDecisionIsNotCommitted()
    {
        using namespace gatehouse::storetest;
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->run(statementsBefore(QStringLiteral("partner_approvals")).first()), QStringLiteral("23503"));
    }

    void anOperatorDoesTheDaysWork()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        const auto authority = m_files->authority(m_maria);
        QVERIFY(authority);
        const auto unit = *authority->begin(Access::Write);
        QCOMPARE(*unit->actingSubject({}, QStringLiteral("os")), m_maria);
        const auto now = unit->now();
        STORE_VERIFY(unit->partners().insert(somePartner(QStringLiteral("p-maria"), m_maria, now)));
        STORE_VERIFY(unit->partners().lock(QStringLiteral("p-maria")));
        STORE_VERIFY(unit->contacts().insert(
            someContact(QStringLiteral("c-maria"), QStringLiteral("p-maria"), QStringLiteral("s-maria"), now)));
        STORE_VERIFY(unit->contacts().remove(QStringLiteral("c-maria"), now, m_maria));
        STORE_VERIFY(unit->contacts().release(QStringLiteral("c-maria"), now));
        STORE_VERIFY(
            unit->dossiers().insert(someDocument(QStringLiteral("d-maria"), QStringLiteral("p-maria"), m_maria, now)));
        STORE_VERIFY(
            unit->decisions().insert(someDecision(QStringLiteral("e-maria"), QStringLiteral("p-maria"), m_maria, now)));
        STORE_VERIFY(unit->partners().touch(QStringLiteral("p-maria")));
        STORE_VERIFY(unit->operators().insert({QStringLiteral("kim"), Role::Support, {}, m_maria, now, {}, {}}));
        STORE_VERIFY(unit->operators().revoke(QStringLiteral("kim"), Role::Support, now, m_maria));
        STORE_VERIFY(unit->commit());
    }
};

GATEHOUSE_TEST(TestPostgresRights)

#include "tst_postgresrights.moc"
