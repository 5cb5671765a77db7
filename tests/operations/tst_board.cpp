#include "operations/boardfeed.h"
#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "store/sqliteboardcache.h"
#include "support/eventloopchecker.h"
#include "support/testmain.h"

#include <QSemaphore>

// The board's rows: page by page, and fed.
class TestBoard : public QObject
{
    Q_OBJECT

    using Ahead = gatehouse::operationstest::Ahead;
    using BoardFeed = gatehouse::operations::BoardFeed;
    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using FactoryInFront = gatehouse::operationstest::FactoryInFront;
    using On = gatehouse::operationstest::On;
    using Rows = QList<gatehouse::domain::PartnerSummary>;

    static constexpr int never = 1000 * 1000 * 1000; // ms between looks, when a test pokes

    // A test that failed must not leave its worker waiting for ever.
    static constexpr int patienceMs = 10000;

    BothDesks m_both;
    QTemporaryDir m_caches;
    int m_lastCache = 0;

    static QStringList idsOf(const Rows &rows)
    {
        QStringList ids;
        for (const auto &row : rows)
            ids += row.id;
        ids.sort();
        return ids;
    }

    static QStringList allIds(Desk &desk)
    {
        return idsOf(Desk::expected(desk.root().ask(gatehouse::operations::ListPartners{})));
    }

    // What a feed told, in its order.
    struct Told
    {
        QStringList signalNames;
        Rows firstScreen;
        Rows loaded;
        Rows changed;
        QList<gatehouse::base::Error> failures;
        bool inThisThread = true;

        int count(const char *name) const { return int(signalNames.count(QString::fromLatin1(name))); }
    };

    static void listen(const BoardFeed &feed, Told &told)
    {
        const auto note = [&told, thread = QThread::currentThread()](const char *name) {
            told.signalNames += QString::fromLatin1(name);
            told.inThisThread = told.inThisThread && QThread::currentThread() == thread;
        };
        connect(&feed, &BoardFeed::firstScreen, &feed, [&told, note](const Rows &rows) {
            told.firstScreen = rows;
            note("firstScreen");
        });
        connect(&feed, &BoardFeed::loaded, &feed, [&told, note](const Rows &rows) {
            told.loaded = rows;
            note("loaded");
        });
        connect(&feed, &BoardFeed::changed, &feed, [&told, note](const Rows &rows) {
            told.changed = rows;
            note("changed");
        });
        connect(&feed, &BoardFeed::upToDate, &feed, [note] { note("upToDate"); });
        connect(&feed, &BoardFeed::failed, &feed, [&told, note](const gatehouse::base::Error &error) {
            told.failures += error;
            note("failed");
        });
    }

    static std::shared_ptr<FactoryInFront> factory(Desk &desk, const Ahead &ahead = {})
    {
        return std::make_shared<FactoryInFront>(desk.files().factory(), ahead);
    }

    static std::unique_ptr<BoardFeed> feed(Desk &desk, const std::shared_ptr<FactoryInFront> &factory,
                                           const BoardFeed::CacheOpener &cache = {}, int pollMs = never)
    {
        const std::shared_ptr<gatehouse::base::IdSource> ids(&desk.files().ids, [](auto *) {});
        return std::make_unique<BoardFeed>(factory, desk.playbooks(), ids, desk.root().caller(), cache, pollMs);
    }

    BoardFeed::CacheOpener newCache()
    {
        return [path = m_caches.filePath(QStringLiteral("cache-%1").arg(++m_lastCache))](
                   const QString &subject) -> std::unique_ptr<gatehouse::domain::BoardCache> {
            auto cache = gatehouse::store::SqliteBoardCache::open(path, QStringLiteral("workspace"), subject);
            return cache ? std::move(*cache) : nullptr;
        };
    }

    // Fills a cache with what there is.
    static void fill(Desk &desk, const BoardFeed::CacheOpener &cache, const Ahead &ahead = {})
    {
        Told told;
        const auto feeding = feed(desk, factory(desk, ahead), cache);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
    }

    static const gatehouse::domain::PartnerSummary *rowOf(const Rows &rows, const QString &id)
    {
        const auto found = std::find_if(rows.cbegin(), rows.cend(), [&](const auto &row) { return row.id == id; });
        return found == rows.cend() ? nullptr : &*found;
    }

private Q_SLOTS:
    // What was asked for may be under way for longer than the one who asked lives; the desks are not to be.
    void cleanup() { QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(std::chrono::seconds(20))); }
    void cleanupTestCase() { m_both.close(); }

    void pagesHoldEveryPartnerOnce_data() { BothDesks::addDialects(); }
    void pagesHoldEveryPartnerOnce()
    {
        DESK_ON_BOTH();
        for (int i = 0; i < 5; ++i)
            desk.newPartner();
        const QStringList all = allIds(desk);
        for (const int limit : {1, 2, int(all.size()), 1000}) {
            BoardPage query;
            query.limit = limit;
            Rows rows;
            for (bool more = true; more;) {
                const auto page = desk.root().ask(query);
                STORE_VERIFY(page);
                QVERIFY(page->rows.size() <= limit);
                QVERIFY(page->upToEvent.number > 0);
                rows += page->rows;
                query.afterPartner = page->lastPartner;
                more = page->more == BoardPage::Rows::More::Yes;
                QVERIFY2(rows.size() <= all.size(), "pages without end");
            }
            QCOMPARE(rows.size(), all.size());
            QCOMPARE(idsOf(rows), all);
        }
    }

    void changesAreWhatEventsTellOfAndWhatIsAskedFor_data() { BothDesks::addDialects(); }
    void changesAreWhatEventsTellOfAndWhatIsAskedFor()
    {
        DESK_ON_BOTH();
        const QString first = desk.newPartner();
        const QString second = desk.newPartner();
        BoardPage query;
        query.afterEvent = Desk::expected(desk.root().ask(BoardPage{})).upToEvent;
        QVERIFY(Desk::expected(desk.root().ask(query)).rows.isEmpty());
        STORE_VERIFY(desk.root().run(newRegion(first, QStringLiteral("EU"))));
        STORE_VERIFY(desk.root().run(filing(first, QStringLiteral("kyb"))));
        auto answer = Desk::expected(desk.root().ask(query));
        QCOMPARE(idsOf(answer.rows), QStringList{first});
        QCOMPARE(answer.rows.constFirst().label, QStringLiteral("OTC · EU"));
        QCOMPARE(answer.rows.constFirst().dossier, DossierState::Partial);
        QCOMPARE(answer.upToEvent.number, query.afterEvent.number + 2);
        query.also = QStringList{second, first};
        answer = Desk::expected(desk.root().ask(query));
        const QStringList both{first, second};
        QCOMPARE(idsOf(answer.rows), both);
    }

    void loadsAllThenTellsWhatChanges_data() { BothDesks::addDialects(); }
    void loadsAllThenTellsWhatChanges()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        Told told;
        const auto feeding = feed(desk, factory(desk));
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(idsOf(told.loaded), allIds(desk));
        feeding->poke();
        QTRY_COMPARE(told.count("upToDate"), 1);
        STORE_VERIFY(desk.root().run(newRegion(partner, QStringLiteral("EU"))));
        feeding->poke();
        QTRY_COMPARE(told.count("changed"), 1);
        QCOMPARE(idsOf(told.changed), QStringList{partner});
        QCOMPARE(told.changed.constFirst().label, QStringLiteral("OTC · EU"));
        const QString added = desk.newPartner();
        feeding->poke();
        QTRY_COMPARE(told.count("changed"), 2);
        QCOMPARE(idsOf(told.changed), QStringList{added});
        QCOMPARE(told.count("loaded"), 1);
        QCOMPARE(told.count("firstScreen"), 0);
        QVERIFY(told.failures.isEmpty());
        QVERIFY(told.inThisThread);
    }

    void looksByItself_data() { BothDesks::addDialects(); }
    void looksByItself()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        Told told;
        const auto feeding = feed(desk, factory(desk), {}, 20);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        STORE_VERIFY(desk.root().run(newRegion(partner, QStringLiteral("EU"))));
        QTRY_COMPARE(told.count("changed"), 1);
        QCOMPARE(idsOf(told.changed), QStringList{partner});
    }

    void showsTheCacheFirstAndTheTruthAfter_data() { BothDesks::addDialects(); }
    void showsTheCacheFirstAndTheTruthAfter()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const QStringList cached = allIds(desk);
        const auto cache = newCache();
        fill(desk, cache);
        STORE_VERIFY(desk.root().run(newRegion(partner, QStringLiteral("EU"))));
        desk.newPartner();
        Told told;
        const auto feeding = feed(desk, factory(desk), cache);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(told.signalNames.constFirst(), QStringLiteral("firstScreen"));
        QCOMPARE(idsOf(told.firstScreen), cached);
        QCOMPARE(rowOf(told.firstScreen, partner)->label, QStringLiteral("OTC"));
        QCOMPARE(idsOf(told.loaded), allIds(desk));
        QCOMPARE(rowOf(told.loaded, partner)->label, QStringLiteral("OTC · EU"));
        // And is written as it is now.
        const auto kept = cache(desk.root().subject());
        QTRY_COMPARE(idsOf(Desk::expected(kept->all())), allIds(desk));
        QCOMPARE(rowOf(Desk::expected(kept->all()), partner)->label, QStringLiteral("OTC · EU"));
        QCOMPARE(Desk::expected(kept->upToEvent()), Desk::expected(desk.root().ask(BoardPage{})).upToEvent);
    }

    void aCacheThatCannotBeOpenedOnlyCostsTime_data() { BothDesks::addDialects(); }
    void aCacheThatCannotBeOpenedOnlyCostsTime()
    {
        DESK_ON_BOTH();
        Told told;
        const auto feeding = feed(desk, factory(desk), [](const QString &) { return nullptr; });
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(idsOf(told.loaded), allIds(desk));
        QVERIFY(told.failures.isEmpty());
    }

    // Nobody did anything, and yet the documents have run out.
    void timeAloneChangesRows_data() { BothDesks::addDialects(); }
    void timeAloneChangesRows()
    {
        DESK_ON_BOTH();
        const QString partner = desk.approved();
        const auto ahead = std::make_shared<std::atomic<qint64>>(0);
        const auto cache = newCache();
        fill(desk, cache, ahead);
        Told told;
        const auto feeding = feed(desk, factory(desk, ahead), cache);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(rowOf(told.loaded, partner)->dossier, DossierState::Current);
        feeding->poke();
        QTRY_COMPARE(told.count("upToDate"), 1);
        *ahead = 400 * base::msPerDay;
        feeding->poke();
        QTRY_COMPARE(told.count("changed"), 1);
        QVERIFY(rowOf(told.changed, partner));
        QCOMPARE(rowOf(told.changed, partner)->dossier, DossierState::Expired);
        // Once.
        feeding->poke();
        QTRY_COMPARE(told.count("upToDate"), 2);
        QCOMPARE(told.count("changed"), 1);
    }

    void whatRanOutWhileNobodyLookedIsTrueOnceLoaded_data() { BothDesks::addDialects(); }
    void whatRanOutWhileNobodyLookedIsTrueOnceLoaded()
    {
        DESK_ON_BOTH();
        const QString partner = desk.approved();
        const auto ahead = std::make_shared<std::atomic<qint64>>(0);
        const auto cache = newCache();
        fill(desk, cache, ahead);
        *ahead = 400 * base::msPerDay;
        Told told;
        const auto feeding = feed(desk, factory(desk, ahead), cache);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(rowOf(told.firstScreen, partner)->dossier, DossierState::Current);
        QCOMPARE(rowOf(told.loaded, partner)->dossier, DossierState::Expired);
    }

    void aWorkspaceOutOfReachIsTriedAgain_data() { BothDesks::addDialects(); }
    void aWorkspaceOutOfReachIsTriedAgain()
    {
        DESK_ON_BOTH();
        const auto failing = factory(desk);
        failing->failures = 2;
        Told told;
        const auto feeding = feed(desk, failing);
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("failed"), 1);
        QCOMPARE(told.failures.constFirst().code, ErrorCode::WorkspaceUnreachable);
        feeding->poke();
        QTRY_COMPARE(told.count("failed"), 2);
        QCOMPARE(told.count("loaded"), 0);
        feeding->poke();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(idsOf(told.loaded), allIds(desk));
    }

    void theLoopTurnsWhileAFeedWaits_data() { BothDesks::addDialects(); }
    void theLoopTurnsWhileAFeedWaits()
    {
        DESK_ON_BOTH();
        QSemaphore open;
        const auto slow = factory(desk);
        slow->beforeOpening = [&open] { open.tryAcquire(1, patienceMs); };
        Told told;
        const auto feeding = feed(desk, slow);
        listen(*feeding, told);
        const support::EventLoopChecker checker;
        feeding->start();
        QTRY_VERIFY(checker.ticks() >= 20);
        QVERIFY(told.signalNames.isEmpty());
        open.release();
        QTRY_COMPARE(told.count("loaded"), 1);
        QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
    }

    // More than a page, and gone before it has told anything.
    void manyRowsComeWhole_data() { BothDesks::addDialects(); }
    void manyRowsComeWhole()
    {
        DESK_ON_BOTH();
        Desk crowded(on);
        const auto unit = Desk::expected(crowded.root().authority().begin(Access::Write));
        for (int i = 0; i < 1001; ++i) {
            const auto id = QStringLiteral("p-%1").arg(i, 4, 10, QLatin1Char('0'));
            STORE_VERIFY(unit->partners().insert(storetest::somePartner(id, crowded.root().subject(), unit->now())));
        }
        STORE_VERIFY(unit->commit());
        {
            Told told;
            const auto leaving = feed(crowded, factory(crowded));
            listen(*leaving, told);
            leaving->start();
        }
        Told told;
        const auto feeding = feed(crowded, factory(crowded));
        listen(*feeding, told);
        feeding->start();
        QTRY_COMPARE(told.count("loaded"), 1);
        QCOMPARE(told.loaded.size(), 1001);
        const QStringList ids = idsOf(told.loaded);
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 1001);
    }
};

GATEHOUSE_TEST(TestBoard)

#include "tst_board.moc"
