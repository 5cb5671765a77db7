#include "operations/documentdesk.h"

#include "base/whendone.h"
#include "operations/asyncrunner.h"
#include "operations/documentthread.h"
#include "operations/queries.h"

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::OpenDocument;
using domain::PageImage;
using domain::PageText;

namespace {

class ThreadedDocument final : public ViewedDocument
{
public:
    explicit ThreadedDocument(domain::DossierDocument document) : m_document(std::move(document)) { }

    DocumentThread &thread() { return m_thread; }
    void setOpened(DocumentThread::Opened opened) { m_opened = std::move(opened); }

    const domain::DossierDocument &document() const override { return m_document; }
    QString sha256() const override { return m_opened.sha256; }
    int pageCount() const override { return m_opened.pageCount; }
    QSizeF firstPageSize() const override { return m_opened.firstPageSize; }
    bool mayHaveForm() const override { return m_opened.mayHaveForm; }
    QFuture<Result<QSizeF>> pageSize(int page, Urgency urgency) override
    {
        return m_thread.post<QSizeF>(urgency, [page](OpenDocument &document) { return document.pageSize(page); });
    }
    QFuture<Result<PageImage>> render(int page, QSize size, Urgency urgency) override
    {
        return m_thread.post<PageImage>(urgency,
                                        [page, size](OpenDocument &document) { return document.render(page, size); });
    }
    QFuture<Result<PageText>> text(int page, Urgency urgency) override
    {
        return m_thread.post<PageText>(urgency, [page](OpenDocument &document) { return document.text(page); });
    }

private:
    domain::DossierDocument m_document;
    DocumentThread::Opened m_opened;
    DocumentThread m_thread;
};

class ThreadedDesk final : public DocumentDesk
{
public:
    ThreadedDesk(std::unique_ptr<AsyncRunner> runner, std::shared_ptr<const domain::DocumentOpener> opener)
        : m_runner(std::move(runner)), m_opener(std::move(opener))
    { }

    QFuture<Result<std::shared_ptr<ViewedDocument>>> open(QString partner, QString document) override;

private:
    using Promise = QPromise<Result<std::shared_ptr<ViewedDocument>>>;

    void show(ReadDocument::Content content, const std::shared_ptr<Promise> &promise);

    std::unique_ptr<AsyncRunner> m_runner;
    std::shared_ptr<const domain::DocumentOpener> m_opener;
    QObject m_context; // of the callbacks: none comes after our end
};

void finish(QPromise<Result<std::shared_ptr<ViewedDocument>>> &promise, Result<std::shared_ptr<ViewedDocument>> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

QFuture<Result<std::shared_ptr<ViewedDocument>>> ThreadedDesk::open(QString partner, QString document)
{
    auto promise = std::make_shared<Promise>();
    auto future = promise->future();
    promise->start();
    base::whenDone(m_runner->ask(ReadDocument{std::move(partner), std::move(document)}), &m_context,
                   [this, promise](Result<ReadDocument::Content> content) {
                       if (!content)
                           finish(*promise, content.error());
                       else if (!promise->isCanceled())
                           show(*std::move(content), promise);
                   });
    return future;
}

void ThreadedDesk::show(ReadDocument::Content content, const std::shared_ptr<Promise> &promise)
{
    auto shown = std::make_shared<ThreadedDocument>(std::move(content.document));
    auto opening = shown->thread().open(m_opener, std::move(content.bytes));
    base::whenDone(std::move(opening), &m_context, [shown, promise](Result<DocumentThread::Opened> opened) {
        if (!opened) {
            Error error = opened.error();
            if (error.code == ErrorCode::DocumentUnreadable)
                error.subject = shown->document().fileName;
            return finish(*promise, error);
        }
        // What is shown is what was filed, or it is not shown.
        if (opened->sha256 != shown->document().sha256)
            return finish(*promise,
                          Error{ErrorKind::Corrupt, ErrorCode::ObjectAltered, shown->document().objectKey, {}});
        shown->setOpened(*std::move(opened));
        finish(*promise, std::shared_ptr<ViewedDocument>(shown));
    });
}

} // namespace

std::unique_ptr<DocumentDesk> makeDocumentDesk(std::shared_ptr<const domain::AuthorityFactory> factory,
                                               std::shared_ptr<const domain::PlaybookSource> playbooks,
                                               std::shared_ptr<base::IdSource> ids,
                                               std::shared_ptr<const domain::DocumentOpener> opener, Caller caller)
{
    return std::make_unique<ThreadedDesk>(
        std::make_unique<AsyncRunner>(std::move(factory), std::move(playbooks), std::move(ids), std::move(caller)),
        std::move(opener));
}

} // namespace gatehouse::operations
