#include "ui/pages/partnerpage.h"

#include "base/whendone.h"
#include "operations/independence.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/dialogs/contactdialogs.h"
#include "ui/dialogs/editpartnerdialog.h"
#include "ui/dialogs/filedocumentdialog.h"
#include "ui/pages/contactstab.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/dossiertab.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/nextactionscard.h"
#include "ui/pages/overviewtab.h"
#include "ui/pages/partnerheader.h"
#include "ui/pages/permission.h"
#include "ui/pages/reviewnotice.h"
#include "ui/pages/timelinetab.h"
#include "ui/shell/fileaccess.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/textmarks.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace gatehouse::ui {

using domain::OperationKind;
using operations::PartnerView;

namespace {

// A working minute is the finest that a clock shows.
constexpr std::chrono::seconds headerClockEvery(30);

// What a timeline shows at most; older events are in the export.
constexpr int mostEvents = 2000;

} // namespace

PartnerPage::PartnerPage(Session &session, Actions &actions, FileChooser &chooser, const QString &partnerId,
                         QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_chooser(chooser),
      m_stack(new QStackedWidget(this)),
      m_failure(new EmptyState),
      m_banner(new MessageBanner),
      m_line(new LoadingLine(this)),
      m_header(new PartnerHeader),
      m_notice(new ReviewNotice(actions)),
      m_cards(new QWidget),
      m_next(new NextActionsCard(actions)),
      m_blockers(new BlockersCard),
      m_tabs(new QTabWidget),
      m_overview(new OverviewTab),
      m_contacts(new ContactsTab(actions)),
      m_dossier(new DossierTab(session, actions)),
      m_timeline(new TimelineTab),
      m_loader(new PartnerLoader(session, {m_dossier->bar(), m_line, m_banner}, mostEvents, this))
{
    m_loader->setPartner(partnerId);
    setObjectName(QStringLiteral("partnerPage"));
    makeTabs();
    makeStates();
    connect(m_header, &PartnerHeader::gatesRequested, this, [this] {
        showTab(Tab::Overview);
        m_overview->focusGates();
    });
    connect(m_next, &NextActionsCard::chosen, this, &PartnerPage::doNext);
    connect(m_overview, &OverviewTab::timelineRequested, this, [this] { showTab(Tab::Timeline); });
    actions.bind(m_overview->editButton(), Act::EditPartner);
    connect(m_contacts, &ContactsTab::selectionChanged, this, &PartnerPage::updateActions);
    connect(m_dossier, &DossierTab::selectionChanged, this, &PartnerPage::updateActions);
    connect(m_dossier, &DossierTab::filesCompared, this,
            [this] { m_blockers->setView(*view(), m_dossier->badFiles()); });
    connect(m_dossier, &DossierTab::evidenceRequested, this, &PartnerPage::evidenceRequested);
    connect(m_dossier->bar(), &DecisionBar::changed, this, &PartnerPage::updateActions);
    connect(m_dossier->bar(), &DecisionBar::recorded, this, &PartnerPage::afterChange);
    connect(m_banner, &MessageBanner::actionTriggered, actions[Act::Refresh], &QAction::trigger);
    connect(m_failure, &EmptyState::actionTriggered, actions[Act::Refresh], &QAction::trigger);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (view() && isVisible())
            m_header->setClock(*view(), m_session.clock.now());
    });
    m_ticks.start(headerClockEvery);
    connectLoader();
}

void PartnerPage::connectLoader()
{
    connect(m_loader, &PartnerLoader::arrived, this, &PartnerPage::showView);
    connect(m_loader, &PartnerLoader::failed, this, [this](const base::Error &error) {
        const words::ErrorWords words = words::errorWords(error);
        m_failure->setTexts(words.what, words.why + QLatin1Char(' ') + words.todo, tr("Try again"));
        m_stack->setCurrentWidget(m_failure);
        updateActions();
    });
    connect(m_loader, &PartnerLoader::newsKeptBack, this, [this] {
        m_dossier->bar()->announceChange(*m_loader->keptBack());
        announceNews();
    });
    connect(m_loader, &PartnerLoader::eventsAnswered, this, &PartnerPage::showEvents);
}

void PartnerPage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("partnerTabs"));
    m_tabs->setAccessibleName(tr("Parts of this partner"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("partnerTabBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of this partner"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setExpanding(false);
    for (QWidget *tab : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_contacts),
                         static_cast<QWidget *>(m_dossier), static_cast<QWidget *>(m_timeline)})
        m_tabs->addTab(tab, QString());
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        foldHeader();
        announceNews();
        updateActions();
        Q_EMIT hintsChanged();
    });
    auto *row = new QHBoxLayout(m_cards);
    row->setContentsMargins(16, 0, 16, 8);
    row->setSpacing(16);
    row->addWidget(m_next, 13);
    row->addWidget(m_blockers, 6);
    updateTabTexts();
}

void PartnerPage::makeStates()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bannerBox = new QVBoxLayout;
    bannerBox->setContentsMargins(16, 8, 16, 0);
    bannerBox->addWidget(m_banner);
    column->addLayout(bannerBox);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_cards);
    column->addWidget(m_tabs, 1);
    m_banner->setObjectName(QStringLiteral("partnerBanner"));
    m_failure->setObjectName(QStringLiteral("partnerFailure"));
    m_stack->addWidget(new QWidget); // nothing yet
    m_stack->addWidget(content);
    m_stack->addWidget(m_failure);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

QString PartnerPage::title() const
{
    return view() ? view()->facts.partner.name : tr("Partner");
}

bool PartnerPage::isRecording() const
{
    return m_dossier->bar()->isRecording();
}

bool PartnerPage::hasDraft() const
{
    return m_dossier->bar()->hasDraft();
}

PartnerPage::Tab PartnerPage::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void PartnerPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
    if (tab == Tab::Contacts)
        m_contacts->focusList();
    else if (tab == Tab::Dossier)
        m_dossier->focusList();
    else if (tab == Tab::Timeline)
        m_timeline->focusList();
    else
        m_overview->setFocus(Qt::OtherFocusReason);
}

void PartnerPage::takeFocus()
{
    // Until there is something to show, the page keeps the focus for it.
    if (view())
        showTab(tab());
    else
        setFocus(Qt::OtherFocusReason);
}

bool PartnerPage::focusFilter()
{
    const bool filtered = view() && tab() == Tab::Timeline;
    if (filtered)
        m_timeline->focusFilter();
    return filtered;
}

void PartnerPage::foldHeader()
{
    const bool overview = tab() == Tab::Overview;
    m_header->setSize(overview ? PartnerHeader::Size::Full : PartnerHeader::Size::Folded);
    m_cards->setVisible(overview);
}

// The decision bar says it in the Dossier tab; the other tabs show the old state too.
void PartnerPage::announceNews()
{
    const bool here = m_loader->keptBack() && tab() != Tab::Dossier;
    if (here && !m_banner->hasMessage()) {
        MessageBanner::Message message;
        message.kind = MessageBanner::Kind::Warning;
        message.text = tr("This partner changed after you opened it; a decision on the state before is being written.");
        message.actions = {tr("Show the new state")};
        m_banner->setMessage(message);
    } else if (!here && m_banner->message().kind == MessageBanner::Kind::Warning) {
        m_banner->clear();
    }
}

// Events aren't kept back: beside the state that is, theirs would be a time to come.
void PartnerPage::showEvents(const base::Result<QList<domain::Event>> &events)
{
    if (!events)
        m_timeline->showError(events.error());
    if (!events || !view())
        return;
    const PartnerView &newest = m_loader->keptBack() ? *m_loader->keptBack() : *view();
    m_timeline->setEvents(*events, newest);
    m_overview->setEvents(*events, newest);
    updateTabTexts();
}

void PartnerPage::showView()
{
    m_header->setView(*view());
    m_notice->setView(*view(), m_session.me.actor.subject);
    m_next->setView(*view());
    m_overview->setView(*view());
    m_contacts->setView(*view());
    m_dossier->setView(*view());
    m_blockers->setView(*view(), m_dossier->badFiles());
    m_stack->setCurrentIndex(1);
    if (hasFocus())
        takeFocus();
    updateTabTexts();
    updateActions();
    Q_EMIT hintsChanged();
    Q_EMIT loaded();
}

void PartnerPage::updateTabTexts()
{
    const auto counted = [this](const QString &name, qsizetype count) {
        return count > 0 ? tr("%1  %2", "tab, count").arg(name, locale().toString(count)) : name;
    };
    m_tabs->setTabText(int(Tab::Overview), tr("Overview"));
    m_tabs->setTabText(int(Tab::Contacts),
                       counted(tr("Contacts"), view() ? domain::roster(view()->facts.contacts).size() : 0));
    const qint64 revision = view() ? view()->readiness.dossier.revision : 0;
    m_tabs->setTabText(int(Tab::Dossier), revision > 0 ? tr("Dossier  rev %1").arg(revision) : tr("Dossier"));
    m_tabs->setTabText(int(Tab::Timeline), counted(tr("Timeline"), m_loader->events().size()));
}

QString PartnerPage::obstacleOf(OperationKind kind) const
{
    return view() ? permissionObstacle(kind, m_session.me.actor, *view()) : tr("The partner isn't loaded yet.");
}

void PartnerPage::updateActions()
{
    if (!isVisible())
        return;
    m_actions.setObstacle(Act::EditPartner, obstacleOf(OperationKind::UpdatePartner));
    QString file = obstacleOf(OperationKind::FileDocument);
    if (file.isEmpty() && view()->playbook.documents.isEmpty())
        file = tr("This playbook has no documents.");
    if (const auto closed =
            view() ? operations::finalityObstacle(m_session.me.actor, view()->playbook, view()->facts) : std::nullopt;
        file.isEmpty() && closed)
        file = words::oneLine(*closed);
    m_actions.setObstacle(Act::FileDocument, file);
    QString save = obstacleOf(OperationKind::ReadDossierFile);
    if (save.isEmpty() && (tab() != Tab::Dossier || m_dossier->selectedDocument().isEmpty()))
        save = tr("Choose a document in the Dossier tab first.");
    m_actions.setObstacle(Act::SaveDocument, save);
    m_actions.setObstacle(Act::AddContact, obstacleOf(OperationKind::AddContact));
    const std::optional<domain::Contact> contact = tab() == Tab::Contacts ? m_contacts->selected() : std::nullopt;
    QString remove = obstacleOf(OperationKind::RemoveContact);
    if (remove.isEmpty() && !contact)
        remove = tr("Choose a contact in the Contacts tab first.");
    else if (remove.isEmpty() && contact->removedAt)
        remove = tr("This contact was removed already.");
    m_actions.setObstacle(Act::RemoveContact, remove);
    QString release = obstacleOf(OperationKind::ReleaseContact);
    m_next->setReleaseObstacle(release);
    if (release.isEmpty() && (!contact || !contact->removedAt || contact->releasedAt))
        release = tr("Choose a removed contact that can still sign in first.");
    m_actions.setObstacle(Act::ReleaseContact, release);
    for (Act act : {Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline})
        m_actions.setObstacle(act, view() ? QString() : tr("The partner isn't loaded yet."));
    if (view())
        m_dossier->bar()->updateActions();
}

void PartnerPage::perform(Act act)
{
    if (!view())
        return;
    switch (act) {
    case Act::EditPartner:
        openForm(new EditPartnerDialog(m_session, *view(), this), tr("Owner and region saved."));
        break;
    case Act::FileDocument: fileDocument({}); break;
    case Act::SaveDocument: saveDocument(); break;
    case Act::AddContact:
        openForm(new AddContactDialog(m_session, view()->facts.partner, this), tr("Contact added."));
        break;
    case Act::RemoveContact:
        if (const auto contact = m_contacts->selected()) {
            openForm(new RemoveContactDialog(m_session, *contact, this),
                     tr("%1 was removed. Deactivate the identity next.").arg(contact->name));
        }
        break;
    case Act::ReleaseContact:
        if (const auto contact = m_contacts->selected())
            releaseContact(*contact);
        break;
    case Act::ChooseApprove:
    case Act::ChooseReject:
        m_tabs->setCurrentIndex(int(Tab::Dossier));
        m_dossier->bar()->choose(act == Act::ChooseApprove ? domain::Verdict::Approve : domain::Verdict::Reject);
        m_dossier->bar()->focusNote();
        break;
    case Act::AddEvidence:
        m_tabs->setCurrentIndex(int(Tab::Dossier));
        m_dossier->bar()->openEvidence(m_dossier->selectedDocument());
        break;
    case Act::RecordDecision: m_dossier->bar()->record(); break;
    case Act::ShowOverview: showTab(Tab::Overview); break;
    case Act::ShowContacts: showTab(Tab::Contacts); break;
    case Act::ShowDossier: showTab(Tab::Dossier); break;
    case Act::ShowTimeline: showTab(Tab::Timeline); break;
    default: break;
    }
}

void PartnerPage::doNext(const domain::NextAction &action)
{
    using domain::ActionKind;
    switch (action.kind) {
    case ActionKind::ReviewDossier:
    case ActionKind::ReviewChange:
    case ActionKind::RenewApproval:
    case ActionKind::AnswerRequest:
    case ActionKind::RemindPartner: Q_EMIT reviewRequested(partnerId()); return;
    case ActionKind::Reconsider: showTab(Tab::Dossier); return;
    case ActionKind::CompleteItem: return; // has no button
    case ActionKind::FileDocument:
    case ActionKind::RenewDocument:
    case ActionKind::AnswerRejection: fileDocument(action.about); return;
    case ActionKind::DeactivateIdentity:
        for (const domain::Contact &contact : view()->facts.contacts) {
            if (contact.id == action.about)
                releaseContact(contact);
        }
        return;
    }
}

void PartnerPage::fileDocument(const QString &kind)
{
    openForm(new FileDocumentDialog(m_session, m_chooser, *view(), kind, this), tr("Document filed."));
}

void PartnerPage::saveDocument()
{
    const QString id = m_dossier->selectedDocument();
    const QList<domain::DossierDocument> &all = view()->facts.documents;
    const auto document = std::find_if(all.begin(), all.end(), [&id](const auto &one) { return one.id == id; });
    if (document == all.end())
        return;
    // The name came from elsewhere; of a path only its end is one.
    m_chooser.chooseNewFile(this, tr("Save a copy"), tr("All files (*)"), QFileInfo(document->fileName).fileName(),
                            [this, id](const QString &path) {
                                if (!path.isEmpty())
                                    writeDocument(id, path);
                            });
}

void PartnerPage::writeDocument(const QString &document, const QString &path)
{
    m_dossier->clearMessage();
    const auto finish = [this,
                         file = words::isolate(QDir::toNativeSeparators(path))](const base::Result<QString> &reason) {
        if (!reason) {
            m_dossier->showMessage(errorMessage(reason.error()));
            return;
        }
        if (reason->isEmpty()) {
            Q_EMIT said(tr("The copy is in %1.").arg(file));
            return;
        }
        MessageBanner::Message message;
        message.title = tr("The copy wasn't saved.");
        message.text = tr("%1 can't be written. The system says: %2. Choose another place or name.")
                           .arg(file, words::isolate(*reason));
        m_dossier->showMessage(message);
    };
    base::whenDone(m_session.runner.ask(operations::ReadDocument{partnerId(), document}), this,
                   [this, path, finish](const base::Result<operations::ReadDocument::Content> &content) {
                       if (content)
                           base::whenDone(writeCopy(path, content->bytes), this, finish);
                       else
                           m_dossier->showMessage(errorMessage(content.error()));
                   });
}

void PartnerPage::releaseContact(const domain::Contact &contact)
{
    openForm(new ReleaseContactDialog(m_session, contact, this), tr("%1 is free again.").arg(contact.subject));
}

void PartnerPage::openForm(FormDialog *dialog, const QString &line)
{
    connect(dialog, &FormDialog::recorded, this, [this, line] { afterChange(line); });
    dialog->open();
}

void PartnerPage::afterChange(const QString &line)
{
    Q_EMIT said(line);
    load();
    m_session.feed.poke();
}

QList<KeyHint> PartnerPage::hints() const
{
    const auto keys = [this](Act act) { return keyWords(m_actions[act]->shortcut()); };
    switch (tab()) {
    case Tab::Dossier:
        if (!view() || !m_actions[Act::ChooseApprove]->isEnabled())
            break;
        return {{keys(Act::ChooseApprove), tr("approve")},    {keys(Act::ChooseReject), rejectHint(*view())},
                {keys(Act::AddEvidence), tr("add evidence")}, {keys(Act::SaveDocument), tr("save a copy")},
                {keys(Act::RecordDecision), tr("record")},    {tr("Esc"), tr("leave the note")},
                {QStringLiteral("?"), tr("all keys")}};
    case Tab::Contacts:
        if (!m_actions[Act::AddContact]->isEnabled())
            break;
        return {{keys(Act::AddContact), tr("add contact")},
                {keys(Act::RemoveContact), tr("remove")},
                {keys(Act::GoBack), tr("back")},
                {QStringLiteral("?"), tr("all keys")}};
    case Tab::Overview:
    case Tab::Timeline: break;
    }
    QList<KeyHint> usual = {{tr("Alt+1 … 4"), tr("tab")}};
    if (tab() == Tab::Timeline)
        usual += KeyHint{QStringLiteral("/"), tr("filter")};
    if (m_actions[Act::FileDocument]->isEnabled())
        usual += KeyHint{keys(Act::FileDocument), tr("file document")};
    return usual << KeyHint{keys(Act::GoBack), tr("back")} << KeyHint{QStringLiteral("?"), tr("all keys")};
}

QList<QWidget *> PartnerPage::panes() const
{
    QList<QWidget *> panes = {m_tabs->tabBar()};
    if (tab() == Tab::Dossier)
        panes += {m_dossier->list(), m_dossier->bar()->findChild<QWidget *>(QStringLiteral("noteEdit"))};
    else if (tab() == Tab::Contacts)
        panes += m_contacts->list();
    else if (tab() == Tab::Timeline)
        panes += m_timeline->list();
    else
        panes += m_overview->findChild<QWidget *>(QStringLiteral("gatesTable"));
    return panes;
}

} // namespace gatehouse::ui
