// What a PageView looks like.

#include "ui/components/emptystate.h"
#include "ui/style/theme.h"
#include "ui/viewer/pagepainter.h"
#include "ui/viewer/pageview.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyle>

namespace gatehouse::ui {

QRect PageView::logicalPaper() const
{
    const PageRoom room{labelRoom()};
    const QSize size = m_content - QSize(room.left() + room.right(), 2 * PageRoom::margin);
    const int spare = qMax(0, viewport()->width() - m_content.width()) / 2;
    return {
        QPoint(room.left() + spare - horizontalScrollBar()->value(), PageRoom::margin - verticalScrollBar()->value()),
        size};
}

QRect PageView::paper() const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), logicalPaper());
}

QRectF PageView::placeOf(const QRectF &area) const
{
    return onPaper(turnedArea(area, m_state.turns), paper());
}

QImage PageView::turnedImage() const
{
    const QImage image = m_images.image(m_state.page);
    if (m_state.turns == 0)
        return image;
    const std::pair<qint64, int> key{image.cacheKey(), m_state.turns};
    if (m_turnedOf != key) {
        m_turned = image.transformed(QTransform().rotate(90 * m_state.turns));
        m_turnedOf = key;
    }
    return m_turned;
}

PagePicture PageView::picture() const
{
    PagePicture picture;
    picture.paper = paper();
    picture.image = turnedImage();
    const auto add = [this](QList<QRectF> &list, const QList<QRectF> &areas) {
        for (const QRectF &area : areas)
            list += turnedArea(area, m_state.turns);
    };
    QList<ChangeMark> marks;
    bool wholePage = false;
    for (const ChangeMark &mark : m_marks) {
        if (!m_marksShown || mark.page != m_state.page)
            continue;
        marks += mark;
        add(picture.changed, mark.areas);
        wholePage = wholePage || mark.wholePage;
    }
    const auto mirrored = [this](const QRect &box) {
        return QStyle::visualRect(layoutDirection(), viewport()->rect(), box);
    };
    const QRect logical = logicalPaper();
    picture.labels = placeLabels(marks, m_state.turns, logical, font());
    for (MarginLabel &label : picture.labels)
        label.box = mirrored(label.box);
    if (wholePage)
        picture.bar = mirrored({logical.right() - 3, logical.top(), 4, logical.height()});
    const QList<WordSpan> hits = findHits(m_words, m_needle);
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const bool current = m_hit.page == m_state.page && m_hit.number == i;
        add(current ? picture.currentHit : picture.hits, areasOf(m_words, hits[i]));
    }
    add(picture.selected, areasOf(m_words, selection()));
    return picture;
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), currentTokens()[Token::ViewerBg]);
    if (m_document && !m_failure->isVisible()) {
        painter.setFont(font());
        paintPage(&painter, picture());
    }
    // Inside, since it touches its neighbours: keys scroll it, so where the keyboard is has to be seen.
    if (hasFocus()) {
        painter.setPen(QPen(currentTokens()[Token::Accent], 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void PageView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace gatehouse::ui
