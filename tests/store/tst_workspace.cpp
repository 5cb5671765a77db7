#include "store/migrations.h"
#include "store/testworkspace.h"
#include "support/testmain.h"

#include <QDir>
#include <QProcess>

#include <atomic>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

class TestWorkspaceFiles : public QObject
{
    Q_OBJECT

    using Access = gatehouse::domain::Access;
    using Error = gatehouse::base::Error;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using On = gatehouse::storetest::On;
    using Role = gatehouse::domain::Role;
    using SqliteAuthorityFactory = gatehouse::store::SqliteAuthorityFactory;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    gatehouse::support::FakeClock m_clock;
    gatehouse::support::SequentialIds m_ids;

    gatehouse::base::Result<void> create(const QString &path, const QStringList &rootAdmins = {})
    {
        return gatehouse::store::createSqliteWorkspace(path, {}, {QStringLiteral("maria"), rootAdmins}, m_clock, m_ids);
    }

    Error openingError(const QString &path) const
    {
        auto opened = SqliteAuthorityFactory(path, m_clock).open();
        return opened ? Error{ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("it opened"), {}}
                      : opened.error();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void isMadeCompletelyAndForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromUtf8("Gate house 50%? #1 '\xC3\xA9'.gatehouse"));
        STORE_VERIFY(create(path));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QFileInfo(path).fileName()});
        const SqliteAuthorityFactory factory(path, m_clock);
        const auto authority = factory.open();
        STORE_VERIFY(authority);
        auto unit = *(*authority)->begin(Access::Write);
        STORE_VERIFY(unit->partners().insert(
            gatehouse::storetest::somePartner(QStringLiteral("p"), QStringLiteral("maria"), unit->now())));
        STORE_VERIFY(unit->commit());
        for (const char *ending : {"", "-wal", "-shm"}) {
            const QString file = path + QLatin1StringView(ending);
            QVERIFY2(QFileInfo::exists(file), qPrintable(file));
            QCOMPARE(QFile::permissions(file)
                         & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
                     QFile::Permissions());
        }
        STORE_VERIFY(unit->objects().put(QStringLiteral("a/b"), "x"));
        QVERIFY(QFileInfo::exists(path + QStringLiteral(".objects/a/b")));
        QCOMPARE(factory.displayName(), path);
    }

    void whoMakesItIsRootAdminAndSoAreTheNamed_data()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }
    void whoMakesItIsRootAdminAndSoAreTheNamed()
    {
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on, {QStringLiteral("kim"), QStringLiteral("kim"), QStringLiteral("lee")});
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Read);
        const QStringList expected{files.creator(), files.subject(QStringLiteral("kim")),
                                   files.subject(QStringLiteral("lee"))};
        for (const QString &subject : expected)
            QCOMPARE(*unit->operators().rolesOf(subject), QList<Role>{Role::RootAdmin});
        QCOMPARE(unit->operators().all()->size(), 3);
        const auto events = unit->events().list({});
        STORE_VERIFY(events);
        QStringList added;
        for (const auto &event : *events) {
            QCOMPARE(event.type, QStringLiteral("operator.added"));
            QCOMPARE(event.actor, files.creator());
            QCOMPARE(event.after.value(QStringLiteral("role")).toString(), QStringLiteral("root_admin"));
            added += event.subject;
        }
        QCOMPARE(added, expected);
    }

    void anotherIsNeverOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        write(path, "mine");
        const auto refused = create(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WorkspaceExists);
        QCOMPARE(refused.error().subject, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w")});
    }

    // SQLite would replay it into the new file.
    void aLogOfAnEarlierFileIsNotTakenOver()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("w-wal")), "log");
        QCOMPARE(create(folder.filePath(QStringLiteral("w"))).error().code, ErrorCode::WorkspaceExists);
    }

    void aMissingFolderIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no/w"));
        const auto refused = create(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WorkspaceNotFound);
        QCOMPARE(refused.error().subject, path);
    }

    void aMissingFileIsNotMade()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        QCOMPARE(openingError(path).code, ErrorCode::WorkspaceNotFound);
        QVERIFY(!QFileInfo::exists(path));
    }

    void whatIsNoWorkspaceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::SchemaMissing;
        QTest::newRow("text") << QByteArray("Dear Sir or Madam, ").repeated(500) << ErrorCode::SchemaMissing;
        QTest::newRow("short text") << QByteArray("x") << ErrorCode::SchemaMissing;
        QTest::newRow("cut off") << QByteArray("SQLite format 3\0garbage", 23) << ErrorCode::WorkspaceCorrupt;
    }
    void whatIsNoWorkspaceIsRefused()
    {
        QFETCH(QByteArray, contents);
        QFETCH(ErrorCode, code);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        write(path, contents);
        const Error error = openingError(path);
        QCOMPARE(gatehouse::storetest::textOf({{}, error.code, {}, {}}),
                 gatehouse::storetest::textOf({{}, code, {}, {}}));
    }

    void aFolderIsRefused()
    {
        const QTemporaryDir folder;
        QCOMPARE(openingError(folder.path()).code, ErrorCode::SchemaMissing);
    }

    void anotherProgramsDatabaseIsRefusedAndLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        {
            gatehouse::storetest::RawClient raw(On::Sqlite, path);
            QCOMPARE(raw.run(QStringLiteral("CREATE TABLE bookmarks (a)")), QString());
        }
        const Error error = openingError(path);
        QCOMPARE(error.code, ErrorCode::SchemaMissing);
        QCOMPARE(error.kind, ErrorKind::NotFound);
    }

    void whatIsRefusedStaysAsItIs_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("empty file") << QStringList();
        QTest::newRow("another program's") << QStringList{QStringLiteral("CREATE TABLE bookmarks (a)")};
        QTest::newRow("another program's with a log")
            << QStringList{QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("CREATE TABLE bookmarks (a)")};
    }
    void whatIsRefusedStaysAsItIs()
    {
        QFETCH(QStringList, statements);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        write(path, {});
        if (!statements.isEmpty())
            QCOMPARE(gatehouse::storetest::RawClient(On::Sqlite, path).runAll(statements), QString());
        const QByteArray before = bytesOf(path);
        QCOMPARE(openingError(path).code, ErrorCode::SchemaMissing);
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w")});
    }

    void aPipeIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {path}), 0);
        QCOMPARE(openingError(path).code, ErrorCode::SchemaMissing);
    }

    void itsFileSaysWhoseItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        STORE_VERIFY(create(path));
        QCOMPARE(bytesOf(path).mid(68, 4), QByteArray("GATE"));
        gatehouse::storetest::RawClient raw(On::Sqlite, path);
        QCOMPARE(raw.value(QStringLiteral("PRAGMA user_version")),
                 QString::number(gatehouse::store::bundledMigrations(gatehouse::store::Dialect::Sqlite)->size()));
    }

    void anAlteredSchemaIsRefused_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("differs");
        const auto row = [](const char *name, const QStringList &statements, const char *differs) {
            QTest::newRow(name) << statements << QString::fromLatin1(differs);
        };
        const QString endless = QStringLiteral("WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) ");
        row("a view that never ends",
            {QStringLiteral("DROP TABLE meta"),
             QStringLiteral(
                 "CREATE VIEW meta AS %1SELECT x AS singleton, '' AS workspace_id, '' AS object_folder FROM r"
                 " WHERE x < 0")
                 .arg(endless)},
            "table meta");
        row("a journal that never ends",
            {QStringLiteral("DROP TABLE gatehouse_migrations"),
             QStringLiteral("CREATE VIEW gatehouse_migrations AS %1SELECT x AS number, '' AS name, '' AS checksum,"
                            " x AS min_compatible FROM r WHERE x < 0")
                 .arg(endless)},
            "table gatehouse_migrations");
        row("a trigger more", {QStringLiteral("CREATE TRIGGER x AFTER INSERT ON events BEGIN SELECT 1; END")},
            "trigger x");
        row("a trigger less", {QStringLiteral("DROP TRIGGER %1")}, "trigger %1");
        row("a table more", {QStringLiteral("CREATE TABLE x (a)")}, "table x");
        row("a column more", {QStringLiteral("ALTER TABLE meta ADD COLUMN x TEXT")}, "table meta");
        row("no version", {QStringLiteral("DROP TRIGGER %1"), QStringLiteral("PRAGMA user_version = 0")},
            "table partner_approvals"); // of the first schema
        row("a version of the future", {QStringLiteral("PRAGMA user_version = 99")}, "user_version");
        row("a version of the future without a table",
            {QStringLiteral("DROP TABLE meta"), QStringLiteral("CREATE VIEW meta AS SELECT 1"),
             QStringLiteral("PRAGMA user_version = 99")},
            "table meta");
    }
    void anAlteredSchemaIsRefused()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, differs);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        STORE_VERIFY(create(path));
        {
            gatehouse::storetest::RawClient raw(On::Sqlite, path);
            const QString trigger =
                raw.value(QStringLiteral("SELECT min(name) FROM sqlite_schema WHERE type = 'trigger'"));
            QVERIFY(!trigger.isEmpty());
            QCOMPARE(raw.runAll(statements.replaceInStrings(QStringLiteral("%1"), trigger)), QString());
            differs.replace(QStringLiteral("%1"), trigger);
        }
        const Error error = openingError(path);
        QCOMPARE(error.code, ErrorCode::SchemaAltered);
        QCOMPARE(error.kind, ErrorKind::Corrupt);
        QCOMPARE(error.subject, path);
        QCOMPARE(error.arguments, QStringList{differs});
    }

    void whatAnalyzeCountedIsNoAlteration()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        STORE_VERIFY(create(path));
        QCOMPARE(gatehouse::storetest::RawClient(On::Sqlite, path).run(QStringLiteral("ANALYZE")), QString());
        STORE_VERIFY(SqliteAuthorityFactory(path, m_clock).open());
    }

    void filesThatOthersPutBesideItAreRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("which");
        const auto row = [](const char *name, const char *command, const char *which) {
            QTest::newRow(name) << QString::fromLatin1(command) << QString::fromLatin1(which);
        };
        row("log that others may write", ": > w-wal && chmod 666 w-wal", "w-wal");
        row("index of the log that the group may write", ": > w-shm && chmod 660 w-shm", "w-shm");
        row("journal that is a link", ": > x && ln -s x w-journal", "w-journal");
        row("objects that are a link", "mkdir x && ln -s x w.objects", "w.objects");
        row("objects that others may write", "mkdir w.objects && chmod 777 w.objects", "w.objects");
        if (::geteuid() == 0) {
            row("log of another user", ": > w-wal && chmod 600 w-wal && chown 1 w-wal", "w-wal");
            row("objects of another user", "mkdir -m 700 w.objects && chown 1 w.objects", "w.objects");
        }
    }
    void filesThatOthersPutBesideItAreRefused()
    {
        QFETCH(QString, command);
        QFETCH(QString, which);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        const auto plant = [&] {
            QProcess shell;
            shell.setWorkingDirectory(folder.path());
            shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
            return shell.waitForFinished() && shell.exitCode() == 0;
        };
        QVERIFY(plant());
        const auto made = create(path);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::WorkspaceUnsafe);
        QCOMPARE(made.error().subject, folder.filePath(which));
        QCOMPARE(QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-r"), folder.filePath(which)}), 0);
        STORE_VERIFY(create(path));
        QCOMPARE(QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), folder.filePath(QStringLiteral("x"))}),
                 0);
        QVERIFY(plant());
        const Error error = openingError(path);
        QCOMPARE(error.code, ErrorCode::WorkspaceUnsafe);
        QCOMPARE(error.kind, ErrorKind::Denied);
        QCOMPARE(error.subject, folder.filePath(which));
    }

    void aFileThatEverybodyMayWriteIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        STORE_VERIFY(create(path));
        QCOMPARE(QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("666"), path}), 0);
        QCOMPARE(openingError(path).code, ErrorCode::WorkspaceUnsafe);
        // A file that one's group may write to has a log that it may write to.
        QCOMPARE(QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("660"), path}), 0);
        const auto first = SqliteAuthorityFactory(path, m_clock).open();
        STORE_VERIFY(first);
        STORE_VERIFY(SqliteAuthorityFactory(path, m_clock).open());
    }

    void aDamagedFileIsSaidToBe()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w"));
        STORE_VERIFY(create(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // All pages but the first, whose header says that this is a database.
        file.seek(4096);
        file.write(QByteArray(int(file.size()) - 4096, '\xff'));
        file.close();
        const Error error = openingError(path);
        QCOMPARE(error.kind, ErrorKind::Corrupt);
        QCOMPARE(error.code, ErrorCode::WorkspaceCorrupt);
    }

    void keepsItsIdAndHasItsOwn_data() { whoMakesItIsRootAdminAndSoAreTheNamed_data(); }
    void keepsItsIdAndHasItsOwn()
    {
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        const QTemporaryDir folder;
        if (on == On::Sqlite) {
            STORE_VERIFY(create(folder.filePath(QStringLiteral("a"))));
            STORE_VERIFY(create(folder.filePath(QStringLiteral("b"))));
            const SqliteAuthorityFactory a(folder.filePath(QStringLiteral("a")), m_clock);
            const SqliteAuthorityFactory b(folder.filePath(QStringLiteral("b")), m_clock);
            QVERIFY(!a.workspaceId()->isEmpty());
            QCOMPARE(*a.workspaceId(), *a.workspaceId());
            QVERIFY(*a.workspaceId() != *b.workspaceId());
            return;
        }
        const TestWorkspace files(on);
        const gatehouse::store::PostgresAuthorityFactory factory(files.place());
        QVERIFY(!factory.workspaceId()->isEmpty());
    }

    void aDatabaseIsMadeOnce()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        TestWorkspace files(On::Postgres);
        const auto again = gatehouse::store::initPostgres(files.place(), QStringLiteral("/o"), {}, m_ids);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::WorkspaceExists);
    }

    void twoThatMakeItAtOnceMakeItOnce()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        const gatehouse::support::TestDatabase server;
        std::atomic<int> made = 0;
        std::atomic<int> exists = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(4);
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    const auto done = gatehouse::store::initPostgres(server.uri(), QStringLiteral("/o"), {}, m_ids);
                    made += bool(done);
                    exists += !done && done.error().code == ErrorCode::WorkspaceExists;
                });
            }
        }
        QCOMPARE(made.load(), 1);
        QCOMPARE(exists.load(), 3);
    }

    void aSchemaThatSomebodyElseMadeIsNotTakenOver()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        const gatehouse::support::TestDatabase server;
        QCOMPARE(server.exec(QStringLiteral("CREATE SCHEMA gatehouse")), QString());
        const auto made = gatehouse::store::initPostgres(server.uri(), QStringLiteral("/o"), {}, m_ids);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::WorkspaceExists);
        QCOMPARE(made.error().arguments, QStringList{QStringLiteral("gatehouse")});
        QCOMPARE(server.value(QStringLiteral("SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid ="
                                             " relnamespace WHERE nspname = 'gatehouse'")),
                 QStringLiteral("0"));
    }

    void aDatabaseThatIsNotOursIsRefused()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        gatehouse::support::TestDatabase server;
        const auto opened = gatehouse::store::PostgresAuthorityFactory(server.uri()).open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::SchemaMissing);
        const QString login = server.addLogin(QStringLiteral("sam"));
        const auto denied = gatehouse::store::initPostgres(server.uri(login), QStringLiteral("/o"), {}, m_ids);
        QVERIFY(!denied);
        QCOMPARE(denied.error().kind, ErrorKind::Denied);
        QCOMPARE(server.value(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'gatehouse'")),
                 QStringLiteral("0"));
    }

    void aLoginWithoutRightsIsDenied()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        TestWorkspace files(On::Postgres);
        // In no group.
        gatehouse::storetest::RawClient raw(On::Postgres, files.place());
        const QString login =
            files.creator() + QStringLiteral("_stranger_") + QString::number(QCoreApplication::applicationPid());
        QCOMPARE(raw.run(QStringLiteral("CREATE ROLE %1 LOGIN").arg(login)), QString());
        const auto opened = gatehouse::store::PostgresAuthorityFactory(files.place(login)).open();
        QCOMPARE(raw.run(QStringLiteral("DROP ROLE %1").arg(login)), QString());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Denied);
    }

    // The server answered, so whoever tries again until it does would try for ever.
    void aServerThatLetsNobodyInIsReached()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        TestWorkspace files(On::Postgres);
        const auto unknown =
            gatehouse::store::PostgresAuthorityFactory(files.place(QStringLiteral("nobody_of_this_name"))).open();
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::Denied);
    }

    // SQLite gives what it makes beside a file the rights of that file, also the right to write that is missing.
    void whatWasLeftBesideAReadOnlyFileIsFreed()
    {
        const TestWorkspace files(On::Sqlite);
        const auto reader = files.rawClient();
        reader->value(QStringLiteral("SELECT count(*) FROM partners"));
        for (const char *ending : {"-wal", "-shm"}) {
            const QString beside = files.place() + QLatin1StringView(ending);
            QVERIFY(QFile::setPermissions(beside, QFileDevice::ReadOwner));
            STORE_VERIFY(SqliteAuthorityFactory(files.place(), files.clock).open());
            QVERIFY(QFile::permissions(beside).testFlag(QFileDevice::WriteOwner));
        }
    }

    // A process that closes any descriptor of a file gives up its locks there: https://sqlite.org/howtocorrupt.html 2.2
    void whoOpensLeavesTheLocksOfOthersInThisProcess()
    {
        const TestWorkspace files(On::Sqlite);
        const auto writer = files.rawClient();
        QCOMPARE(writer->run(QStringLiteral("BEGIN IMMEDIATE")), QString());
        const QByteArray shared = QFile::encodeName(files.place() + QStringLiteral("-shm"));
        const auto isLocked = [&shared] {
            const pid_t child = ::fork();
            if (child == 0) {
                struct flock lock = {};
                lock.l_type = F_WRLCK;
                lock.l_whence = SEEK_SET;
                lock.l_start = 120; // WAL_WRITE_LOCK: https://sqlite.org/walformat.html#wal_locks
                lock.l_len = 1;
                const bool asked = ::fcntl(::open(shared.constData(), O_RDWR), F_GETLK, &lock) == 0;
                ::_exit(asked && lock.l_type != F_UNLCK ? 1 : 0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            return WIFEXITED(status) && WEXITSTATUS(status) == 1;
        };
        QVERIFY(isLocked());
        STORE_VERIFY(SqliteAuthorityFactory(files.place(), files.clock).open());
        QVERIFY(isLocked());
    }

    void aServerThatIsNotThereIsUnreachable()
    {
        const QTemporaryDir folder;
        const QString address = QStringLiteral("postgresql://maria:secret@/gate?host=%1").arg(folder.path());
        const auto opened = gatehouse::store::PostgresAuthorityFactory(address).open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::WorkspaceUnreachable);
        QCOMPARE(opened.error().subject, QStringLiteral("gate on localhost"));
        const auto made = gatehouse::store::initPostgres(address, QStringLiteral("/o"), {}, m_ids);
        QCOMPARE(made.error().code, ErrorCode::WorkspaceUnreachable);
    }

    void aDatabaseNeedsAFolderForItsObjects()
    {
        const auto made = gatehouse::store::initPostgres(QStringLiteral("postgresql:///x"), {}, {}, m_ids);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::TextMissing);
    }
};

GATEHOUSE_TEST(TestWorkspaceFiles)

#include "tst_workspace.moc"
