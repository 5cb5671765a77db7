#pragma once

#include "ui/pages/partnerloader.h"
#include "ui/shell/actions.h"
#include "ui/shell/filechooser.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/session.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace gatehouse::ui {

class BlockersCard;
class ContactsTab;
class DossierTab;
class EmptyState;
class FormDialog;
class LoadingLine;
class MessageBanner;
class NextActionsCard;
class OverviewTab;
class PartnerHeader;
class ReviewNotice;
class TimelineTab;

// One partner: where it stands, what is next, and everything that can be done with it. What is on screen is one state
// that was read at one time; a decision is bound to exactly that state.
class PartnerPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Overview, Contacts, Dossier, Timeline };

    PartnerPage(Session &session, Actions &actions, FileChooser &chooser, const QString &partnerId,
                QWidget *parent = nullptr);

    const QString &partnerId() const { return m_loader->partner(); }
    bool isLoaded() const { return view().has_value(); }
    const std::optional<operations::PartnerView> &view() const { return m_loader->view(); }
    QString title() const;
    // A decision is being written or sent here.
    bool hasDraft() const;
    bool isRecording() const;
    void load() { m_loader->load(); }
    // As somebody asks for it: what is announced and kept back is shown.
    void refresh() { m_loader->refresh(); }
    void showTab(Tab tab);
    // Puts the keyboard where the keys of the tab work.
    void takeFocus();
    // Whether the tab in front has a filter of its own, which then has the keyboard.
    bool focusFilter();
    Tab tab() const;
    DossierTab *dossier() const { return m_dossier; }
    QList<KeyHint> hints() const;
    // The places F6 goes through.
    QList<QWidget *> panes() const;

    // Says for each action about a partner why it can't be used now; called while this page is on screen.
    void updateActions();
    void perform(Act act);

Q_SIGNALS:
    void loaded();
    void hintsChanged();
    // One quiet line about what was done.
    void said(const QString &line);
    // To the queue, with this partner.
    void reviewRequested(const QString &partnerId);
    // A page (from 1; 0: any) of a document that was cited.
    void evidenceRequested(const QString &document, int page);

private:
    void makeTabs();
    void makeStates();
    void connectLoader();
    void showView();
    void showEvents(const base::Result<QList<domain::Event>> &events);
    void announceNews();
    void updateTabTexts();
    void foldHeader();
    QString obstacleOf(domain::OperationKind kind) const;
    void doNext(const domain::NextAction &action);
    void fileDocument(const QString &kind);
    void saveDocument();
    void writeDocument(const QString &document, const QString &path);
    void releaseContact(const domain::Contact &contact);
    void openForm(FormDialog *dialog, const QString &line);
    void afterChange(const QString &line);

    Session &m_session;
    Actions &m_actions;
    FileChooser &m_chooser;
    QTimer m_ticks; // the clock in the header counts on

    QStackedWidget *m_stack;
    EmptyState *m_failure;
    MessageBanner *m_banner;
    LoadingLine *m_line;
    PartnerHeader *m_header;
    ReviewNotice *m_notice;
    QWidget *m_cards;
    NextActionsCard *m_next;
    BlockersCard *m_blockers;
    QTabWidget *m_tabs;
    OverviewTab *m_overview;
    ContactsTab *m_contacts;
    DossierTab *m_dossier;
    TimelineTab *m_timeline;
    PartnerLoader *m_loader;
};

} // namespace gatehouse::ui
