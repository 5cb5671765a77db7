#include "store/migrator.h"
#include "store/posixfile.h"
#include "store/rawrows.h"
#include "support/killedchild.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>

namespace gatehouse::storetest {

inline constexpr int crashStatements = 600;

// With `standsStillAfter`, the second never gets past so many statements of its own: a kill finds it there.
inline QList<store::Migration> crashMigrations(int upTo, int standsStillAfter = -1)
{
    QList<store::Migration> all{
        {1, QStringLiteral("first"), 1, QStringLiteral("1"), {QStringLiteral("CREATE TABLE a (x INTEGER)")}},
        {2, QStringLiteral("second"), 1, QStringLiteral("2"), {}}};
    for (int i = 0; i < 300; ++i)
        all[1].statements += QStringLiteral("CREATE TABLE b%1 (x INTEGER)").arg(i);
    for (int i = 0; i < 300; ++i)
        all[1].statements += QStringLiteral("INSERT INTO b%1 VALUES (1)").arg(i);
    if (standsStillAfter >= 0)
        all[1].statements.insert(standsStillAfter,
                                 QStringLiteral("INSERT INTO a SELECT count(*) FROM (WITH RECURSIVE n(i) AS"
                                                " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)"));
    all.resize(upTo);
    return all;
}

} // namespace gatehouse::storetest

// Whoever is killed leaves a workspace that is as if it had ended between two operations.
class TestCrash : public QObject
{
    Q_OBJECT

    using ChildRole = gatehouse::support::ChildRole;
    using Access = gatehouse::domain::Access;
    using Connection = gatehouse::store::Connection;
    using Migrator = gatehouse::store::Migrator;
    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using SchemaState = gatehouse::store::SchemaState;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    // A whole operation in one unit, for ever; says each number after its commit.
    static void writeForEver(gatehouse::domain::Authority &authority, const QString &me)
    {
        using namespace gatehouse::storetest;
        for (int i = 0;; ++i) {
            const auto unit = *authority.begin(Access::Write);
            const QString id = QStringLiteral("p-%1-%2").arg(QCoreApplication::applicationPid()).arg(i);
            gatehouse::domain::Event event;
            event.id = id;
            event.at = unit->now();
            event.type = QStringLiteral("partner.approved");
            event.actor = me;
            event.partnerId = id;
            event.subject = id;
            gatehouse::domain::Receipt receipt;
            receipt.requestId = id;
            receipt.requestDigest = QString(64, QLatin1Char('0'));
            receipt.actor = me;
            receipt.at = unit->now();
            const bool done = unit->partners().insert(somePartner(id, me, unit->now()))
                              && unit->contacts().insert(someContact(id, id, id, unit->now()))
                              && unit->dossiers().insert(someDocument(id, id, me, unit->now()))
                              && unit->decisions().insert(someDecision(id, id, me, unit->now()))
                              && unit->events().append(event) && unit->receipts().append(receipt) && unit->commit();
            if (!done)
                return;
            gatehouse::support::childSays(QStringLiteral("did ") + id);
        }
    }

    static void beTheOneWhoIsKilled(const ChildRole &child)
    {
        using namespace gatehouse::store;
        const auto &[role, place, detail] = child;
        const gatehouse::support::FakeClock clock;
        gatehouse::support::childSays(QStringLiteral("ready"));
        if (role == QStringLiteral("create")) {
            gatehouse::support::SequentialIds ids;
            for (int i = 0;; ++i) {
                if (!createSqliteWorkspace(place + QString::number(i), {}, {QStringLiteral("me"), {}}, clock, ids))
                    return;
                gatehouse::support::childSays(QStringLiteral("did ") + QString::number(i));
            }
        }
        if (role == QStringLiteral("migrate")) {
            auto connection = Connection::openSqlite(place, SqliteUse::Workspace);
            const auto migrations = gatehouse::storetest::crashMigrations(2, detail.toInt());
            if (connection && Migrator(**connection, migrations, clock.now()).migrate())
                gatehouse::support::childSays(QStringLiteral("did migrate"));
            return;
        }
        const bool sqlite = role == QStringLiteral("write");
        auto authority = sqlite ? SqliteAuthorityFactory(place, clock).open() : PostgresAuthorityFactory(place).open();
        if (authority)
            writeForEver(**authority, sqlite ? QStringLiteral("owner") : detail);
    }

    static QStringList killed(const ChildRole &role, int afterMs, int least)
    {
        return gatehouse::support::doneBeforeKill({QStringLiteral("TestCrash"), QStringLiteral("isTheOneWhoIsKilled")},
                                                  role, afterMs, least);
    }

    // All of an operation or nothing of it, and everything that was acknowledged.
    static void checkWorkspace(const TestWorkspace &files, const QStringList &acknowledged)
    {
        RawClient raw(files.on(), files.place());
        const QString partners = raw.value(QStringLiteral("SELECT count(*) FROM partners"));
        QVERIFY(partners.toInt() >= acknowledged.size());
        for (const char *sql :
             {"SELECT count(*) FROM partner_contacts", "SELECT count(*) FROM dossier_documents",
              "SELECT count(*) FROM partner_approvals", "SELECT count(*) FROM approval_evidence",
              "SELECT count(*) FROM receipts", "SELECT count(*) FROM events WHERE partner_id IS NOT NULL",
              "SELECT count(*) FROM partners WHERE approved_at IS NOT NULL"})
            QCOMPARE(raw.value(QString::fromLatin1(sql)), partners);
        const auto authority = files.authority();
        QVERIFY(authority);
        const auto unit = *authority->begin(Access::Read);
        for (const QString &id : acknowledged)
            STORE_VERIFY(unit->partners().find(id));
        if (files.on() == On::Sqlite) {
            QCOMPARE(raw.value(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
            QCOMPARE(raw.value(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")), QStringLiteral("0"));
            QCOMPARE(raw.value(QStringLiteral("SELECT max(number) - count(*) FROM events")), QStringLiteral("0"));
        }
    }

private Q_SLOTS:
    // Does nothing but in the child that the other tests start.
    void isTheOneWhoIsKilled()
    {
        if (const ChildRole role = gatehouse::support::childRole(); !role.name.isEmpty())
            beTheOneWhoIsKilled(role);
    }

    void aKilledWriterLeavesWholeOperations_data()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }
    void aKilledWriterLeavesWholeOperations()
    {
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        const TestWorkspace files(on);
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        QStringList acknowledged;
        for (const int afterMs : {0, 3, 7, 12, 18, 25}) {
            const QStringList did =
                killed({on == On::Sqlite ? QStringLiteral("write") : QStringLiteral("write-postgres"), files.place(),
                        files.creator()},
                       afterMs, 2);
            QVERIFY(did.size() >= 2);
            acknowledged += did;
            checkWorkspace(files, acknowledged);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Commit is the last statement, so whoever is killed before it leaves the old schema; -1: nobody is killed.
    void aKilledMigrationLeavesTheOldSchema()
    {
        using namespace gatehouse::store;
        for (const int standsStillAfter : {0, 1, 150, 300, 450, gatehouse::storetest::crashStatements, -1}) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("w"));
            STORE_VERIFY(createPrivateFile(path));
            {
                auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
                STORE_VERIFY(Migrator(**connection, gatehouse::storetest::crashMigrations(1), {1}).migrate());
            }
            const bool isKilled = standsStillAfter >= 0;
            const auto did = killed({QStringLiteral("migrate"), path, QString::number(standsStillAfter)},
                                    isKilled ? 300 : 20'000, 0);
            QCOMPARE(did.isEmpty(), isKilled);
            auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
            STORE_VERIFY(connection);
            Migrator migrator(**connection, gatehouse::storetest::crashMigrations(2), {2});
            const auto state = migrator.inspect();
            STORE_VERIFY(state);
            RawClient raw(On::Sqlite, path);
            const int tables =
                raw.value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'b%'")).toInt();
            QCOMPARE(tables, isKilled ? 0 : 300);
            QVERIFY((state->kind == SchemaState::Kind::Current) != isKilled);
            STORE_VERIFY(migrator.migrate());
            QCOMPARE(raw.value(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        }
    }

    void aKilledCreationLeavesNothingOrAWorkspace()
    {
        const gatehouse::support::FakeClock clock;
        for (const int afterMs : {0, 3, 7, 13, 21}) {
            const QTemporaryDir folder;
            const auto did = killed({QStringLiteral("create"), folder.filePath(QStringLiteral("w")), {}}, afterMs, 1);
            QVERIFY(!did.isEmpty());
            int made = 0;
            const QStringList names = QDir(folder.path()).entryList(QDir::Files);
            for (const QString &name : names) {
                // What is left of the one under way has another name.
                if (name.contains(QStringLiteral(".new-")))
                    continue;
                ++made;
                STORE_VERIFY(gatehouse::store::SqliteAuthorityFactory(folder.filePath(name), clock).open());
            }
            QVERIFY(made >= did.size());
        }
    }
};

GATEHOUSE_TEST(TestCrash)

#include "tst_crash.moc"
