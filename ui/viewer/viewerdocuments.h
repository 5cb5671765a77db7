#pragma once

#include "domain/pagechanges.h"
#include "operations/documentdesk.h"
#include "ui/viewer/pageview.h"
#include "ui/viewer/textsearch.h"

#include <vector>

namespace gatehouse::ui {

// A document of a dossier as its viewer is told of it.
struct DocumentEntry
{
    QString documentId;
    QString kind;
    QString title;  // "KYB package"
    QString sha256; // of what was filed: nothing else is shown
    QString fileName;

    friend bool operator==(const DocumentEntry &, const DocumentEntry &) = default;
};

// The documents that a viewer shows: opens them one after another, and keeps where one stands in each.
class ViewerDocuments final : public QObject
{
    Q_OBJECT

public:
    struct Part
    {
        DocumentEntry entry;
        std::shared_ptr<operations::ViewedDocument> document; // null until it is open
        std::optional<base::Error> error;                     // why it isn't
        bool opening = false;
        PageView::State state;
        QRectF area; // to be scrolled to once it is open
        QList<domain::PageChange> changes;
        QList<ChangeMark> marks;
        int mark = -1; // the one that was gone to last
        std::unique_ptr<TextSearch> search;
        QString typed; // in the find bar
        bool finding = false;
    };

    using QObject::QObject;

    // Must outlive this, or be taken back by null. What was opened at another desk is closed.
    void setDesk(operations::DocumentDesk *desk);
    // Documents of the same id stay as they are.
    void setEntries(const QString &partner, const QList<DocumentEntry> &entries);

    int count() const { return int(m_parts.size()); }
    Part &operator[](int index) { return *m_parts[size_t(index)]; }
    const Part &operator[](int index) const { return *m_parts[size_t(index)]; }
    int indexOf(const QString &documentId) const; // -1: none
    // Opens it before the others, unless it is open or couldn't be opened.
    void open(int index);
    // Opens once more what couldn't be.
    void tryAgain(int index);
    // All of those, this one first.
    void tryFailedAgain(int index);
    void setChanges(int index, const QList<domain::PageChange> &changes);

Q_SIGNALS:
    // It is open, or there is a reason why not.
    void arrived(int index);

private:
    void openNext();
    void answered(const QString &documentId, base::Result<std::shared_ptr<operations::ViewedDocument>> opened);
    static void close(Part &part);

    operations::DocumentDesk *m_desk = nullptr;
    QString m_partner;
    std::vector<std::unique_ptr<Part>> m_parts;
    quint64 m_session = 0;
};

} // namespace gatehouse::ui
