#pragma once

#include <QColor>

class QModelIndex;
class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionViewItem;

namespace gatehouse::ui {

/// Width in logical pixels of the accent bar at the leading edge of a selected row.
inline constexpr int SelectionBarWidth = 3;

enum class RowEdge : quint8 { Inside, Start };

/// Paints a row's or a cell's background: selection (`sel`, or `selInactive` in a window that is not active), hover,
/// nothing else. RowEdge::Start adds the selection bar at the leading edge, right in right-to-left text.
void paintRowBackground(QPainter *painter, const QStyleOption &option, RowEdge edge);

/// Whether the cell is the first one shown in its row.
RowEdge rowEdge(const QStyleOptionViewItem &option, const QModelIndex &index);

/// A chevron of 8 px in the middle of `box`, pointing down when open, else to the reading direction's end.
enum class Chevron : quint8 { Open, Closed };
void paintChevron(QPainter *painter, const QRect &box, Chevron chevron, Qt::LayoutDirection direction, QColor ink);

} // namespace gatehouse::ui
