#include "store/filledworkspaces.h"
#include "support/testmain.h"

#include <QScopeGuard>

// What is stored stays as it is, but for what may change: whatever verb raw SQL tries. A row runs in a transaction of
// its own that is rolled back.
class TestPermanence : public QObject
{
    Q_OBJECT

    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    gatehouse::storetest::FilledWorkspaces m_both;

    // Adds the rows of one change.
    static auto updater(On on)
    {
        return [on](const char *table, const char *set, const char *expected) {
            QStringList verbs{QStringLiteral("UPDATE")};
            if (on == On::Sqlite)
                verbs += {QStringLiteral("UPDATE OR REPLACE"), QStringLiteral("UPDATE OR IGNORE")};
            for (const QString &verb : verbs) {
                const QString sql =
                    QStringLiteral("%1 %2 SET %3").arg(verb, QLatin1StringView(table), QString::fromLatin1(set));
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), qPrintable(sql))
                    << on << sql << QString::fromLatin1(expected);
            }
        };
    }

    static void addUpdates(On on)
    {
        const auto update = updater(on);
        for (const char *set :
             {"id = 'z' WHERE id = 'p-new'", "slug = 'z' WHERE id = 'p-new'", "slug = 'p-open-slug' WHERE id = 'p-new'",
              "playbook_id = 'z'", "approver_role = 'tenant_admin' WHERE id = 'p-new'",
              "approver_role = NULL WHERE id = 'p-new'", "submitted_by = 'z'", "entered_by = 'z'", "application = 'z'",
              "created_at = 1", "deciders = 2 WHERE id = 'p-new'", "deciders = 1 WHERE id = 'p-two'"})
            update("partners", set, "GH008");
        for (const char *set : {"approved_at = 5, approved_by = $ME WHERE id = 'p-new'",
                                "approved_at = $NOW, approved_by = $ME WHERE id = 'p-shut'",
                                "approved_at = NULL, approved_by = NULL WHERE id = 'p-open'",
                                "approved_by = 'z' WHERE id = 'p-open'", "approved_at = 5 WHERE id = 'p-open'"})
            update("partners", set, "GH005");
        update("partners", "name = 'z', name_key = 'z', legal_name = 'z', region = 'z', owner = 'z', updated_at = 9",
               "");
        for (const char *set :
             {"id = 'z' WHERE id = 'c-new'", "partner_id = 'p-open' WHERE id = 'c-new'",
              "subject = 'z' WHERE id = 'c-new'", "subject = 's-gone' WHERE id = 'c-new'", "name = 'z'",
              "removed_at = NULL, removed_by = NULL WHERE id = 'c-gone'", "removed_at = 5 WHERE id = 'c-gone'",
              "released_at = NULL WHERE id = 'c-free'", "added_at = 1"})
            update("partner_contacts", set, "GH008");
        update("partner_contacts", "released_at = $NOW WHERE id = 'c-new'", "275 23514");
        update("partner_contacts", "released_at = $NOW WHERE id = 'c-gone'", "");
        for (const char *set :
             {"subject = 'z'", "role = 'auditor'", "number = 7", "granted_by = 'z'", "granted_at = 1", "name = 'z'"})
            update("operators", set, "GH008");
        update("operators", "revoked_at = $NOW, revoked_by = $ME WHERE subject = $ME", "");
        for (const char *set : {"id = 'z'", "revision = 9", "sha256 = sha256", "filed_by = 'z'"})
            update("dossier_documents", set, "GH001");
        for (const char *set :
             {"notes = 'z'", "verdict = 'rejected'", "id = 'z' WHERE id = 'e-open'", "number = 9 WHERE id = 'e-open'",
              "partner_id = 'p-new' WHERE id = 'e-open'", "notes = notes"})
            update("partner_approvals", set, "GH001");
        update("approval_evidence", "target = 'z'", "GH001");
        update("approval_evidence", "decision_id = 'e-shut-1', position = 9 WHERE decision_id = 'e-open'", "GH001");
        for (const char *set : {"actor = 'z'", "number = number + 100", "id = id", "at = 1"})
            update("events", set, "GH001");
        update("receipts", "result = '{}'", "GH001");
        update("receipts", "request_id = 'z'", "GH001");
        for (const char *set : {"id = 'z'", "partner_id = 'p-shut'", "partner_id = 'p-new', amount_minor = 1",
                                "created_by = 'z'", "amount_minor = 1", "currency = 'CHF'", "created_at = 1"})
            update("invoices", set, "GH008");
        for (const char *set :
             {"id = 'z'", "partner_id = 'p-shut'", "invoice_id = 'nothing'", "object_key = 'z'", "uploaded_at = 1"})
            update("receipts_uploaded", set, "GH008");
        update("meta", "workspace_id = 'z'", "GH008");
        update("meta", "object_folder = 'z'", "");
    }

    static void addReviewUpdates(On on)
    {
        const auto update = updater(on);
        for (const char *set : {"answer = 'accepted', reason = ''", "id = 'z'", "comment = comment"})
            update("document_verdicts", set, "GH001");
        for (const char *set : {"record = 'open'", "value = ''", "number = 9", "acted_by = 'z'", "note = note"})
            update("item_acts", set, "GH001");
        for (const char *set : {"until = $NOW", "subject = 'z'", "number = 9", "note = note"})
            update("review_acts", set, "GH001");
        for (const char *set : {"expires_at = expires_at + 1", "reviewed_digest = 'z' WHERE id = 'n-two'", "id = id"})
            update("approval_endorsements", set, "GH001");
        for (const char *set : {"ending = 'answered', closed_at = $NOW, closed_by = $ME",
                                "ending = 'answered', closed_at = $NOW, closed_by = $ME WHERE id = 'q-done'",
                                "ending = '', closed_at = NULL, closed_by = NULL WHERE id = 'q-done'",
                                "answer = 'Yes.' WHERE id = 'q-done'", "answer = 'Yes.' WHERE id = 'q-open'",
                                "text = 'z' WHERE id = 'q-open'", "text = text WHERE id = 'q-open'"})
            update("partner_requests", set, "GH008");
        for (const char *set : {"text = 'z'", "id = 'z'", "number = 9", "partner_id = 'p-new'", "document_kind = ''",
                                "asked_of = 'z'", "asked_by = 'z'", "asked_at = 1"})
            update("partner_requests",
                   qPrintable(QStringLiteral("ending = 'filed', closed_at = $NOW, closed_by = $ME, %1 WHERE id ="
                                             " 'q-open'")
                                  .arg(QLatin1StringView(set))),
                   "GH008");
        update("partner_requests", "ending = 'answered', closed_at = $NOW WHERE id = 'q-open'", "275 GH010");
        for (const char *ending : {"filed", "accepted", "decided"})
            update("partner_requests",
                   qPrintable(QStringLiteral("ending = '%1', closed_at = $NOW + 1, closed_by = $ME WHERE id = 'q-open'")
                                  .arg(QLatin1StringView(ending))),
                   "GH008 GH010");
        update("partner_requests",
               "ending = 'answered', answer = 'Yes.', closed_at = $NOW, closed_by = $ME WHERE id = 'q-open'", "");
        update("review_presence", "partner_id = 'p-new'", "GH008");
        update("review_presence", "subject = 'z'", "GH008 GH010");
        update("review_presence", "seen_at = seen_at + 1, since = since + 1", "");
    }

    static void addTenantUpdates(On on)
    {
        const auto update = updater(on);
        for (const char *set : {"id = 'z'", "partner_id = 'p-new'", "slug = 'z'", "name = 'z'", "email = 'z'",
                                "notes = 'z'", "created_at = 1", "created_by = 'z'", "queries = 2"})
            update("tenants", set, "GH008");
        update("tenants", "revoked_at = $NOW WHERE id = 't-open'", "275 GH010");
        update("tenants", "revoked_reason = 'z'", "275 23514");
        update("tenants", "revoked_at = $NOW, revoked_by = $ME, revoked_reason = 'z'", "");
        update("tenants", "queries = 4, last_active_at = $NOW", "");
        for (const char *set : {"tenant_id = 'z'", "number = 7", "id = 'z'", "prefix = 'open_00000003'", "hash = 'z'",
                                "created_at = 1", "created_by = 'z'", "revoked_by = NULL"})
            update("access_keys", set, "GH008");
        update("access_keys", "revoked_at = $NOW WHERE id = 'k-open'", "275 GH010");
        update("access_keys", "revoked_at = $NOW, revoked_by = $ME", "");
    }

    static void addDeletions(On on)
    {
        for (const QString &table : gatehouse::storetest::allTables()) {
            QStringList statements{QStringLiteral("DELETE FROM ") + table};
            // Rows that come and go.
            if (table == QStringLiteral("review_presence")) {
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), qPrintable(statements.constFirst()))
                    << on << statements.takeFirst() << QString();
            }
            if (on == On::Postgres)
                statements += {QStringLiteral("TRUNCATE %1 CASCADE").arg(table),
                               QStringLiteral("TRUNCATE ONLY %1 CASCADE").arg(table)};
            for (const QString &sql : statements)
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), qPrintable(sql))
                    << on << sql << QStringLiteral("GH001 GH007");
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void refusesChanges_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        for (const On on : gatehouse::storetest::dialects) {
            addUpdates(on);
            addReviewUpdates(on);
            addTenantUpdates(on);
            addDeletions(on);
        }
    }

    void refusesChanges()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        RawClient *client = m_both.client(on);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const auto undone = qScopeGuard([&] { client->run(QStringLiteral("ROLLBACK")); });
        const QString before = contents(*client, files);
        const QString refused = client->run(filledIn(sql, files));
        if (expected.isEmpty()) {
            QCOMPARE(refused, QString());
            QVERIFY(contents(*client, files) != before);
        } else {
            const bool quiet = sql.contains(QStringLiteral("OR IGNORE")) && refused.isEmpty();
            QVERIFY2(expected.split(QLatin1Char(' ')).contains(refused) || quiet,
                     qPrintable(refused + QStringLiteral(": ") + client->lastText()));
            if (on == On::Sqlite)
                QCOMPARE(contents(*client, files), before);
        }
    }

    void aRevocationIsForGood_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("sql");
        for (const On on : gatehouse::storetest::dialects) {
            for (const char *sql :
                 {"UPDATE tenants SET revoked_at = NULL, revoked_by = NULL", "UPDATE tenants SET revoked_at = $NOW + 1",
                  "UPDATE tenants SET revoked_reason = 'z'", "UPDATE tenants SET last_active_at = NULL",
                  "UPDATE tenants SET last_active_at = 4",
                  "UPDATE access_keys SET revoked_at = NULL, revoked_by = NULL",
                  "UPDATE access_keys SET revoked_at = $NOW + 1"})
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), sql) << on << QString::fromLatin1(sql);
        }
    }
    void aRevocationIsForGood()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        QFETCH(QString, sql);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        RawClient *client = m_both.client(on);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const auto undone = qScopeGuard([&] { client->run(QStringLiteral("ROLLBACK")); });
        QCOMPARE(client->run(filledIn(QStringLiteral("UPDATE tenants SET last_active_at = 5, revoked_at = $NOW,"
                                                     " revoked_by = $ME"),
                                      files)),
                 QString());
        QCOMPARE(client->value(QStringLiteral("SELECT count(*) FROM access_keys WHERE revoked_at IS NULL")),
                 QStringLiteral("0"));
        QCOMPARE(client->run(filledIn(sql, files)), QStringLiteral("GH008"));
    }

    // On a file, which knows who did something and when; on PostgreSQL TestReviewRights asks for the transaction.
    void aRequestEndsAsItWasEnded_data()
    {
        using namespace gatehouse::storetest;
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QStringList &before, const char *ending, const char *expected) {
            QTest::newRow(name) << before << QString::fromLatin1(ending) << QString::fromLatin1(expected);
        };
        const auto with = [](const char *table, const char *when, const char *changes) {
            const QString all =
                QStringLiteral("%1=$NOW + 1;%2").arg(QLatin1StringView(when), QLatin1StringView(changes));
            return insertOf(table, all.split(QLatin1Char(';'), Qt::SkipEmptyParts));
        };
        const auto filed = [&](const char *more) { return with("dossier_documents", "filed_at", more); };
        const QString ofAnother = filed("partner_id='p-new';revision=1;object_key='partners/p-new/kyb/next'");
        row("filed", {filed("")}, "filed", "");
        row("another kind filed", {filed("kind='licensing'")}, "filed", "GH008");
        row("filed for another", {ofAnother}, "filed", "GH008");
        row("filed by another", {filed("filed_by=$SECOND")}, "filed", "GH008");
        row("filed before", {filed("filed_at=$NOW")}, "filed", "GH008");
        const auto judged = [&](const char *more) { return with("document_verdicts", "judged_at", more); };
        row("accepted", {judged("answer='accepted';reason=''")}, "accepted", "");
        row("asked for again", {judged("")}, "accepted", "GH008");
        row("another kind accepted",
            {filed("kind='licensing'"), judged("answer='accepted';reason='';document_id='d-next'")}, "accepted",
            "GH008");
        row("accepted of another",
            {ofAnother, judged("answer='accepted';reason='';partner_id='p-new';number=1;document_id='d-next'")},
            "accepted", "GH008");
        row("accepted by another", {judged("answer='accepted';reason='';judged_by=$SECOND")}, "accepted", "GH008");
        row("accepted before", {judged("answer='accepted';reason='';judged_at=$NOW")}, "accepted", "GH008");
        const auto decided = [&](const char *more) {
            return statementsBefore(QStringLiteral("partner_approvals"))
                   << with("partner_approvals", "decided_at", more);
        };
        row("decided", decided("partner_id='p-open';number=2"), "decided", "");
        row("decided on another", decided(""), "decided", "GH008");
        row("decided by another", decided("partner_id='p-open';number=2;decided_by=$SECOND"), "decided", "GH008");
        row("decided before", {}, "decided", "GH008");
        row("answered from the roster",
            {with("partner_requests", "asked_at", "id='q-mine';partner_id='p-mine';number=1;asked_by=$SECOND")},
            "answered", "GH004");
    }
    void aRequestEndsAsItWasEnded()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, ending);
        TestWorkspace &files = m_both.on(On::Sqlite);
        RawClient *client = m_both.client(On::Sqlite);
        const auto run = [&](QString sql) {
            return client->run(filledIn(sql.replace(QStringLiteral("$WHO"), QStringLiteral("$ME")), files));
        };
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const auto undone = qScopeGuard([&] { client->run(QStringLiteral("ROLLBACK")); });
        for (const QString &sql : std::as_const(before))
            QCOMPARE(run(sql), QString());
        QTEST(run(QStringLiteral("UPDATE partner_requests SET ending = '%1', closed_at = $NOW + 1, closed_by = $ME"
                                 " WHERE id IN ('q-open', 'q-mine')")
                      .arg(ending)),
              "expected");
    }
};

GATEHOUSE_TEST(TestPermanence)

#include "tst_permanence.moc"
