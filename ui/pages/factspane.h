#pragma once

#include "ui/components/keptrows.h"
#include "ui/pages/reviewfacts.h"
#include "ui/shell/actions.h"
#include "words/changewords.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class CellTable;
class DecisionList;
class ElidedLabel;
class TextLabel;

// What is known as data: what changed, which checks passed, what was decided and asked before. What a load does not
// change stays on screen as it is.
class FactsPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPane(Actions &actions, QWidget *parent = nullptr);

    // Earlier decisions, the first of two approvals, and what the partner was asked. Comes before all that follows.
    void setView(const operations::PartnerView &view);
    void setChanges(const operations::PartnerView &view, const QList<words::ChangeWords> &changes);
    // What came while this was under review; nothing: no such part.
    void setNews(const QList<words::ChangeWords> &news);
    void setChecks(const QList<ReviewCheck> &checks);
    void focusChanges();
    void focusHistory();
    QWidget *changesTable() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void documentRequested(const QString &document);
    // Pages from 1; 0: the whole document.
    void evidenceRequested(const QString &document, int page);

private:
    struct Part
    {
        QWidget *box = nullptr;
        TextLabel *title = nullptr;
        ElidedLabel *note = nullptr;
    };
    struct Request
    {
        domain::RequestEnd end = domain::RequestEnd::Open;
        QString text;
        QString asked;
        QString answer;
        friend bool operator==(const Request &, const Request &) = default;
    };
    // A turn after the pane, or when there is something to show: both at once would take long.
    void makeParts();
    void shareColumns();
    Part addPart(const QString &title, const char *name, const QString &key);
    CellTable *makeTable(const char *name);
    QVBoxLayout *addRows(const Part &part);
    void setRequests(const operations::PartnerView &view);
    static Request requestWords(const domain::PartnerRequest &request, const operations::PartnerView &view);
    static QWidget *checkRow(const ReviewCheck &check);
    static QWidget *requestRow(const Request &request);

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
    KeptRows<ReviewCheck> m_checkRows;
    KeptRows<Request> m_requestRows;
    QPushButton *m_answered = nullptr;
    DecisionList *m_decisionList = nullptr;
};

} // namespace gatehouse::ui
