#pragma once

#include "operations/queries.h"
#include "ui/components/messagebanner.h"
#include "ui/pages/reviewfacts.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"

#include <QWidget>

class QStackedWidget;

namespace gatehouse::ui {

class CellTable;
class DecisionBar;
class DecisionList;
class EmptyState;
class StatusLabel;
class TextLabel;

// Every document that was filed, newest first, and whether its file is still what was filed; all earlier decisions; and
// the bar where the next one is made.
class DossierTab final : public QWidget
{
    Q_OBJECT

public:
    DossierTab(Session &session, Actions &actions, QWidget *parent = nullptr);

    // Compares the files with their hashes once more; until that has ended, what was found last stands.
    void setView(const operations::PartnerView &view);
    // Current documents whose files are not what was filed, as far as it is known.
    QList<operations::DocumentCheck> badFiles() const;
    DecisionBar *bar() const { return m_bar; }
    // Id of the document that is current in the list, or empty.
    QString selectedDocument() const;
    // Why a copy could not be saved; stands until clearMessage().
    void showMessage(const MessageBanner::Message &message);
    void clearMessage();
    void focusList();
    QWidget *list() const;

Q_SIGNALS:
    void selectionChanged();
    // badFiles() may say something else.
    void filesCompared();
    // A page (from 1; 0: any) of a document that was cited.
    void evidenceRequested(const QString &document, int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeDocuments(Actions &actions);
    QWidget *makeDecisions();
    void compareFiles();
    void showDocuments();
    void setDecisions(const operations::PartnerView &view);

    Session &m_session;
    std::optional<operations::PartnerView> m_view;
    FilesAnswer m_files;
    MessageBanner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    CellTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    TextLabel *m_state = nullptr;
    StatusLabel *m_filesLabel = nullptr;
    TextLabel *m_decisionsTitle = nullptr;
    DecisionList *m_decisionList = nullptr;
    DecisionBar *m_bar;
};

} // namespace gatehouse::ui
