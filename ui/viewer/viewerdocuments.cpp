#include "ui/viewer/viewerdocuments.h"

#include "base/whendone.h"

#include <limits>

namespace gatehouse::ui {

void ViewerDocuments::close(Part &part)
{
    part.search.reset();
    part.document.reset();
    part.error.reset();
    part.opening = false;
}

void ViewerDocuments::setDesk(operations::DocumentDesk *desk)
{
    ++m_session; // answers of the other desk come too late
    m_desk = desk;
    for (const auto &part : m_parts)
        close(*part);
}

void ViewerDocuments::setEntries(const QString &partner, const QList<DocumentEntry> &entries)
{
    if (partner != m_partner)
        ++m_session;
    std::vector<std::unique_ptr<Part>> parts;
    for (const DocumentEntry &entry : entries) {
        const int old = partner == m_partner ? indexOf(entry.documentId) : -1;
        auto part = old >= 0 ? std::move(m_parts[size_t(old)]) : std::make_unique<Part>();
        const bool same = part->entry.sha256 == entry.sha256;
        part->entry = entry;
        if (!same)
            close(*part);
        parts.push_back(std::move(part));
    }
    m_partner = partner;
    m_parts = std::move(parts);
}

int ViewerDocuments::indexOf(const QString &documentId) const
{
    for (int i = 0; i < count(); ++i) {
        // While documents are replaced, those that stay have left their place already.
        if (m_parts[size_t(i)] && m_parts[size_t(i)]->entry.documentId == documentId)
            return i;
    }
    return -1;
}

void ViewerDocuments::open(int index)
{
    Part &part = (*this)[index];
    if (!m_desk)
        return;
    if (part.document || part.error || part.opening)
        return openNext();
    part.opening = true;
    base::whenDone(m_desk->open(m_partner, part.entry.documentId), this,
                   [this, session = m_session,
                    id = part.entry.documentId](base::Result<std::shared_ptr<operations::ViewedDocument>> opened) {
                       if (session == m_session)
                           answered(id, std::move(opened));
                   });
}

void ViewerDocuments::tryAgain(int index)
{
    (*this)[index].error.reset();
    open(index);
}

void ViewerDocuments::tryFailedAgain(int index)
{
    for (const auto &part : m_parts)
        part->error.reset();
    open(index);
}

void ViewerDocuments::answered(const QString &documentId,
                               base::Result<std::shared_ptr<operations::ViewedDocument>> opened)
{
    const int index = indexOf(documentId);
    if (index < 0 || !(*this)[index].opening)
        return;
    Part &part = (*this)[index];
    part.opening = false;
    if (!opened) {
        part.error = opened.error();
    } else if ((*opened)->sha256() != part.entry.sha256) {
        part.error =
            base::Error{base::ErrorKind::Corrupt, base::ErrorCode::ObjectAltered, (*opened)->document().objectKey, {}};
    } else {
        part.document = std::move(*opened);
        part.search = std::make_unique<TextSearch>();
        part.search->setDocument(part.document);
        part.marks = changeMarks(part.changes, part.document->pageCount());
    }
    openNext();
    Q_EMIT arrived(index);
}

void ViewerDocuments::openNext()
{
    for (const auto &part : m_parts) {
        if (part->opening)
            return;
    }
    for (int i = 0; i < count(); ++i) {
        const Part &part = (*this)[i];
        if (!part.document && !part.error)
            return open(i);
    }
}

void ViewerDocuments::setChanges(int index, const QList<domain::PageChange> &changes)
{
    Part &part = (*this)[index];
    if (part.changes == changes)
        return;
    part.changes = changes;
    part.mark = -1;
    // How many pages it has, only the open document knows; till then the last page may be missed by one.
    part.marks = changeMarks(changes, part.document ? part.document->pageCount() : std::numeric_limits<int>::max());
}

} // namespace gatehouse::ui
