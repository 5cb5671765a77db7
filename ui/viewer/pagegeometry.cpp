#include "ui/viewer/pagegeometry.h"

#include <algorithm>
#include <array>

namespace gatehouse::ui {

namespace {

constexpr std::array zoomSteps{25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400};
constexpr double pixelsPerPoint = 96.0 / 72.0;

} // namespace

int zoomStepUp(int percent)
{
    const auto *next = std::upper_bound(zoomSteps.begin(), zoomSteps.end(), percent);
    return next == zoomSteps.end() ? PageZoom::most : *next;
}

int zoomStepDown(int percent)
{
    const auto *here = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), percent);
    return here == zoomSteps.begin() ? PageZoom::least : *(here - 1);
}

QSizeF turnedSize(QSizeF size, int turns)
{
    return turns % 2 == 0 ? size : size.transposed();
}

QRectF turnedArea(const QRectF &area, int turns)
{
    switch (turns) {
    case 1: return {1 - area.bottom(), area.left(), area.height(), area.width()};
    case 2: return {1 - area.right(), 1 - area.bottom(), area.width(), area.height()};
    case 3: return {area.top(), 1 - area.right(), area.height(), area.width()};
    default: return area;
    }
}

QPointF unturnedPoint(QPointF point, int turns)
{
    switch (turns) {
    case 1: return {point.y(), 1 - point.x()};
    case 2: return {1 - point.x(), 1 - point.y()};
    case 3: return {1 - point.y(), point.x()};
    default: return point;
    }
}

QRectF onPaper(const QRectF &area, const QRect &paper)
{
    return {paper.x() + area.x() * paper.width(), paper.y() + area.y() * paper.height(), area.width() * paper.width(),
            area.height() * paper.height()};
}

double pageScale(const PageZoom &zoom, QSizeF points, int widthForPage)
{
    const double whole = pixelsPerPoint * (zoom.fit == PageZoom::Fit::Percent ? zoom.percent : 100) / 100;
    if (zoom.fit == PageZoom::Fit::Percent || points.width() <= 0)
        return whole;
    const double least = pixelsPerPoint * PageZoom::least / 100;
    const double most = pixelsPerPoint * PageZoom::most / 100;
    return std::clamp(widthForPage / points.width(), least, most);
}

} // namespace gatehouse::ui
