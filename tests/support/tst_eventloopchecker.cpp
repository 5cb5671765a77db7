#include "support/eventloopchecker.h"
#include "support/testmain.h"

#include <QThread>

class TestEventLoopChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysFreeWhileTheLoopTurns()
    {
        const gatehouse::support::EventLoopChecker checker;
        QTRY_VERIFY(checker.ticks() >= 3);
        QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
    }

    void noticesAThreadThatWaits()
    {
        const gatehouse::support::EventLoopChecker checker;
        QTRY_VERIFY(checker.ticks() >= 1);
        QThread::msleep(60);
        QVERIFY(!checker.stayedFree(std::chrono::milliseconds(50)));
    }

    void neverSaysFreeWithoutASingleTick()
    {
        const gatehouse::support::EventLoopChecker checker;
        QVERIFY(!checker.stayedFree());
    }
};

GATEHOUSE_TEST(TestEventLoopChecker)

#include "tst_eventloopchecker.moc"
