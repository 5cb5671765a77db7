#include "wiring/identity.h"

#include "support/testmain.h"

#include <QProcess>
#include <QTest>

#include <memory>

using namespace gatehouse;

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("OTC_ROOT_ADMIN_SUBJECTS"); }
    void theEnvironmentDoesNotSayWhoSitsHere();
    void readsRootAdminsFromTheEnvironment_data();
    void readsRootAdminsFromTheEnvironment();
    void refusesASubjectThatIsNone();
};

void TestIdentity::theEnvironmentDoesNotSayWhoSitsHere()
{
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-run")});
    QVERIFY(id.waitForFinished());
    const QString expected = QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed();
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QByteArray before = qgetenv(variable);
        const bool wasSet = qEnvironmentVariableIsSet(variable);
        qputenv(variable, "mara.okafor");
        QCOMPARE(wiring::osUser(), expected);
        wasSet ? qputenv(variable, before) : qunsetenv(variable);
    }
}

void TestIdentity::readsRootAdminsFromTheEnvironment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QStringList>("subjects");
    QTest::newRow("unset") << QString() << QStringList();
    QTest::newRow("empty") << QStringLiteral("") << QStringList();
    QTest::newRow("one") << QStringLiteral("mara") << QStringList{QStringLiteral("mara")};
    QTest::newRow("two, spaced") << QStringLiteral(" mara , auth0|5f7 ")
                                 << QStringList{QStringLiteral("mara"), QStringLiteral("auth0|5f7")};
    QTest::newRow("gaps and repeats") << QStringLiteral(",mara,,mara,") << QStringList{QStringLiteral("mara")};
}

void TestIdentity::readsRootAdminsFromTheEnvironment()
{
    QFETCH(QString, variable);
    QFETCH(QStringList, subjects);
    if (!variable.isNull())
        qputenv("OTC_ROOT_ADMIN_SUBJECTS", variable.toUtf8());
    const auto read = wiring::rootAdminSubjects();
    QVERIFY(read);
    QCOMPARE(*read, subjects);
}

void TestIdentity::refusesASubjectThatIsNone()
{
    qputenv("OTC_ROOT_ADMIN_SUBJECTS", "mara," + QByteArray(300, 'x'));
    const auto read = wiring::rootAdminSubjects();
    QVERIFY(!read);
    QCOMPARE(read.error().subject, QStringLiteral("OTC_ROOT_ADMIN_SUBJECTS"));
}

GATEHOUSE_TEST(TestIdentity)
#include "tst_identity.moc"
