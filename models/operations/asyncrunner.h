#pragma once

#include "operations/runner.h"
#include "operations/workeredge.h"
#include "operations/workerthread.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace gatehouse::operations {

// The runner in a thread of its own, for doors that must never wait. Made and used in one thread (the GUI's); the
// authority is opened, used and closed in the worker. Futures are consumed by base::whenDone. Destruction waits for
// nothing: the request under way is finished without it (see WorkerThread), those behind it are cancelled.
class AsyncRunner
{
public:
    AsyncRunner(std::shared_ptr<const domain::AuthorityFactory> factory,
                std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids,
                Caller caller);
    AsyncRunner(const AsyncRunner &) = delete;
    AsyncRunner &operator=(const AsyncRunner &) = delete;

    const Caller &caller() const { return m_caller; }

    // Takes a concrete operation by value, e.g. run(AddContact{...}, id).
    template <class Concrete>
    QFuture<base::Result<domain::Receipt>> run(Concrete operation, QString requestId)
    {
        return post<domain::Receipt>(
            [operation = std::move(operation), requestId = std::move(requestId),
             caller = m_caller](OperationRunner &runner) { return runner.run(operation, caller, requestId); });
    }

    template <class Query>
    QFuture<base::Result<typename Query::Answer>> ask(Query query)
    {
        return post<typename Query::Answer>([query = std::move(query), caller = m_caller](OperationRunner &runner) {
            return runner.ask(query, caller);
        });
    }

private:
    class Worker;
    void enqueue(std::function<void(Worker &)> job);
    // The worker's runner, or why there is none. Worker thread.
    static base::Result<OperationRunner *> runnerOf(Worker &worker);

    template <class T, class Job>
    static base::Result<T> answer(Worker &worker, const Job &job)
    {
        return withoutExceptions<T>([&]() -> base::Result<T> {
            auto runner = runnerOf(worker);
            return runner ? job(**runner) : base::Result<T>(runner.error());
        });
    }

    template <class T, class Job>
    QFuture<base::Result<T>> post(Job job)
    {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        auto future = promise->future();
        promise->start();
        enqueue([promise, job = std::move(job)](Worker &worker) {
            if (!promise->isCanceled())
                promise->addResult(answer<T>(worker, job));
            promise->finish();
        });
        return future;
    }

    Caller m_caller;
    Worker *m_worker; // lives in m_thread
    WorkerThread m_thread;
};

} // namespace gatehouse::operations
