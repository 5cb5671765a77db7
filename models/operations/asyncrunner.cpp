#include "operations/asyncrunner.h"

#include "operations/lazyrunner.h"

namespace gatehouse::operations {

using base::Result;

// Lives in the runner's thread.
class AsyncRunner::Worker final : public QObject
{
public:
    explicit Worker(LazyRunner lazy) : runner(std::move(lazy)) { }

    LazyRunner runner;
    std::atomic_bool stopping = false;
};

AsyncRunner::AsyncRunner(std::shared_ptr<const domain::AuthorityFactory> factory,
                         std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                         Caller caller)
    : m_caller(std::move(caller)),
      m_thread(std::make_unique<QThread>()),
      m_worker(new Worker({std::move(factory), std::move(playbooks), std::move(ids)}))
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
    return worker.runner.get();
}

} // namespace gatehouse::operations
