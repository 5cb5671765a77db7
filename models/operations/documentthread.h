#pragma once

#include "domain/documentpages.h"
#include "operations/documentdesk.h"
#include "operations/workeredge.h"
#include "operations/workerthread.h"

#include <QMutex>
#include <QPromise>

#include <functional>
#include <list>
#include <optional>

namespace gatehouse::operations {

// Requests to one open document, which waits in a thread of its own for the helper: the most urgent first, of equals
// the newest, none that was cancelled. GUI thread; its end drops what was not begun and lets go of what is under way.
class DocumentThread
{
public:
    DocumentThread();
    ~DocumentThread();
    DocumentThread(const DocumentThread &) = delete;
    DocumentThread &operator=(const DocumentThread &) = delete;

    // What the console must know of a document before it is shown.
    struct Opened
    {
        QString sha256;
        int pageCount = 0;
        QSizeF firstPageSize;
        bool mayHaveForm = false;
    };
    QFuture<base::Result<Opened>> open(std::shared_ptr<const domain::DocumentOpener> opener, QByteArray bytes);

    // Once it is open.
    template <class T>
    QFuture<base::Result<T>> post(Urgency urgency, std::function<base::Result<T>(domain::OpenDocument &)> ask)
    {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        auto future = promise->future();
        promise->start();
        enqueue({urgency, [promise] { return promise->isCanceled(); },
                 [promise, ask = std::move(ask)](std::unique_ptr<domain::OpenDocument> &document) {
                     if (document)
                         promise->addResult(withoutExceptions<T>([&] { return ask(*document); }));
                     promise->finish();
                 }});
        return future;
    }

private:
    struct Request
    {
        Urgency urgency = Urgency::Shown;
        std::function<bool()> isCancelled;
        std::function<void(std::unique_ptr<domain::OpenDocument> &)> answer;
    };

    // What was asked and not yet begun. Any thread.
    class Waiting
    {
    public:
        void add(Request request);
        // Nothing when all of them were cancelled.
        std::optional<Request> takeFirst();
        void clear();

    private:
        QMutex m_mutex;
        std::list<Request> m_requests; // newest first
    };

    class Worker;
    void enqueue(Request request);

    std::shared_ptr<Waiting> m_waiting;
    Worker *m_worker; // lives in m_thread
    WorkerThread m_thread;
};

} // namespace gatehouse::operations
