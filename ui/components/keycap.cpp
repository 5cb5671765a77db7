#include "ui/components/keycap.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QKeySequence>
#include <QPainter>

namespace gatehouse::ui {

KeyCap::KeyCap(const QString &text, QWidget *parent) : PaintedWidget(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent) : KeyCap(label(keys), parent) { }

QString KeyCap::label(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    // "Ctrl++" is the key plus: only the joint between two names goes.
    for (qsizetype at = text.indexOf(u'+', 1); at > 0 && at + 1 < text.size(); at = text.indexOf(u'+', at + 2))
        text[at] = u' ';
    return text;
}

AccessibleFacts KeyCap::accessibleFacts() const
{
    return {QAccessible::StaticText, m_text, {}, 0, 0};
}

QSize KeyCap::sizeHint() const
{
    const QFont small = roleFont(TextRole::Caption, font());
    const int height = controlHeight(17, small, 2);
    return {qMax(height, QFontMetrics(small).horizontalAdvance(m_text) + 10), height};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF cap = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(tokens[Token::BorderStrong]);
    painter.setBrush(tokens[Token::BorderStrong]);
    painter.drawRoundedRect(cap, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens[Token::Raised]);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -1.5), 2.5, 2.5);
    painter.setFont(roleFont(TextRole::Caption, font()));
    painter.setPen(tokens[Token::Text2]);
    painter.drawText(rect().adjusted(0, 0, 0, -1), Qt::AlignCenter, m_text);
}

} // namespace gatehouse::ui
