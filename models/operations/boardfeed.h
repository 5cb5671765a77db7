#pragma once

#include "domain/boardcache.h"
#include "operations/runner.h"
#include "operations/workerthread.h"

#include <QObject>

#include <functional>
#include <memory>

namespace gatehouse::operations {

class BoardFeedWorker;

// Keeps a board fed: the first screen from the cache, then all rows, then whatever changes, looked for every `pollMs`
// and at once after poke(). The cache is opened and shown only once the authority has answered that the caller may see
// every partner. Works in a thread of its own with its own connection; signals arrive in the thread that made the feed.
// Destruction ends the thread without waiting for it (see WorkerThread).
class BoardFeed final : public QObject
{
    Q_OBJECT

public:
    // The cache of the acting subject. Called in the worker; may give nullptr.
    using CacheOpener = std::function<std::unique_ptr<domain::BoardCache>(const QString &subject)>;
    BoardFeed(std::shared_ptr<const domain::AuthorityFactory> factory,
              std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
              Caller caller, CacheOpener openCache, int pollMs = 2000, QObject *parent = nullptr);

    void start();
    void poke();

Q_SIGNALS:
    // Rows that can be painted now; the rest follows.
    void firstScreen(const QList<gatehouse::domain::PartnerSummary> &rows);
    // Every row, when all are known and true: once, and again when rows may have gone or very many changed.
    void loaded(const QList<gatehouse::domain::PartnerSummary> &rows, gatehouse::base::Instant asOf);
    // Rows that were added or changed, whole.
    void changed(const QList<gatehouse::domain::PartnerSummary> &rows, gatehouse::base::Instant asOf);
    // Nothing changed, but the state is as of now.
    void upToDate(gatehouse::base::Instant asOf);
    // E.g. Denied when the authority refuses the caller. The next look tries again.
    void failed(const gatehouse::base::Error &error);

private:
    BoardFeedWorker *m_worker; // lives in m_thread
    WorkerThread m_thread;
};

} // namespace gatehouse::operations
