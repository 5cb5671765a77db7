#include "ui/style/glyphpainter.h"

#include "ui/style/glyphshapes.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QtMath>

namespace gatehouse::ui {

namespace {

enum class Kind : quint8 { Glyph, StageBar, Capsule, Chip };

struct Key
{
    QRgb ink;
    QRgb second;
    quint16 width;
    quint16 height;
    quint16 detail;
    quint16 ratio; ///< device pixel ratio in 1/64
    Kind kind;
    quint8 shape;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    const quint64 colors = quint64(key.ink) << 32 | key.second;
    const quint64 sizes = quint64(key.width) << 48 | quint64(key.height) << 32 | quint64(key.detail) << 16 | key.ratio;
    const quint64 rest = quint64(key.kind) << 8 | key.shape;
    return size_t((colors * 0x9E3779B97F4A7C15u) ^ (sizes * 0xC2B2AE3D27D4EB4Fu) ^ (rest << 40) ^ seed);
}

using Cache = QHash<Key, QPixmap>;

Cache &cache()
{
    static Cache pixmaps;
    return pixmaps;
}

// Chips come in as many widths as there are texts; a bound keeps a day of scrolling from growing without end.
constexpr qsizetype MostPixmaps = 2048;
constexpr int PieSteps = 24;
constexpr int CapsuleSteps = 48;

quint16 ratioOf(const QPainter *painter)
{
    return quint16(qRound(painter->device()->devicePixelRatioF() * 64));
}

template <typename Draw>
const QPixmap &cached(const Key &key, const Draw &draw)
{
    Cache &pixmaps = cache();
    if (const auto found = pixmaps.constFind(key); found != pixmaps.constEnd())
        return *found;
    if (pixmaps.size() >= MostPixmaps)
        pixmaps.clear();
    const double ratio = key.ratio / 64.0;
    QPixmap pixmap(QSize(qCeil(key.width * ratio), qCeil(key.height * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(&painter);
    painter.end();
    return *pixmaps.insert(key, pixmap);
}

void mirror(QPainter *painter, int width, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return;
    painter->translate(width, 0);
    painter->scale(-1, 1);
}

void drawStageBar(QPainter *painter, int stage, const Tokens &tokens)
{
    for (int block = 1; block <= 6; ++block) {
        const QRectF box((block - 1) * 7, 0, 5, GlyphPainter::StageBarHeight);
        if (block > stage) {
            painter->setPen(QPen(tokens[Token::BorderStrong], 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1);
            continue;
        }
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens[block == stage ? Token::Accent : Token::Text3]);
        painter->drawRoundedRect(box, 1, 1);
    }
}

void drawChip(QPainter *painter, QSizeF size, QColor ink, int countWidth, GlyphPainter::ChipCount count)
{
    const QRectF frame(0.5, 0.5, size.width() - 1, size.height() - 1);
    const QRectF box(0, 0, countWidth, size.height());
    painter->setPen(Qt::NoPen);
    if (count == GlyphPainter::ChipCount::Filled) {
        QPainterPath shape;
        shape.addRoundedRect(QRectF(QPointF(), size), 3, 3);
        painter->setClipRect(box);
        painter->fillPath(shape, ink);
        painter->setClipping(false);
    } else {
        painter->fillRect(QRectF(countWidth - 1, 1, 1, size.height() - 2), ink);
    }
    painter->setPen(QPen(ink, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, 2.5, 2.5);
}

} // namespace

void GlyphPainter::paint(QPainter *painter, QPoint at, Glyph glyph, QColor ink, int size, double fraction)
{
    if (glyph == Glyph::None)
        return;
    const int step = glyph == Glyph::Pie ? qRound(qBound(0.0, fraction, 1.0) * PieSteps) : 0;
    const Key key{ink.rgba(),       0,           quint16(size), quint16(size), quint16(step),
                  ratioOf(painter), Kind::Glyph, quint8(glyph)};
    painter->drawPixmap(at, cached(key, [&](QPainter *on) {
                            draw(on, QRectF(0, 0, size, size), glyph, ink, double(step) / PieSteps);
                        }));
}

void GlyphPainter::paint(QPainter *painter, QPoint at, Glyph glyph, Tone tone, int size, double fraction)
{
    paint(painter, at, glyph, currentTokens().ink(tone), size, fraction);
}

void GlyphPainter::paintStageBar(QPainter *painter, const QRect &rect, int stage, Qt::LayoutDirection direction)
{
    const Tokens &tokens = currentTokens();
    const Key key{tokens[Token::Accent].rgba(),
                  tokens[Token::Text3].rgba(),
                  quint16(rect.width()),
                  quint16(rect.height()),
                  quint16(qBound(0, stage, 7)),
                  ratioOf(painter),
                  Kind::StageBar,
                  quint8(direction)};
    painter->drawPixmap(rect.topLeft(), cached(key, [&](QPainter *on) {
                            mirror(on, rect.width(), direction);
                            on->scale(double(rect.width()) / StageBarWidth, double(rect.height()) / StageBarHeight);
                            drawStageBar(on, stage, tokens);
                        }));
}

void GlyphPainter::paintCapsule(QPainter *painter, const QRect &rect, QColor ink, double fraction,
                                Qt::LayoutDirection direction)
{
    const int step = qRound(qBound(0.0, fraction, 1.0) * CapsuleSteps);
    const Key key{ink.rgba(),
                  0,
                  quint16(rect.width()),
                  quint16(rect.height()),
                  quint16(step),
                  ratioOf(painter),
                  Kind::Capsule,
                  quint8(direction)};
    painter->drawPixmap(rect.topLeft(), cached(key, [&](QPainter *on) {
                            mirror(on, rect.width(), direction);
                            const QRectF frame(0.5, 0.5, rect.width() - 1, rect.height() - 1);
                            QPainterPath shape;
                            shape.addRoundedRect(frame, frame.height() / 2, frame.height() / 2);
                            on->setPen(Qt::NoPen);
                            on->setClipRect(QRectF(0, 0, rect.width() * double(step) / CapsuleSteps, rect.height()));
                            on->fillPath(shape, ink);
                            on->setClipping(false);
                            on->setBrush(Qt::NoBrush);
                            on->setPen(QPen(ink, 1));
                            on->drawPath(shape);
                        }));
}

void GlyphPainter::paintChip(QPainter *painter, const QRect &rect, QColor ink, int countWidth, ChipCount count,
                             Qt::LayoutDirection direction)
{
    const Key key{ink.rgba(),
                  0,
                  quint16(rect.width()),
                  quint16(rect.height()),
                  quint16(countWidth),
                  ratioOf(painter),
                  Kind::Chip,
                  quint8(int(direction) * 2 + int(count))};
    painter->drawPixmap(rect.topLeft(), cached(key, [&](QPainter *on) {
                            mirror(on, rect.width(), direction);
                            drawChip(on, rect.size(), ink, countWidth, count);
                        }));
}

void GlyphPainter::draw(QPainter *painter, const QRectF &box, Glyph glyph, QColor ink, double fraction)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / GlyphBox, box.height() / GlyphBox);
    drawGlyphShape(painter, glyph, ink, fraction);
    painter->restore();
}

void GlyphPainter::clearCache()
{
    cache().clear();
}

qsizetype GlyphPainter::cachedCount()
{
    return cache().size();
}

} // namespace gatehouse::ui
