#include "ui/components/statuslabel.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int MarkGap = 6;
constexpr int PillGap = 4;
constexpr int PillPadding = 7;

} // namespace

StatusLabel::StatusLabel(QWidget *parent) : PaintedWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

StatusLabel::StatusLabel(Glyph glyph, Tone tone, const QString &text, QWidget *parent) : StatusLabel(parent)
{
    setStatus(glyph, tone, text);
}

void StatusLabel::setStatus(Glyph glyph, Tone tone, const QString &text, Weight weight, double fraction)
{
    m_glyph = glyph;
    m_tone = tone;
    m_text = text;
    m_weight = weight;
    m_fraction = fraction;
    setToolTip(text);
    updateGeometry();
    update();
    announceFacts();
}

void StatusLabel::setWordWrap(bool wrap)
{
    m_wraps = wrap;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrap);
    policy.setVerticalPolicy(wrap ? QSizePolicy::Minimum : QSizePolicy::Fixed); // fixed is one line
    setSizePolicy(policy);
}

AccessibleFacts StatusLabel::accessibleFacts() const
{
    return {QAccessible::StaticText, m_text, {}, 0, 0};
}

int StatusLabel::glyphSize() const
{
    const bool clock = m_glyph == Glyph::Pie || m_glyph == Glyph::DiscAlert;
    return GlyphPainter::scaled(clock ? GlyphPainter::ClockSize : GlyphPainter::MarkSize,
                                QFontInfo(font()).pixelSize());
}

QFont StatusLabel::textFont() const
{
    QFont own = font();
    if (m_weight == Weight::Loud)
        own.setWeight(QFont::DemiBold);
    return own;
}

QSize StatusLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    return {glyphSize() + MarkGap + metrics.horizontalAdvance(m_text) + 1, controlHeight(20, textFont(), 2)};
}

QSize StatusLabel::minimumSizeHint() const
{
    return {glyphSize() + MarkGap + QFontMetrics(textFont()).averageCharWidth() * 4, sizeHint().height()};
}

int StatusLabel::indent() const
{
    return m_glyph == Glyph::None ? 0 : glyphSize() + MarkGap;
}

int StatusLabel::heightForWidth(int width) const
{
    if (!m_wraps)
        return -1;
    const QFontMetrics metrics(textFont());
    const QRect words = metrics.boundingRect(QRect(0, 0, width - indent(), QWIDGETSIZE_MAX), Qt::TextWordWrap, m_text);
    return sizeHint().height() + qMax(0, words.height() - metrics.height());
}

void StatusLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    const int size = glyphSize();
    const int line = m_wraps ? sizeHint().height() : height(); // the mark stands beside the first one
    const QRect mark = QStyle::visualRect(layoutDirection(), rect(), QRect(0, (line - size) / 2, size, size));
    GlyphPainter::paint(&painter, mark.topLeft(), m_glyph, tokens.ink(m_tone), size, m_fraction);
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(indent(), 0, 0, 0));
    const bool quiet = m_tone == Tone::Neutral || m_tone == Tone::Ok || m_tone == Tone::Progress;
    painter.setFont(textFont());
    painter.setPen(quiet ? tokens[Token::Text2] : tokens.ink(m_tone));
    const int flags = int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    if (m_wraps)
        painter.drawText(words, flags | Qt::TextWordWrap, m_text);
    else
        painter.drawText(words, flags, QFontMetrics(textFont()).elidedText(m_text, Qt::ElideRight, words.width()));
}

QSize StatusPill::sizeHint() const
{
    const QFont small = roleFont(TextRole::Secondary, font());
    const int words = QFontMetrics(small).horizontalAdvance(text());
    return {2 * PillPadding + glyphSize() + PillGap + words + 1, controlHeight(20, small, 4)};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tint(tone()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const int size = glyphSize();
    const QRect mark(PillPadding, (height() - size) / 2, size, size);
    GlyphPainter::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), mark).topLeft(), glyph(), tone(), size);
    const QRect words = rect().adjusted(PillPadding + size + PillGap, 0, -PillPadding + 1, 0);
    painter.setFont(roleFont(TextRole::Secondary, font()));
    painter.setPen(tokens.ink(tone()));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace gatehouse::ui
