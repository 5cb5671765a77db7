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
};

AsyncRunner::AsyncRunner(std::shared_ptr<const domain::AuthorityFactory> factory,
                         std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                         Caller caller)
    : m_caller(std::move(caller)),
      m_worker(new Worker({std::move(factory), std::move(playbooks), std::move(ids)})),
      m_thread(QStringLiteral("operations"), m_worker)
{ }

void AsyncRunner::enqueue(std::function<void(Worker &)> job)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, job = std::move(job)] {
            // A job dropped here drops its promise, which ends the future without a result: Cancelled.
            if (!worker->thread()->isInterruptionRequested())
                job(*worker);
        },
        Qt::QueuedConnection);
}

Result<OperationRunner *> AsyncRunner::runnerOf(Worker &worker)
{
    return worker.runner.get();
}

} // namespace gatehouse::operations
