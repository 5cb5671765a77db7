#include "ui/pages/afterdecision.h"

#include "ui/components/button.h"
#include "ui/components/keycap.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/style/theme.h"
#include "words/textmarks.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace gatehouse::ui {

AfterDecision::AfterDecision(QWidget *parent)
    : QFrame(parent),
      m_line(new StatusLabel),
      m_next(new TextLabel),
      m_open(makeButton(tr("Open next"), ButtonKind::Primary)),
      m_again(makeButton(tr("Decide again"), ButtonKind::Link))
{
    setObjectName(QStringLiteral("afterDecision"));
    m_line->setObjectName(QStringLiteral("recordedLabel"));
    m_next->setObjectName(QStringLiteral("nextLabel"));
    m_open->setObjectName(QStringLiteral("openNextButton"));
    m_open->setAutoDefault(true); // Enter presses it
    m_again->setObjectName(QStringLiteral("decideAgainButton"));
    m_again->setToolTip(tr("A correction is a new decision; this one stays in the history."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(m_line);
    row->addWidget(m_next);
    row->addStretch();
    row->addWidget(m_again);
    row->addWidget(m_open);
    row->addWidget(new KeyCap(tr("Enter")));
    connect(m_open, &QPushButton::clicked, this, &AfterDecision::nextRequested);
    connect(m_again, &QPushButton::clicked, this, &AfterDecision::againRequested);
}

void AfterDecision::showLine(const QString &line)
{
    m_line->setStatus(Glyph::DiscTick, Tone::Ok, line, StatusLabel::Weight::Loud);
    QAccessibleEvent alert(m_line, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AfterDecision::setNext(const QString &name)
{
    m_next->setText(name.isEmpty() ? tr("Nobody else is waiting.") : tr("Next: %1.").arg(words::isolate(name)));
    m_open->setText(name.isEmpty() ? tr("To the queue") : tr("Open next"));
}

void AfterDecision::takeFocus()
{
    m_open->setFocus(Qt::OtherFocusReason);
}

void AfterDecision::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens()[Token::Raised]);
    painter.fillRect(QRect(0, 0, width(), 1), currentTokens()[Token::BorderStrong]);
}

} // namespace gatehouse::ui
