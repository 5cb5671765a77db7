#include "operations/asyncrunner.h"

#include <optional>

namespace gatehouse::operations {

using base::Result;

// Lives in the runner's thread; the authority is opened by the first request, and again after a failed opening.
class AsyncRunner::Worker final : public QObject
{
public:
    Worker(std::shared_ptr<const domain::AuthorityFactory> factory,
           std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids)
        : m_factory(std::move(factory)), m_playbooks(std::move(playbooks)), m_ids(std::move(ids))
    { }

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

    std::atomic_bool stopping = false;

private:
    std::shared_ptr<const domain::AuthorityFactory> m_factory;
    std::shared_ptr<const domain::PlaybookSource> m_playbooks;
    std::shared_ptr<base::IdSource> m_ids;
    std::unique_ptr<domain::Authority> m_authority;
    std::optional<OperationRunner> m_runner;
};

AsyncRunner::AsyncRunner(std::shared_ptr<const domain::AuthorityFactory> factory,
                         std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                         Caller caller)
    : m_caller(std::move(caller)),
      m_thread(std::make_unique<QThread>()),
      m_worker(new Worker(std::move(factory), std::move(playbooks), std::move(ids)))
{
    m_thread->setObjectName(QStringLiteral("operations"));
    m_worker->moveToThread(m_thread.get());
    // Deleted in its own thread: the database connection must be closed where it was opened.
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

AsyncRunner::~AsyncRunner()
{
    m_worker->stopping = true;
    m_thread->quit();
    m_thread->wait();
}

void AsyncRunner::enqueue(std::function<void(Worker &)> job)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, job = std::move(job)] {
            // A job dropped here drops its promise, which ends the future without a result: Cancelled.
            if (!worker->stopping)
                job(*worker);
        },
        Qt::QueuedConnection);
}

Result<OperationRunner *> AsyncRunner::runnerOf(Worker &worker)
{
    return worker.runner();
}

} // namespace gatehouse::operations
