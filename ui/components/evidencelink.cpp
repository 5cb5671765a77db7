#include "ui/components/evidencelink.h"

#include "ui/style/glyphpainter.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int Padding = 7;
constexpr int IconSize = 14;
constexpr int IconGap = 6;
constexpr int CrossSize = 10;
constexpr int CrossGap = 4;

} // namespace

EvidenceLink::EvidenceLink(const QString &text, Target target, QWidget *parent)
    : QToolButton(parent),
      m_iconName(target == Target::Link ? QStringLiteral("insert-link") : QStringLiteral("gatehouse-page"))
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void EvidenceLink::setPresence(Presence presence)
{
    m_presence = presence;
    update();
}

void EvidenceLink::setPress(Press press)
{
    m_press = press;
    updateGeometry();
    update();
}

int EvidenceLink::crossWidth() const
{
    return m_press == Press::TakesOut ? CrossGap + CrossSize : 0;
}

QSize EvidenceLink::sizeHint() const
{
    const QFont small = roleFont(TextRole::Secondary, font());
    return {2 * Padding + IconSize + IconGap + QFontMetrics(small).horizontalAdvance(text()) + 1 + crossWidth(),
            controlHeight(22, small, 4)};
}

void EvidenceLink::keyPressEvent(QKeyEvent *event)
{
    const bool taken = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (taken && m_press == Press::TakesOut)
        click();
    else
        QToolButton::keyPressEvent(event);
}

void EvidenceLink::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    const bool missing = m_presence == Presence::Missing;
    const Token inkToken = !isEnabled() ? Token::Disabled : missing ? Token::Warn : Token::Accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens[missing ? Token::Warn : Token::Border]);
    painter.setBrush(tokens[missing ? Token::WarnTint : underMouse() || isDown() ? Token::Hover : Token::Base]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QRect mark(Padding, (height() - IconSize) / 2, IconSize, IconSize);
    const QRect shown = QStyle::visualRect(layoutDirection(), rect(), mark);
    if (missing)
        GlyphPainter::paint(&painter, shown.topLeft(), Glyph::Triangle, tokens[inkToken], IconSize);
    else
        ui::icon(m_iconName, inkToken).paint(&painter, shown);
    if (m_press == Press::TakesOut) {
        const QRect cross(width() - Padding - CrossSize, (height() - CrossSize) / 2, CrossSize, CrossSize);
        GlyphPainter::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), cross).topLeft(), Glyph::Cross,
                            tokens[inkToken], CrossSize);
    }
    const QRect words = rect().adjusted(Padding + IconSize + IconGap, 0, -(Padding + crossWidth()) + 1, 0);
    painter.setFont(roleFont(TextRole::Secondary, font()));
    painter.setPen(tokens[inkToken]);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace gatehouse::ui
