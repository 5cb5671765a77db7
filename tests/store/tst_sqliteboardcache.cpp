#include "store/sqliteboardcache.h"

#include "store/summarycodec.h"
#include "store/testworkspace.h"
#include "support/testmain.h"

#include <QElapsedTimer>

class TestSqliteBoardCache : public QObject
{
    Q_OBJECT

    using Instant = gatehouse::base::Instant;
    using PartnerSummary = gatehouse::domain::PartnerSummary;
    using SqliteBoardCache = gatehouse::store::SqliteBoardCache;

    static PartnerSummary summary(int i)
    {
        using namespace gatehouse::domain;
        PartnerSummary row;
        row.id = QStringLiteral("01test%1").arg(i, 20, 10, QLatin1Char('0'));
        row.slug = QStringLiteral("partner-%1").arg(i);
        row.name = QStringLiteral("Partner %1").arg(i);
        row.legalName = row.name + QStringLiteral(" AG");
        row.label = QString::fromUtf8("OTC \xC2\xB7 EU");
        row.playbookId = QStringLiteral("otc-partner");
        row.playbookVersion = 1;
        row.owner = i % 3 ? QStringLiteral("maria") : QStringLiteral("");
        row.stage = Stage(i % 6);
        row.move = NextMove(i % 3);
        row.approval = ApprovalStatus(i % 6);
        row.dossier = DossierState(i % 6);
        row.dossierDays = i % 400 - 30;
        row.dossierPart = QStringLiteral("KYB");
        if (i % 4 == 0)
            row.changedSinceDecision = Instant{i * 1000LL};
        row.blockerCount = i % 2;
        if (i % 2)
            row.blocker = Blocker{BlockerKind::DocumentExpired, Severity::Now, QStringLiteral("KYB package"),     -3,
                                  QStringLiteral("partner"),    Instant{5},    QStringLiteral("dossiers#expired")};
        row.sla = SlaState(i % 7);
        row.slaDeadline = Instant{1773306000000 + (i * 7919LL) % 1000000};
        row.slaTargetMs = 1000;
        row.slaUsedMs = i;
        row.slaReadAt = Instant{3};
        if (row.sla == SlaState::Paused)
            row.slaPausedSince = Instant{9};
        row.gatesDone = i % 8;
        row.gatesUsed = 7;
        row.queue = QueueReason(i % 6);
        row.revision = i * 3'000'000'000LL;
        row.assignee = i % 5 ? QStringLiteral("") : QStringLiteral("tina");
        if (i % 7 == 0)
            row.snoozedUntil = Instant{i + 7};
        row.escalatedTo = i % 11 ? QStringLiteral("") : QStringLiteral("maria");
        row.endorsedBy = i % 13 ? QStringLiteral("") : QStringLiteral("cora");
        row.requestCount = i % 3;
        if (i % 2) {
            row.decidedAt = Instant{i + 11};
            row.lastVerdict = Verdict(i / 2 % 2);
            row.lastSuspended = i % 3 == 0;
        }
        row.updatedAt = Instant{i};
        row.validUntil = Instant{i + 1};
        return row;
    }

    static QList<PartnerSummary> summaries(int count)
    {
        QList<PartnerSummary> rows;
        for (int i = 0; i < count; ++i)
            rows += summary(i);
        return rows;
    }

    static gatehouse::domain::EventMark mark(qint64 number) { return {number, QStringLiteral("event-%1").arg(number)}; }

    static std::unique_ptr<SqliteBoardCache> open(const QTemporaryDir &folder, const char *workspace = "w1",
                                                  const char *subject = "maria")
    {
        auto opened = SqliteBoardCache::open(folder.filePath(QStringLiteral("board.cache")),
                                             QString::fromLatin1(workspace), QString::fromLatin1(subject));
        return opened ? *std::move(opened) : nullptr;
    }

private Q_SLOTS:
    void summariesSurviveTheirBytes()
    {
        gatehouse::store::SharedStrings shared;
        for (const PartnerSummary &row : summaries(50)) {
            const QByteArray bytes = gatehouse::store::encodedSummary(row);
            const auto read = gatehouse::store::decodedSummary(bytes, shared);
            QVERIFY(read);
            QVERIFY(*read == row);
            QVERIFY(!gatehouse::store::decodedSummary(bytes.left(bytes.size() - 1), shared));
            QVERIFY(!gatehouse::store::decodedSummary(bytes + 'x', shared));
        }
        QVERIFY(!gatehouse::store::decodedSummary({}, shared));
    }

    void givesBackWhatWasStored()
    {
        const QTemporaryDir folder;
        auto cache = open(folder);
        QVERIFY(cache);
        QCOMPARE(cache->upToEvent()->number, 0);
        QVERIFY(cache->all()->isEmpty());
        const auto rows = summaries(200);
        STORE_VERIFY(cache->store(rows, mark(17)));
        cache = open(folder);
        QCOMPARE(*cache->upToEvent(), mark(17));
        auto all = cache->all();
        STORE_VERIFY(all);
        std::sort(all->begin(), all->end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        QVERIFY(*all == rows);
    }

    void replacesRowsById()
    {
        const QTemporaryDir folder;
        auto cache = open(folder);
        STORE_VERIFY(cache->store(summaries(3), mark(1)));
        auto changed = summary(1);
        changed.name = QStringLiteral("Other");
        STORE_VERIFY(cache->store({changed, summary(3)}, mark(2)));
        QCOMPARE(cache->all()->size(), 4);
        QCOMPARE(cache->upToEvent()->number, 2);
        const auto all = cache->all();
        QVERIFY(all->contains(changed));
        STORE_VERIFY(cache->storeAll({summary(7)}, mark(1)));
        QCOMPARE(*cache->all(), QList<PartnerSummary>{summary(7)});
        QCOMPARE(*cache->upToEvent(), mark(1));
    }

    void beginsWithOurMoveAndTheNextDeadline()
    {
        using namespace gatehouse::domain;
        const QTemporaryDir folder;
        auto cache = open(folder);
        STORE_VERIFY(cache->store(summaries(500), mark(1)));
        const auto first = cache->firstScreen(60);
        STORE_VERIFY(first);
        QCOMPARE(first->size(), 60);
        const auto key = [](const PartnerSummary &row) {
            const bool runs =
                row.sla == SlaState::Running || row.sla == SlaState::AtRisk || row.sla == SlaState::Breached;
            return std::tuple(row.move, runs ? row.slaDeadline.ms : std::numeric_limits<qint64>::max(), row.name);
        };
        QVERIFY(std::is_sorted(first->cbegin(), first->cend(),
                               [&](const auto &a, const auto &b) { return key(a) < key(b); }));
        QVERIFY(
            std::all_of(first->cbegin(), first->cend(), [](const auto &row) { return row.move == NextMove::Ours; }));
    }

    void isEmptyForAnotherWorkspace()
    {
        const QTemporaryDir folder;
        STORE_VERIFY(open(folder)->store(summaries(3), mark(9)));
        auto other = open(folder, "w2");
        QVERIFY(other->all()->isEmpty());
        QCOMPARE(other->upToEvent()->number, 0);
        other.reset();
        QVERIFY(open(folder)->all()->isEmpty());
    }

    void isEmptyForAnotherSubject()
    {
        const QTemporaryDir folder;
        STORE_VERIFY(open(folder)->store(summaries(3), mark(9)));
        auto other = open(folder, "w1", "tomas");
        QVERIFY(other->all()->isEmpty());
        QCOMPARE(other->upToEvent()->number, 0);
    }

    void isEmptyForAnotherVersion()
    {
        const QTemporaryDir folder;
        STORE_VERIFY(open(folder)->store(summaries(3), mark(9)));
        gatehouse::storetest::RawClient raw(gatehouse::storetest::On::Sqlite,
                                            folder.filePath(QStringLiteral("board.cache")));
        QCOMPARE(raw.run(QStringLiteral("UPDATE owner SET version = version + 1")), QString());
        QVERIFY(open(folder)->all()->isEmpty());
    }

    void takesNothingFromAWindowOfAnotherVersion()
    {
        const QTemporaryDir folder;
        auto older = open(folder);
        STORE_VERIFY(older->store(summaries(3), mark(9)));
        gatehouse::storetest::RawClient raw(gatehouse::storetest::On::Sqlite,
                                            folder.filePath(QStringLiteral("board.cache")));
        QCOMPARE(raw.run(QStringLiteral("UPDATE owner SET version = version + 1, up_to_event = 0")), QString());
        QCOMPARE(raw.run(QStringLiteral("DELETE FROM rows")), QString());
        QVERIFY(!older->store(summaries(3), mark(10)));
        QCOMPARE(raw.value(QStringLiteral("SELECT count(*) FROM rows")), QStringLiteral("0"));
        QCOMPARE(raw.value(QStringLiteral("SELECT up_to_event FROM owner")), QStringLiteral("0"));
    }

    // Its rows would stand under the mark of a window that has never seen what lies between.
    void takesRowsOnlyFromWhoKnowsItsMark()
    {
        const QTemporaryDir folder;
        auto ours = open(folder);
        STORE_VERIFY(ours->store(summaries(2), mark(1)));
        auto other = open(folder);
        QVERIFY(!other->store({summary(7)}, mark(2)));
        QCOMPARE(*other->upToEvent(), mark(1));
        STORE_VERIFY(ours->store({summary(2)}, mark(5)));
        const auto refused = other->store({summary(7)}, mark(3));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gatehouse::base::ErrorCode::ConcurrentChange);
        QCOMPARE(*ours->upToEvent(), mark(5));
        QCOMPARE(ours->all()->size(), 3);
        // All of them replace whatever is there.
        STORE_VERIFY(other->storeAll(summaries(1), mark(4)));
        QVERIFY(!ours->store({summary(8)}, mark(6)));
        STORE_VERIFY(other->store({summary(8)}, mark(6)));
        QCOMPARE(ours->all()->size(), 2);
    }

    void isMadeAnewWhenDamaged_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("no database") << QByteArray(5000, 'x');
        QTest::newRow("cut off") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("empty") << QByteArray();
    }
    void isMadeAnewWhenDamaged()
    {
        QFETCH(QByteArray, contents);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("board.cache")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
        file.close();
        auto cache = open(folder);
        QVERIFY(cache);
        STORE_VERIFY(cache->store(summaries(2), mark(1)));
        QCOMPARE(cache->all()->size(), 2);
    }

    void isForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        auto cache = open(folder);
        STORE_VERIFY(cache->store(summaries(2), mark(1)));
        for (const char *ending : {"", "-wal", "-shm"}) {
            const QString file = folder.filePath(QStringLiteral("board.cache") + QLatin1StringView(ending));
            QVERIFY2(QFileInfo::exists(file), qPrintable(file));
            QCOMPARE(QFile::permissions(file)
                         & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                     QFile::Permissions());
        }
    }

    // The figures of the design are of a release build; here a debug build only shows the order of magnitude.
    void isQuickWithAHundredThousandRows()
    {
        const QTemporaryDir folder;
        auto cache = open(folder);
        STORE_VERIFY(cache->store(summaries(100'000), mark(1)));
        cache = open(folder);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(cache->firstScreen(60)->size(), 60);
        const double firstMs = double(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        QCOMPARE(cache->all()->size(), 100'000);
        qInfo("first screen %.2f ms, all %lld ms", firstMs, timer.elapsed());
        QVERIFY(firstMs < 20);
        QVERIFY(timer.elapsed() < 5000);
    }
};

GATEHOUSE_TEST(TestSqliteBoardCache)

#include "tst_sqliteboardcache.moc"
