#include "ui/viewer/dossierview.h"

#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/viewer/documenttabs.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/thumbnaillist.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewererror.h"
#include "ui/viewer/viewertoolbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds openingPatience(150);
constexpr int thumbnailsFrom = 480;

QString seenWords(int pages, int seen)
{
    const QLocale locale;
    if (pages == 1)
        return seen == 1 ? DossierView::tr("1 page, seen") : DossierView::tr("1 page, not seen");
    if (seen == pages)
        return DossierView::tr("%1 pages, all seen").arg(locale.toString(pages));
    return DossierView::tr("%1 pages, %2 seen").arg(locale.toString(pages), locale.toString(seen));
}

} // namespace

DossierView::DossierView(const base::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_record(clock, this),
      m_actions(new ViewerActions(this)),
      m_tabRow(new QHBoxLayout),
      m_tabs(new DocumentTabs),
      m_toolBar(new ViewerToolBar(*m_actions)),
      m_findBar(new FindBar(*m_actions)),
      m_page(new PageView),
      m_thumbnails(new ThumbnailList),
      m_empty(new EmptyState),
      m_notice(new MessageBanner)
{
    setObjectName(QStringLiteral("dossierView"));
    m_empty->setObjectName(QStringLiteral("documentFailure"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabRow->setSpacing(0);
    m_tabRow->addWidget(m_tabs, 1);
    column->addLayout(m_tabRow);
    column->addWidget(m_toolBar);
    column->addWidget(m_findBar);
    column->addWidget(makePane(), 1);
    m_findBar->hide();
    connectActions();
    connectFinding();
    connect(m_tabs, &QTabBar::currentChanged, this, &DossierView::showTab);
    connect(&m_documents, &ViewerDocuments::arrived, this, &DossierView::documentArrived);
    connect(m_page, &PageView::pageChanged, this, [this](int page) {
        m_thumbnails->setPage(page);
        m_toolBar->setPage(page, m_page->pageCount());
        showObstacles();
        Q_EMIT currentChanged();
    });
    connect(m_page, &PageView::shownChanged, this,
            [this] { m_record.setShown(currentDocument(), m_page->shownPage()); });
    connect(m_page, &PageView::zoomChanged, this, &DossierView::showObstacles);
    connect(m_thumbnails, &ThumbnailList::pageChosen, this, [this](int page) { m_page->showPage(page); });
    connect(&m_record, &ViewingRecord::pageSeen, this, [this](const QString &document, int page) {
        showRecord();
        Q_EMIT pageSeen(document, page);
        Q_EMIT seenChanged();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_index < 0)
            return;
        m_documents.tryAgain(m_index);
        showPart();
        focusPage();
        Q_EMIT openedAgain(currentDocument());
    });
    showPart();
}

DossierView::~DossierView()
{
    // What is shown goes after the record of it.
    m_page->disconnect(this);
    m_thumbnails->disconnect(this);
}

void DossierView::setTabCorner(QWidget *corner)
{
    m_tabRow->addWidget(corner);
}

QWidget *DossierView::makePane()
{
    m_stack = new QStackedWidget(this);
    auto *pages = new QWidget(m_stack);
    auto *column = new QVBoxLayout(pages);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    column->addLayout(row, 1);
    row->setSpacing(0);
    row->addWidget(m_thumbnails);
    row->addWidget(m_page, 1);
    m_stack->addWidget(pages);
    m_stack->addWidget(m_empty);
    m_opening = new LoadingLine(m_stack, openingPatience);
    return m_stack;
}

void DossierView::connectActions()
{
    const auto on = [this](ViewerAct act, auto &&done) {
        connect((*m_actions)[act], &QAction::triggered, this, std::forward<decltype(done)>(done));
    };
    on(ViewerAct::PreviousPage, [this] { m_page->turnPage(-1); });
    on(ViewerAct::NextPage, [this] { m_page->turnPage(1); });
    on(ViewerAct::StepLeft, [this] { m_page->stepLeft(); });
    on(ViewerAct::StepRight, [this] { m_page->stepRight(); });
    on(ViewerAct::ScrollBack, [this] { m_page->scrollBack(); });
    on(ViewerAct::ScrollOn, [this] { m_page->scrollOn(); });
    on(ViewerAct::FirstPage, [this] { m_page->showPage(0); });
    on(ViewerAct::LastPage, [this] { m_page->showPage(m_page->pageCount() - 1); });
    const auto zoomTo = [this](int percent) { m_page->setZoom({PageZoom::Fit::Percent, percent}); };
    on(ViewerAct::ZoomIn, [this, zoomTo] { zoomTo(zoomStepUp(m_page->percent())); });
    on(ViewerAct::ZoomOut, [this, zoomTo] { zoomTo(zoomStepDown(m_page->percent())); });
    on(ViewerAct::WholeSize, [zoomTo] { zoomTo(100); });
    on(ViewerAct::FitWidth, [this] {
        m_page->setZoom({});
        showObstacles(); // a press of what is pressed already must not release it
    });
    on(ViewerAct::Rotate, [this] { m_page->rotate(); });
    (*m_actions)[ViewerAct::MarkChanges]->setChecked(true);
    connect((*m_actions)[ViewerAct::MarkChanges], &QAction::toggled, m_page, &PageView::setMarksShown);
    on(ViewerAct::NextChange, [this] { goToNextChange(); });
    on(ViewerAct::PreviousChange, [this] { goToPreviousChange(); });
    for (int number = 1; number <= 9; ++number) {
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("tab%1").arg(number));
        action->setShortcut(QKeySequence(Qt::Key_0 + number));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, number] {
            if (number <= m_tabs->count())
                m_tabs->setCurrentIndex(number - 1);
        });
        addAction(action);
    }
    connect(m_toolBar, &ViewerToolBar::pageChosen, this, [this](int page) { m_page->showPage(page); });
    connect(m_toolBar, &ViewerToolBar::left, this, &DossierView::focusPage);
}

void DossierView::setDesk(operations::DocumentDesk *desk)
{
    m_page->setDocument(nullptr, {});
    m_thumbnails->setDocument(nullptr, {});
    m_documents.setDesk(desk);
    if (m_index >= 0)
        m_documents.open(m_index);
    showPart();
}

void DossierView::tryFailedAgain()
{
    if (m_index < 0)
        return;
    const bool shown = current()->document != nullptr;
    m_documents.tryFailedAgain(m_index);
    if (!shown)
        showPart();
}

void DossierView::setDocuments(const QString &partnerId, const QList<DocumentEntry> &entries)
{
    if (partnerId == m_partner && entries == m_entries)
        return;
    m_partner = partnerId;
    m_entries = entries;
    const QString before = currentDocument();
    leaveTab();
    const std::shared_ptr<operations::ViewedDocument> shown = current() ? current()->document : nullptr;
    m_documents.setEntries(partnerId, entries);
    QHash<QString, QString> hashes;
    for (const DocumentEntry &entry : entries)
        hashes.insert(entry.documentId, entry.sha256);
    m_record.setDossier(partnerId, hashes);
    fillTabs(before);
    const bool same = !before.isEmpty() && currentDocument() == before && shown && current()->document == shown;
    if (!same)
        showTab(m_index);
    else
        m_documents.open(m_index); // those that are new
    showObstacles();
    Q_EMIT seenChanged();
}

void DossierView::fillTabs(const QString &currentId)
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (int i = 0; i < m_documents.count(); ++i) {
        m_tabs->addDocument(m_documents[i].entry.title, m_documents[i].entry.fileName);
        showCaption(i);
    }
    m_tabs->setCurrentIndex(qMax(0, m_documents.indexOf(currentId)));
    m_index = m_tabs->currentIndex();
}

ViewerDocuments::Part *DossierView::current()
{
    return m_index >= 0 && m_index < m_documents.count() ? &m_documents[m_index] : nullptr;
}

const ViewerDocuments::Part *DossierView::current() const
{
    return m_index >= 0 && m_index < m_documents.count() ? &m_documents[m_index] : nullptr;
}

void DossierView::leaveTab()
{
    Part *part = current();
    if (part && part->document)
        part->state = m_page->state();
}

void DossierView::showTab(int index)
{
    if (index != m_index)
        leaveTab();
    m_index = index;
    if (m_index >= 0)
        m_documents.open(m_index);
    showPart();
    Q_EMIT currentChanged();
}

bool DossierView::hasChange() const
{
    return markFrom(Way::Next).has_value();
}

void DossierView::turnDocument(int step)
{
    if (const int count = m_tabs->count(); count > 0)
        m_tabs->setCurrentIndex((m_index + step + count) % count);
}

void DossierView::showPart()
{
    Part *part = current();
    const bool open = part && part->document;
    m_thumbnails->setDocument(open ? part->document : nullptr, part ? part->entry.title : QString());
    m_page->setDocument(open ? part->document : nullptr, part ? part->entry.title : QString(),
                        part ? part->state : PageView::State());
    if (open) {
        showChanged(*part);
        m_thumbnails->setPage(m_page->page());
        if (const QRectF area = std::exchange(part->area, {}); !area.isEmpty())
            m_page->showPage(m_page->page(), area);
    }
    m_toolBar->setPage(m_page->page(), m_page->pageCount());
    if (!part)
        m_empty->setTexts(tr("No documents"), tr("Pages are shown here once something was filed."));
    else if (part->error)
        showViewerError(m_empty, *part->error);
    if (part && part->opening)
        m_opening->start();
    else
        m_opening->stop();
    const bool failed = !part || part->error;
    m_stack->setCurrentIndex(failed ? 1 : 0);
    m_findBar->setVisible(open && part->finding);
    if (open) {
        connect(part->search.get(), &TextSearch::changed, this, &DossierView::showFinding, Qt::UniqueConnection);
        m_findBar->setText(part->typed);
        m_shownHit = part->search->current(); // one stands where one stood
        showFinding();
    }
    showNotice();
    showRecord();
    showObstacles();
}

void DossierView::showNotice()
{
    const Part *part = current();
    if (part && part->document && part->document->mayHaveForm())
        m_notice->setMessage(
            {MessageBanner::Kind::Warning,
             {},
             tr("This PDF may have form fields; what is filled in there is not shown here. Save a copy to read it."),
             {},
             {},
             {}});
    else
        m_notice->clear();
}

void DossierView::documentArrived(int index)
{
    showCaption(index);
    if (index == m_index) {
        const bool focused = m_stack->isAncestorOf(focusWidget());
        showPart();
        if (focused)
            focusPage();
        Q_EMIT currentChanged();
    }
    showObstacles();
    Q_EMIT seenChanged();
}

void DossierView::showCaption(int index)
{
    const Part &part = m_documents[index];
    if (part.document)
        m_tabs->setCaption(index,
                           seenWords(part.document->pageCount(), int(m_record.pages(part.entry.documentId).size())));
    else
        m_tabs->setCaption(index, part.error ? tr("can't be shown") : QString());
}

void DossierView::showRecord()
{
    if (m_index < 0)
        return;
    showCaption(m_index);
    m_thumbnails->setSeen(m_record.pages(currentDocument()));
}

void DossierView::showObstacles()
{
    const Part *part = current();
    const QString nothing = part && part->document ? QString() : tr("Nothing is shown.");
    using Act = ViewerAct;
    for (Act act : {Act::StepLeft, Act::StepRight, Act::ScrollBack, Act::ScrollOn, Act::FirstPage, Act::LastPage,
                    Act::WholeSize, Act::FitWidth, Act::Rotate, Act::Find, Act::FindNext, Act::FindPrevious})
        m_actions->setObstacle(act, nothing);
    const auto say = [this, &nothing](Act act, bool possible, const QString &reason) {
        m_actions->setObstacle(act, !nothing.isEmpty() ? nothing : possible ? QString() : reason);
    };
    say(Act::ZoomIn, m_page->percent() < PageZoom::most, tr("It can't be shown larger."));
    say(Act::ZoomOut, m_page->percent() > PageZoom::least, tr("It can't be shown smaller."));
    say(Act::PreviousPage, m_page->page() > 0, tr("This is the first page."));
    say(Act::NextPage, m_page->page() + 1 < m_page->pageCount(), tr("This is the last page."));
    say(Act::MarkChanges, part && !part->marks.isEmpty(), tr("No change is known here since the last decision."));
    const bool anyChange = hasChange();
    for (Act act : {Act::NextChange, Act::PreviousChange})
        m_actions->setObstacle(act,
                               anyChange ? QString() : tr("No page is known to have changed since the last decision."));
    (*m_actions)[Act::FitWidth]->setChecked(m_page->zoom().fit == PageZoom::Fit::Width);
    (*m_actions)[Act::Find]->setChecked(part && part->finding);
    m_toolBar->setPercent(nothing.isEmpty() ? m_page->percent() : 0);
}

void DossierView::showPage(const QString &documentId, int page, const QRectF &area)
{
    const int index = m_documents.indexOf(documentId);
    if (index < 0)
        return;
    Part &part = m_documents[index];
    if (!part.document) {
        part.state.page = page;
        part.area = area;
    }
    m_tabs->setCurrentIndex(index);
    if (!part.document)
        return;
    m_page->showPage(page, area);
}

QString DossierView::currentDocument() const
{
    const Part *part = current();
    return part ? part->entry.documentId : QString();
}

int DossierView::currentPage() const
{
    const Part *part = current();
    return part && part->document ? m_page->page() : -1;
}

std::optional<base::Error> DossierView::currentError() const
{
    const Part *part = current();
    return part ? part->error : std::nullopt;
}

EvidencePick DossierView::selectionEvidence() const
{
    if (currentPage() < 0)
        return {};
    return {QStringLiteral("%1:%2").arg(currentDocument()).arg(currentPage() + 1), m_page->selectedText()};
}

QList<DocumentSeen> DossierView::seen() const
{
    QList<DocumentSeen> all;
    for (int i = 0; i < m_documents.count(); ++i) {
        const Part &part = m_documents[i];
        DocumentSeen one{
            part.entry.documentId, {}, 0, m_record.pages(part.entry.documentId).values(), part.error.has_value()};
        if (part.document) {
            one.sha256 = part.document->sha256();
            one.pageCount = part.document->pageCount();
        }
        std::sort(one.pages.begin(), one.pages.end());
        all += one;
    }
    return all;
}

void DossierView::focusPage()
{
    if (m_stack->currentIndex() == 0)
        m_page->setFocus(Qt::OtherFocusReason);
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
}

void DossierView::watch()
{
    m_record.setWatched(isVisible() && isActiveWindow());
}

void DossierView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

// In a narrow one the page needs the width; the toolbar says where one is, and the tabs what was seen.
void DossierView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_thumbnails->setVisible(width() >= thumbnailsFrom);
}

void DossierView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
}

} // namespace gatehouse::ui
