#pragma once

#include "operations/queries.h"
#include "ui/components/card.h"
#include "ui/shell/actions.h"

namespace gatehouse::ui {

// What has to happen next, ours first, each with the button that does it.
class NextActionsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit NextActionsCard(Actions &actions, QWidget *parent = nullptr);
    void setView(const operations::PartnerView &view);

Q_SIGNALS:
    // `subject` is the document's title or the contact's name, as domain::NextAction has it.
    void chosen(gatehouse::domain::ActionKind kind, const QString &subject);

private:
    QWidget *makeRow(const domain::NextAction &action, base::Instant now, int number);
    QString buttonText(domain::ActionKind kind) const;

    Actions &m_actions;
    Card *m_card;
    QWidget *m_rows = nullptr;
};

// What stands in the way, worst first, with the runbook that helps.
class BlockersCard final : public QWidget
{
    Q_OBJECT

public:
    explicit BlockersCard(QWidget *parent = nullptr);
    void setView(const operations::PartnerView &view);

private:
    Card *m_card;
    QWidget *m_rows = nullptr;
};

} // namespace gatehouse::ui
