#include "store/rawrows.h"
#include "support/testmain.h"

// What a login that is an operator can't do with psql. The rules that hold on both databases are
// TestInvariants' and TestPermanence's.
class TestPostgresRights : public QObject
{
    Q_OBJECT

    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using RawRow = gatehouse::storetest::RawRow;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    std::unique_ptr<TestWorkspace> m_files;
    QString m_maria; // a root admin
    QString m_tina;  // a tenant admin
    QString m_arno;  // an auditor
    QString m_stan;  // in the roster of p-open
    QString m_sam;   // neither operator nor in a roster

    // A statement, or two of a row: "$WHO" is the login that runs it, "$OTHER" is maria.
    QString filledIn(QString sql, const QString &login) const
    {
        using gatehouse::storetest::literal;
        sql.replace(QStringLiteral("$WHO"), literal(login));
        return sql.replace(QStringLiteral("$OTHER"), literal(m_maria));
    }

    static QString insertOf(const char *table, const QStringList &changes = {})
    {
        return gatehouse::storetest::insertOf(table, changes);
    }

    void meetEverybody()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        m_maria = m_files->subject(QStringLiteral("maria"));
        m_tina = m_files->subject(QStringLiteral("tina"));
        m_arno = m_files->subject(QStringLiteral("arno"));
        m_stan = m_files->subject(QStringLiteral("stan"));
        m_sam = m_files->subject(QStringLiteral("sam"));
        const auto authority = m_files->authority(m_maria);
        QVERIFY(authority);
        const auto unit = *authority->begin(Access::Write);
        const auto now = unit->now();
        STORE_VERIFY(unit->operators().insert({m_tina, Role::TenantAdmin, {}, m_maria, now, {}, {}}));
        STORE_VERIFY(unit->operators().insert({m_arno, Role::Auditor, {}, m_maria, now, {}, {}}));
        const auto open = QStringLiteral("p-open");
        STORE_VERIFY(unit->contacts().insert(someContact(QStringLiteral("c-stan"), open, m_stan, now)));
        STORE_VERIFY(
            unit->contacts().insert(someContact(QStringLiteral("c-left"), open, QStringLiteral("s-left"), now)));
        STORE_VERIFY(unit->contacts().remove(QStringLiteral("c-left"), now, m_maria));
        STORE_VERIFY(unit->commit());
    }

private Q_SLOTS:
    void initTestCase()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        m_files = std::make_unique<TestWorkspace>(On::Postgres, QStringList{QStringLiteral("maria")});
        QVERIFY2(m_files->isOpen(), qPrintable(m_files->errorText()));
        QCOMPARE(fillWithOneOfEverything(*m_files), QString());
        meetEverybody();
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
        row("UPDATE partners SET approver_role = 'tenant_admin'", "GH008");
        row("UPDATE partners SET submitted_by = 'x'", "42501");
        row("UPDATE partners SET deciders = 1", "GH008");
        row("UPDATE partner_requests SET text = 'x'", "42501");
        row("UPDATE document_verdicts SET answer = 'accepted'", "42501");
        row("UPDATE review_acts SET subject = 'x'", "42501");
        row("UPDATE item_acts SET value = ''", "42501");
        row("UPDATE approval_endorsements SET expires_at = 1", "42501");
        row("UPDATE review_presence SET subject = 'x'", "42501");
        row("TRUNCATE review_presence", "42501");
        row("UPDATE partner_contacts SET subject = 'x'", "42501");
        row("UPDATE operators SET role = 'auditor'", "42501");
        row("UPDATE invoices SET amount_minor = 1", "42501");
        row("UPDATE meta SET object_folder = '/x'", "42501");
        row("INSERT INTO meta VALUES (1, 'x', 1, '')", "42501");
        for (const char *table : {"partners", "partner_contacts", "dossier_documents", "operators", "partner_approvals",
                                  "approval_evidence", "events", "receipts", "invoices", "receipts_uploaded", "meta",
                                  "document_verdicts", "partner_requests", "review_acts", "approval_endorsements",
                                  "tenants", "access_keys", "gatehouse_migrations"}) {
            row(qPrintable(QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table))), "42501");
            row(qPrintable(QStringLiteral("TRUNCATE %1 CASCADE").arg(QLatin1StringView(table))), "42501");
        }
        // The rules themselves.
        row("ALTER TABLE partners DISABLE TRIGGER ALL", "42501");
        row("DROP TRIGGER tr_invoices_insert ON invoices", "42501");
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
        row("UPDATE tenants SET name = 'x'", "42501");
        row("UPDATE access_keys SET hash = 'x'", "42501");
        row("INSERT INTO gatehouse_migrations VALUES (3, 'x', 'x', 99, 1)", "42501");
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
        row("invoices", "created_by");
        row("document_verdicts", "judged_by");
        row("partner_requests", "asked_by");
        row("review_acts", "acted_by");
        row("item_acts", "acted_by");
        row("approval_endorsements", "endorsed_by");
        row("review_presence", "subject");
        row("tenants", "created_by");
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
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const qint64 last = client->value(QStringLiteral("SELECT max(number) FROM events")).toLongLong();
        QCOMPARE(client->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("events"), row)), QString());
        const auto stored = [&](const char *column) {
            return client->value(
                QStringLiteral("SELECT %1 FROM events WHERE id = 'ev-next'").arg(QLatin1StringView(column)));
        };
        QCOMPARE(stored("actor"), m_maria);
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
            m_files->rawClient(m_maria)->run(insertStatement(QStringLiteral("INSERT"), QStringLiteral("events"), row)),
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

    // The columns of writing of models/domain/permissions.cpp, for a login that goes past the program. Expected of
    // maria, tina, arno, stan and sam: "+" is done, "-" is GH010.
    void theTableOfPermissionsHolds_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QStringList &statements, const char *expected) {
            QTest::newRow(what) << statements << QString::fromLatin1(expected);
        };
        const auto changes = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(';')); };
        row("submit for others", {insertOf("partners")}, "++---");
        row("submit what tenant admins decide on", {insertOf("partners", changes("approver_role='tenant_admin'"))},
            "+----");
        row("submit what nobody decides on", {insertOf("partners", changes("approver_role=NULL"))}, "++---");
        // Stan can't: he stands in a roster already.
        const QString own = insertOf("partners", changes("submitted_by=$WHO"));
        row("submit for oneself",
            {own, insertOf("partner_contacts", changes("partner_id='p-next'")),
             insertOf("partner_contacts", changes("partner_id='p-next';id='c-self';subject='self-' || $WHO"))},
            "++---");
        row("submit without a roster", {own}, "++---");
        row("rename", {QStringLiteral("UPDATE partners SET name = 'x' WHERE id = 'p-open'")}, "++-+-");
        row("rename another", {QStringLiteral("UPDATE partners SET name = 'x' WHERE id = 'p-new'")}, "++---");
        row("add a contact", {insertOf("partner_contacts")}, "++-+-");
        row("add another's contact", {insertOf("partner_contacts", changes("partner_id='p-new'"))}, "++---");
        row("add an operator", {insertOf("partner_contacts", changes("subject=$OTHER"))}, "++---");
        const QString remove =
            QStringLiteral("UPDATE partner_contacts SET removed_at = 1, removed_by = $WHO WHERE id = '%1'");
        row("remove a contact", {remove.arg(QStringLiteral("c-stan"))}, "++-+-");
        row("remove another's contact", {remove.arg(QStringLiteral("c-new"))}, "++---");
        row("release a contact", {QStringLiteral("UPDATE partner_contacts SET released_at = 1 WHERE id = 'c-left'")},
            "++---");
        row("file a document", {insertOf("dossier_documents")}, "+--+-");
        row("file another's document",
            {insertOf("dossier_documents",
                      changes("partner_id='p-new';revision=1;object_key='partners/p-new/kyb/next'"))},
            "+----");
        row("grant a role", {insertOf("operators")}, "+----");
        row("set an owner", {QStringLiteral("UPDATE partners SET owner = 'x' WHERE id = 'p-open'")}, "++---");
        const QString now = QStringLiteral("floor(extract(epoch FROM transaction_timestamp()) * 1000)");
        const QString change = QStringLiteral("UPDATE partners SET updated_at = %1 WHERE id = 'p-open'").arg(now);
        const QString changed = insertOf("events", changes("partner_id='p-open';type='partner.updated'"));
        row("tell of a change", {change, changed}, "++-+-");
        const auto rename = QStringLiteral("UPDATE partners SET name = name || 'x' WHERE id = 'p-open'");
        row("tell of two changes at once", {rename, rename, changed}, "++-+-");
        row("tell of a change that was not", {changed}, "-----");
        const QString added =
            insertOf("events", changes("partner_id='p-open';type='partner.contact_added';subject='s-next'"));
        row("tell of a new contact", {insertOf("partner_contacts", {QStringLiteral("added_at=") + now}), added},
            "++-+-");
        row("tell of a contact of before",
            {insertOf("events", changes("partner_id='p-open';type='partner.contact_added';subject='s-left'"))},
            "-----");
        for (const char *type : {"partner.approved ", "operator.role_changed", "partner.contact_released", ""}) {
            const auto told = QStringLiteral("partner_id='p-open';type='%1'").arg(QLatin1StringView(type));
            row(qPrintable(QStringLiteral("tell of '%1'").arg(QLatin1StringView(type))),
                {insertOf("events", changes(qPrintable(told)))}, "-----");
        }
        row("tell of a release",
            {insertOf("events", changes("partner_id='p-open';type='partner.identity_deactivated'"))}, "++---");
        for (const char *type : {"approved", "rejected", "suspended"}) {
            const auto told = QStringLiteral("type='partner.%1';partner_id='p-open';subject='e-open'");
            row(type, {insertOf("events", changes(qPrintable(told.arg(QLatin1StringView(type)))))}, "-----");
        }
        row("tell of another's filing",
            {insertOf("events", changes("type='partner.dossier_filed';partner_id='p-open';subject='d-1'"))}, "-----");
        row("tell of another's submission",
            {insertOf("events", changes("type='partner.submitted';partner_id='p-open'"))}, "-----");
        row("tell of another's removal",
            {insertOf("events", changes("type='partner.contact_removed';partner_id='p-new';subject='s-gone'"))},
            "-----");
        row("tell of a grant that was not", {insertOf("events", changes("type='operator.added';subject='s-gone'"))},
            "-----");
        row("keep a receipt", {insertOf("receipts")}, "++++-");
        row("invoice", {insertOf("invoices")}, "++-+-");
        row("upload a receipt", {insertOf("receipts_uploaded")}, "++-+-");
    }
    void theTableOfPermissionsHolds()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, expected);
        QString happened;
        QString said;
        for (const QString &login : {m_maria, m_tina, m_arno, m_stan, m_sam}) {
            const auto client = m_files->rawClient(login);
            QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
            QStringList mine;
            for (const QString &sql : statements)
                mine += filledIn(sql, login);
            // What is asked at the commit is asked now.
            const QString refused = client->runAll(mine + QStringList{QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")});
            happened += refused.isEmpty() ? u'+' : refused == QStringLiteral("GH010") ? u'-' : u'?';
            said += refused + QLatin1Char(' ') + client->lastText();
        }
        QVERIFY2(happened == expected, qPrintable(happened + QLatin1Char(' ') + said));
    }

    // Who holds no role submits for himself, as the program lets him, and is then the partner's staff.
    void whoAppliesStandsInItsRoster()
    {
        const auto sam = m_files->rawClient(m_sam);
        const auto run = [&](const QString &sql) { return sam->run(filledIn(sql, m_sam)); };
        const QString other = insertOf("partner_contacts", {QStringLiteral("partner_id='p-next'")});
        QCOMPARE(run(insertOf("partners", {QStringLiteral("submitted_by=$WHO"), QStringLiteral("owner='x'")})),
                 QStringLiteral("GH010"));
        QCOMPARE(run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(run(insertOf("partners", {QStringLiteral("submitted_by=$WHO")})), QString());
        QCOMPARE(run(other), QString());
        QCOMPARE(run(insertOf("partner_contacts", {QStringLiteral("partner_id='p-next'"), QStringLiteral("id='c-sam'"),
                                                   QStringLiteral("subject=$WHO")})),
                 QString());
        QCOMPARE(run(insertOf("events",
                              {QStringLiteral("type='partner.submitted'"), QStringLiteral("partner_id='p-next'")})),
                 QString());
        QCOMPARE(run(insertOf("receipts")), QString());
        QCOMPARE(run(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")), QString());
        QCOMPARE(run(QStringLiteral("ROLLBACK")), QString());

        QCOMPARE(run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(run(insertOf("partners", {QStringLiteral("submitted_by=$WHO")})), QString());
        QCOMPARE(run(other), QString());
        QCOMPARE(run(QStringLiteral("COMMIT")), QStringLiteral("GH010"));
    }

    // The program writes on after a root admin has revoked himself, or staff have left the roster.
    void whoLeavesIsHeardOut()
    {
        const auto run = [this](const QString &login, const QStringList &statements) {
            const auto client = m_files->rawClient(login);
            QStringList mine{QStringLiteral("BEGIN")};
            for (const QString &sql : statements)
                mine += filledIn(sql, login);
            return client->runAll(mine);
        };
        QCOMPARE(run(m_maria,
                     {QStringLiteral("UPDATE operators SET revoked_at = 1, revoked_by = $WHO WHERE subject = $WHO"),
                      insertOf("events", {QStringLiteral("type='operator.revoked'"), QStringLiteral("subject=$WHO")}),
                      insertOf("receipts")}),
                 QString());
        QCOMPARE(
            run(m_stan,
                {QStringLiteral("UPDATE partner_contacts SET removed_at = 1, removed_by = $WHO WHERE id = 'c-stan'"),
                 insertOf("events", {QStringLiteral("type='partner.contact_removed'"),
                                     QStringLiteral("partner_id='p-open'"), QStringLiteral("subject=$WHO")}),
                 insertOf("receipts")}),
            QString());
    }

    void aDecisionIsToldOnceAndByItsDecider()
    {
        const auto maria = m_files->rawClient(m_maria);
        const auto run = [&](const QString &sql) { return maria->run(filledIn(sql, m_maria)); };
        const QStringList told{QStringLiteral("partner_id='p-new'"), QStringLiteral("subject='e-next'")};
        QCOMPARE(run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(run(gatehouse::storetest::statementsBefore(QStringLiteral("partner_approvals")).constFirst()),
                 QString());
        QCOMPARE(run(insertOf("partner_approvals")), QString());
        QCOMPARE(run(insertOf("events", told + QStringList{QStringLiteral("type='partner.approved'")})), QString());
        QCOMPARE(run(insertOf(
                     "events",
                     told + QStringList{QStringLiteral("type='partner.approved'"), QStringLiteral("id='ev-again'")})),
                 QStringLiteral("GH010"));
    }

    // What the review did: a tenant admin alone could get a partner approved whose playbook asks a root admin.
    void aTenantAdminApprovesNoPartnerOfHisOwnMaking()
    {
        using namespace gatehouse::storetest;
        const auto tina = m_files->rawClient(m_tina);
        const auto run = [&](const QString &sql) { return tina->run(filledIn(sql, m_tina)); };
        QCOMPARE(run(insertOf("partners", {QStringLiteral("approver_role='tenant_admin'")})), QStringLiteral("GH010"));
        QCOMPARE(run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(run(insertOf("partners")), QString());
        QCOMPARE(run(statementsBefore(QStringLiteral("partner_approvals")).constFirst()), QString());
        QCOMPARE(run(insertOf("partner_approvals",
                              {QStringLiteral("partner_id='p-next'"), QStringLiteral("decided_role='tenant_admin'")})),
                 QStringLiteral("GH003"));
    }

    void aTemporaryTableStandsInForNothing()
    {
        using namespace gatehouse::storetest;
        RawRow row = acceptableRow(QStringLiteral("partner_approvals"), *m_files);
        row[QStringLiteral("decided_by")] = literal(m_tina);
        const auto client = m_files->rawClient(m_tina);
        QCOMPARE(
            client->runAll(
                QStringList{QStringLiteral("CREATE TEMP TABLE operators AS SELECT * FROM gatehouse.operators"),
                            QStringLiteral("INSERT INTO pg_temp.operators VALUES (%1, 'root_admin', 1, '', 'x', 1)")
                                .arg(literal(m_tina)),
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

    // Two sessions of the decider: neither adds to the other's decision while it is made, nor after.
    void evidenceWaitsForItsDecision()
    {
        using namespace gatehouse::storetest;
        const QString evidence =
            QStringLiteral("INSERT INTO approval_evidence VALUES ('e-next', %1, 'policy', 'POL-1', 0, '')");
        const auto begin = QStringLiteral("BEGIN; SET LOCAL lock_timeout = '1ms'");
        const auto rollback = QStringLiteral("ROLLBACK");
        const auto decider = m_files->rawClient(m_maria);
        const auto other = m_files->rawClient(m_maria);
        QCOMPARE(decider->runAll({begin, evidence.arg(1), filledIn(insertOf("partner_approvals"), m_maria)}),
                 QString());
        QCOMPARE(other->runAll({begin, evidence.arg(2)}), QStringLiteral("55P03"));
        QCOMPARE(decider->run(rollback), QString());
        QCOMPARE(other->runAll({rollback, begin, evidence.arg(2)}), QString());
        QCOMPARE(decider->runAll({begin, evidence.arg(1)}), QStringLiteral("55P03"));
    }

    // His snapshot doesn't hold the row that put him into the roster, but he locks a row that is newer.
    void aDeciderOnTheRosterSinceHisSnapshotDoesNotDecide_data()
    {
        QTest::addColumn<QString>("level");
        QTest::newRow("repeatable read") << QStringLiteral("REPEATABLE READ");
        QTest::newRow("serializable") << QStringLiteral("SERIALIZABLE");
    }
    void aDeciderOnTheRosterSinceHisSnapshotDoesNotDecide()
    {
        using namespace gatehouse::storetest;
        QFETCH(QString, level);
        TestWorkspace files(On::Postgres, {QStringLiteral("maria")});
        QCOMPARE(fillWithOneOfEverything(files), QString());
        const QString maria = files.subject(QStringLiteral("maria"));
        const auto decider = files.rawClient(maria);
        QCOMPARE(decider->runAll({QStringLiteral("BEGIN ISOLATION LEVEL ") + level,
                                  QStringLiteral("SELECT count(*) FROM partners")}),
                 QString());
        RawRow contact = acceptableRow(QStringLiteral("partner_contacts"), files);
        contact[QStringLiteral("subject")] = literal(maria);
        contact[QStringLiteral("partner_id")] = QStringLiteral("'p-new'");
        QCOMPARE(files.rawClient()->run(
                     insertStatement(QStringLiteral("INSERT"), QStringLiteral("partner_contacts"), contact)),
                 QString());
        QCOMPARE(decider->runAll(statementsBefore(QStringLiteral("partner_approvals"))), QString());
        QCOMPARE(decider->run(filledIn(insertOf("partner_approvals"), maria)), QStringLiteral("40001"));
    }

    void evidenceWithoutItsDecisionIsNotCommitted()
    {
        using namespace gatehouse::storetest;
        const auto client = m_files->rawClient(m_maria);
        QCOMPARE(client->run(statementsBefore(QStringLiteral("partner_approvals")).constFirst()),
                 QStringLiteral("23503"));
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

    void aFilingBearsTheServersTime()
    {
        const auto authority = m_files->authority(m_maria);
        QVERIFY(authority);
        const auto unit = *authority->begin(gatehouse::domain::Access::Write);
        const auto partner = QStringLiteral("p-open");
        STORE_VERIFY(unit->dossiers().insert(
            gatehouse::storetest::someDocument(QStringLiteral("d-early"), partner, m_maria, {1})));
        QCOMPARE(unit->dossiers().ofPartner(partner)->constLast().filedAt, unit->now());
    }
};

GATEHOUSE_TEST(TestPostgresRights)

#include "tst_postgresrights.moc"
