#include "operations/asyncrunner.h"
#include "operations/boardfeed.h"
#include "operations/queries.h"
#include "support/testmain.h"

#include <QPointer>
#include <QSemaphore>

class TestWorkerThread : public QObject
{
    Q_OBJECT

    // Stands at the door of the workspace for as long as a test wants, as behind another writer's lock.
    class SlowFactory final : public gatehouse::domain::AuthorityFactory
    {
    public:
        gatehouse::base::Result<std::unique_ptr<gatehouse::domain::Authority>> open() const override
        {
            entered.release();
            leave.acquire();
            return gatehouse::base::Error{
                gatehouse::base::ErrorKind::Unreachable, gatehouse::base::ErrorCode::WorkspaceBusy, {}, {}};
        }
        QString displayName() const override { return {}; }

        mutable QSemaphore entered;
        mutable QSemaphore leave;
    };

    static constexpr std::chrono::seconds patience{20};

private Q_SLOTS:
    void endsWithoutWaitingForWhatIsUnderWay()
    {
        const auto factory = std::make_shared<SlowFactory>();
        QFuture<gatehouse::base::Result<gatehouse::operations::WhoAmI::Me>> underWay;
        QFuture<gatehouse::base::Result<gatehouse::operations::WhoAmI::Me>> behind;
        {
            gatehouse::operations::AsyncRunner runner(factory, nullptr, nullptr, {});
            gatehouse::operations::BoardFeed feed(factory, nullptr, nullptr, {}, nullptr);
            underWay = runner.ask(gatehouse::operations::WhoAmI{});
            behind = runner.ask(gatehouse::operations::WhoAmI{});
            feed.start();
            QVERIFY(factory->entered.tryAcquire(2, 10000));
        }
        QVERIFY(!gatehouse::operations::WorkerThread::waitForEnded(std::chrono::milliseconds(1)));
        QVERIFY(!underWay.isFinished());

        factory->leave.release(2);
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(patience));
        QVERIFY(underWay.isFinished());
        QCOMPARE(underWay.resultCount(), 1);
        QVERIFY(behind.isFinished());
        QCOMPARE(behind.resultCount(), 0);
        QCOMPARE(factory.use_count(), 1);
    }

    void aFeedThatWasLetGoLooksNoMore()
    {
        const auto factory = std::make_shared<SlowFactory>();
        {
            gatehouse::operations::BoardFeed feed(factory, nullptr, nullptr, {}, nullptr);
            feed.start();
            for (int i = 0; i < 3; ++i)
                feed.poke();
            QVERIFY(factory->entered.tryAcquire(1, 10000));
        }
        factory->leave.release(4);
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(patience));
        QCOMPARE(factory->entered.available(), 0);
    }

    void goesByItselfWhereALoopRuns()
    {
        auto *worker = new QObject;
        QPointer<QThread> thread;
        {
            const gatehouse::operations::WorkerThread at(QStringLiteral("test"), worker);
            thread = worker->thread();
        }
        QVERIFY(thread);
        QTRY_VERIFY(!thread);
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded({}));
    }
};

GATEHOUSE_TEST(TestWorkerThread)

#include "tst_workerthread.moc"
