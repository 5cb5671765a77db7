#include "operations/boardfeed.h"

#include "base/logging.h"
#include "operations/queries.h"

#include <QThread>
#include <QTimer>

#include <optional>

namespace gatehouse::operations {

using base::Instant;
using base::Result;
using domain::PartnerSummary;

namespace {

constexpr int firstScreenRows = 60; // a 4K window shows about 60 rows
constexpr int pageRows = 1000;

} // namespace

// Lives in the feed's thread. Rows are handed out whole; of them it keeps only when time alone will change them.
class BoardFeed::Worker final : public QObject
{
public:
    Worker(BoardFeed &feed, std::shared_ptr<const domain::AuthorityFactory> factory,
           std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids, Caller caller,
           CacheOpener openCache, int pollMs)
        : m_feed(feed),
          m_factory(std::move(factory)),
          m_playbooks(std::move(playbooks)),
          m_ids(std::move(ids)),
          m_caller(std::move(caller)),
          m_openCache(std::move(openCache))
    {
        m_poll.setInterval(pollMs);
        m_poll.setParent(this);
        connect(&m_poll, &QTimer::timeout, this, &Worker::poll);
    }

    void start()
    {
        QList<PartnerSummary> rows = cachedRows();
        if (auto loaded = load(rows); !loaded)
            Q_EMIT m_feed.failed(loaded.error());
        m_poll.start();
    }

    void poll()
    {
        auto refreshed = m_loaded ? refresh() : retryLoad();
        if (!refreshed)
            Q_EMIT m_feed.failed(refreshed.error());
    }

private:
    QList<PartnerSummary> cachedRows()
    {
        m_cache = m_openCache ? m_openCache() : nullptr;
        if (!m_cache)
            return {};
        auto upTo = m_cache->upToEvent();
        if (!upTo || *upTo == 0)
            return {};
        if (auto first = m_cache->firstScreen(firstScreenRows); first && !first->isEmpty())
            Q_EMIT m_feed.firstScreen(*first);
        auto rows = m_cache->all();
        if (!rows)
            return {};
        m_upTo = *upTo;
        return *rows;
    }

    Result<OperationRunner *> runner()
    {
        if (!m_runner) {
            auto authority = m_factory->open();
            if (!authority)
                return authority.error();
            m_authority = std::move(*authority);
            m_runner.emplace(*m_authority, *m_playbooks, *m_ids);
        }
        return &*m_runner;
    }

    Result<void> retryLoad()
    {
        m_upTo = 0;
        QList<PartnerSummary> none;
        return load(none);
    }

    // Brings cached rows up to date, or reads all; then everything is known and true.
    Result<void> load(QList<PartnerSummary> &rows)
    {
        auto runner = this->runner();
        if (!runner)
            return runner.error();
        auto asOf = m_upTo > 0 ? bringUpToDate(**runner, rows) : readAll(**runner, rows);
        if (!asOf)
            return asOf.error();
        remember(rows);
        m_loaded = true;
        Q_EMIT m_feed.loaded(rows, *asOf);
        return {};
    }

    Result<Instant> readAll(OperationRunner &runner, QList<PartnerSummary> &rows)
    {
        rows.clear();
        BoardPage query;
        query.limit = pageRows;
        std::optional<qint64> upTo;
        for (;;) {
            auto page = runner.ask(query, m_caller);
            if (!page)
                return page.error();
            // What happens while the pages are read is newer than the first page's event, so it is read again.
            if (!upTo)
                upTo = page->upToEvent;
            rows += page->rows;
            query.afterPartner = page->lastPartner;
            if (page->more == BoardPage::Rows::More::No) {
                m_upTo = *upTo;
                store(rows);
                return page->asOf;
            }
            if (thread()->isInterruptionRequested())
                return base::Error{base::ErrorKind::Cancelled, base::ErrorCode::Cancelled, {}, {}};
        }
    }

    Result<Instant> bringUpToDate(OperationRunner &runner, QList<PartnerSummary> &rows)
    {
        remember(rows);
        auto fresh = readChanges(runner);
        if (!fresh)
            return fresh.error();
        QHash<QString, qsizetype> place;
        for (qsizetype i = 0; i < rows.size(); ++i)
            place.insert(rows[i].id, i);
        for (const PartnerSummary &row : std::as_const(fresh->rows)) {
            if (const auto at = place.constFind(row.id); at != place.cend())
                rows[*at] = row;
            else
                rows.append(row);
        }
        return fresh->asOf;
    }

    // What events tell of and what time alone has changed, since the last look. Asked every time: it costs one indexed
    // look-up, and its answer carries the authority's time, by which rows fall due.
    Result<BoardPage::Rows> readChanges(OperationRunner &runner)
    {
        BoardPage query;
        query.afterEvent = m_upTo;
        auto page = runner.ask(query, m_caller);
        if (page)
            query.also = dueAt(page->asOf);
        if (!query.also.isEmpty())
            page = runner.ask(query, m_caller);
        if (!page)
            return page;
        m_upTo = page->upToEvent;
        store(page->rows);
        remember(page->rows);
        return page;
    }

    QStringList dueAt(Instant now) const
    {
        QStringList due;
        if (now < m_nextDue)
            return due;
        for (auto row = m_validUntil.cbegin(); row != m_validUntil.cend(); ++row) {
            if (*row <= now)
                due.append(row.key());
        }
        return due;
    }

    Result<void> refresh()
    {
        auto runner = this->runner();
        if (!runner)
            return runner.error();
        auto page = readChanges(**runner);
        if (!page)
            return page.error();
        if (page->rows.isEmpty())
            Q_EMIT m_feed.upToDate(page->asOf);
        else
            Q_EMIT m_feed.changed(page->rows, page->asOf);
        return {};
    }

    void remember(const QList<PartnerSummary> &rows)
    {
        for (const PartnerSummary &row : rows)
            m_validUntil.insert(row.id, row.validUntil);
        m_nextDue = domain::never;
        for (const Instant due : std::as_const(m_validUntil))
            m_nextDue = std::min(m_nextDue, due);
    }

    // A cache that can't be written costs speed at the next start, nothing else.
    void store(const QList<PartnerSummary> &rows)
    {
        if (!m_cache)
            return;
        if (auto stored = m_cache->store(rows, m_upTo); !stored) {
            qCWarning(base::lcOperations) << "board cache dropped:" << base::errorCodeName(stored.error().code);
            m_cache.reset();
        }
    }

    BoardFeed &m_feed;
    std::shared_ptr<const domain::AuthorityFactory> m_factory;
    std::shared_ptr<const domain::PlaybookSource> m_playbooks;
    std::shared_ptr<base::IdSource> m_ids;
    Caller m_caller;
    CacheOpener m_openCache;
    QTimer m_poll;
    std::unique_ptr<domain::BoardCache> m_cache;
    std::unique_ptr<domain::Authority> m_authority;
    std::optional<OperationRunner> m_runner;
    QHash<QString, Instant> m_validUntil;
    Instant m_nextDue = domain::never;
    qint64 m_upTo = 0;
    bool m_loaded = false;
};

BoardFeed::BoardFeed(std::shared_ptr<const domain::AuthorityFactory> factory,
                     std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                     Caller caller, CacheOpener openCache, int pollMs, QObject *parent)
    : QObject(parent),
      m_thread(std::make_unique<QThread>()),
      m_worker(new Worker(*this, std::move(factory), std::move(playbooks), std::move(ids), std::move(caller),
                          std::move(openCache), pollMs))
{
    // The worker emits this object's signals from its own thread; receivers in other threads get them queued.
    qRegisterMetaType<QList<PartnerSummary>>();
    qRegisterMetaType<Instant>();
    qRegisterMetaType<base::Error>();
    m_thread->setObjectName(QStringLiteral("board feed"));
    m_worker->moveToThread(m_thread.get());
    // Deleted in its own thread: the database connections must be closed where they were opened.
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

BoardFeed::~BoardFeed()
{
    m_thread->requestInterruption();
    m_thread->quit();
    m_thread->wait();
}

void BoardFeed::start()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
}

void BoardFeed::poke()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->poll(); }, Qt::QueuedConnection);
}

} // namespace gatehouse::operations
