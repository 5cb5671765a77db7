#pragma once

#include <QCache>
#include <QFont>
#include <QFontMetrics>
#include <QStaticText>

class QPainter;
class QRect;

namespace gatehouse::ui {

/// Draws single lines of text in one font, remembering the shaped glyphs: shaping costs several times what painting
/// does, and a board repaints the same words again and again. Holds the last few thousand lines. GUI thread.
class TextCache
{
public:
    explicit TextCache(const QFont &font);

    const QFont &font() const { return m_font; }
    const QFontMetrics &metrics() const { return m_metrics; }

    /// Width in logical pixels of the whole text.
    int width(const QString &text);

    /// Draws in the painter's pen, vertically in the middle of `rect`, elided at its width.
    /// Returns the width that was drawn. The painter's font must be font() already.
    int draw(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment horizontal);

private:
    struct Line
    {
        QStaticText shaped;
        int width;
        int elidedAt = -1; ///< the width that `elided` was made for
        QStaticText elided = {};
        int elidedWidth = 0;
    };

    Line *line(const QString &text);
    QStaticText shape(const QString &text) const;

    QFont m_font;
    QFontMetrics m_metrics;
    int m_height;
    QCache<QString, Line> m_lines;
};

} // namespace gatehouse::ui
