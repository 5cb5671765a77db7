#include "operations/documentthread.h"

#include <QMutexLocker>
#include <QObject>

#include <algorithm>

namespace gatehouse::operations {

using base::Result;
using domain::OpenDocument;

void DocumentThread::Waiting::add(Request request)
{
    const QMutexLocker lock(&m_mutex);
    m_requests.push_front(std::move(request));
}

std::optional<DocumentThread::Request> DocumentThread::Waiting::takeFirst()
{
    const QMutexLocker lock(&m_mutex);
    m_requests.remove_if([](const Request &request) { return request.isCancelled(); });
    // The first of equals, and they stand newest first.
    const auto first = std::min_element(m_requests.begin(), m_requests.end(),
                                        [](const Request &a, const Request &b) { return a.urgency < b.urgency; });
    if (first == m_requests.end())
        return {};
    Request taken = std::move(*first);
    m_requests.erase(first);
    return taken;
}

void DocumentThread::Waiting::clear()
{
    std::list<Request> dropped;
    const QMutexLocker lock(&m_mutex);
    dropped.swap(m_requests);
}

// Lives in the document's thread, and so does the document.
class DocumentThread::Worker final : public QObject
{
public:
    explicit Worker(std::shared_ptr<Waiting> waiting) : m_waiting(std::move(waiting)) { }

    void answerOne()
    {
        if (thread()->isInterruptionRequested())
            return;
        if (auto request = m_waiting->takeFirst())
            request->answer(m_document);
    }

private:
    std::shared_ptr<Waiting> m_waiting;
    std::unique_ptr<OpenDocument> m_document;
};

DocumentThread::DocumentThread()
    : m_waiting(std::make_shared<Waiting>()),
      m_worker(new Worker(m_waiting)),
      m_thread(QStringLiteral("document"), m_worker)
{ }

DocumentThread::~DocumentThread()
{
    // A promise that is dropped ends its future without a result: Cancelled.
    m_waiting->clear();
}

void DocumentThread::enqueue(Request request)
{
    m_waiting->add(std::move(request));
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->answerOne(); }, Qt::QueuedConnection);
}

QFuture<Result<DocumentThread::Opened>> DocumentThread::open(std::shared_ptr<const domain::DocumentOpener> opener,
                                                             QByteArray bytes)
{
    auto promise = std::make_shared<QPromise<Result<Opened>>>();
    auto future = promise->future();
    promise->start();
    enqueue({Urgency::Shown, [promise] { return promise->isCanceled(); },
             [promise, opener = std::move(opener), bytes = std::move(bytes)](std::unique_ptr<OpenDocument> &document) {
                 promise->addResult(withoutExceptions<Opened>([&]() -> Result<Opened> {
                     auto opened = opener->open(bytes);
                     if (!opened)
                         return opened.error();
                     document = *std::move(opened);
                     // A first page that can't be read costs itself: A4 stands in for it.
                     const auto size = document->pageSize(0);
                     return Opened{document->sha256(), document->pageCount(), size ? *size : QSizeF(595, 842),
                                   document->mayHaveForm()};
                 }));
                 promise->finish();
             }});
    return future;
}

} // namespace gatehouse::operations
