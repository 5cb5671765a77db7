#pragma once

#include "base/clock.h"
#include "ui/viewer/viewerdocuments.h"
#include "ui/viewer/viewingrecord.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;

namespace gatehouse::ui {

class DocumentTabs;
class EmptyState;
class FindBar;
class LoadingLine;
class MessageBanner;
class ThumbnailList;
class ViewerActions;
class ViewerToolBar;

// What somebody saw of one document.
struct DocumentSeen
{
    QString documentId;
    QString sha256; // of the bytes that were shown; empty when it was not opened
    int pageCount = 0;
    QList<int> pages;     // from 0, sorted
    bool refused = false; // it can't be shown

    friend bool operator==(const DocumentSeen &, const DocumentSeen &) = default;
};

// Evidence as a decision cites it, and the words that were selected there, if any.
struct EvidencePick
{
    QString evidence; // "DOCUMENT:PAGE", pages from 1; empty when nothing is shown
    QString quote;
};

// The documents of a dossier, each in its tab: pages with their thumbnails, zoom, search, what changed since the last
// decision, what was seen. A document whose bytes are not those that were filed is never shown. One that can't be shown
// says why in its tab; the others can. GUI thread.
class DossierView final : public QWidget
{
    Q_OBJECT

public:
    // The clock must outlive the view.
    explicit DossierView(const base::Clock &clock, QWidget *parent = nullptr);
    ~DossierView() override;

    // Null: nothing can be opened. What the desk opened is closed with it.
    void setDesk(operations::DocumentDesk *desk);
    // Documents that it shows already stay as they are: page, zoom, search. What was seen of a partner is still known
    // when it is set again, as far as its documents are the same (see ViewingRecord).
    void setDocuments(const QString &partnerId, const QList<DocumentEntry> &entries);
    // Opens once more what couldn't be opened.
    void tryFailedAgain();
    // Since the last decision; a document without changes has an empty list.
    void setChanges(const QString &documentId, const QList<domain::PageChange> &changes);

    // Pages count from 0, the area is in fractions of the page. Unknown documents change nothing.
    void showPage(const QString &documentId, int page, const QRectF &area = {});
    // Through all documents, from the last change to the first. False when there are none.
    bool goToNextChange();
    bool goToPreviousChange();
    bool hasChange() const; // that one could go to

    // Through the documents, from the last to the first. Nothing without others.
    void turnDocument(int step);
    int documentCount() const { return m_documents.count(); }

    QString currentDocument() const; // its id, empty without documents
    int currentPage() const;         // from 0, -1 while nothing is shown
    // Why the current document can't be shown; nothing while it can, or is still being opened.
    std::optional<base::Error> currentError() const;
    EvidencePick selectionEvidence() const;
    // One for each document, in their order.
    QList<DocumentSeen> seen() const;
    // While the window was active and the viewer visible, on these documents.
    qint64 timeSpentMs() const { return m_record.timeSpentMs(); }
    void focusPage();
    // Stands at the end of the row of tabs; the view takes it over.
    void setTabCorner(QWidget *corner);

Q_SIGNALS:
    void pageSeen(const QString &documentId, int page);
    // Anything in seen() is different.
    void seenChanged();
    // Somebody asked for what couldn't be shown once more.
    void openedAgain(const QString &documentId);
    // Ctrl+E: see selectionEvidence().
    void evidenceRequested(const QString &evidence, const QString &quote);
    // Another document or page is current.
    void currentChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Part = ViewerDocuments::Part;
    enum class Way { Next, Previous };

    QWidget *makePane();
    void connectActions();
    void connectFinding();
    Part *current();
    const Part *current() const;
    void fillTabs(const QString &currentId);
    void showTab(int index);
    void leaveTab();
    void showPart();
    void showChanged(const Part &part);
    void showNotice();
    void documentArrived(int index);
    void showCaption(int index);
    void showObstacles();
    bool goToChange(Way way);
    std::optional<std::pair<int, int>> markFrom(Way way) const;
    void showRecord();
    void watch();
    void openFind();
    void closeFind();
    void showFinding();
    void requestEvidence();

    ViewingRecord m_record;
    QString m_partner;
    QList<DocumentEntry> m_entries;
    ViewerDocuments m_documents;
    ViewerActions *m_actions;
    QHBoxLayout *m_tabRow;
    DocumentTabs *m_tabs;
    ViewerToolBar *m_toolBar;
    FindBar *m_findBar;
    QStackedWidget *m_stack = nullptr;
    PageView *m_page;
    ThumbnailList *m_thumbnails;
    EmptyState *m_empty;
    LoadingLine *m_opening = nullptr;
    MessageBanner *m_notice;
    int m_index = -1;
    std::optional<TextSearch::Hit> m_shownHit;
};

} // namespace gatehouse::ui
