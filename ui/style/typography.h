#pragma once

#include <QFont>

namespace gatehouse::ui {

/// Text sizes as factors of the system font; no family is ever named except the system monospace.
enum class TextRole : quint8 {
    ReaderTitle,
    BigNumber,
    PageTitle,
    Section,
    Body,
    Strong,
    Table,
    TableStrong,
    Secondary,
    SecondaryStrong,
    Caption,
    CaptionStrong,
    Monospace
};

/// The font of a role, derived from `base`. Sizes are set in pixels, because QFont::pointSizeF() is -1 for fonts that
/// were set in pixels. Minimum 8 px.
QFont roleFont(TextRole role, const QFont &base);
QFont roleFont(TextRole role);

/// How much room a board row gets; the numbers are at a 13 px font and grow with the text.
enum class Density : quint8 { Compact, Normal, Roomy };
int rowHeight(Density density, const QFont &font);

/// max(listed height in logical pixels, line height + padding): keeps controls whole at 200 % text.
int controlHeight(int listed, const QFont &font, int padding = 8);

} // namespace gatehouse::ui
