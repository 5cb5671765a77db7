#pragma once

#include "ui/pages/reviewfacts.h"
#include "ui/shell/actions.h"

#include <QScrollArea>

class QVBoxLayout;

namespace gatehouse::ui {

class CellTable;
class TextLabel;

// What is known as data: what changed, which checks passed, what was decided and asked before.
class FactsPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPane(Actions &actions, QWidget *parent = nullptr);

    // Earlier decisions, the first of two approvals, and what the partner was asked. Comes before all that follows.
    void setView(const operations::PartnerView &view);
    void setChanges(const operations::PartnerView &view, const QList<FactChange> &changes);
    // What came while this was under review; nothing: no such part.
    void setNews(const QList<FactChange> &news);
    void setChecks(const QList<ReviewCheck> &checks);
    void focusChanges();
    void focusHistory();
    QWidget *changesTable() const;

Q_SIGNALS:
    void documentRequested(const QString &document);
    // Pages from 1; 0: the whole document.
    void evidenceRequested(const QString &document, int page);

private:
    // A titled part of the pane; its content is made anew with each load.
    struct Part
    {
        QWidget *box = nullptr;
        TextLabel *title = nullptr;
        TextLabel *note = nullptr;
        QWidget *content = nullptr;
    };
    // A turn after the pane, or when there is something to show: both at once would take long.
    void makeParts();
    Part addPart(const QString &title, const char *name, const QString &key);
    QVBoxLayout *emptied(Part &part);
    CellTable *makeTable(const char *name);
    void addCheck(QVBoxLayout *column, const ReviewCheck &check);
    void setDecisions(const operations::PartnerView &view);
    void setRequests(const operations::PartnerView &view);
    QWidget *requestRow(const domain::PartnerRequest &request, const operations::PartnerView &view);

    Actions &m_actions;
    QVBoxLayout *m_column = nullptr;
    Part m_news;
    Part m_changes;
    Part m_checks;
    Part m_decisions;
    Part m_requests;
    CellTable *m_newsTable = nullptr;
    CellTable *m_changesTable = nullptr;
    TextLabel *m_unchanged = nullptr;
};

} // namespace gatehouse::ui
