#pragma once

#include "ui/style/tokens.h"

#include <QIcon>

namespace gatehouse::ui {

/// An icon of the desktop's theme by its freedesktop name, or our own drawing where the theme has none, always in one
/// colour of ours: text in rest, greyed when disabled. Follows the theme live. Arrows point with the reading direction.
/// An unknown name gives an icon that paints nothing.
QIcon icon(const QString &name, Token ink = Token::Text2);

/// The program's own picture, for windows and the tray.
QIcon programIcon();

} // namespace gatehouse::ui
