#include "ui/viewer/pageview.h"

#include "base/whendone.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/style/theme.h"
#include "ui/viewer/pageaccess.h"
#include "ui/viewer/pagepainter.h"
#include "ui/viewer/viewererror.h"
#include "words/textmarks.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <cmath>

namespace gatehouse::ui {

using operations::Urgency;

namespace {

// Pictures of the page, its neighbours and those seen before.
constexpr qint64 mostPictureBytes = 128LL * 1024 * 1024;
// Larger ones aren't fetched ahead: they would push the page itself out.
constexpr qint64 mostAheadBytes = mostPictureBytes / 4;
constexpr std::chrono::milliseconds loadingPatience(150);
// While a window is being resized, one picture at its end is enough.
constexpr std::chrono::milliseconds resizePause(40);

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent),
      m_images(mostPictureBytes, [this](QSizeF points) { return deviceSize(points); }),
      m_failure(new EmptyState(viewport())),
      m_loading(new LoadingLine(viewport(), loadingPatience))
{
    installPageAccess();
    setObjectName(QStringLiteral("pageView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    m_failure->setObjectName(QStringLiteral("pageFailure"));
    m_failure->hide();
    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(resizePause);
    connect(&m_askTimer, &QTimer::timeout, this, &PageView::ask);
    connect(&m_images, &PageImages::changed, this, &PageView::pictureChanged);
    for (const QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::actionTriggered, this, &PageView::forgetGoals);
    connect(m_failure, &EmptyState::actionTriggered, this, [this] {
        m_images.forgetError(page());
        setFocus();
        ask();
    });
}

PageView::~PageView()
{
    if (m_takeWordsBack)
        m_takeWordsBack();
}

void PageView::setDocument(std::shared_ptr<operations::ViewedDocument> document, const QString &title,
                           const State &state)
{
    m_document = std::move(document);
    m_title = title;
    m_images.setDocument(m_document);
    m_state = state;
    m_changes.clear();
    m_marks.clear();
    m_needle.clear();
    m_hit = {};
    const QPointF corner = state.corner;
    enterPage(state.page, Edge::Top);
    m_scrollGoal = corner.y();
    layoutPage();
    horizontalScrollBar()->setValue(qRound(corner.x() * logicalPaper().width()));
    Q_EMIT zoomChanged();
}

PageView::State PageView::state() const
{
    State state = m_state;
    const QSize paper = logicalPaper().size().expandedTo({1, 1});
    state.corner = {double(horizontalScrollBar()->value()) / paper.width(),
                    double(verticalScrollBar()->value()) / paper.height()};
    return state;
}

int PageView::pageCount() const
{
    return m_document ? m_document->pageCount() : 0;
}

void PageView::enterPage(int page, Edge edge)
{
    m_state.page = std::clamp(page, 0, qMax(0, pageCount() - 1));
    m_goal.reset();
    m_hitAwaited = false;
    m_anchor = m_head = -1;
    m_words.clear();
    m_wheeled = 0;
    m_scrollGoal = edge == Edge::Top ? 0.0 : 1.0; // as far as it goes
    layoutPage();
    askWords();
    ask();
    announcePage();
    Q_EMIT pageChanged(m_state.page);
}

void PageView::showPage(int page, const QRectF &area)
{
    if (std::clamp(page, 0, qMax(0, pageCount() - 1)) != m_state.page)
        enterPage(page, Edge::Top);
    else if (area.isEmpty())
        verticalScrollBar()->setValue(0);
    if (!area.isEmpty()) {
        m_goal = area;
        reveal(area, 0.3);
    }
}

void PageView::turnPage(int by, Edge edge)
{
    const int target = m_state.page + by;
    if (target >= 0 && target < pageCount())
        enterPage(target, edge);
}

void PageView::setZoom(const PageZoom &zoom)
{
    // Half a pixel off, as QRect::center() may be, adds up from step to step.
    const QPointF middle = pointAt({viewport()->width() / 2, viewport()->height() / 2});
    m_state.zoom = zoom;
    m_state.zoom.percent = std::clamp(zoom.percent, PageZoom::least, PageZoom::most);
    layoutPage();
    // What is in the middle stays there.
    const QPointF seen = turnedArea({middle, QSizeF(0, 0)}, m_state.turns).topLeft();
    const QRect paper = logicalPaper();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + paper.x() + qRound(seen.x() * paper.width())
                                    - viewport()->width() / 2);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + paper.y() + qRound(seen.y() * paper.height())
                                  - viewport()->height() / 2);
    askSoon();
    Q_EMIT zoomChanged();
}

int PageView::percent() const
{
    const QSizeF points = turnedSize(m_images.points(m_state.page), m_state.turns);
    return qRound(pageScale(m_state.zoom, points, widthForPage()) * 72 / 96 * 100);
}

void PageView::rotate()
{
    m_state.turns = (m_state.turns + 1) % 4;
    m_scrollGoal = 0;
    layoutPage();
    askSoon();
    Q_EMIT zoomChanged();
}

void PageView::setChanges(const QList<domain::PageChange> &changes)
{
    m_changes = changes;
    m_marks = changeMarks(changes, pageCount());
    layoutPage();
    askSoon();
    announcePage();
}

void PageView::setMarksShown(bool shown)
{
    m_marksShown = shown;
    viewport()->update();
}

void PageView::setNeedle(const QString &needle)
{
    if (needle == m_needle)
        return;
    m_needle = needle;
    m_hit = {};
    m_hitAwaited = false;
    viewport()->update();
}

void PageView::markHit(int page, int number)
{
    m_hit = {page, number};
    viewport()->update();
}

void PageView::showHit(int page, int number)
{
    if (page != m_state.page)
        enterPage(page, Edge::Top);
    markHit(page, number);
    m_hitAwaited = true;
    revealHit();
}

void PageView::revealHit()
{
    if (!m_hitAwaited || m_words.isEmpty())
        return;
    m_hitAwaited = false;
    viewport()->update();
    const QList<WordSpan> hits = findHits(m_words, m_needle);
    if (m_hit.number >= hits.size())
        return;
    const QRectF area = areasOf(m_words, hits[m_hit.number]).value(0);
    const QRectF seen = placeOf(area);
    if (!QRectF(viewport()->rect()).contains(seen)) {
        m_goal = area;
        reveal(area, 0.3);
    }
}

QString PageView::pageName() const
{
    if (!m_document)
        return tr("No document");
    return tr("%1, page %2 of %3", "KYB package, page 4 of 12")
        .arg(words::isolate(m_title), locale().toString(m_state.page + 1), locale().toString(pageCount()));
}

QString PageView::pageText() const
{
    return textOf(m_words, {0, m_words.size() - 1});
}

QString PageView::pageDescription() const
{
    QStringList parts;
    if (m_failure->isVisibleTo(this))
        parts += m_failure->accessibleName();
    if (const QString changed = changeSentence(m_changes, m_state.page, pageCount()); !changed.isEmpty())
        parts += changed;
    if (const QString selected = selectedText(); !selected.isEmpty())
        parts += tr("Selected: %1").arg(words::isolate(selected));
    return parts.join(QLatin1Char(' '));
}

void PageView::announcePage()
{
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

int PageView::labelRoom() const
{
    // The same for all pages of a document, so that pages keep their size while one turns them.
    return m_marks.isEmpty() ? 0 : marginLabelRoom(font());
}

int PageView::widthForPage() const
{
    const PageRoom room{labelRoom()};
    // As if there were a scroll bar: one that comes with the page's size would change that size.
    return maximumViewportSize().width() - verticalScrollBar()->sizeHint().width() - room.left() - room.right();
}

QSize PageView::deviceSize(QSizeF points) const
{
    const double scale = pageScale(m_state.zoom, turnedSize(points, m_state.turns), widthForPage());
    QSizeF pixels = points * scale * devicePixelRatioF();
    const double bytes = pixels.width() * pixels.height() * 4;
    if (bytes > double(domain::pageMostBytes))
        pixels *= 0.99 * std::sqrt(double(domain::pageMostBytes) / bytes);
    return pixels.toSize().expandedTo({1, 1});
}

void PageView::layoutPage()
{
    const PageRoom room{labelRoom()};
    const QSizeF points = turnedSize(m_images.points(m_state.page), m_state.turns);
    const QSize paper = (points * pageScale(m_state.zoom, points, widthForPage())).toSize();
    const QSize before = m_content;
    m_content =
        m_document ? paper.expandedTo({1, 1}) + QSize(room.left() + room.right(), 2 * PageRoom::margin) : QSize();
    const QSize window = viewport()->size();
    const auto setRange = [](QScrollBar *bar, int content, int view) {
        bar->setRange(0, qMax(0, content - view));
        bar->setPageStep(view);
        bar->setSingleStep(40);
    };
    setRange(horizontalScrollBar(), m_content.width(), window.width());
    setRange(verticalScrollBar(), m_content.height(), window.height());
    if (m_goal)
        reveal(*m_goal, 0.3);
    else if (m_scrollGoal)
        verticalScrollBar()->setValue(qRound(*m_scrollGoal * logicalPaper().height()));
    if (m_content != before)
        Q_EMIT zoomChanged();
    viewport()->update();
}

void PageView::ask()
{
    m_askTimer.stop();
    // Nothing is drawn for windows that nobody sees.
    if (!m_document || !isVisible()) {
        showStanding();
        return;
    }
    const int page = m_state.page;
    m_images.wantOnly(page - 1, page + 1);
    m_images.want(page, Urgency::Shown);
    const QSize size = deviceSize(m_images.points(page));
    if (qint64(size.width()) * size.height() * 4 <= mostAheadBytes) {
        // Of equally urgent ones the later comes first.
        m_images.want(page - 1, Urgency::Prefetched);
        m_images.want(page + 1, Urgency::Prefetched);
    }
    showStanding();
}

void PageView::askSoon()
{
    if (m_images.image(m_state.page).isNull())
        ask();
    else
        m_askTimer.start();
}

void PageView::askWords()
{
    if (m_takeWordsBack)
        m_takeWordsBack();
    m_takeWordsBack = {};
    if (!m_document)
        return;
    auto future = m_document->text(m_state.page, Urgency::Shown);
    m_takeWordsBack = [future]() mutable { future.cancel(); };
    base::whenDone(std::move(future), this, [this, asked = ++m_wordsAsked](base::Result<domain::PageText> words) {
        // Without words a page can still be looked at; why it has none, its picture says.
        if (asked != m_wordsAsked || !words)
            return;
        m_takeWordsBack = {};
        m_words = std::move(*words);
        viewport()->setCursor(m_words.isEmpty() ? Qt::ArrowCursor : Qt::IBeamCursor);
        revealHit();
        announcePage();
        viewport()->update();
    });
}

void PageView::pictureChanged(int page)
{
    if (page != m_state.page)
        return;
    layoutPage();
    if (m_images.isFresh(page) || m_images.error(page))
        forgetGoals();
    showStanding();
}

void PageView::forgetGoals()
{
    m_goal.reset();
    m_scrollGoal.reset();
}

void PageView::showStanding()
{
    const auto error = m_images.error(m_state.page);
    if (m_document && error) {
        showViewerError(m_failure, *error);
        m_failure->setGeometry(viewport()->rect());
    }
    m_failure->setVisible(m_document && error);
    if (m_document && isVisible() && !error && !m_images.isFresh(m_state.page))
        m_loading->start();
    else
        m_loading->stop();
    viewport()->update();
    if (const int shown = shownPage(); shown != m_lastShown) {
        m_lastShown = shown;
        Q_EMIT shownChanged();
    }
}

int PageView::shownPage() const
{
    const bool seen = m_document && isVisible() && !window()->isMinimized() && !m_images.error(m_state.page)
                      && !m_images.image(m_state.page).isNull();
    return seen ? m_state.page : -1;
}

void PageView::resizeEvent(QResizeEvent *)
{
    m_failure->setGeometry(viewport()->rect());
    // What stands at the upper edge stays about there while the width, and with it the height, changes.
    const bool keep = !m_goal && !m_scrollGoal;
    if (keep)
        m_scrollGoal = state().corner.y();
    layoutPage();
    if (keep)
        m_scrollGoal.reset();
    askSoon();
}

void PageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    layoutPage();
    ask();
}

void PageView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    showStanding();
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::LayoutDirectionChange)
        layoutPage();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
}

} // namespace gatehouse::ui
