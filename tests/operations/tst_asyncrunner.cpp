#include "base/whendone.h"
#include "operations/asyncrunner.h"
#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/eventloopchecker.h"
#include "support/testmain.h"

#include <QSemaphore>

#include <stdexcept>

// The runner for doors that must never wait.
class TestAsyncRunner : public QObject
{
    Q_OBJECT

    using AsyncRunner = gatehouse::operations::AsyncRunner;
    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using FactoryInFront = gatehouse::operationstest::FactoryInFront;
    using On = gatehouse::operationstest::On;
    using OperationKind = gatehouse::domain::OperationKind;
    using Receipt = gatehouse::domain::Receipt;
    using Result = gatehouse::base::Result<Receipt>;
    using Role = gatehouse::domain::Role;

    // A test that failed must not leave its worker waiting for ever.
    static constexpr int patienceMs = 10000;

    BothDesks m_both;

    // Does something in the worker's thread instead of a change.
    struct Interlude final : gatehouse::operations::Operation
    {
        explicit Interlude(std::function<void()> act) : act(std::move(act)) { }
        std::function<void()> act;

        OperationKind kind() const override { return OperationKind::AddOperator; }
        QJsonObject canonical() const override { return {}; }

    protected:
        gatehouse::base::Result<QJsonObject> execute(gatehouse::operations::Transaction &) const override
        {
            act();
            return QJsonObject();
        }
    };

    static std::shared_ptr<FactoryInFront> factory(Desk &desk)
    {
        return std::make_shared<FactoryInFront>(desk.files().factory(), nullptr);
    }

    static std::unique_ptr<AsyncRunner> runner(Desk &desk, const std::shared_ptr<FactoryInFront> &factory)
    {
        const std::shared_ptr<gatehouse::base::IdSource> ids(&desk.files().ids, [](auto *) {});
        return std::make_unique<AsyncRunner>(factory, desk.playbooks(), ids, desk.root().caller());
    }

    // What came of a future, and where it arrived.
    struct Arrived
    {
        std::optional<Result> result;
        int times = 0;
        QThread *thread = nullptr;
    };

    static void await(QFuture<Result> future, QObject *receiver, Arrived &arrived)
    {
        gatehouse::base::whenDone(std::move(future), receiver, [&arrived](Result result) {
            arrived.result = std::move(result);
            arrived.thread = QThread::currentThread();
            ++arrived.times;
        });
    }

private Q_SLOTS:
    // What was asked for may be under way for longer than the one who asked lives; the desks are not to be.
    void cleanup() { QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(std::chrono::seconds(20))); }
    void cleanupTestCase() { m_both.close(); }

    void theResultArrivesWhereItWasAskedFor_data() { BothDesks::addDialects(); }
    void theResultArrivesWhereItWasAskedFor()
    {
        DESK_ON_BOTH();
        const auto async = runner(desk, factory(desk));
        QCOMPARE(async->caller().osUser, QStringLiteral("os-user"));
        QObject receiver;
        Arrived first;
        Arrived again;
        Arrived last;
        QThread *worker = nullptr;
        const QString request = desk.fresh("request");
        const auto operation = grant(desk.fresh("operator"), Role::Support);
        await(async->run(operation, request), &receiver, first);
        await(async->run(operation, request), &receiver, again);
        await(async->run(Interlude([&worker] { worker = QThread::currentThread(); }), desk.fresh("request")), &receiver,
              last);
        QCOMPARE(first.times, 0);
        QTRY_COMPARE(last.times, 1);
        QCOMPARE(again.times, 1);
        STORE_VERIFY(*first.result);
        QVERIFY(!(*first.result)->replayed);
        QVERIFY((*again.result)->replayed);
        QCOMPARE(first.times, 1);
        QCOMPARE(first.thread, QThread::currentThread());
        QVERIFY(worker != QThread::currentThread());
    }

    void aQueryIsAnsweredTheSameWay_data() { BothDesks::addDialects(); }
    void aQueryIsAnsweredTheSameWay()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const auto async = runner(desk, factory(desk));
        QObject receiver;
        QString name;
        std::optional<base::Error> refused;
        base::whenDone(async->ask(ShowPartner{partner}), &receiver, [&](const base::Result<PartnerView> &view) {
            if (view)
                name = view->facts.partner.name;
        });
        base::whenDone(async->ask(ShowPartner{QStringLiteral("nobody")}), &receiver,
                       [&](base::Result<PartnerView> view) {
                           if (!view)
                               refused = view.error();
                       });
        QTRY_VERIFY(refused);
        QCOMPARE(name, desk.view(partner).facts.partner.name);
        QCOMPARE(refused->code, ErrorCode::PartnerNotFound);
    }

    void nobodyIsCalledWhoIsGone_data() { BothDesks::addDialects(); }
    void nobodyIsCalledWhoIsGone()
    {
        DESK_ON_BOTH();
        const auto async = runner(desk, factory(desk));
        QSemaphore go;
        Arrived gone;
        Arrived stays;
        QObject staying;
        {
            QObject leaving;
            await(async->run(Interlude([&go] { go.tryAcquire(1, patienceMs); }), desk.fresh("request")), &leaving,
                  gone);
        }
        go.release();
        await(async->run(Interlude([] {}), desk.fresh("request")), &staying, stays);
        QTRY_COMPARE(stays.times, 1);
        STORE_VERIFY(*stays.result);
        QCOMPARE(gone.times, 0);
    }

    // Of three requests the first is under way and ends; the others are not begun.
    void aRunnerThatGoesEndsWhatIsUnderWayAndCancelsTheRest_data() { BothDesks::addDialects(); }
    void aRunnerThatGoesEndsWhatIsUnderWayAndCancelsTheRest()
    {
        DESK_ON_BOTH();
        auto async = runner(desk, factory(desk));
        QSemaphore begun;
        QSemaphore gone;
        std::atomic<int> executed = 0;
        QObject receiver;
        std::array<Arrived, 3> arrived;
        for (Arrived &one : arrived) {
            const auto wait = [&] {
                ++executed;
                begun.release();
                gone.tryAcquire(1, patienceMs);
            };
            await(async->run(Interlude(wait), desk.fresh("request")), &receiver, one);
        }
        begun.acquire();
        async.reset();
        gone.release(3); // for each, if they were begun
        QTRY_COMPARE(arrived[2].times, 1);
        QCOMPARE(executed.load(), 1);
        QCOMPARE(arrived[0].times, 1);
        STORE_VERIFY(*arrived[0].result);
        for (size_t i : {1, 2}) {
            QCOMPARE(arrived[i].times, 1);
            DESK_REFUSED(*arrived[i].result, Cancelled);
            QCOMPARE(arrived[i].result->error().kind, base::ErrorKind::Cancelled);
        }
    }

    void aFutureThatIsCancelledIsNotDone_data() { BothDesks::addDialects(); }
    void aFutureThatIsCancelledIsNotDone()
    {
        DESK_ON_BOTH();
        const auto async = runner(desk, factory(desk));
        QSemaphore go;
        QObject receiver;
        Arrived busy;
        Arrived cancelled;
        Arrived after;
        await(async->run(Interlude([&go] { go.tryAcquire(1, patienceMs); }), desk.fresh("request")), &receiver, busy);
        const QString subject = desk.fresh("operator");
        auto future = async->run(grant(subject, Role::Support), desk.fresh("request"));
        future.cancel();
        await(future, &receiver, cancelled);
        await(async->run(Interlude([] {}), desk.fresh("request")), &receiver, after);
        go.release();
        QTRY_COMPARE(after.times, 1);
        DESK_REFUSED(*cancelled.result, Cancelled);
        for (const Operator &row : Desk::expected(desk.root().ask(ListOperators{})))
            QVERIFY(row.subject != subject);
    }

    void theLoopTurnsWhileTheWorkerWaits_data() { BothDesks::addDialects(); }
    void theLoopTurnsWhileTheWorkerWaits()
    {
        DESK_ON_BOTH();
        QSemaphore open;
        QSemaphore execute;
        const auto slow = factory(desk);
        slow->beforeOpening = [&open] { open.tryAcquire(1, patienceMs); };
        const support::EventLoopChecker checker;
        const auto async = runner(desk, slow);
        QObject receiver;
        Arrived arrived;
        await(async->run(Interlude([&execute] { execute.tryAcquire(1, patienceMs); }), desk.fresh("request")),
              &receiver, arrived);
        QTRY_VERIFY(checker.ticks() >= 10);
        open.release();
        QTRY_VERIFY(checker.ticks() >= 20);
        QCOMPARE(arrived.times, 0);
        execute.release();
        QTRY_COMPARE(arrived.times, 1);
        STORE_VERIFY(*arrived.result);
        QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
    }

    void aWorkspaceOutOfReachIsOpenedAgain_data() { BothDesks::addDialects(); }
    void aWorkspaceOutOfReachIsOpenedAgain()
    {
        DESK_ON_BOTH();
        const auto failing = factory(desk);
        failing->failures = 1;
        const auto async = runner(desk, failing);
        QObject receiver;
        Arrived first;
        Arrived second;
        await(async->run(Interlude([] {}), desk.fresh("request")), &receiver, first);
        await(async->run(Interlude([] {}), desk.fresh("request")), &receiver, second);
        QTRY_COMPARE(second.times, 1);
        DESK_REFUSED(*first.result, WorkspaceUnreachable);
        STORE_VERIFY(*second.result);
    }

    // As when memory runs out: the request fails, the worker and what it holds do not.
    void anExceptionEndsOneRequestOnly_data() { BothDesks::addDialects(); }
    void anExceptionEndsOneRequestOnly()
    {
        DESK_ON_BOTH();
        const auto async = runner(desk, factory(desk));
        const QString before = desk.contents();
        QObject receiver;
        Arrived first;
        Arrived second;
        const auto fail = [] { throw std::runtime_error("no more"); };
        await(async->run(Interlude(fail), desk.fresh("request")), &receiver, first);
        QTRY_COMPARE(first.times, 1);
        DESK_REFUSED(*first.result, Internal);
        QCOMPARE(first.result->error().subject, QStringLiteral("no more"));
        QCOMPARE(desk.contents(), before);
        await(async->run(grant(desk.fresh("operator"), Role::Support), desk.fresh("request")), &receiver, second);
        QTRY_COMPARE(second.times, 1);
        STORE_VERIFY(*second.result);
    }
};

GATEHOUSE_TEST(TestAsyncRunner)

#include "tst_asyncrunner.moc"
