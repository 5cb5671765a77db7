#include "ui/style/rowpaint.h"

#include "ui/style/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTreeView>

namespace gatehouse::ui {

void paintRowBackground(QPainter *painter, const QStyleOption &option, RowEdge edge)
{
    const Tokens &tokens = currentTokens();
    if (!(option.state & QStyle::State_Selected)) {
        if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
            painter->fillRect(option.rect, tokens[Token::Hover]);
        return;
    }
    const bool active = option.state & QStyle::State_Active;
    painter->fillRect(option.rect, tokens[active ? Token::Sel : Token::SelInactive]);
    if (edge == RowEdge::Inside)
        return;
    const QRect bar(option.rect.topLeft(), QSize(SelectionBarWidth, option.rect.height()));
    painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                      tokens[active ? Token::Accent : Token::BorderStrong]);
}

RowEdge rowEdge(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QHeaderView *header = nullptr;
    if (const auto *table = qobject_cast<const QTableView *>(option.widget))
        header = table->horizontalHeader();
    else if (const auto *tree = qobject_cast<const QTreeView *>(option.widget))
        header = tree->header();
    const bool first = !header || header->sectionPosition(index.column()) == 0;
    return first ? RowEdge::Start : RowEdge::Inside;
}

void paintChevron(QPainter *painter, const QRect &box, Chevron chevron, Qt::LayoutDirection direction, QColor ink)
{
    const QPointF middle = QRectF(box).center();
    const double end = direction == Qt::RightToLeft ? -1 : 1;
    QPolygonF line;
    if (chevron == Chevron::Open)
        line << middle + QPointF(-3.5, -1.75) << middle + QPointF(0, 1.75) << middle + QPointF(3.5, -1.75);
    else
        line << middle + QPointF(-1.75 * end, -3.5) << middle + QPointF(1.75 * end, 0)
             << middle + QPointF(-1.75 * end, 3.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
    painter->restore();
}

} // namespace gatehouse::ui
