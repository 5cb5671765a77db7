// What keys, wheel and pointer do in a PageView.

#include "ui/viewer/pageview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

namespace gatehouse::ui {

namespace {

// Notches of the wheel beyond the end of a page, in eighths of a degree, that turn it: one may be an overshoot.
constexpr int wheelTurnsPage = 2 * 120;

} // namespace

void PageView::scrollOn()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return turnPage(1);
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
}

void PageView::scrollBack()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() <= bar->minimum())
        return turnPage(-1, Edge::Bottom);
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
}

void PageView::stepLeft()
{
    QScrollBar *bar = horizontalScrollBar();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool atEdge = mirrored ? bar->value() == bar->maximum() : bar->value() == bar->minimum();
    if (atEdge)
        return turnPage(mirrored ? 1 : -1);
    bar->triggerAction(mirrored ? QAbstractSlider::SliderSingleStepAdd : QAbstractSlider::SliderSingleStepSub);
}

void PageView::stepRight()
{
    QScrollBar *bar = horizontalScrollBar();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool atEdge = mirrored ? bar->value() == bar->minimum() : bar->value() == bar->maximum();
    if (atEdge)
        return turnPage(mirrored ? -1 : 1);
    bar->triggerAction(mirrored ? QAbstractSlider::SliderSingleStepSub : QAbstractSlider::SliderSingleStepAdd);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Space:
        if (plain)
            return scrollOn();
        if (shift)
            return scrollBack();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (plain)
            return bar->triggerAction(event->key() == Qt::Key_Up ? QAbstractSlider::SliderSingleStepSub
                                                                 : QAbstractSlider::SliderSingleStepAdd);
        [[fallthrough]];
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shift)
            return moveSelection(Qt::Key(event->key()));
        break;
    case Qt::Key_Escape:
        if (!selection().isEmpty())
            return select(-1, -1);
        break;
    default: break;
    }
    event->ignore();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (event->modifiers() == Qt::ControlModifier) {
        if (turned != 0)
            setZoom({PageZoom::Fit::Percent, turned > 0 ? zoomStepUp(percent()) : zoomStepDown(percent())});
        event->accept();
        return;
    }
    QScrollBar *bar = verticalScrollBar();
    const bool atEnd = turned < 0 ? bar->value() == bar->maximum() : bar->value() == bar->minimum();
    forgetGoals();
    if (turned == 0 || !atEnd || event->modifiers() != Qt::NoModifier) {
        m_wheeled = 0;
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if ((m_wheeled < 0) != (turned < 0))
        m_wheeled = 0;
    m_wheeled += turned;
    if (qAbs(m_wheeled) >= wheelTurnsPage)
        turnPage(turned < 0 ? 1 : -1, turned < 0 ? Edge::Top : Edge::Bottom);
    event->accept();
}

QPointF PageView::pointAt(QPoint position) const
{
    const QRect page = paper();
    if (page.isEmpty())
        return {};
    return unturnedPoint(
        {double(position.x() - page.x()) / page.width(), double(position.y() - page.y()) / page.height()},
        m_state.turns);
}

// Scrolls so that the area's upper edge stands at this part of the window's height, and the area is seen sideways.
void PageView::reveal(const QRectF &area, double at)
{
    const QRect page = logicalPaper();
    const QRectF seen = onPaper(turnedArea(area, m_state.turns), page);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(seen.top() - viewport()->height() * at));
    QScrollBar *sideways = horizontalScrollBar();
    if (seen.right() > viewport()->width())
        sideways->setValue(sideways->value() + qRound(seen.right() - viewport()->width()) + PageRoom::margin);
    if (seen.left() < 0)
        sideways->setValue(sideways->value() + qRound(seen.left()) - PageRoom::margin);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QAbstractScrollArea::mousePressEvent(event);
    select(-1, -1);
    m_anchor = wordNear(m_words, pointAt(event->position().toPoint()));
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_anchor < 0)
        return;
    const qsizetype head = wordNear(m_words, pointAt(event->position().toPoint()));
    select(m_anchor, head);
    // Dragging on beyond the edge scrolls.
    const int beyond = event->position().y() < 0 ? int(event->position().y())
                                                 : qMax(0, int(event->position().y()) - viewport()->height());
    if (beyond != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPointF point = pointAt(event->position().toPoint());
    const qsizetype word = wordNear(m_words, point);
    if (word >= 0 && m_words[word].area.contains(point))
        select(word, word);
}

void PageView::moveSelection(Qt::Key key)
{
    if (m_words.isEmpty())
        return;
    if (m_head < 0) {
        // Begins where one is reading: the first word that is seen.
        const QRect page = paper();
        const qsizetype first = wordNear(m_words, pointAt({page.left(), qMax(0, page.top())}));
        return select(first, first);
    }
    qsizetype head = m_head;
    switch (key) {
    case Qt::Key_Left: --head; break;
    case Qt::Key_Right: ++head; break;
    case Qt::Key_Up: head = wordBeside(m_words, head, WordLine::Above); break;
    default: head = wordBeside(m_words, head, WordLine::Below); break;
    }
    head = std::clamp<qsizetype>(head, 0, m_words.size() - 1);
    select(m_anchor, head);
    const QRectF seen = placeOf(m_words[head].area);
    if (!QRectF(viewport()->rect()).contains(seen))
        reveal(m_words[head].area, 0.5);
}

void PageView::select(qsizetype anchor, qsizetype head)
{
    m_anchor = anchor;
    m_head = head;
    viewport()->update();
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

WordSpan PageView::selection() const
{
    if (m_head < 0)
        return {};
    return {qMin(m_anchor, m_head), qMax(m_anchor, m_head)};
}

QString PageView::selectedText() const
{
    return textOf(m_words, selection());
}

} // namespace gatehouse::ui
