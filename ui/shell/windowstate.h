#pragma once

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QByteArray>
#include <QMargins>
#include <QRect>
#include <QStringList>

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
QByteArray splitter();
void setSplitter(const QByteArray &sizes);
// State of the board's header: widths, order, hidden columns, sort. Only of the same version of the columns.
QByteArray boardColumns();
void setBoardColumns(const QByteArray &state);
QString boardGrouping();
void setBoardGrouping(const QString &grouping);
// Ids of partners of the named workspace that were open lately, newest first.
QStringList recentPartners(const QString &workspace);
void setRecentPartners(const QString &workspace, const QStringList &ids);

} // namespace windowstate
} // namespace gatehouse::ui
