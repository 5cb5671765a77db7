#pragma once

#include "ui/pages/decisiondraft.h"
#include "ui/pages/partnerloader.h"
#include "ui/pages/reviewfacts.h"
#include "ui/shell/actions.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/linkopener.h"
#include "ui/shell/session.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace gatehouse::ui {

class AfterDecision;
class DecisionBar;
class DossierComparison;
class DossierView;
class EmptyState;
class FactsPane;
class FormDialog;
class LoadingLine;
class MessageBanner;
class ReviewHeader;
class ReviewPresence;
class SharingSplitter;
class VerdictRow;

// The review of one partner: its documents, the facts about it, and the decision. What is written about a partner is
// kept while another one is looked at. What is on screen is one state that was read at one time; a decision is bound to
// exactly that state.
class ReviewPane final : public QWidget
{
    Q_OBJECT

public:
    // `opener` is called while the pane lives.
    ReviewPane(Session &session, Actions &actions, LinkOpener opener, QWidget *parent = nullptr);
    ~ReviewPane() override;

    // Shows this partner; empty: none. False, and nothing done, while a decision is being recorded.
    bool setPartner(const QString &id);
    const QString &partner() const { return m_loader->partner(); }
    const std::optional<operations::PartnerView> &view() const { return m_loader->view(); }
    // What is said where no partner is shown.
    void setNothingTexts(const QString &fact, const QString &reason);
    void load() { m_loader->load(); }
    // As somebody asks for it: what is announced and kept back is shown.
    void refresh();
    // To a page of a document (from 1; 0: the first), also one that is only now being read.
    void showEvidence(const QString &document, int page);

    // Partner id -> name of those about whom something is written and not recorded.
    QHash<QString, QString> drafts() const;
    bool isRecording() const;
    DecisionBar *bar() const { return m_bar; }
    DossierView *viewer() const { return m_viewer; }
    // Where documents are opened; the session's, until another is named.
    void setDesk(operations::DocumentDesk *desk);
    FactsPane *facts() const { return m_facts; }
    // What comes next once this is decided; empty: nothing waits.
    void setNext(const QString &name);

    void focusViewer();
    QList<QWidget *> panes() const;
    // Says for each action of a review why it can't be used now; called while the pane is on screen.
    void updateActions();
    void perform(Act act);

Q_SIGNALS:
    void loaded();
    // One quiet line about what was done.
    void said(const QString &line);
    void nextRequested();
    void leaveRequested();
    // What can be done may be something else now.
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void connectParts();
    void connectLoader();
    void showView();
    void showDocuments();
    void verifyFiles();
    void showFacts();
    QList<ReviewCheck> comparisonChecks() const;
    void showVerdict();
    void showFirstChange();
    Viewing viewing() const;
    domain::PageCounts pageCounts() const;
    void keepDraft();
    void afterRecord(const QString &line);
    void afterChange(const QString &line);
    void updateObstacles();
    QString acceptObstacle() const;
    void acceptDocument();
    void assignToMe();
    void closeRequest();
    void putOff();
    void keepTexts(FormDialog *dialog, const QString &about);
    void openForm(FormDialog *dialog, const QString &line, const QString &about = {});
    template <class Concrete>
    void runAtOnce(const Concrete &operation, const QString &line);
    std::optional<domain::DossierDocument> currentDocument() const;
    void addEvidence();

    Session &m_session;
    Actions &m_actions;
    LinkOpener m_opener;
    // What was shown before the news that were asked for.
    std::optional<domain::PartnerFacts> m_before;
    FilesAnswer m_files;
    QList<domain::DossierDocument> m_filesOf; // those that they were asked about
    struct Kept
    {
        DecisionDraft draft;
        QString name;
    };
    QHash<QString, Kept> m_drafts; // of partners that are not shown
    // A form that was left with something written in it; see openForm().
    struct LeftForm
    {
        QString partner;
        QString name; // of the partner
        QHash<QString, QString> texts;
    };
    QHash<QString, LeftForm> m_leftForms;
    QString m_wantedDocument; // to be shown once it is there
    int m_wantedPage = 0;
    bool m_atFirstChange = false; // was brought there
    domain::PageCounts m_pages;   // as they were told last
    QTimer m_ticks;

    QStackedWidget *m_stack;
    QWidget *m_content;
    SharingSplitter *m_split;
    EmptyState *m_nothing;
    MessageBanner *m_banner;
    MessageBanner *m_refusal; // of what was done last; loads leave it
    LoadingLine *m_line;
    ReviewHeader *m_header;
    VerdictRow *m_verdict;
    DossierView *m_viewer;
    DossierComparison *m_comparison;
    FactsPane *m_facts;
    DecisionBar *m_bar;
    AfterDecision *m_after;
    PartnerLoader *m_loader;
    ReviewPresence *m_presence;
};

} // namespace gatehouse::ui
