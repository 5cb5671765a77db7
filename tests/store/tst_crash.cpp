#include "store/migrator.h"
#include "store/posixfile.h"
#include "store/rawrows.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <csignal>
#include <cstdio>

namespace gatehouse::storetest {

// What the killed process does: this program again, told by the environment which of these to be.
inline constexpr const char *crashRole = "GATEHOUSE_TEST_CRASH_ROLE";
inline constexpr const char *crashPlace = "GATEHOUSE_TEST_CRASH_PLACE";

inline constexpr const char *crashDetail = "GATEHOUSE_TEST_CRASH_DETAIL"; // the login, or where to stand still
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

    using Access = gatehouse::domain::Access;
    using Connection = gatehouse::store::Connection;
    using Migrator = gatehouse::store::Migrator;
    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using SchemaState = gatehouse::store::SchemaState;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    static void say(const QString &line)
    {
        std::puts(qPrintable(line));
        std::fflush(stdout);
    }

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
            say(QStringLiteral("did ") + id);
        }
    }

    static void beTheOneWhoIsKilled(const QString &role, const QString &place)
    {
        using namespace gatehouse::store;
        const gatehouse::support::FakeClock clock;
        say(QStringLiteral("ready"));
        if (role == QStringLiteral("create")) {
            gatehouse::support::SequentialIds ids;
            for (int i = 0;; ++i) {
                if (!createSqliteWorkspace(place + QString::number(i), {}, {QStringLiteral("me"), {}}, clock, ids))
                    return;
                say(QStringLiteral("did ") + QString::number(i));
            }
        }
        const QString detail = qEnvironmentVariable(gatehouse::storetest::crashDetail);
        if (role == QStringLiteral("migrate")) {
            auto connection = Connection::openSqlite(place, SqliteUse::Workspace);
            const auto migrations = gatehouse::storetest::crashMigrations(2, detail.toInt());
            if (connection && Migrator(**connection, migrations, clock.now()).migrate())
                say(QStringLiteral("did migrate"));
            return;
        }
        const bool sqlite = role == QStringLiteral("write");
        auto authority = sqlite ? SqliteAuthorityFactory(place, clock).open() : PostgresAuthorityFactory(place).open();
        if (authority)
            writeForEver(**authority, sqlite ? QStringLiteral("owner") : detail);
    }

    // Starts this program in a role, kills it `afterMs` after it was ready and had done `least`, and gives what it had
    // done by then.
    static QStringList killed(const char *role, const QString &place, int afterMs, int least, const QString &detail)
    {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(gatehouse::storetest::crashRole), QString::fromLatin1(role));
        environment.insert(QString::fromLatin1(gatehouse::storetest::crashPlace), place);
        environment.insert(QString::fromLatin1(gatehouse::storetest::crashDetail), detail);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("TestCrash"), QStringLiteral("isTheOneWhoIsKilled")});
        QByteArray said;
        while ((!said.contains("ready\n") || said.count("did ") < least) && child.waitForReadyRead(20'000))
            said += child.readAllStandardOutput();
        // waitForFinished returns at once when the child is done by itself.
        if (!child.waitForFinished(afterMs))
            ::kill(pid_t(child.processId()), SIGKILL);
        child.waitForFinished();
        said += child.readAllStandardOutput();
        QStringList did;
        // The last line may be cut off: it was not heard.
        const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("did "))
                did += QString::fromUtf8(line.mid(4));
        }
        return did;
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
        const QString role = qEnvironmentVariable(gatehouse::storetest::crashRole);
        if (!role.isEmpty())
            beTheOneWhoIsKilled(role, qEnvironmentVariable(gatehouse::storetest::crashPlace));
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
                killed(on == On::Sqlite ? "write" : "write-postgres", files.place(), afterMs, 2, files.creator());
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
            const auto did = killed("migrate", path, isKilled ? 300 : 20'000, 0, QString::number(standsStillAfter));
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
            const auto did = killed("create", folder.filePath(QStringLiteral("w")), afterMs, 1, {});
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
