#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/testmain.h"

#include <QDir>

#include <latch>
#include <thread>

// What happens when two act at once.
class TestRetry : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Receipt = gatehouse::domain::Receipt;
    using Result = gatehouse::base::Result<Receipt>;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    BothDesks m_both;

    // Changes the region, after somebody else was let in between its reading and its writing for the first time.
    struct OvertakenUpdate final : gatehouse::operations::Operation
    {
        QString partner;
        std::function<void()> overtake;
        mutable QStringList seen; // regions, one for each attempt

        gatehouse::domain::OperationKind kind() const override
        {
            return gatehouse::domain::OperationKind::UpdatePartner;
        }
        QJsonObject canonical() const override { return {}; }
        QString partnerReference() const override { return partner; }

    protected:
        gatehouse::base::Result<QJsonObject> execute(gatehouse::operations::Transaction &transaction) const override
        {
            auto facts = transaction.facts();
            if (!facts)
                return facts.error();
            seen += facts->partner.region;
            if (seen.size() == 1)
                overtake();
            auto row = facts->partner;
            row.region += QStringLiteral("+ours");
            if (auto updated = transaction.unit().partners().update(row); !updated)
                return updated.error();
            return QJsonObject();
        }
    };

    // Runs work(0) and work(1) in threads of their own that start together.
    template <class Work>
    static void together(const Work &work)
    {
        std::latch start(2);
        const auto run = [&](int i) {
            start.arrive_and_wait();
            work(i);
        };
        const std::jthread one(run, 0);
        const std::jthread two(run, 1);
    }

    // By a connection that belongs to the calling thread.
    static Result runAs(Desk &desk, Person &person, const gatehouse::operations::Operation &operation,
                        const QString &request)
    {
        const bool owns = person.subject() == desk.files().creator();
        const auto authority = desk.files().authority(owns ? QString() : person.subject());
        gatehouse::operations::OperationRunner runner(*authority, *desk.playbooks(), desk.files().ids);
        return runner.run(operation, person.caller(), request);
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void anOvertakenOperationIsTriedTenTimes_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<int>("conflicts");
        for (const On on : gatehouse::storetest::dialects) {
            for (const int conflicts : {0, 1, 9, 10})
                QTest::addRow("%s, overtaken %d times", gatehouse::storetest::nameOf(on), conflicts) << on << conflicts;
        }
    }
    void anOvertakenOperationIsTriedTenTimes()
    {
        DESK_ON_BOTH();
        QFETCH(int, conflicts);
        const QString partner = desk.newPartner();
        const QString subject = desk.fresh("staff");
        const QString before = desk.contents();
        const qint64 last = desk.root().ask(BoardPage{})->upToEvent.number;
        AuthorityInFront authority(desk.files().authority(), conflicts);
        OperationRunner runner(authority, *desk.playbooks(), desk.files().ids);
        const auto receipt = runner.run(addition(partner, subject), desk.root().caller(), desk.fresh("request"));
        if (conflicts == 10) {
            DESK_REFUSED(receipt, ConcurrentChange);
            QCOMPARE(receipt.error().kind, base::ErrorKind::Conflict);
            QCOMPARE(authority.begun(), 10);
            QCOMPARE(desk.contents(), before);
            return;
        }
        STORE_VERIFY(receipt);
        QVERIFY(!receipt->replayed);
        QCOMPARE(authority.begun(), conflicts + 1);
        EventFilter filter;
        filter.afterNumber = last;
        QCOMPARE(desk.root().ask(ListEvents{{}, filter})->size(), 1);
    }

    void whatIsRefusedForAnotherReasonIsNotTriedAgain_data() { BothDesks::addDialects(); }
    void whatIsRefusedForAnotherReasonIsNotTriedAgain()
    {
        DESK_ON_BOTH();
        AuthorityInFront authority(desk.files().authority());
        OperationRunner runner(authority, *desk.playbooks(), desk.files().ids);
        const auto bad = addition(desk.newPartner(), QString());
        DESK_REFUSED(runner.run(bad, desk.root().caller(), desk.fresh("request")), TextMissing);
        QCOMPARE(authority.begun(), 1);
    }

    // On a file the writers take turns, so nobody can be overtaken there.
    void whoWasOvertakenReadsAnew()
    {
        using namespace gatehouse::operationstest;
        GATEHOUSE_NEEDS_POSTGRES();
        Desk &desk = m_both.on(On::Postgres);
        QVERIFY(desk.files().isOpen());
        Person &other = desk.holder(Role::TenantAdmin);
        OvertakenUpdate update;
        update.partner = desk.newPartner();
        update.overtake = [&] { Desk::expected(other.run(newRegion(update.partner, QStringLiteral("theirs")))); };
        STORE_VERIFY(desk.root().run(update));
        const QStringList seen{QString(), QStringLiteral("theirs")};
        QCOMPARE(update.seen, seen);
        QCOMPARE(desk.view(update.partner).facts.partner.region, QStringLiteral("theirs+ours"));
    }

    void oneRequestFromTwoConnectionsIsDoneOnce_data() { BothDesks::addDialects(); }
    void oneRequestFromTwoConnectionsIsDoneOnce()
    {
        DESK_ON_BOTH();
        for (int round = 0; round < 5; ++round) {
            const auto operation = addition(desk.newPartner(), desk.fresh("staff"));
            const QString request = desk.fresh("request");
            std::array<std::optional<Result>, 2> results;
            together([&](int i) { results[size_t(i)] = runAs(desk, desk.root(), operation, request); });
            STORE_VERIFY(*results[0]);
            STORE_VERIFY(*results[1]);
            QVERIFY((*results[0])->replayed != (*results[1])->replayed);
            QCOMPARE((*results[0])->result, (*results[1])->result);
        }
    }

    void ofTwoDecisionsOnOneReviewOneCounts_data() { BothDesks::addDialects(); }
    void ofTwoDecisionsOnOneReviewOneCounts()
    {
        DESK_ON_BOTH();
        Person &second = desk.holder(Role::RootAdmin);
        for (int round = 0; round < 5; ++round) {
            const QString partner = desk.reviewable();
            const std::array acts{desk.decision(partner, Verdict::Approve), desk.decision(partner, Verdict::Reject)};
            const std::array<Person *, 2> people{&desk.root(), &second};
            std::array<std::optional<Result>, 2> results;
            together([&](int i) {
                results[size_t(i)] =
                    runAs(desk, *people[size_t(i)], acts[size_t(i)], QStringLiteral("%1-%2").arg(partner).arg(i));
            });
            const size_t loser = *results[0] ? 1 : 0;
            STORE_VERIFY(*results[1 - loser]);
            DESK_REFUSED(*results[loser], ReviewChanged);
            QCOMPARE(results[loser]->error().arguments.value(0), QStringLiteral("decision"));
            QCOMPARE(desk.view(partner).facts.decisions.size(), 1);
        }
    }

    void aFileIsPutOnceHoweverOftenItIsTried_data() { BothDesks::addDialects(); }
    void aFileIsPutOnceHoweverOftenItIsTried()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        AuthorityInFront authority(desk.files().authority(), 3);
        OperationRunner runner(authority, *desk.playbooks(), desk.files().ids);
        const auto filed =
            runner.run(filing(partner, QStringLiteral("kyb")), desk.root().caller(), desk.fresh("request"));
        STORE_VERIFY(filed);
        QCOMPARE(authority.begun(), 4);
        const QDir folder(desk.files().objectFolder() + QStringLiteral("/partners/%1/kyb").arg(partner));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        STORE_VERIFY(desk.root().ask(ReadDocument{partner, QStringLiteral("kyb")}));
        // Another filing is another object.
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"))));
        QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    }

    // They share nothing but the tables, and light load is no reason to send anybody away.
    void whoChangesSomethingElseIsNotSentAway_data() { BothDesks::addDialects(); }
    void whoChangesSomethingElseIsNotSentAway()
    {
        DESK_ON_BOTH();
        constexpr int writers = 4;
        const Caller root = desk.root().caller();
        std::array<QStringList, writers> refused;
        std::latch start(writers);
        const auto write = [&](int i) {
            const auto authority = desk.files().authority();
            base::UlidSource ids(desk.files().clock);
            OperationRunner runner(*authority, *desk.playbooks(), ids);
            start.arrive_and_wait();
            for (int n = 0; n < 20; ++n) {
                const auto name = QStringLiteral("Writer %1 partner %2").arg(i).arg(n);
                const auto receipt = runner.run(submission(Desk::application(name, {name}), name), root, ids.next());
                if (!receipt)
                    refused[size_t(i)] += storetest::textOf(receipt.error());
            }
        };
        {
            std::vector<std::jthread> threads;
            threads.reserve(size_t(writers));
            for (int i = 0; i < writers; ++i)
                threads.emplace_back(write, i);
        }
        for (const QStringList &each : refused)
            QCOMPARE(each, QStringList());
    }

    void ofManyChangesNoneIsLostOrDoneByHalf_data() { BothDesks::addDialects(); }
    void ofManyChangesNoneIsLostOrDoneByHalf()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const qint64 last = desk.root().ask(BoardPage{})->upToEvent.number;
        std::array<QStringList, 2> done;
        std::array<QStringList, 2> refused;
        together([&](int i) {
            const auto authority = desk.files().authority();
            OperationRunner runner(*authority, *desk.playbooks(), desk.files().ids);
            for (int n = 0; n < 10; ++n) {
                const auto name = QStringLiteral("w-%1-%2-%3").arg(partner).arg(i).arg(n);
                const auto receipt = runner.run(addition(partner, name), desk.root().caller(), name);
                if (receipt)
                    done[size_t(i)] += name;
                else
                    refused[size_t(i)] += storetest::textOf(receipt.error());
            }
        });
        QCOMPARE(refused[0] + refused[1], QStringList());
        QStringList expected = done[0] + done[1];
        expected.sort();
        QStringList contacts;
        for (const Contact &contact : desk.view(partner).facts.contacts.sliced(1))
            contacts += contact.subject;
        contacts.sort();
        QCOMPARE(contacts, expected);
        EventFilter filter;
        filter.afterNumber = last;
        QStringList told;
        for (const Event &event : Desk::expected(desk.root().ask(ListEvents{{}, filter})))
            told += event.subject;
        told.sort();
        QCOMPARE(told, expected);
    }
};

GATEHOUSE_TEST(TestRetry)

#include "tst_retry.moc"
