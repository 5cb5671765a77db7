#pragma once

#include "base/ids.h"
#include "domain/authority.h"
#include "domain/documentpages.h"
#include "domain/playbook.h"
#include "operations/transaction.h"

#include <QFuture>

#include <memory>

namespace gatehouse::operations {

// What is wanted first. Of two requests the more urgent is served first, of equals the newer.
enum class Urgency { Shown, Prefetched, Thumbnail, Compared };

// A document of a dossier that was opened to be looked at. GUI thread; the work is done in a thread of its own. Its end
// ends the helper process and cancels what is under way. Futures are consumed by base::whenDone; cancelling one takes
// the request back.
class ViewedDocument
{
public:
    virtual ~ViewedDocument() = default;

    virtual const domain::DossierDocument &document() const = 0;
    // Of the bytes that are shown; a decision that cites the document is bound to the same ones.
    virtual QString sha256() const = 0;
    virtual int pageCount() const = 0;        // at least 1
    virtual QSizeF firstPageSize() const = 0; // points; most documents have pages of one size
    // See domain::OpenDocument: two of them that look alike may differ in what was filled in.
    virtual bool mayHaveForm() const = 0;
    // Pages count from 0. Errors: PageUnreadable.
    virtual QFuture<base::Result<QSizeF>> pageSize(int page, Urgency urgency) = 0;
    virtual QFuture<base::Result<domain::PageImage>> render(int page, QSize size, Urgency urgency) = 0;
    virtual QFuture<base::Result<domain::PageText>> text(int page, Urgency urgency) = 0;
};

// Opens documents for the window: reads the bytes through the same query as every door (who may, and whether they are
// still those that were filed), hands them to a helper process, keeps none. GUI thread.
class DocumentDesk
{
public:
    virtual ~DocumentDesk() = default;
    // `document`: an id or a kind. Errors: those of ReadDocument and of DocumentOpener::open().
    virtual QFuture<base::Result<std::shared_ptr<ViewedDocument>>> open(QString partner, QString document) = 0;
};

// The desk of a workspace.
std::unique_ptr<DocumentDesk> makeDocumentDesk(std::shared_ptr<const domain::AuthorityFactory> factory,
                                               std::shared_ptr<const domain::PlaybookSource> playbooks,
                                               std::shared_ptr<base::IdSource> ids,
                                               std::shared_ptr<const domain::DocumentOpener> opener, Caller caller);

} // namespace gatehouse::operations
