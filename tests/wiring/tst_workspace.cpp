#include "wiring/workspace.h"

#include "operations/operatoroperations.h"
#include "operations/runner.h"
#include "support/testmain.h"
#include "wiring/identity.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("OTC_ROOT_ADMIN_SUBJECTS"); }
    void tellsFilesFromDatabases_data();
    void tellsFilesFromDatabases();
    void refusesOtherAddressesWithoutRepeatingTheirSecrets_data();
    void refusesOtherAddressesWithoutRepeatingTheirSecrets();
    void aFileHasOneName();
    void opensWithoutTouchingAnything();
    void whoCreatesItIsItsRootAdmin();
    void rootAdminsOfTheEnvironmentAreSeeded();
    void makesTheFolderOfTheDefaultWorkspaceOnly();
    void aDatabaseNeedsAnObjectFolder();
    void findsTheProgramThatShowsDocuments();
    void theBoardCacheBelongsToOneSubjectInItsWorkspace();
};

void TestWorkspace::tellsFilesFromDatabases_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<wiring::WorkspaceKind>("kind");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *given, wiring::WorkspaceKind kind, const QString &expected) {
        QTest::newRow(given) << QString::fromUtf8(given) << kind << expected;
    };
    using enum wiring::WorkspaceKind;
    row("/tmp/a.gatehouse", Embedded, QStringLiteral("/tmp/a.gatehouse"));
    row("a b.gatehouse", Embedded, QDir::current().filePath(QStringLiteral("a b.gatehouse")));
    row("./x/../a", Embedded, QDir::current().filePath(QStringLiteral("a")));
    row("./u:p@h", Embedded, QDir::current().filePath(QStringLiteral("u:p@h")));
    row("file:///tmp/a%20b", Embedded, QStringLiteral("/tmp/a b"));
    row("postgresql://u@db.example/gatehouse", Team, QStringLiteral("postgresql://u@db.example/gatehouse"));
    row("postgres://db.example/gatehouse", Team, QStringLiteral("postgres://db.example/gatehouse"));
    row("host=/run/postgresql dbname=gatehouse", Team, QStringLiteral("host=/run/postgresql dbname=gatehouse"));
}

void TestWorkspace::tellsFilesFromDatabases()
{
    QFETCH(QString, address);
    QFETCH(wiring::WorkspaceKind, kind);
    QFETCH(QString, expected);
    const auto workspace = wiring::openWorkspace(address);
    QVERIFY(workspace);
    QCOMPARE(workspace->kind, kind);
    QCOMPARE(workspace->address, expected);
    QVERIFY(!workspace->displayName.isEmpty());
}

void TestWorkspace::refusesOtherAddressesWithoutRepeatingTheirSecrets_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::newRow("empty") << QString() << base::ErrorCode::TextMissing;
    QTest::newRow("blank") << QStringLiteral("  ") << base::ErrorCode::TextMissing;
    QTest::newRow("mysql") << QStringLiteral("mysql://u:secret@h/d") << base::ErrorCode::ValueUnknown;
    QTest::newRow("no scheme") << QStringLiteral("u:secret@h://d") << base::ErrorCode::ValueUnknown;
    QTest::newRow("no colon") << QStringLiteral("postgresql//u:secret@h/d") << base::ErrorCode::ValueUnknown;
    QTest::newRow("no scheme at all") << QStringLiteral("u:secret@localhost/d") << base::ErrorCode::ValueUnknown;
    QTest::newRow("a command") << QStringLiteral("PGPASSWORD=secret psql") << base::ErrorCode::ValueUnknown;
    QTest::newRow("http") << QStringLiteral("https://u:secret@h/d") << base::ErrorCode::ValueUnknown;
}

void TestWorkspace::refusesOtherAddressesWithoutRepeatingTheirSecrets()
{
    QFETCH(QString, address);
    QFETCH(base::ErrorCode, code);
    const auto workspace = wiring::openWorkspace(address);
    QVERIFY(!workspace);
    QCOMPARE(workspace.error().code, code);
    QCOMPARE(workspace.error().subject, QStringLiteral("workspace"));
    QVERIFY(wiring::shownName(address).isEmpty());
    QVERIFY(!workspace.error().arguments.join(QLatin1Char(' ')).contains(QLatin1String("secret")));
}

void TestWorkspace::aFileHasOneName()
{
    QTemporaryDir dir;
    const QString folder = QFileInfo(dir.path()).canonicalFilePath();
    QVERIFY(QDir(folder).mkdir(QStringLiteral("real")));
    QVERIFY(QFile::link(folder + QStringLiteral("/real"), folder + QStringLiteral("/linked")));
    const QString path = folder + QStringLiteral("/real/w");
    // Before there is a file, and after.
    QCOMPARE(wiring::openWorkspace(folder + QStringLiteral("/linked/w"))->address, path);
    QVERIFY(wiring::createWorkspace(folder + QStringLiteral("/linked/w"), QString()));
    QVERIFY(QFile::link(path, folder + QStringLiteral("/link")));
    for (const char *name : {"/linked/w", "/link", "/real/../linked/w"}) {
        QCOMPARE(wiring::openWorkspace(folder + QString::fromLatin1(name))->address, path);
        QCOMPARE(wiring::openWorkspace(QStringLiteral("file://") + folder + QString::fromLatin1(name))->address, path);
    }
}

void TestWorkspace::opensWithoutTouchingAnything()
{
    QTemporaryDir dir;
    const auto workspace = wiring::openWorkspace(dir.filePath(QStringLiteral("none")));
    QVERIFY(workspace);
    QVERIFY(QDir(dir.path()).isEmpty());
    const auto authority = workspace->authority->open();
    QVERIFY(!authority);
    QCOMPARE(authority.error().code, base::ErrorCode::WorkspaceNotFound);
}

void TestWorkspace::whoCreatesItIsItsRootAdmin()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("w"));
    QVERIFY(wiring::createWorkspace(path, QString()));
    const auto again = wiring::createWorkspace(path, QString());
    QVERIFY(!again);
    QCOMPARE(again.error().code, base::ErrorCode::WorkspaceExists);

    const auto workspace = wiring::openWorkspace(path);
    QVERIFY(workspace);
    const auto authority = workspace->authority->open();
    QVERIFY(authority);
    operations::OperationRunner runner(**authority, *workspace->playbooks, *workspace->ids);
    operations::AddOperator add;
    add.subject = QStringLiteral("aiko");
    QVERIFY(runner.run(add, {QString(), wiring::osUser()}, workspace->ids->next()));
    const auto stranger = runner.run(add, {QStringLiteral("stranger"), wiring::osUser()}, workspace->ids->next());
    QVERIFY(!stranger);
    QCOMPARE(stranger.error().code, base::ErrorCode::NotPermitted);
}

void TestWorkspace::rootAdminsOfTheEnvironmentAreSeeded()
{
    QTemporaryDir dir;
    qputenv("OTC_ROOT_ADMIN_SUBJECTS", "mara, tomas");
    QVERIFY(wiring::createWorkspace(dir.filePath(QStringLiteral("w")), QString()));
    const auto workspace = wiring::openWorkspace(dir.filePath(QStringLiteral("w")));
    QVERIFY(workspace);
    const auto authority = workspace->authority->open();
    QVERIFY(authority);
    auto unit = (*authority)->begin(domain::Access::Read);
    QVERIFY(unit);
    for (const QString &subject : {QStringLiteral("mara"), QStringLiteral("tomas"), wiring::osUser()}) {
        const auto roles = (*unit)->operators().rolesOf(subject);
        QVERIFY(roles);
        QCOMPARE(*roles, QList<domain::Role>{domain::Role::RootAdmin});
    }
}

void TestWorkspace::makesTheFolderOfTheDefaultWorkspaceOnly()
{
    QTemporaryDir dir;
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", dir.filePath(QStringLiteral("share")).toUtf8());
    const QString path = wiring::defaultWorkspacePath();
    const auto made = wiring::createWorkspace(path, QString());
    const auto elsewhere = wiring::createWorkspace(dir.filePath(QStringLiteral("no/such/w")), QString());
    qputenv("XDG_DATA_HOME", before);
    QCOMPARE(path, dir.filePath(QStringLiteral("share/gatehouse/workspace.gatehouse")));
    QVERIFY(made);
    QVERIFY(QFile::exists(path));
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().code, base::ErrorCode::WorkspaceNotFound);
}

void TestWorkspace::aDatabaseNeedsAnObjectFolder()
{
    const auto made = wiring::createWorkspace(QStringLiteral("postgresql://127.0.0.1:1/gatehouse"), QString());
    QVERIFY(!made);
    QCOMPARE(made.error().code, base::ErrorCode::TextMissing);
}

void TestWorkspace::findsTheProgramThatShowsDocuments()
{
    const auto workspace = wiring::openWorkspace(QStringLiteral("./none"));
    QVERIFY(workspace);
    const auto document = workspace->documents->open("A text.\n");
    QVERIFY(document);
    QCOMPARE((*document)->pageCount(), 1);
}

void TestWorkspace::theBoardCacheBelongsToOneSubjectInItsWorkspace()
{
    QTemporaryDir dir;
    const QString first = dir.filePath(QStringLiteral("a"));
    const QString second = dir.filePath(QStringLiteral("b"));
    QVERIFY(wiring::createWorkspace(first, QString()));
    QVERIFY(wiring::createWorkspace(second, QString()));
    const QString mara = QStringLiteral("mara");
    {
        const auto cache = wiring::boardCacheOpener(first)(mara);
        QVERIFY(cache);
        QVERIFY(cache->store({}, {7, QStringLiteral("event")}));
    }
    // Another's has a file of its own.
    const auto others = wiring::boardCacheOpener(first)(QStringLiteral("tomas"));
    const auto same = wiring::boardCacheOpener(first)(mara);
    const auto elsewhere = wiring::boardCacheOpener(second)(mara);
    QVERIFY(same && others && elsewhere);
    QCOMPARE(same->upToEvent()->number, 7);
    QCOMPARE(others->upToEvent()->number, 0);
    QCOMPARE(elsewhere->upToEvent()->number, 0);
    QVERIFY(!wiring::boardCacheOpener(dir.filePath(QStringLiteral("none")))(mara));
}

GATEHOUSE_TEST(TestWorkspace)
#include "tst_workspace.moc"
