#pragma once

#include "ui/style/glyphpainter.h"

namespace gatehouse::ui {

/// Side of the square that the shapes are designed in.
inline constexpr double GlyphBox = 12;

/// Draws a glyph into the square (0, 0, GlyphBox, GlyphBox) of an antialiasing painter.
void drawGlyphShape(QPainter *painter, Glyph glyph, QColor ink, double fraction);

} // namespace gatehouse::ui
