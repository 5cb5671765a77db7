#pragma once

#include <QRect>
#include <QSizeF>

namespace gatehouse::ui {

// How large a page is shown. `percent` matters to Fit::Percent: 100 is the page's own size at 96 dots an inch.
struct PageZoom
{
    enum class Fit { Width, Percent };
    static constexpr int least = 25;
    static constexpr int most = 400;

    Fit fit = Fit::Width;
    int percent = 100;

    friend bool operator==(const PageZoom &, const PageZoom &) = default;
};

// The next size up or down in the usual steps, from what is seen now.
int zoomStepUp(int percent);
int zoomStepDown(int percent);

// Quarter turns clockwise, 0 to 3. Areas and points are fractions of the page: as it is and as it is seen.
QSizeF turnedSize(QSizeF size, int turns);
QRectF turnedArea(const QRectF &area, int turns);
QPointF unturnedPoint(QPointF point, int turns);

// A fraction of the page on the paper it is drawn on.
QRectF onPaper(const QRectF &area, const QRect &paper);

// Room that a page needs around itself, in logical pixels: a margin on each side, and labels at the trailing one.
struct PageRoom
{
    static constexpr int margin = 16;

    int labels = 0;

    int left() const { return margin; }
    int right() const { return qMax(margin, labels); }
};

// Logical pixels per point.
double pageScale(const PageZoom &zoom, QSizeF points, int widthForPage);

} // namespace gatehouse::ui
