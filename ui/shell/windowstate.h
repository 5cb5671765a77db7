#pragma once

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QByteArray>
#include <QMargins>
#include <QRect>
#include <QStringList>

#include <optional>

namespace gatehouse::ui {

// What the window looked like when it was last closed, in QSettings. Each pair reads or writes at once; QSettings keeps
// its file in memory and writes it later.
namespace windowstate {

// `wanted` made smaller and moved until it lies within `available`, a screen without its panels. `frame` is what the
// desktop adds around and above.
QRect fitted(const QRect &wanted, const QRect &available, const QMargins &frame);

Theme::Choice theme();
void setTheme(Theme::Choice choice);
Density density();
void setDensity(Density density);
QByteArray geometry();
void setGeometry(const QByteArray &geometry);
// Whether the decision bar is one line, so that there is more of the page above it.
bool decisionFolded();
void setDecisionFolded(bool folded);
QByteArray splitter();
void setSplitter(const QByteArray &sizes);
// The board's columns in the order they stand in; which of them have room is a matter of the window.
struct BoardColumn
{
    QString name;
    int width = 0; // where there is room, in logical pixels
    std::optional<Qt::SortOrder> sorted;
};
QList<BoardColumn> boardColumns();
void setBoardColumns(const QList<BoardColumn> &columns);
QString boardGrouping();
void setBoardGrouping(const QString &grouping);
// Ids of partners that were open lately, newest first. `workspace`: Session::place.
QStringList recentPartners(const QString &workspace);
void setRecentPartners(const QString &workspace, const QStringList &ids);

} // namespace windowstate
} // namespace gatehouse::ui
