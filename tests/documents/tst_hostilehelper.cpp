#include "documents/helperwatch.h"
#include "documents/processdocumentopener.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

// What a helper may do that a document has taken over, and what becomes of it: fakerender does what the document says.
class TestHostileHelper : public QObject
{
    Q_OBJECT

    using Document = std::unique_ptr<gatehouse::domain::OpenDocument>;

    static gatehouse::base::Result<Document> opened(const char *wrong)
    {
        return gatehouse::test::patientOpener(gatehouse::test::fakeHelper()).open(QByteArray(wrong) + " is wrong");
    }

    static QByteArray nameOf(int process)
    {
        QFile file(QStringLiteral("/proc/%1/comm").arg(process));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    // It waits to be reaped: its descriptors are closed.
    static bool hasEnded(int process)
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(") Z ");
    }

    int m_descriptors = 0;

private Q_SLOTS:
    void init() { m_descriptors = gatehouse::test::openDescriptors(); }

    // Whatever happened: nothing is left over.
    void cleanup()
    {
        QCOMPARE(gatehouse::test::childProcesses(), QList<int>());
        QCOMPARE(gatehouse::test::openDescriptors(), m_descriptors);
    }

    void refusesADocumentThatIsNotOpenedAsAsked_data()
    {
        QTest::addColumn<QString>("why");

        QTest::newRow("garbage") << QStringLiteral("crashed");
        QTest::newRow("short") << QStringLiteral("crashed");
        QTest::newRow("hash") << QStringLiteral("crashed");
        QTest::newRow("nopages") << QStringLiteral("crashed");
        QTest::newRow("pages") << QStringLiteral("crashed");
        QTest::newRow("nan") << QStringLiteral("crashed");
        // It closes its end of the line and lives on.
        QTest::newRow("leaves") << QStringLiteral("crashed");
    }

    void refusesADocumentThatIsNotOpenedAsAsked()
    {
        QFETCH(QString, why);
        const auto document = opened(QTest::currentDataTag());
        QVERIFY(!document);
        QVERIFY(document.error().code == gatehouse::base::ErrorCode::DocumentUnreadable);
        QCOMPARE(document.error().arguments, QStringList{why});
    }

    void refusesAPageThatIsNotAnsweredAsAsked_data()
    {
        QTest::addColumn<bool>("text");

        QTest::newRow("longer") << false;
        QTest::newRow("shorter") << false;
        QTest::newRow("more") << false;
        QTest::newRow("otherid") << false;
        QTest::newRow("gigabytes") << true;
        QTest::newRow("outside") << true;
    }

    void refusesAPageThatIsNotAnsweredAsAsked()
    {
        QFETCH(bool, text);
        const auto document = opened(QTest::currentDataTag());
        QVERIFY(document);
        const QString outcome = text ? gatehouse::test::outcomeOf((*document)->text(0))
                                     : gatehouse::test::outcomeOf((*document)->render(0, {20, 20}));
        QCOMPARE(outcome, QStringLiteral("crashed"));
        // Another helper answers what is left to ask.
        QVERIFY((*document)->pageSize(1));
    }

    void givesUpAHelperThatSaysNothing()
    {
        const gatehouse::documents::ProcessDocumentOpener opener(gatehouse::test::fakeHelper(),
                                                                 std::chrono::milliseconds(300));
        const auto document = opener.open("silent");
        QCOMPARE(gatehouse::test::outcomeOf(document), QStringLiteral("slow"));
    }

    void asksASlowPageAgainOnlyWhenItIsSmaller()
    {
        const gatehouse::documents::ProcessDocumentOpener opener(gatehouse::test::fakeHelper(),
                                                                 std::chrono::milliseconds(1500));
        const auto document = opener.open("slow");
        QVERIFY(document);
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {20, 20})), QStringLiteral("slow"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {30, 20})), QStringLiteral("slow"));
        QVERIFY2(timer.elapsed() < 1000, "it was asked for again");
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {5, 5})), QStringLiteral("ok"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(1, {5, 5})), QStringLiteral("ok"));
    }

    void aPageThatCrashedItIsNotAskedForAgain()
    {
        const auto document = opened("crashes");
        QVERIFY(document);
        const auto broken = (*document)->render(1, {20, 20});
        QVERIFY(!broken);
        QVERIFY(broken.error().code == gatehouse::base::ErrorCode::PageUnreadable);
        QCOMPARE(broken.error().subject, QStringLiteral("2"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {20, 20})), QStringLiteral("ok"));
        const QList<int> helper = gatehouse::test::childProcesses();
        QCOMPARE(helper.size(), 1);
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(1, {20, 20})), QStringLiteral("crashed"));
        QCOMPARE(gatehouse::test::childProcesses(), helper); // the same one, unharmed
        QCOMPARE(gatehouse::test::outcomeOf((*document)->text(1)), QStringLiteral("ok"));
    }

    void aHelperThatIsKilledInAPageCostsThatPage()
    {
        const auto document = opened("slow"); // patience: 30 seconds
        QVERIFY(document);
        const int helper = gatehouse::test::childProcesses().value(0);
        QString outcome;
        const std::unique_ptr<QThread> asking(QThread::create([&] {
            outcome = gatehouse::test::outcomeOf((*document)->render(2, {20, 20}));
        }));
        asking->start();
        QTRY_COMPARE(nameOf(helper), QByteArray("at work"));
        QCOMPARE(::kill(helper, SIGKILL), 0);
        QVERIFY(asking->wait(20'000));
        QCOMPARE(outcome, QStringLiteral("crashed"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(2, {5, 5})), QStringLiteral("crashed"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {5, 5})), QStringLiteral("ok"));
    }

    void aHelperThatEndsBetweenPagesCostsNone()
    {
        const auto document = opened("fine");
        QVERIFY(document);
        const int helper = gatehouse::test::childProcesses().value(0);
        QCOMPARE(::kill(helper, SIGKILL), 0);
        QTRY_VERIFY(hasEnded(helper));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {20, 20})), QStringLiteral("ok"));
    }

    void aThreadThatIsToEndLetsASlowPageGo()
    {
        const auto document = opened("slow"); // patience: 30 seconds
        QVERIFY(document);
        gatehouse::base::ErrorCode code = gatehouse::base::ErrorCode::Internal;
        const std::unique_ptr<QThread> asking(QThread::create([&] {
            const auto page = (*document)->render(0, {20, 20});
            code = page ? code : page.error().code;
        }));
        asking->start();
        asking->requestInterruption();
        QVERIFY(asking->wait(10'000));
        QVERIFY(code == gatehouse::base::ErrorCode::Cancelled);
    }

    // Whatever else this process has open, with or without O_CLOEXEC, and whatever stands in its environment.
    void isGivenTheDocumentAndASocketAlone()
    {
        const int ours = ::open("/dev/null", O_RDONLY);
        qputenv("GATEHOUSE_SECRET", "1");
        const auto document = opened("fine");
        ::close(ours);
        qunsetenv("GATEHOUSE_SECRET");
        QVERIFY(document);
        const QString process = QStringLiteral("/proc/%1/").arg(gatehouse::test::childProcesses().value(0));
        QCOMPARE(QDir(process + QStringLiteral("fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                              QStringLiteral("4")}));
        QFile environment(process + QStringLiteral("environ"));
        QVERIFY(environment.open(QIODevice::ReadOnly));
        QCOMPARE(environment.readAll(), QByteArray("LC_ALL=C.UTF-8\0", 15));
    }

    void saysWhatIsWrongWithTheProgram_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("arguments");

        QTest::newRow("not there") << QStringLiteral("/nowhere/gatehouse-render") << QByteArray("fine")
                                   << QStringList();
        QTest::newRow("no program") << QStringLiteral("/etc/passwd") << QByteArray("fine") << QStringList();
        QTest::newRow("can't be loaded") << gatehouse::test::fakeHelper() << QByteArray("unloadable") << QStringList();
        QTest::newRow("can't lock itself in")
            << gatehouse::test::fakeHelper() << QByteArray("unprotected") << QStringList{QStringLiteral("unprotected")};
    }

    void saysWhatIsWrongWithTheProgram()
    {
        QFETCH(QString, program);
        QFETCH(QByteArray, document);
        QFETCH(QStringList, arguments);
        const auto result = gatehouse::test::patientOpener(program).open(document);
        QVERIFY(!result);
        QVERIFY(result.error().kind == gatehouse::base::ErrorKind::Unreachable);
        QVERIFY(result.error().code == gatehouse::base::ErrorCode::RendererMissing);
        QCOMPARE(result.error().subject, program);
        QCOMPARE(result.error().arguments, arguments);
    }
};

GATEHOUSE_TEST(TestHostileHelper)

#include "tst_hostilehelper.moc"
