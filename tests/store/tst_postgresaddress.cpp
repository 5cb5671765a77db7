#include "store/postgresaddress.h"

#include "store/testworkspace.h"
#include "store/workspace.h"
#include "support/testmain.h"

#include <QScopeGuard>

#include <map>

class TestPostgresAddress : public QObject
{
    Q_OBJECT

    using PostgresAddress = gatehouse::store::PostgresAddress;

private Q_SLOTS:
    void readsHostUserPasswordAndDatabase_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("database");
        const auto row = [](const char *address, const char *host, const char *user, const char *password,
                            const char *database) {
            QTest::newRow(address) << QString::fromUtf8(address) << QString::fromUtf8(host) << QString::fromUtf8(user)
                                   << QString::fromUtf8(password) << QString::fromUtf8(database);
        };
        row("postgresql://maria@db.example:5433/gate", "db.example", "maria", "", "gate");
        row("postgres://maria:a%40b%3Ac@db/gate", "db", "maria", "a@b:c", "gate");
        row("postgresql://a@b:c@db/gate", "db", "a@b", "c", "gate");
        row("postgresql://db1:1,db2:2,[::1]:3/gate", "db1,db2,::1", "", "", "gate");
        row("postgresql://maria@/gate?host=/run/pg&port=5987", "/run/pg", "maria", "", "gate");
        row("postgresql:///gate", "", "", "", "gate");
        row("postgresql://", "", "", "", "");
        row("postgresql://%2Frun%2Fpg/gate%20two", "/run/pg", "", "", "gate two");
        row("host=db dbname = 'my gate' user=maria password='it\\'s \\\\'", "db", "maria", "it's \\", "my gate");
        row("  host=db", "db", "", "", "");
        row("host=db password=''", "db", "", "", "");
    }
    void readsHostUserPasswordAndDatabase()
    {
        QFETCH(QString, address);
        QFETCH(QString, host);
        QFETCH(QString, user);
        QFETCH(QString, password);
        QFETCH(QString, database);
        const auto parsed = PostgresAddress::parse(address);
        QVERIFY(parsed);
        QCOMPARE(parsed->value(QStringLiteral("host")), host);
        QCOMPARE(parsed->value(QStringLiteral("user")), user);
        QCOMPARE(parsed->value(QStringLiteral("password")), password);
        QCOMPARE(parsed->value(QStringLiteral("dbname")), database);
        QVERIFY(!parsed->otherOptions().contains(QStringLiteral("password")));
        QVERIFY(password.isEmpty() || !parsed->displayName().contains(password));
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"nonsense", "host=db nonsense", "host='db", "postgresql://db/x?keyword", "", "host=db options=a;b",
              "postgresql://user:SEC/RET@localhost:1/db", "postgresql://user:SEC?RET@h/db",
              "postgresql:/user:SECRET@h/db", "postgres:user:SECRET@h", "POSTGRESQL://user:SECRET@h/db",
              "postgresql://SEC/RET@h", "dbname=postgresql://user:SECRET@h/db", "host=user:SECRET@h",
              "host='password=SECRET'", "postgresql://a:1,user:SECRET/db", "user=x password=SEC RET",
              "password=SECRET'"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, address);
        const auto parsed = PostgresAddress::parse(address);
        QVERIFY(!parsed);
        const QString told = gatehouse::storetest::textOf(parsed.error());
        QVERIFY2(!told.contains(QStringLiteral("SEC")) && !told.contains(QStringLiteral("RET")), qPrintable(told));
        QCOMPARE(parsed.error().kind, gatehouse::base::ErrorKind::Invalid);
    }

    void verifiesTheServerUnlessItIsThisMachine_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("sslmode");
        QTest::addColumn<QByteArray>("variable"); // PGHOST=...
        const auto row = [](const char *address, const char *sslmode, const char *variable = "") {
            QTest::addRow("%s %s", address, variable)
                << QString::fromLatin1(address) << QString::fromLatin1(sslmode) << QByteArray(variable);
        };
        row("postgresql://db.example/gate", "verify-full");
        row("postgresql://localhost,db.example/gate", "verify-full");
        row("postgresql://db.example/gate?sslmode=require", "require");
        row("postgresql://localhost/gate", "");
        row("postgresql://127.0.0.1,[::1]/gate", "");
        row("postgresql:///gate?host=/run/pg", "");
        row("host=/run/pg", "");
        row("host=localhost hostaddr=::1", "");
        row("dbname=gate", "");
        row("dbname=gate", "", "PGHOST=/run/pg");
        row("dbname=gate", "", "PGHOSTADDR=127.0.0.1");
        row("host=127.evil.example", "verify-full");
        row("host=127.0.0.1.evil.example", "verify-full");
        row("host=127.0.0.256", "verify-full");
        row("hostaddr=203.0.113.5 dbname=gate", "verify-full");
        row("host=localhost hostaddr=203.0.113.5", "verify-full");
        row("dbname=gate", "verify-full", "PGHOST=db.example");
        row("host=localhost", "", "PGHOST=db.example");
        row("host=localhost", "verify-full", "PGHOSTADDR=203.0.113.5");
        row("dbname=gate", "verify-full", "PGSERVICE=team");
        row("service=team", "verify-full");
        row("service=team sslmode=require", "require");
    }
    void verifiesTheServerUnlessItIsThisMachine()
    {
        QFETCH(QString, address);
        QFETCH(QString, sslmode);
        QFETCH(QByteArray, variable);
        static constexpr const char *variables[] = {"PGHOST", "PGHOSTADDR", "PGSERVICE"};
        std::map<QByteArray, QByteArray> before;
        for (const char *name : variables) {
            if (qEnvironmentVariableIsSet(name))
                before[name] = qgetenv(name);
            qunsetenv(name);
        }
        const auto restored = qScopeGuard([&] {
            for (const char *name : variables)
                qunsetenv(name);
            for (const auto &[name, value] : before)
                qputenv(name.constData(), value);
        });
        if (!variable.isEmpty())
            qputenv(variable.left(variable.indexOf('=')).constData(), variable.mid(variable.indexOf('=') + 1));
        QCOMPARE(PostgresAddress::parse(address)->value(QStringLiteral("sslmode")), sslmode);
    }

    void severalHostsMeanTheOneThatTakesWrites()
    {
        const QString keyword = QStringLiteral("target_session_attrs");
        QCOMPARE(PostgresAddress::parse(QStringLiteral("postgresql://a,b/gate"))->value(keyword),
                 QStringLiteral("read-write"));
        QCOMPARE(PostgresAddress::parse(QStringLiteral("postgresql://a/gate"))->value(keyword), QString());
        QCOMPARE(
            PostgresAddress::parse(QStringLiteral("postgresql://a,b/gate?target_session_attrs=any"))->value(keyword),
            QStringLiteral("any"));
    }

    void quotesOptions()
    {
        const auto parsed =
            PostgresAddress::parse(QStringLiteral("postgresql://h:1,h:2/gate?application_name=it's%20a%20\\"));
        QVERIFY(parsed->otherOptions().contains(QStringLiteral("application_name='it\\'s a \\\\'")));
        QVERIFY(parsed->otherOptions().contains(QStringLiteral("port='1,2'")));
    }

    void tellsAnAddressFromAFile_data()
    {
        QTest::addColumn<QString>("workspace");
        QTest::addColumn<bool>("address");
        QTest::newRow("uri") << QStringLiteral("postgresql://db/gate") << true;
        QTest::newRow("short uri") << QStringLiteral("postgres://db/gate") << true;
        QTest::newRow("keywords") << QStringLiteral("user=maria dbname=gate") << true;
        QTest::newRow("service") << QStringLiteral("service=team") << true;
        for (const char *secret : {"postgresql:/user:SECRET@h/db", "postgres:user:SECRET@h", "PostgreSQL://u:SECRET@h",
                                   " postgres://u:S@h", "user=x password=SECRET", "hostaddr=127.0.0.1 password=SECRET",
                                   "PASSWORD = SECRET", "sslpassword=SECRET"})
            QTest::newRow(secret) << QString::fromLatin1(secret) << true;
        QTest::newRow("file named so on purpose") << QStringLiteral("./user=x") << false;
        QTest::newRow("file") << QStringLiteral("/home/maria/a.gatehouse") << false;
        QTest::newRow("file with a sign") << QStringLiteral("/home/maria/x=y.gatehouse") << false;
        QTest::newRow("relative file") << QStringLiteral("postgres.gatehouse") << false;
    }
    void tellsAnAddressFromAFile()
    {
        QFETCH(QString, workspace);
        QFETCH(bool, address);
        QCOMPARE(gatehouse::store::isPostgresAddress(workspace), address);
    }
};

GATEHOUSE_TEST(TestPostgresAddress)

#include "tst_postgresaddress.moc"
