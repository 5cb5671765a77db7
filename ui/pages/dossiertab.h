#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace gatehouse::ui {

class CellTable;
class DecisionBar;
class EmptyState;
class TextLabel;

// Every document that was filed, newest first; all earlier decisions; and the bar where the next one is made.
class DossierTab final : public QWidget
{
    Q_OBJECT

public:
    DossierTab(Session &session, Actions &actions, QWidget *parent = nullptr);

    void setView(const operations::PartnerView &view);
    DecisionBar *bar() const { return m_bar; }
    // Id of the document that is current in the list, or empty.
    QString selectedDocument() const;
    void focusList();
    QWidget *list() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeDocuments(Actions &actions);
    QWidget *makeDecisions();
    void setDocuments(const operations::PartnerView &view);
    void setDecisions(const operations::PartnerView &view);
    QWidget *decisionView(const domain::Decision &decision, const operations::PartnerView &view);

    QStackedWidget *m_stack = nullptr;
    CellTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    TextLabel *m_state = nullptr;
    TextLabel *m_decisionsTitle = nullptr;
    QScrollArea *m_decisions = nullptr;
    DecisionBar *m_bar;
};

} // namespace gatehouse::ui
