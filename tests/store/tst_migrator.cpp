#include "store/migrator.h"

#include "domain/text.h"
#include "store/posixfile.h"
#include "store/postgresaddress.h"
#include "store/statement.h"
#include "store/testworkspace.h"
#include "support/testmain.h"

#include <QDir>
#include <QRegularExpression>

#include <atomic>
#include <thread>
#include <vector>

class TestMigrator : public QObject
{
    Q_OBJECT

    using Connection = gatehouse::store::Connection;
    using Dialect = gatehouse::store::Dialect;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using Migration = gatehouse::store::Migration;
    using Migrator = gatehouse::store::Migrator;
    using On = gatehouse::storetest::On;
    using SchemaState = gatehouse::store::SchemaState;

    // An empty database.
    struct Database
    {
        explicit Database(On where) : on(where)
        {
            if (on == On::Postgres)
                server = std::make_unique<gatehouse::support::TestDatabase>();
            else if (!gatehouse::store::createPrivateFile(file()))
                qWarning("no file");
        }
        QString file() const { return folder.filePath(QStringLiteral("w.gatehouse")); }
        std::unique_ptr<Connection> open() const
        {
            auto opened = on == On::Sqlite
                              ? Connection::openSqlite(file(), gatehouse::store::SqliteUse::Workspace)
                              : Connection::openPostgres(*gatehouse::store::PostgresAddress::parse(server->uri()));
            return opened ? *std::move(opened) : nullptr;
        }

        On on;
        QTemporaryDir folder;
        std::unique_ptr<gatehouse::support::TestDatabase> server;
    };

    static Migration migration(int number, int minCompatible, const QStringList &statements)
    {
        return {number, QStringLiteral("m%1").arg(number), minCompatible, QStringLiteral("sum-%1").arg(number),
                statements};
    }

    // A table, then a second one and a row, then a third.
    static QList<Migration> upTo(int number, int minCompatibleOfLast = 1)
    {
        QList<Migration> all{
            migration(1, 1, {QStringLiteral("CREATE TABLE a (x BIGINT)")}),
            migration(2, 1, {QStringLiteral("CREATE TABLE b (x BIGINT)"), QStringLiteral("INSERT INTO b VALUES (1)")}),
            migration(3, 1, {QStringLiteral("CREATE TABLE c (x BIGINT)")})};
        all.resize(number);
        all.last().minCompatible = minCompatibleOfLast;
        return all;
    }

    static gatehouse::base::Result<void> migrate(Connection &connection, const QList<Migration> &migrations)
    {
        return Migrator(connection, migrations, {1773306000000}).migrate();
    }

    static gatehouse::base::Result<SchemaState> inspect(Connection &connection, const QList<Migration> &migrations)
    {
        return Migrator(connection, migrations, {1}).inspect();
    }

    static qint64 count(Connection &connection, const char *sql)
    {
        auto number = gatehouse::store::Statement(connection, QString::fromLatin1(sql)).number();
        return number ? *number : -1;
    }

    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }

    static QStringList backups(const Database &database)
    {
        return QDir(database.folder.path()).entryList({QStringLiteral("*.bak-*")}, QDir::Files);
    }

#define BEGIN_ON_BOTH()                                                                                                \
    QFETCH(On, on);                                                                                                    \
    STORE_SKIPS_WITHOUT(on);                                                                                           \
    const Database database(on);                                                                                       \
    const auto connection = database.open();                                                                           \
    QVERIFY(connection)

private Q_SLOTS:
    void bringsAnEmptyDatabaseToTheNewest_data()
    {
        addDialects();
    }
    void bringsAnEmptyDatabaseToTheNewest()
    {
        BEGIN_ON_BOTH();
        QVERIFY(inspect(*connection, upTo(3))->kind == SchemaState::Kind::Missing);
        STORE_VERIFY(migrate(*connection, upTo(3)));
        const auto state = inspect(*connection, upTo(3));
        QVERIFY(state->kind == SchemaState::Kind::Current);
        QCOMPARE(state->version, 3);
        QCOMPARE(count(*connection, "SELECT count(*) FROM gatehouse_migrations"), 3);
        // There was nothing to keep.
        QCOMPARE(backups(database), QStringList());
    }

    void appliesWhatIsDueAndKeepsTheOldFile_data()
    {
        addDialects();
    }
    void appliesWhatIsDueAndKeepsTheOldFile()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(1)));
        QVERIFY(connection->execute(QStringLiteral("INSERT INTO a VALUES (7)")));
        const auto state = inspect(*connection, upTo(3));
        QVERIFY(state->kind == SchemaState::Kind::Older);
        QCOMPARE(state->version, 1);
        STORE_VERIFY(migrate(*connection, upTo(3)));
        QCOMPARE(count(*connection, "SELECT x FROM a"), 7);
        QCOMPARE(count(*connection, "SELECT count(*) FROM b"), 1);
        STORE_VERIFY(migrate(*connection, upTo(3)));
        QCOMPARE(count(*connection, "SELECT count(*) FROM b"), 1);
        if (on == On::Postgres)
            return;
        QCOMPARE(backups(database), QStringList{QStringLiteral("w.gatehouse.bak-1-20260312T090000000Z")});
        const QString copy = database.folder.filePath(backups(database).constFirst());
        QCOMPARE(QFile::permissions(copy)
                     & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
                 QFile::Permissions());
        gatehouse::storetest::RawClient old(On::Sqlite, copy);
        QCOMPARE(old.value(QStringLiteral("SELECT x FROM a")), QStringLiteral("7"));
        QCOMPARE(old.value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")), QStringLiteral("0"));
        QCOMPARE(old.value(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    void worksWithANewerSchemaThatAllowsIt_data()
    {
        addDialects();
    }
    void worksWithANewerSchemaThatAllowsIt()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(3, 2)));
        const auto state = inspect(*connection, upTo(2));
        STORE_VERIFY(state);
        QVERIFY(state->kind == SchemaState::Kind::NewerCompatible);
        QCOMPARE(state->version, 3);
        STORE_VERIFY(migrate(*connection, upTo(2)));
        QCOMPARE(count(*connection, "SELECT count(*) FROM gatehouse_migrations"), 3);
    }

    void refusesANewerSchemaThatDoesNot_data()
    {
        addDialects();
    }
    void refusesANewerSchemaThatDoesNot()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(3, 3)));
        const auto state = inspect(*connection, upTo(2));
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::SchemaIncompatible);
        QCOMPARE(state.error().kind, ErrorKind::Unreachable);
        QCOMPARE(state.error().arguments, (QStringList{QStringLiteral("3"), QStringLiteral("2")}));
        QVERIFY(!migrate(*connection, upTo(2)));
    }

    void refusesAMigrationThatWasEditedSince_data()
    {
        addDialects();
    }
    void refusesAMigrationThatWasEditedSince()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(2)));
        auto edited = upTo(3);
        edited[0].checksum = QStringLiteral("other");
        const auto done = migrate(*connection, edited);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::SchemaAltered);
        QCOMPARE(done.error().arguments, QStringList{QStringLiteral("m1")});
        QCOMPARE(count(*connection, "SELECT count(*) FROM gatehouse_migrations"), 2);
    }

    void leavesTheOldSchemaWhenAStepFails_data()
    {
        addDialects();
    }
    void leavesTheOldSchemaWhenAStepFails()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(1)));
        auto broken = upTo(3);
        broken[2].statements.append(QStringLiteral("CREATE TABLE a (again BIGINT)"));
        QVERIFY(!migrate(*connection, broken));
        QCOMPARE(inspect(*connection, upTo(3))->version, 1);
        QCOMPARE(backups(database), QStringList());
        STORE_VERIFY(migrate(*connection, upTo(3)));
        QCOMPARE(count(*connection, "SELECT count(*) FROM b"), 1);
    }

    void twoAtOnceDoItOnce_data()
    {
        addDialects();
    }
    void twoAtOnceDoItOnce()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(migrate(*connection, upTo(1)));
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(6);
            for (int i = 0; i < 6; ++i) {
                threads.emplace_back([&] {
                    const auto mine = database.open();
                    const auto done = migrate(*mine, upTo(3));
                    if (!done)
                        qWarning("%s", qPrintable(gatehouse::storetest::textOf(done.error())));
                    failures += !done;
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(count(*connection, "SELECT count(*) FROM b"), 1);
        QCOMPARE(count(*connection, "SELECT count(*) FROM gatehouse_migrations"), 3);
        if (on == On::Sqlite)
            QCOMPARE(backups(database).size(), 1);
    }

    void splitsAtTheSeparatorLineOnly()
    {
        const auto migration = gatehouse::store::readMigration(
            QStringLiteral("0007_two_words.sql"), "-- min_compatible: 5\nCREATE TABLE t (x); -- ;; here not\n-- "
                                                  ";;\nCREATE TRIGGER u BEGIN SELECT 1; SELECT 2; END\n");
        STORE_VERIFY(migration);
        QCOMPARE(migration->number, 7);
        QCOMPARE(migration->name, QStringLiteral("two_words"));
        QCOMPARE(migration->minCompatible, 5);
        QCOMPARE(migration->statements.size(), 2);
        QVERIFY(
            migration->statements.at(1).startsWith(QStringLiteral("CREATE TRIGGER u BEGIN SELECT 1; SELECT 2; END")));
    }

    void refusesAMigrationOfAnotherForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no number") << QStringLiteral("workspace.sql") << QByteArray("-- min_compatible: 1\nSELECT 1");
        QTest::newRow("no min_compatible") << QStringLiteral("0001_a.sql") << QByteArray("SELECT 1");
        QTest::newRow("min_compatible later")
            << QStringLiteral("0001_a.sql") << QByteArray("SELECT 1\n-- min_compatible: 1\n");
    }
    void refusesAMigrationOfAnotherForm()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QVERIFY(!gatehouse::store::readMigration(name, text));
    }

    void bothDialectsNameTheSameConstraintsAndRules()
    {
        const auto named = [](Dialect dialect) {
            QSet<QString> names;
            const auto migrations = gatehouse::store::bundledMigrations(dialect);
            static const QRegularExpression shape(
                QStringLiteral(R"(\b(?:pk|uq|fk|ck|ix)_[a-z_0-9]+|\bGH(?!010)(?!020)\d{3})"));
            for (const Migration &migration : *migrations) {
                for (const QString &statement : migration.statements) {
                    for (auto match = shape.globalMatch(statement); match.hasNext();)
                        names.insert(match.next().captured());
                }
            }
            return names;
        };
        const auto sqlite = named(Dialect::Sqlite);
        QVERIFY(sqlite.size() > 60);
        QCOMPARE(sqlite - named(Dialect::Postgres), QSet<QString>());
        QCOMPARE(named(Dialect::Postgres) - sqlite, QSet<QString>());
    }

    // Whole numbers and text compared by bytes, nothing else; a table that is not STRICT is missing on its side.
    void bothDialectsHaveTheSameColumns()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        using namespace gatehouse::storetest;
        TestWorkspace file(On::Sqlite);
        TestWorkspace server(On::Postgres);
        const QString ofSqlite = file.rawClient()->value(QStringLiteral(
            "SELECT group_concat(c, ' ') FROM (SELECT m.name || '.' || p.name || ':' || replace(replace(p.type, "
            "'INTEGER', 'bigint'), 'TEXT', 'text C')"
            " AS c FROM pragma_table_list AS m JOIN pragma_table_info(m.name) AS p WHERE m.schema = 'main'"
            " AND m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.strict = 1 ORDER BY 1)"));
        const QString ofPostgres = server.rawClient()->value(
            QStringLiteral("SELECT string_agg(c, ' ' ORDER BY c COLLATE \"C\") FROM (SELECT table_name || '.' || "
                           "column_name || ':' || data_type || coalesce(' ' || collation_name, '') AS c"
                           " FROM information_schema.columns WHERE table_schema = 'gatehouse') AS t"));
        QVERIFY(ofSqlite.contains(QStringLiteral("partners.approved_at:bigint")));
        QCOMPARE(ofPostgres, ofSqlite);
    }
#undef BEGIN_ON_BOTH
};

GATEHOUSE_TEST(TestMigrator)

#include "tst_migrator.moc"
