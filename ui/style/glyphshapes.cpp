#include "ui/style/glyphshapes.h"

#include <QPainter>
#include <QPainterPath>

namespace gatehouse::ui {

namespace {

constexpr QPointF Middle(6, 6);

QPen stroke(QColor ink, double width)
{
    return QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void outlineCircle(QPainter *painter, QColor ink, double radius, double width)
{
    painter->setPen(stroke(ink, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(Middle, radius, radius);
}

QPainterPath line(const QPolygonF &points, double width)
{
    QPainterPath path;
    path.addPolygon(points);
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(path);
}

QPainterPath disc(QPointF centre, double radius)
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath exclamation(double top, double bottom, double dot)
{
    return line({QPointF(6, top), QPointF(6, bottom)}, 1.4).united(disc(QPointF(6, dot), 0.85));
}

QPainterPath cross(double from, double to, double width)
{
    return line({QPointF(from, from), QPointF(to, to)}, width)
        .united(line({QPointF(to, from), QPointF(from, to)}, width));
}

QPainterPath diamond()
{
    // Rounding by a stroked outline keeps the corners' radius independent of the shape.
    const QPolygonF corners{QPointF(6, 1), QPointF(11, 6), QPointF(6, 11), QPointF(1, 6), QPointF(6, 1)};
    QPainterPath body;
    body.addPolygon(corners);
    return body.united(line(corners, 1.4));
}

QPainterPath triangle()
{
    const QPolygonF corners{QPointF(6, 1.5), QPointF(11.1, 10.5), QPointF(0.9, 10.5), QPointF(6, 1.5)};
    QPainterPath body;
    body.addPolygon(corners);
    return body.united(line(corners, 1.4));
}

void fillWithHole(QPainter *painter, const QPainterPath &body, const QPainterPath &hole, QColor ink)
{
    painter->fillPath(body.subtracted(hole), ink);
}

void drawPie(QPainter *painter, QColor ink, double fraction)
{
    outlineCircle(painter, ink, 5.3, 1.15);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    // Qt counts angles anticlockwise from three o'clock, in sixteenths of a degree.
    painter->drawPie(QRectF(2.4, 2.4, 7.2, 7.2), 90 * 16, -qRound(fraction * 360 * 16));
}

void drawHalfDisc(QPainter *painter, QColor ink)
{
    outlineCircle(painter, ink, 5, 1.4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawPie(QRectF(2.6, 2.6, 6.8, 6.8), 90 * 16, -180 * 16);
}

void drawBars(QPainter *painter, QColor ink)
{
    outlineCircle(painter, ink, 5.2, 1.2);
    painter->setPen(stroke(ink, 1.3));
    painter->drawLine(QPointF(4.7, 4.1), QPointF(4.7, 7.9));
    painter->drawLine(QPointF(7.3, 4.1), QPointF(7.3, 7.9));
}

void drawUnknown(QPainter *painter, QColor ink)
{
    QPen dashes = stroke(ink, 1.1);
    dashes.setCapStyle(Qt::FlatCap);
    dashes.setDashPattern({1.7, 1.7});
    painter->setPen(dashes);
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(Middle, 5.3, 5.3);
    QPainterPath hook;
    hook.moveTo(4.5, 4.7);
    hook.cubicTo(4.5, 2.7, 7.5, 2.7, 7.5, 4.6);
    hook.cubicTo(7.5, 5.7, 6, 5.7, 6, 6.9);
    painter->setPen(stroke(ink, 1.1));
    painter->drawPath(hook);
    painter->fillPath(disc(QPointF(6, 8.8), 0.75), ink);
}

void drawLock(QPainter *painter, QColor ink)
{
    QPainterPath body;
    body.addRoundedRect(QRectF(1.8, 5.2, 8.4, 6.2), 1.2, 1.2);
    fillWithHole(painter, body, disc(QPointF(6, 8.3), 1.1), ink);
    QPainterPath shackle;
    shackle.moveTo(3.7, 5.2);
    shackle.lineTo(3.7, 3.6);
    shackle.cubicTo(3.7, 0.3, 8.3, 0.3, 8.3, 3.6);
    shackle.lineTo(8.3, 5.2);
    painter->setPen(stroke(ink, 1.4));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(shackle);
}

void drawQueued(QPainter *painter, QColor ink)
{
    outlineCircle(painter, ink, 5.2, 1.2);
    painter->setPen(stroke(ink, 1.2));
    painter->drawPolyline(QPolygonF{QPointF(6, 3), QPointF(6, 6), QPointF(8.2, 7.4)});
}

} // namespace

void drawGlyphShape(QPainter *painter, Glyph glyph, QColor ink, double fraction)
{
    switch (glyph) {
    case Glyph::None: return;
    case Glyph::Ring: return outlineCircle(painter, ink, 4.7, 1.3);
    case Glyph::HalfDisc: return drawHalfDisc(painter, ink);
    case Glyph::Tick: painter->fillPath(line({QPointF(2, 6.6), QPointF(4.7, 9.2), QPointF(10, 3.2)}, 1.8), ink); return;
    case Glyph::DiscTick:
        return fillWithHole(painter, disc(Middle, 5.8),
                            line({QPointF(3.5, 6.3), QPointF(5.3, 8), QPointF(8.5, 4.3)}, 1.5), ink);
    case Glyph::Triangle: return fillWithHole(painter, triangle(), exclamation(4.5, 7, 9.1), ink);
    case Glyph::DiamondAlert: return fillWithHole(painter, diamond(), exclamation(3.5, 6.3, 8.5), ink);
    case Glyph::DiamondCross: return fillWithHole(painter, diamond(), cross(4.4, 7.6, 1.4), ink);
    case Glyph::Bars: return drawBars(painter, ink);
    case Glyph::Unknown: return drawUnknown(painter, ink);
    case Glyph::Dash: painter->fillPath(line({QPointF(3, 6), QPointF(9, 6)}, 1.6), ink); return;
    case Glyph::Pie: return drawPie(painter, ink, fraction);
    case Glyph::DiscAlert: return fillWithHole(painter, disc(Middle, 5.8), exclamation(3.1, 6.4, 8.8), ink);
    case Glyph::Lock: return drawLock(painter, ink);
    case Glyph::Info:
        // Outlined: filled, it would be the upside-down twin of DiscAlert.
        outlineCircle(painter, ink, 5.3, 1.2);
        painter->fillPath(line({QPointF(6, 5.8), QPointF(6, 8.6)}, 1.4), ink);
        painter->fillPath(disc(QPointF(6, 3.5), 0.9), ink);
        return;
    case Glyph::Queued: return drawQueued(painter, ink);
    case Glyph::Cross: painter->fillPath(cross(2.6, 9.4, 1.6), ink); return;
    }
}

} // namespace gatehouse::ui
