#pragma once

#include "ui/style/tone.h"

#include <QColor>
#include <QPointF>
#include <QRect>

class QPainter;
class QPixmap;

namespace gatehouse::ui {

/// Shapes that tell a state without colour. Where words stand beside a glyph, the words are the accessible text.
enum class Glyph : quint8 {
    None,
    Ring,         ///< to do
    HalfDisc,     ///< in progress
    Tick,         ///< good
    DiscTick,     ///< good, where it must be seen: pills, past stages
    Triangle,     ///< attention
    DiamondAlert, ///< failed or blocked
    DiamondCross, ///< rejected
    Bars,         ///< waiting on the partner, paused
    Unknown,      ///< not known
    Dash,         ///< not used
    Pie,          ///< a clock that runs; the fraction is time used
    DiscAlert,    ///< a clock that ran over
    Lock,         ///< closed or not permitted
    Info,
    Queued, ///< waits to be sent
    Cross   ///< a press takes it out
};

/// Paints status glyphs through a cache of pixmaps, so that a board of many rows costs one blit per glyph.
/// GUI thread only. Glyphs are not mirrored in right-to-left layouts: a clock runs clockwise everywhere.
class GlyphPainter
{
public:
    static constexpr int MarkSize = 12;  ///< logical pixels beside words
    static constexpr int ClockSize = 14; ///< logical pixels of SLA clocks

    /// `listed` logical pixels, more where the text is larger than 13 px: marks keep their size beside zoomed words.
    static int scaled(int listed, int fontPixelSize) { return qMax(listed, (listed * fontPixelSize + 6) / 13); }

    /// Draws the glyph in `ink` with its top left corner at `at`. `fraction` 0 to 1 matters to Pie only and is
    /// rounded to 1/24. Holes in filled shapes let the background through.
    static void paint(QPainter *painter, QPoint at, Glyph glyph, QColor ink, int size = MarkSize, double fraction = 0);
    static void paint(QPainter *painter, QPoint at, Glyph glyph, Tone tone, int size = MarkSize, double fraction = 0);

    /// The stage bar of six 5 x 10 blocks (40 x 10 px, or scaled to `rect`): `stage` 1 to 6 is current, lower ones
    /// past; 0 none begun, 7 all past. Mirrored for right-to-left.
    static constexpr int StageBarWidth = 40;
    static constexpr int StageBarHeight = 10;
    static void paintStageBar(QPainter *painter, const QRect &rect, int stage, Qt::LayoutDirection direction);

    /// A capsule that fills from the leading edge; `fraction` 0 to 1.
    static void paintCapsule(QPainter *painter, const QRect &rect, QColor ink, double fraction,
                             Qt::LayoutDirection direction);

    /// The outline of a blocker chip with its count box, `countWidth` wide at the leading edge, filled or divided off.
    enum class ChipCount : quint8 { Outlined, Filled };
    static void paintChip(QPainter *painter, const QRect &rect, QColor ink, int countWidth, ChipCount count,
                          Qt::LayoutDirection direction);

    /// Uncached, into any painter: large sizes, pictures, tests.
    static void draw(QPainter *painter, const QRectF &box, Glyph glyph, QColor ink, double fraction = 0);

    static void clearCache();
    static qsizetype cachedCount();
};

} // namespace gatehouse::ui
