#include "ui/delegates/textcache.h"

#include <QPainter>
#include <QTextOption>

namespace gatehouse::ui {

namespace {

constexpr qsizetype MostLines = 8192;

} // namespace

TextCache::TextCache(const QFont &font)
    : m_font(font), m_metrics(font), m_height(m_metrics.height()), m_lines(MostLines)
{ }

QStaticText TextCache::shape(const QString &text) const
{
    QStaticText shaped(text);
    shaped.setTextFormat(Qt::PlainText);
    shaped.setPerformanceHint(QStaticText::AggressiveCaching);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    shaped.setTextOption(option);
    shaped.prepare(QTransform(), m_font);
    return shaped;
}

TextCache::Line *TextCache::line(const QString &text)
{
    if (Line *known = m_lines.object(text))
        return known;
    auto *made = new Line{shape(text), m_metrics.horizontalAdvance(text)};
    m_lines.insert(text, made);
    return made;
}

int TextCache::width(const QString &text)
{
    return text.isEmpty() ? 0 : line(text)->width;
}

int TextCache::draw(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment horizontal)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    Line *drawn = line(text);
    const bool fits = drawn->width <= rect.width();
    if (!fits && drawn->elidedAt != rect.width()) {
        const QString elided = m_metrics.elidedText(text, Qt::ElideRight, rect.width());
        drawn->elided = shape(elided);
        drawn->elidedWidth = m_metrics.horizontalAdvance(elided);
        drawn->elidedAt = rect.width();
    }
    const int width = fits ? drawn->width : drawn->elidedWidth;
    const int left = horizontal & Qt::AlignRight ? rect.right() + 1 - width : rect.left();
    const int top = rect.top() + (rect.height() - m_height) / 2;
    painter->drawStaticText(left, top, fits ? drawn->shaped : drawn->elided);
    return width;
}

} // namespace gatehouse::ui
