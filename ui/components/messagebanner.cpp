#include "ui/components/messagebanner.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/style/glyphpainter.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int GlyphSize = 16;
constexpr int BarWidth = 4;
constexpr int MarginLeading = 16;
constexpr int Margin = 10;
constexpr int MostActions = 2;

Tone tone(MessageBanner::Kind kind)
{
    switch (kind) {
    case MessageBanner::Kind::Error: return Tone::Danger;
    case MessageBanner::Kind::Warning: return Tone::Warn;
    case MessageBanner::Kind::Information: return Tone::Progress;
    case MessageBanner::Kind::Success: return Tone::Ok;
    }
    Q_UNREACHABLE();
}

Glyph glyph(MessageBanner::Kind kind)
{
    switch (kind) {
    case MessageBanner::Kind::Error: return Glyph::DiamondAlert;
    case MessageBanner::Kind::Warning: return Glyph::Triangle;
    case MessageBanner::Kind::Information: return Glyph::Info;
    case MessageBanner::Kind::Success: return Glyph::DiscTick;
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent),
      m_title(new TextLabel({}, TextRole::Strong)),
      m_text(new TextLabel),
      m_body(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      m_runbook(makeButton({}, ButtonKind::Link)),
      m_copy(makeButton(tr("Copy details"), ButtonKind::Link))
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->setContentsMargins(MarginLeading + GlyphSize + 10, Margin, 14, Margin);
    m_body->setSpacing(3);
    m_body->addWidget(m_title);
    m_body->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->setContentsMargins(0, 3, 0, 0);
    for (int i = 0; i < MostActions; ++i) {
        m_actions.append(makeButton({}));
        m_actions.last()->setObjectName(QStringLiteral("bannerAction%1Button").arg(i));
        connect(m_actions.last(), &QPushButton::clicked, this, [this, i] { Q_EMIT actionTriggered(i); });
        row->addWidget(m_actions.last());
    }
    m_runbook->setObjectName(QStringLiteral("bannerRunbookButton"));
    m_copy->setObjectName(QStringLiteral("bannerCopyButton"));
    row->addWidget(m_runbook);
    row->addWidget(m_copy);
    row->addStretch();
    m_body->addLayout(row);
    connect(m_runbook, &QPushButton::clicked, this, &MessageBanner::runbookRequested);
    connect(m_copy, &QPushButton::clicked, this, &MessageBanner::copyDetails);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void MessageBanner::setMessage(const Message &message)
{
    m_message = message;
    m_title->setText(message.title);
    m_title->setVisible(!message.title.isEmpty());
    m_text->setText(message.text);
    m_text->setVisible(!message.text.isEmpty());
    for (int i = 0; i < MostActions; ++i) {
        m_actions[i]->setText(message.actions.value(i));
        m_actions[i]->setVisible(i < message.actions.size());
    }
    m_runbook->setText(message.runbook);
    m_runbook->setVisible(!message.runbook.isEmpty());
    m_copy->setVisible(!message.details.isEmpty());
    // A message of one sentence keeps its way out on the same line.
    m_body->setDirection(message.title.isEmpty() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setAccessibleName(message.title.isEmpty() ? message.text : message.title);
    setAccessibleDescription(message.title.isEmpty() ? QString() : message.text);
    show();
    updateGeometry();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBanner::clear()
{
    m_message = {};
    hide();
}

void MessageBanner::copyDetails()
{
    const QStringList parts{m_message.title, m_message.text, m_message.details};
    QGuiApplication::clipboard()->setText(parts.join(u'\n').trimmed());
}

void MessageBanner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    const QColor ink = tokens.ink(tone(m_message.kind));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillPath(frame, tokens.tint(tone(m_message.kind)));
    painter.save();
    painter.setClipRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, BarWidth, height())));
    painter.fillPath(frame, ink);
    painter.restore();
    painter.strokePath(frame, QPen(ink, 1));
    const int top = m_title->isHidden() ? (height() - GlyphSize) / 2
                                        : m_title->y() + (m_title->fontMetrics().height() - GlyphSize) / 2;
    const QRect mark(MarginLeading, top, GlyphSize, GlyphSize);
    GlyphPainter::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), mark).topLeft(), glyph(m_message.kind),
                        ink, GlyphSize);
}

} // namespace gatehouse::ui
