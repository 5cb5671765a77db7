#include "store/rawrows.h"
#include "support/testmain.h"

#include <QElapsedTimer>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

// What holds when many act at once. Each thread has its own connection.
class TestRaces : public QObject
{
    Q_OBJECT

    using Access = gatehouse::domain::Access;
    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using RawRow = gatehouse::storetest::RawRow;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }

    // Runs `work(i)` in `count` threads that start together.
    template <class Work>
    static void together(int count, const Work &work)
    {
        std::latch start(count);
        std::vector<std::jthread> threads;
        threads.reserve(size_t(count));
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                work(i);
            });
        }
    }

    static QString beginWriting(On on)
    {
        return on == On::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
    }

    static gatehouse::domain::Decision suspension(const TestWorkspace &files, gatehouse::base::Instant at)
    {
        auto decision = gatehouse::storetest::someDecision(QStringLiteral("e-suspend"), QStringLiteral("p-open"),
                                                           files.creator(), at);
        decision.verdict = gatehouse::domain::Verdict::Reject;
        return decision;
    }

    // One operation of its own: begin, decide, commit, as often as it lost a race.
    static QString decideOnce(TestWorkspace &files, gatehouse::domain::Decision decision, int &retries)
    {
        const auto authority = files.authority();
        for (;; ++retries) {
            auto unit = authority->begin(Access::Write);
            if (!unit)
                return gatehouse::storetest::textOf(unit.error());
            decision.decidedAt = (*unit)->now();
            auto number = (*unit)->decisions().insert(decision);
            auto done = number ? (*unit)->commit() : gatehouse::base::Result<void>(number.error());
            if (done)
                return {};
            if (done.error().code != ErrorCode::ConcurrentChange || retries > 200)
                return gatehouse::storetest::textOf(done.error());
        }
    }

private Q_SLOTS:
    void nothingIsCommittedAfterASuspension_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("table");
        for (const On on : gatehouse::storetest::dialects) {
            for (const char *table : {"invoices", "receipts_uploaded"})
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), table) << on << QString::fromLatin1(table);
        }
    }
    void nothingIsCommittedAfterASuspension()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        QFETCH(QString, table);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QCOMPARE(fillWithOneOfEverything(files), QString());

        constexpr int writers = 8;
        constexpr int rowsBefore = 50;
        constexpr int mostEach = 5000;
        // Set once the suspension is committed: whoever commits a row after that was let through.
        std::atomic<int> suspended = 0;
        std::atomic<int> accepted = 0;
        std::atomic<int> acceptedAfter = 0;
        std::atomic<int> unexpected = 0;
        QString failed;
        const QString begin = beginWriting(on);
        together(writers + 1, [&](int i) {
            if (i == writers) {
                while (accepted < rowsBefore)
                    std::this_thread::yield();
                int retries = 0;
                failed = decideOnce(files, suspension(files, files.clock.now()), retries);
                suspended = 1;
                return;
            }
            const auto client = files.rawClient();
            // Until the gate has closed and ten more were refused.
            for (int n = 0, refusals = 0; n < mostEach && refusals < 10; ++n) {
                RawRow row = acceptableRow(table, files);
                row[QStringLiteral("id")] = QStringLiteral("'i-%1-%2'").arg(i).arg(n);
                // Some keep their transaction open across the suspension, which has to wait for them. SQLite's writers
                // wait by polling, so they leave each other a gap.
                const QString refused = client->runAll({begin, insertStatement(QStringLiteral("INSERT"), table, row)});
                if (on == On::Postgres && refused.isEmpty() && n % 3 == 0)
                    std::this_thread::sleep_for(std::chrono::milliseconds(3));
                const bool late = suspended == 1;
                const bool committed = refused.isEmpty() && client->run(QStringLiteral("COMMIT")).isEmpty();
                if (on == On::Sqlite)
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                if (!committed)
                    client->run(QStringLiteral("ROLLBACK"));
                accepted += committed;
                acceptedAfter += committed && late;
                refusals += !committed;
                unexpected += !committed && refused != QStringLiteral("GH006");
            }
        });
        QCOMPARE(failed, QString());
        QCOMPARE(acceptedAfter.load(), 0);
        QCOMPARE(unexpected.load(), 0);
        const auto client = files.rawClient();
        QCOMPARE(client->value(QStringLiteral("SELECT count(*) - 1 FROM ") + table).toInt(), accepted.load());
        QVERIFY2(accepted < writers * mostEach, "the suspension never came");
    }

    // A row lock alone lets invoices whose transactions overlap keep a suspension out for as long as they come.
    void invoicesDontStarveASuspension()
    {
        using namespace gatehouse::storetest;
        GATEHOUSE_NEEDS_POSTGRES();
        TestWorkspace files(On::Postgres);
        QCOMPARE(fillWithOneOfEverything(files), QString());
        constexpr int writers = 16;
        std::atomic<int> accepted = 0;
        std::atomic<int> suspended = 0;
        QString failed;
        QElapsedTimer waited;
        qint64 tookMs = -1;
        together(writers + 1, [&](int i) {
            if (i == writers) {
                while (accepted < writers)
                    std::this_thread::yield();
                waited.start();
                int retries = 0;
                failed = decideOnce(files, suspension(files, files.clock.now()), retries);
                tookMs = waited.elapsed();
                suspended = 1;
                return;
            }
            const auto client = files.rawClient();
            for (int n = 0; n < 100 && suspended == 0; ++n) {
                RawRow row = acceptableRow(QStringLiteral("invoices"), files);
                row[QStringLiteral("id")] = QStringLiteral("'i-%1-%2'").arg(i).arg(n);
                const QString refused =
                    client->runAll({QStringLiteral("BEGIN"),
                                    insertStatement(QStringLiteral("INSERT"), QStringLiteral("invoices"), row)});
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                client->run(refused.isEmpty() ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
                accepted += refused.isEmpty();
            }
        });
        QCOMPARE(failed, QString());
        QVERIFY2(tookMs < 2000, qPrintable(QString::number(tookMs)));
    }

    void exactlyOneDecisionTakesANumber_data() { addDialects(); }
    void exactlyOneDecisionTakesANumber()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QCOMPARE(fillWithOneOfEverything(files), QString());
        constexpr int deciders = 50;
        std::atomic<int> won = 0;
        std::atomic<int> lost = 0;
        together(deciders, [&](int i) {
            const auto client = files.rawClient();
            RawRow row = acceptableRow(QStringLiteral("partner_approvals"), files);
            row[QStringLiteral("id")] = QStringLiteral("'e-%1'").arg(i);
            const QString refused = client->runAll(
                {beginWriting(on),
                 QStringLiteral("INSERT INTO approval_evidence VALUES ('e-%1', 1, 'policy', 'POL-1', 0, '')").arg(i),
                 insertStatement(QStringLiteral("INSERT"), QStringLiteral("partner_approvals"), row),
                 QStringLiteral("COMMIT")});
            won += refused.isEmpty();
            lost += refused == QStringLiteral("GH011");
            if (!refused.isEmpty())
                client->run(QStringLiteral("ROLLBACK"));
        });
        QCOMPARE(won.load(), 1);
        QCOMPARE(lost.load(), deciders - 1);
    }

    void everyDecisionGetsANumberOfItsOwnInTheEnd_data() { addDialects(); }
    void everyDecisionGetsANumberOfItsOwnInTheEnd()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QCOMPARE(fillWithOneOfEverything(files), QString());
        constexpr int deciders = 16;
        std::atomic<int> failures = 0;
        together(deciders, [&](int i) {
            int retries = 0;
            const QString failed = decideOnce(
                files, someDecision(QStringLiteral("e-%1").arg(i), QStringLiteral("p-new"), files.creator(), {}),
                retries);
            if (!failed.isEmpty())
                qWarning("%s", qPrintable(failed));
            failures += !failed.isEmpty();
            if (on == On::Sqlite)
                failures += retries; // writers take turns, nobody loses
        });
        QCOMPARE(failures.load(), 0);
        const auto client = files.rawClient();
        QCOMPARE(
            client->value(QStringLiteral("SELECT count(*) FROM partner_approvals WHERE partner_id = 'p-new'")).toInt(),
            deciders);
        QCOMPARE(client->value(QStringLiteral("SELECT max(number) FROM partner_approvals WHERE partner_id = 'p-new'"))
                     .toInt(),
                 deciders);
        QCOMPARE(client
                     ->value(QStringLiteral(
                         "SELECT approved_at = (SELECT decided_at FROM partner_approvals WHERE partner_id = 'p-new'"
                         " ORDER BY number DESC LIMIT 1) FROM partners WHERE id = 'p-new'"))
                     .left(1),
                 on == On::Sqlite ? QStringLiteral("1") : QStringLiteral("t"));
    }

    void writersTakeTurnsOnOneFile()
    {
        using namespace gatehouse::storetest;
        TestWorkspace files(On::Sqlite);
        constexpr int writers = 4;
        constexpr int each = 25;
        std::atomic<int> failures = 0;
        together(writers, [&](int i) {
            const auto authority = files.authority();
            for (int n = 0; n < each; ++n) {
                auto unit = authority->begin(Access::Write);
                const bool done = unit
                                  && (*unit)->partners().insert(somePartner(QStringLiteral("p-%1-%2").arg(i).arg(n),
                                                                            QStringLiteral("me"), (*unit)->now()))
                                  && (*unit)->commit();
                failures += !done;
            }
        });
        QCOMPARE(failures.load(), 0);
        QCOMPARE(files.rawClient()->value(QStringLiteral("SELECT count(*) FROM partners")).toInt(), writers * each);
    }

    // What a reader that goes on from the last number it saw relies on.
    void eventsAppearInTheOrderOfTheirNumbers_data() { addDialects(); }
    void eventsAppearInTheOrderOfTheirNumbers()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        constexpr int writers = 6;
        constexpr int each = 30;
        std::atomic<int> working = writers;
        QSet<qint64> seen;
        qint64 last = 0;
        together(writers + 1, [&](int i) {
            const auto client = files.rawClient();
            if (i == writers) {
                const auto reader = files.authority();
                // Once more after the last writer is done.
                for (bool more = true; more;) {
                    more = working > 0;
                    const auto unit = *reader->begin(Access::Read);
                    gatehouse::domain::EventFilter filter;
                    filter.afterNumber = last;
                    const auto events = unit->events().list(filter);
                    for (const auto &event : std::as_const(*events)) {
                        seen.insert(event.number);
                        last = event.number;
                    }
                }
                return;
            }
            for (int n = 0; n < each; ++n) {
                RawRow row = acceptableRow(QStringLiteral("events"), files);
                row[QStringLiteral("id")] = QStringLiteral("'ev-%1-%2'").arg(i).arg(n);
                row[QStringLiteral("partner_id")] = QStringLiteral("NULL");
                client->runAll(
                    {beginWriting(on), insertStatement(QStringLiteral("INSERT"), QStringLiteral("events"), row)});
                if (n % 4 == i % 4)
                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                client->run(QStringLiteral("COMMIT"));
            }
            --working;
        });
        const auto client = files.rawClient();
        const int all = client->value(QStringLiteral("SELECT count(*) FROM events")).toInt();
        QCOMPARE(all, writers * each + 1);
        QCOMPARE(seen.size(), all);
    }
};

GATEHOUSE_TEST(TestRaces)

#include "tst_races.moc"
