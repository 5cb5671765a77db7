#include "ui/components/emptystate.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_fact(new TextLabel({}, TextRole::Strong)),
      m_reason(new TextLabel({}, TextRole::Body, Token::Text2)),
      m_action(makeButton({}, ButtonKind::Link))
{
    m_fact->setAlignment(Qt::AlignCenter);
    m_fact->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("emptyStateButton"));
    auto *all = new QVBoxLayout(this);
    all->setSpacing(4);
    all->addStretch();
    all->addWidget(m_fact);
    all->addWidget(m_reason);
    all->addWidget(m_action, 0, Qt::AlignHCenter);
    all->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setTexts(const QString &fact, const QString &reason, const QString &action)
{
    m_fact->setText(fact);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(fact);
    setAccessibleDescription(reason);
}

} // namespace gatehouse::ui
