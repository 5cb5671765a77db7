#include "ui/shell/keyhints.h"

#include "ui/components/keycap.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int capPadding = 5;
constexpr int capGap = 6;
constexpr int hintGap = 14;

} // namespace

QString keyWords(const QKeySequence &keys)
{
    // The key is called Return by Qt and Enter by people; both work.
    return KeyCap::label(keys).replace(QStringLiteral("Return"), KeyHints::tr("Enter"));
}

KeyHints::KeyHints(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("keyHints"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void KeyHints::setHints(const QList<KeyHint> &hints)
{
    m_hints = hints;
    QStringList spoken;
    for (const KeyHint &hint : hints)
        spoken += tr("%1: %2", "key: what it does").arg(hint.keys, hint.does);
    setAccessibleName(tr("Keys here"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    update();
}

KeyHints::Widths KeyHints::widthsOf(const KeyHint &hint) const
{
    return {QFontMetrics(roleFont(TextRole::Caption, font())).horizontalAdvance(hint.keys) + 2 * capPadding,
            QFontMetrics(roleFont(TextRole::Secondary, font())).horizontalAdvance(hint.does)};
}

QSize KeyHints::sizeHint() const
{
    int width = 0;
    for (const KeyHint &hint : m_hints) {
        const Widths widths = widthsOf(hint);
        width += widths.cap + capGap + widths.words + hintGap;
    }
    return {width, fontMetrics().height() + 4};
}

QSize KeyHints::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void KeyHints::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = currentTokens();
    int x = 0;
    for (const KeyHint &hint : std::as_const(m_hints)) {
        const Widths widths = widthsOf(hint);
        if (x + widths.cap + capGap + widths.words > width())
            return;
        const int high = fontMetrics().height() + 1;
        const QRect cap =
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - high) / 2, widths.cap, high));
        painter.setPen(QPen(tokens[Token::BorderStrong], 1));
        painter.setBrush(tokens[Token::Base]);
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setFont(roleFont(TextRole::Caption, font()));
        painter.setPen(tokens[Token::Text2]);
        painter.drawText(cap, Qt::AlignCenter, hint.keys);
        x += widths.cap + capGap;
        painter.setFont(roleFont(TextRole::Secondary, font()));
        const QRect words(x, 0, widths.words + 2, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                         Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), hint.does);
        x += widths.words + hintGap;
    }
}

} // namespace gatehouse::ui
