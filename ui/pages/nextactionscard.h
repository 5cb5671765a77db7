#pragma once

#include "operations/objectoperations.h"
#include "operations/queries.h"
#include "ui/components/card.h"
#include "ui/shell/actions.h"

class QPushButton;

namespace gatehouse::ui {

struct Mark;

// What has to happen next, ours first, each with the button that does it.
class NextActionsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit NextActionsCard(Actions &actions, QWidget *parent = nullptr);
    void setView(const operations::PartnerView &view);
    // Why an identity can't be released now, empty when it can: the buttons know whose it is, no choice is needed.
    void setReleaseObstacle(const QString &reason);

Q_SIGNALS:
    void chosen(const gatehouse::domain::NextAction &action);

private:
    QWidget *makeRow(const domain::NextAction &action, const operations::PartnerView &view, int number);
    QString buttonText(domain::ActionKind kind) const;

    void explainReleases();

    Actions &m_actions;
    QList<QPushButton *> m_releases;
    QString m_releaseObstacle;
    Card *m_card;
    QWidget *m_rows = nullptr;
};

// What stands in the way, worst first, with the runbook that helps. A stored file that is not what was filed comes
// before everything else: nobody can decide on it.
class BlockersCard final : public QWidget
{
    Q_OBJECT

public:
    explicit BlockersCard(QWidget *parent = nullptr);
    // `badFiles`: documents whose files have a fault.
    void setView(const operations::PartnerView &view, const QList<operations::DocumentCheck> &badFiles);

private:
    void addRow(const Mark &mark, const QString &sentence, const QString &detail, const QString &runbook);

    Card *m_card;
    QWidget *m_rows = nullptr;
};

} // namespace gatehouse::ui
