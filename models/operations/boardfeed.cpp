#include "operations/boardfeed.h"

#include "base/logging.h"
#include "operations/lazyrunner.h"
#include "operations/queries.h"

#include <QTimer>

#include <algorithm>
#include <optional>

namespace gatehouse::operations {

using base::Instant;
using base::Result;
using domain::EventMark;
using domain::OperationKind;
using domain::PartnerSummary;
using More = BoardPage::Rows::More;

namespace {

constexpr int firstScreenRows = 60; // a 4K window shows about 60 rows
constexpr int pageRows = 1000;
constexpr int fewRows = 100; // read one by one on a board of any size

} // namespace

// Lives in the feed's thread and may outlive the feed. Rows are handed out whole; of them it keeps only when time alone
// will change them.
class BoardFeedWorker final : public QObject
{
    Q_OBJECT

public:
    BoardFeedWorker(LazyRunner runner, Caller caller, BoardFeed::CacheOpener openCache, int pollMs)
        : m_runner(std::move(runner)), m_caller(std::move(caller)), m_openCache(std::move(openCache))
    {
        m_poll.setInterval(pollMs);
        m_poll.setParent(this);
        connect(&m_poll, &QTimer::timeout, this, &BoardFeedWorker::look);
    }

    void start()
    {
        look();
        m_poll.start();
    }

    void look()
    {
        if (thread()->isInterruptionRequested())
            return; // pokes that were posted before the feed was let go
        auto runner = m_runner.get();
        auto done = !runner ? Result<void>(runner.error()) : m_loaded ? refresh(**runner) : begin(**runner);
        if (!done)
            Q_EMIT failed(done.error());
    }

Q_SIGNALS:
    // As the feed's own.
    void firstScreen(const QList<gatehouse::domain::PartnerSummary> &rows);
    void loaded(const QList<gatehouse::domain::PartnerSummary> &rows, gatehouse::base::Instant asOf);
    void changed(const QList<gatehouse::domain::PartnerSummary> &rows, gatehouse::base::Instant asOf);
    void upToDate(gatehouse::base::Instant asOf);
    void failed(const gatehouse::base::Error &error);

private:
    // The cache holds every partner, so it is shown to nobody before the authority has said that he may see them all.
    Result<void> begin(OperationRunner &runner)
    {
        m_upTo = {};
        m_validUntil.clear();
        auto me = runner.ask(WhoAmI{}, m_caller);
        if (!me)
            return me.error();
        m_sight = me->may.contains(OperationKind::ReadPartners) ? Sight::All : Sight::Own;
        QList<PartnerSummary> rows = m_sight == Sight::All ? cachedRows(me->actor.subject) : QList<PartnerSummary>();
        if (m_upTo.number == 0)
            return loadAll(runner);
        auto page = readChanges(runner);
        if (!page)
            return page.error();
        if (page->more == More::Everything)
            return loadAll(runner);
        merge(page->rows, rows);
        m_loaded = true;
        Q_EMIT loaded(rows, page->asOf);
        return {};
    }

    Result<void> refresh(OperationRunner &runner)
    {
        // Asked every time: it costs one indexed look-up, and its answer carries the authority's time.
        auto page = readChanges(runner);
        if (!page)
            return page.error();
        if (page->more == More::Everything)
            return loadAll(runner);
        if (page->rows.isEmpty())
            Q_EMIT upToDate(page->asOf);
        else
            Q_EMIT changed(page->rows, page->asOf);
        return {};
    }

    QList<PartnerSummary> cachedRows(const QString &subject)
    {
        m_cache = m_openCache ? m_openCache(subject) : nullptr;
        if (!m_cache)
            return {};
        auto upTo = m_cache->upToEvent();
        if (!upTo || upTo->number == 0)
            return {};
        if (auto first = m_cache->firstScreen(firstScreenRows); first && !first->isEmpty())
            Q_EMIT firstScreen(*first);
        auto rows = m_cache->all();
        if (!rows)
            return {};
        m_upTo = *upTo;
        m_validUntil.reserve(rows->size());
        for (const PartnerSummary &row : std::as_const(*rows))
            m_validUntil.insert(row.id, row.validUntil);
        m_nextDue = {};
        return *rows;
    }

    // Reads all and hands them out in place of what was there before.
    Result<void> loadAll(OperationRunner &runner)
    {
        m_validUntil.clear();
        QList<PartnerSummary> rows;
        BoardPage query;
        query.limit = pageRows;
        std::optional<EventMark> upTo;
        for (;;) {
            auto page = runner.ask(query, m_caller);
            if (!page)
                return page.error();
            // What happens while the pages are read is newer than the first page's event, so it is read again.
            if (!upTo)
                upTo = page->upToEvent;
            if (page->sight == Sight::Own) // since this page; it has them all
                rows.clear();
            rows += page->rows;
            remember(*page);
            query.afterPartner = page->lastPartner;
            if (page->more == More::No) {
                m_upTo = *upTo;
                m_sight = page->sight;
                m_loaded = true;
                storeAll(rows);
                Q_EMIT loaded(rows, page->asOf);
                return {};
            }
            if (thread()->isInterruptionRequested())
                return base::Error{base::ErrorKind::Cancelled, base::ErrorCode::Cancelled, {}, {}};
        }
    }

    // What events tell of and what time alone has changed, since the last look. More::Everything: loadAll() instead.
    Result<BoardPage::Rows> readChanges(OperationRunner &runner)
    {
        BoardPage query;
        query.afterEvent = m_upTo;
        // A partner read alone costs about ten times what it costs within a page.
        query.limit = int(std::clamp<qsizetype>(m_validUntil.size() / 10, fewRows, pageRows));
        auto page = runner.ask(query, m_caller);
        if (page && page->more == More::No) {
            query.also = dueAt(page->asOf);
            if (!query.also.isEmpty())
                page = runner.ask(query, m_caller);
        }
        if (!page)
            return page;
        if (isAnotherBoard(*page))
            page->more = More::Everything;
        if (page->more == More::Everything)
            return page;
        const bool isNews = !page->rows.isEmpty() || m_upTo != page->upToEvent;
        m_upTo = page->upToEvent;
        remember(*page);
        if (isNews)
            store(page->rows);
        return page;
    }

    // Somebody was given another sight, or with own sight another roster: rows may have to go.
    bool isAnotherBoard(const BoardPage::Rows &page) const
    {
        if (page.sight != m_sight || m_sight == Sight::All)
            return page.sight != m_sight;
        return page.own.size() != m_validUntil.size()
               || !std::all_of(page.own.cbegin(), page.own.cend(),
                               [this](const QString &id) { return m_validUntil.contains(id); });
    }

    static void merge(const QList<PartnerSummary> &changes, QList<PartnerSummary> &rows)
    {
        if (changes.isEmpty())
            return;
        QHash<QString, PartnerSummary> fresh;
        for (const PartnerSummary &row : changes)
            fresh.insert(row.id, row);
        for (PartnerSummary &row : rows) {
            if (const auto found = fresh.constFind(row.id); found != fresh.cend()) {
                row = *found;
                fresh.erase(found);
            }
        }
        rows += fresh.values();
    }

    QStringList dueAt(Instant now)
    {
        QStringList due;
        if (now < m_nextDue)
            return due;
        m_nextDue = domain::never;
        for (auto row = m_validUntil.cbegin(); row != m_validUntil.cend(); ++row) {
            m_nextDue = std::min(m_nextDue, *row);
            if (*row <= now)
                due.append(row.key());
        }
        return due;
    }

    // What is not valid beyond its own reading would be the same if it were read again.
    void remember(const BoardPage::Rows &page)
    {
        for (const PartnerSummary &row : page.rows) {
            const Instant due = row.validUntil > page.asOf ? row.validUntil : domain::never;
            m_validUntil.insert(row.id, due);
            m_nextDue = std::min(m_nextDue, due);
        }
    }

    void store(const QList<PartnerSummary> &rows)
    {
        if (m_cache)
            dropUnless(m_cache->store(rows, m_upTo));
    }

    void storeAll(const QList<PartnerSummary> &rows)
    {
        if (!m_cache)
            return;
        if (m_sight == Sight::All)
            return dropUnless(m_cache->storeAll(rows, m_upTo));
        // Who may no longer see every partner keeps none of them.
        dropUnless(m_cache->storeAll({}, {}));
        m_cache.reset();
    }

    // A cache that can't be written costs speed at the next start, nothing else.
    void dropUnless(const Result<void> &stored)
    {
        if (stored)
            return;
        qCWarning(base::lcOperations) << "board cache dropped:" << base::errorCodeName(stored.error().code);
        m_cache.reset();
    }

    LazyRunner m_runner;
    Caller m_caller;
    BoardFeed::CacheOpener m_openCache;
    QTimer m_poll;
    std::unique_ptr<domain::BoardCache> m_cache; // none with own sight
    Sight m_sight = Sight::Own;
    QHash<QString, Instant> m_validUntil; // of every row that was handed out
    Instant m_nextDue;                    // the first of them, or earlier
    EventMark m_upTo;
    bool m_loaded = false;
};

BoardFeed::BoardFeed(std::shared_ptr<const domain::AuthorityFactory> factory,
                     std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                     Caller caller, CacheOpener openCache, int pollMs, QObject *parent)
    : QObject(parent),
      m_worker(new BoardFeedWorker({std::move(factory), std::move(playbooks), std::move(ids)}, std::move(caller),
                                   std::move(openCache), pollMs)),
      m_thread(QStringLiteral("board feed"), m_worker)
{
    // Signals arrive queued, and what is still under way when the feed ends finds nobody.
    qRegisterMetaType<QList<PartnerSummary>>();
    qRegisterMetaType<Instant>();
    qRegisterMetaType<base::Error>();
    connect(m_worker, &BoardFeedWorker::firstScreen, this, &BoardFeed::firstScreen);
    connect(m_worker, &BoardFeedWorker::loaded, this, &BoardFeed::loaded);
    connect(m_worker, &BoardFeedWorker::changed, this, &BoardFeed::changed);
    connect(m_worker, &BoardFeedWorker::upToDate, this, &BoardFeed::upToDate);
    connect(m_worker, &BoardFeedWorker::failed, this, &BoardFeed::failed);
}

void BoardFeed::start()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
}

void BoardFeed::poke()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->look(); }, Qt::QueuedConnection);
}

} // namespace gatehouse::operations

#include "boardfeed.moc"
