#include "support/postgres.h"
#include "support/testmain.h"

class TestTestDatabase : public QObject
{
    Q_OBJECT

    using TestDatabase = gatehouse::support::TestDatabase;

private Q_SLOTS:
    void initTestCase() { GATEHOUSE_NEEDS_POSTGRES(); }

    void isEmptyAndItsOwn()
    {
        const TestDatabase database;
        QVERIFY2(database.isOpen(), qPrintable(database.errorText()));
        QCOMPARE(database.value(QStringLiteral("SELECT current_database()")), database.name());
        QCOMPARE(database.exec(QStringLiteral("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('x')")), QString());
        QCOMPARE(database.value(QStringLiteral("SELECT a FROM t")), QStringLiteral("x"));
    }

    void leavesNothingBehind()
    {
        const TestDatabase watcher;
        QVERIFY2(watcher.isOpen(), qPrintable(watcher.errorText()));
        QString name;
        QString login;
        {
            TestDatabase database;
            name = database.name();
            login = database.addLogin(QStringLiteral("maria"));
            QCOMPARE(login, name + QStringLiteral("_maria"));
            QCOMPARE(database.exec(QStringLiteral("CREATE TABLE t (a TEXT); ALTER TABLE t OWNER TO ") + login),
                     QString());
        }
        QCOMPARE(watcher.value(QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = '%1'").arg(name)),
                 QStringLiteral("0"));
        QCOMPARE(watcher.value(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = '%1'").arg(login)),
                 QStringLiteral("0"));
    }

    void saysWhatTheDatabaseComplainedAbout()
    {
        const TestDatabase database;
        QVERIFY(database.exec(QStringLiteral("SELECT nonsense")).contains(QStringLiteral("nonsense")));
    }
};

GATEHOUSE_TEST(TestTestDatabase)

#include "tst_testdatabase.moc"
