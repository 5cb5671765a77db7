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

// A second migration that takes a while, so that a kill finds it at work.
inline QList<store::Migration> crashMigrations(int upTo)
{
    QList<store::Migration> all{
        {1, QStringLiteral("first"), 1, QStringLiteral("1"), {QStringLiteral("CREATE TABLE a (x INTEGER)")}},
        {2, QStringLiteral("second"), 1, QStringLiteral("2"), {}}};
    for (int i = 0; i < 300; ++i)
        all[1].statements += QStringLiteral("CREATE TABLE b%1 (x INTEGER)").arg(i);
    for (int i = 0; i < 300; ++i)
        all[1].statements += QStringLiteral("INSERT INTO b%1 VALUES (1)").arg(i);
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
            }
        }
        if (role == QStringLiteral("migrate")) {
            auto connection = Connection::openSqlite(place, SqliteUse::Workspace);
            if (connection && Migrator(**connection, gatehouse::storetest::crashMigrations(2), clock.now()).migrate())
                say(QStringLiteral("did it"));
            return;
        }
        const bool sqlite = role == QStringLiteral("write");
        auto authority = sqlite ? SqliteAuthorityFactory(place, clock).open() : PostgresAuthorityFactory(place).open();
        if (authority)
            writeForEver(**authority,
                         sqlite ? QStringLiteral("owner") : qEnvironmentVariable("GATEHOUSE_TEST_CRASH_LOGIN"));
    }

    // Starts this program in a role, kills it `afterMs` after it was ready, and gives what it had said by then.
    static QStringList killed(const char *role, const QString &place, int afterMs, const QString &login = {})
    {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(gatehouse::storetest::crashRole), QString::fromLatin1(role));
        environment.insert(QString::fromLatin1(gatehouse::storetest::crashPlace), place);
        environment.insert(QStringLiteral("GATEHOUSE_TEST_CRASH_LOGIN"), login);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("TestCrash"), QStringLiteral("isTheOneWhoIsKilled")});
        QByteArray said;
        while (!said.contains("ready\n") && child.waitForReadyRead(20'000))
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
        for (const int afterMs : {60, 93, 131, 172, 210, 254}) {
            acknowledged +=
                killed(on == On::Sqlite ? "write" : "write-postgres", files.place(), afterMs, files.creator());
            checkWorkspace(files, acknowledged);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(acknowledged.size() > 10, qPrintable(QString::number(acknowledged.size())));
    }

    void aKilledMigrationLeavesTheOldSchemaOrTheNew()
    {
        using namespace gatehouse::store;
        int old = 0;
        int done = 0;
        for (const int afterMs : {0, 1, 2, 3, 5, 8, 12, 20, 3000}) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("w"));
            STORE_VERIFY(createPrivateFile(path));
            {
                auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
                STORE_VERIFY(Migrator(**connection, gatehouse::storetest::crashMigrations(1), {1}).migrate());
            }
            killed("migrate", path, afterMs);
            auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
            STORE_VERIFY(connection);
            Migrator migrator(**connection, gatehouse::storetest::crashMigrations(2), {2});
            const auto state = migrator.inspect();
            STORE_VERIFY(state);
            RawClient raw(On::Sqlite, path);
            const int tables =
                raw.value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'b%'")).toInt();
            QCOMPARE(tables, state->kind == SchemaState::Kind::Current ? 300 : 0);
            (state->kind == SchemaState::Kind::Current ? done : old) += 1;
            STORE_VERIFY(migrator.migrate());
            QCOMPARE(raw.value(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        }
        QVERIFY(done >= 1);
        qInfo("killed before the end: %d, after: %d", old, done);
    }

    void aKilledCreationLeavesNothingOrAWorkspace()
    {
        const gatehouse::support::FakeClock clock;
        int made = 0;
        for (const int afterMs : {7, 23, 41, 66, 90}) {
            const QTemporaryDir folder;
            killed("create", folder.filePath(QStringLiteral("w")), afterMs);
            const QStringList names = QDir(folder.path()).entryList(QDir::Files);
            for (const QString &name : names) {
                // What is left of the one under way has another name.
                if (name.contains(QStringLiteral(".new-")))
                    continue;
                ++made;
                STORE_VERIFY(gatehouse::store::SqliteAuthorityFactory(folder.filePath(name), clock).open());
            }
        }
        QVERIFY(made > 0);
    }
};

GATEHOUSE_TEST(TestCrash)

#include "tst_crash.moc"
