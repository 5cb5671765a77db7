#include "ui/shell/actions.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QMenuBar>

namespace gatehouse::ui {

namespace {

struct Entry
{
    Act act;
    const char *name; // objectName
    const char *text; // translated in the context of Actions
    const char *keys; // portable, several joined by "; "
};

constexpr Entry entries[] = {
    {Act::NewPartner, "newPartnerAction",
     QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&New partner from application file…"), "Ctrl+N"},
    {Act::OpenWorkspace, "openWorkspaceAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Open workspace…"),
     "Ctrl+O"},
    {Act::NewWorkspace, "newWorkspaceAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Create workspace…"),
     "Ctrl+Shift+N"},
    {Act::SampleWorkspace, "sampleWorkspaceAction",
     QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Look around with &sample data"), "Ctrl+Shift+L"},
    {Act::Quit, "quitAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Quit"), "Ctrl+Q"},
    {Act::ThemeSystem, "themeSystemAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Like the &system"), ""},
    {Act::ThemeLight, "themeLightAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Light"), ""},
    {Act::ThemeDark, "themeDarkAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Dark"), ""},
    {Act::DensityCompact, "densityCompactAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Compact rows"), ""},
    {Act::DensityNormal, "densityNormalAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Normal rows"), ""},
    {Act::DensityRoomy, "densityRoomyAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Roomy rows"), ""},
    {Act::GroupByNextMove, "groupByNextMoveAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Next &move"), ""},
    {Act::GroupByStage, "groupByStageAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Stage"), ""},
    {Act::GroupByOwner, "groupByOwnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Owner"), ""},
    {Act::GroupByNone, "groupByNoneAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&No groups"), ""},
    {Act::NextGrouping, "nextGroupingAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Ne&xt grouping"), "G"},
    {Act::Sidebar, "sidebarAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Sidebar"), "F9"},
    {Act::FoldDecision, "foldDecisionAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Fold the decision &bar"),
     "F8"},
    {Act::Filter, "filterAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Filter"), "Ctrl+F; /"},
    {Act::Refresh, "refreshAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Refresh"), "F5"},
    {Act::GoBoard, "goBoardAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Board"), "Ctrl+1"},
    {Act::GoApprovals, "goApprovalsAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Appro&vals"), "Ctrl+2"},
    {Act::GoBack, "goBackAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "B&ack"), "Alt+Left"},
    {Act::GoForward, "goForwardAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Forward"), "Alt+Right"},
    {Act::NextPartner, "nextPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Next partn&er"), "J"},
    {Act::PreviousPartner, "previousPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Previou&s partner"),
     "K"},
    {Act::NextPane, "nextPaneAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Next pane"), "F6"},
    {Act::PreviousPane, "previousPaneAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Previous pane"),
     "Shift+F6"},
    {Act::ShowOverview, "showOverviewAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Overview of the partner"),
     "Alt+1"},
    {Act::ShowContacts, "showContactsAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Contacts of the partner"),
     "Alt+2"},
    {Act::ShowDossier, "showDossierAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Dossier of the partner"),
     "Alt+3"},
    {Act::ShowTimeline, "showTimelineAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Timeline of the partner"),
     "Alt+4"},
    {Act::EditPartner, "editPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Set &owner and region…"),
     "Ctrl+Shift+O"},
    {Act::FileDocument, "fileDocumentAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&File document…"), "Ctrl+D"},
    {Act::SaveDocument, "saveDocumentAction",
     QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Save a copy of the document…"), "Ctrl+S"},
    {Act::AddContact, "addContactAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Add &contact…"), "Ctrl+Shift+A"},
    {Act::RemoveContact, "removeContactAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Remove contact…"),
     "Ctrl+Shift+R"},
    {Act::ReleaseContact, "releaseContactAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Identity &deactivated…"),
     "Ctrl+Shift+D"},
    {Act::NewTenant, "newTenantAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "New &tenant…"), "Ctrl+Shift+T"},
    {Act::ReplaceKey, "replaceKeyAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Replace access &key…"),
     "Ctrl+Shift+K"},
    {Act::RevokeTenant, "revokeTenantAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Re&voke tenant…"),
     "Ctrl+Shift+Del"},
    {Act::ReviewPartner, "reviewPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Re&view"), "Shift+Return"},
    {Act::OpenPartner, "openPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Open &partner"),
     "Ctrl+Shift+P"},
    {Act::ChooseApprove, "chooseApproveAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Choose &approve"), "A"},
    {Act::ChooseReject, "chooseRejectAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Choose &reject"), "R"},
    {Act::AddEvidence, "addEvidenceAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Add &evidence…"), "Ctrl+E"},
    {Act::RecordDecision, "recordDecisionAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Re&cord decision"),
     "Ctrl+Return"},
    {Act::DecideLater, "decideLaterAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Next, decide later"), "S"},
    {Act::NextUnassigned, "nextUnassignedAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Next &unassigned"), "U"},
    {Act::NextChange, "nextChangeAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Next c&hange"), "N"},
    {Act::PreviousChange, "previousChangeAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Previous chan&ge"),
     "Shift+N"},
    {Act::NextDocument, "nextDocumentAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Ne&xt document"),
     "Ctrl+PgDown"},
    {Act::PreviousDocument, "previousDocumentAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Document &before"),
     "Ctrl+PgUp"},
    {Act::ShowChanges, "showChangesAction",
     QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Show what changed since the last &decision"), "D"},
    {Act::ShowHistory, "showHistoryAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Show previous decisi&ons"),
     "H"},
    {Act::AcceptDocument, "acceptDocumentAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Accep&t this document"),
     "Shift+A"},
    {Act::AskForDocument, "askForDocumentAction",
     QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Ask for another docu&ment…"), "Shift+R"},
    {Act::AskPartner, "askPartnerAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "As&k partner…"), "Q"},
    {Act::CloseRequest, "closeRequestAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Partner ans&wered…"),
     "Shift+Q"},
    {Act::AssignToMe, "assignToMeAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "A&ssign to me"), "M"},
    {Act::AssignReview, "assignReviewAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Ass&ign to…"), "Shift+M"},
    {Act::EscalateReview, "escalateReviewAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Esca&late…"), "E"},
    {Act::SnoozeReview, "snoozeReviewAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "Put o&ff…"), "Shift+S"},
    {Act::Keys, "keysAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&Keys"), "?"},
    {Act::About, "aboutAction", QT_TRANSLATE_NOOP("gatehouse::ui::Actions", "&About Gatehouse"), ""},
};

bool worksOnlyWhereGiven(Act act)
{
    switch (act) {
    case Act::ChooseApprove:
    case Act::ChooseReject:
    case Act::NextChange:
    case Act::PreviousChange:
    case Act::AcceptDocument:
    case Act::AskForDocument:
    case Act::AskPartner:
    case Act::CloseRequest:
    case Act::AssignToMe:
    case Act::AssignReview:
    case Act::EscalateReview:
    case Act::SnoozeReview: return true;
    default: return false;
    }
}

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const Entry &entry : entries) {
        auto *action = new QAction(tr(entry.text), this);
        action->setObjectName(QLatin1StringView(entry.name));
        if (*entry.keys)
            action->setShortcuts(
                QKeySequence::listFromString(QLatin1StringView(entry.keys), QKeySequence::PortableText));
        // Those that lead to a record work only in what was given them, and the viewer has keys of its own for changes.
        // Other letters act wherever nobody writes, since fields keep letters for themselves.
        if (worksOnlyWhereGiven(entry.act))
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions.insert(entry.act, action);
    }
    const auto choice = [this](std::initializer_list<Act> acts) {
        auto *group = new QActionGroup(this);
        for (Act act : acts) {
            m_actions.value(act)->setCheckable(true);
            group->addAction(m_actions.value(act));
        }
    };
    choice({Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark});
    choice({Act::DensityCompact, Act::DensityNormal, Act::DensityRoomy});
    choice({Act::GroupByNextMove, Act::GroupByStage, Act::GroupByOwner, Act::GroupByNone});
    m_actions.value(Act::Sidebar)->setCheckable(true);
    m_actions.value(Act::Sidebar)->setChecked(true);
    m_actions.value(Act::FoldDecision)->setCheckable(true);
    m_actions.value(Act::Quit)->setMenuRole(QAction::QuitRole);
    m_actions.value(Act::About)->setMenuRole(QAction::AboutRole);
}

void Actions::resetTexts()
{
    for (const Entry &entry : entries)
        m_actions.value(entry.act)->setText(tr(entry.text));
}

void Actions::addMenu(QMenuBar *bar, const QString &title, const QList<QList<Act>> &sections)
{
    QMenu *menu = bar->addMenu(title);
    menu->setToolTipsVisible(true);
    for (const QList<Act> &section : sections) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (Act act : section)
            menu->addAction(m_actions.value(act));
    }
}

void Actions::fill(QMenuBar *bar)
{
    addMenu(bar, tr("&File"),
            {{Act::NewPartner}, {Act::OpenWorkspace, Act::NewWorkspace, Act::SampleWorkspace}, {Act::Quit}});
    addMenu(bar, tr("&View"), {});
    QMenu *view = bar->actions().constLast()->menu();
    const auto sub = [this, view](const QString &title, const QList<Act> &acts) {
        QMenu *menu = view->addMenu(title);
        menu->setToolTipsVisible(true);
        for (Act act : acts)
            menu->addAction(m_actions.value(act));
    };
    sub(tr("&Theme"), {Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark});
    sub(tr("&Density"), {Act::DensityCompact, Act::DensityNormal, Act::DensityRoomy});
    sub(tr("&Group by"),
        {Act::GroupByNextMove, Act::GroupByStage, Act::GroupByOwner, Act::GroupByNone, Act::NextGrouping});
    view->addSeparator();
    for (Act act : {Act::Filter, Act::Refresh, Act::Sidebar, Act::FoldDecision})
        view->addAction(m_actions.value(act));

    addMenu(bar, tr("&Go"),
            {{Act::GoBoard, Act::GoApprovals},
             {Act::GoBack, Act::GoForward},
             {Act::NextPartner, Act::PreviousPartner},
             {Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline},
             {Act::NextPane, Act::PreviousPane}});
    QMenu *go = bar->actions().constLast()->menu();
    go->addSeparator();
    m_recent = go->addMenu(tr("&Recent partners"));
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    addMenu(bar, tr("&Partner"),
            {{Act::EditPartner},
             {Act::FileDocument, Act::SaveDocument},
             {Act::AddContact, Act::RemoveContact, Act::ReleaseContact},
             {Act::NewTenant, Act::ReplaceKey, Act::RevokeTenant}});
    addMenu(bar, tr("&Review"),
            {{Act::ReviewPartner, Act::OpenPartner},
             {Act::ChooseApprove, Act::ChooseReject, Act::AddEvidence, Act::RecordDecision},
             {Act::DecideLater, Act::NextUnassigned},
             {Act::NextDocument, Act::PreviousDocument, Act::NextChange, Act::PreviousChange, Act::ShowChanges,
              Act::ShowHistory},
             {Act::AcceptDocument, Act::AskForDocument, Act::AskPartner, Act::CloseRequest},
             {Act::AssignToMe, Act::AssignReview, Act::EscalateReview, Act::SnoozeReview}});
    addMenu(bar, tr("&Help"), {{Act::Keys}, {Act::About}});
}

QList<Act> Actions::reviewActs()
{
    return {Act::OpenPartner,    Act::ChooseApprove,  Act::ChooseReject, Act::AddEvidence,      Act::RecordDecision,
            Act::DecideLater,    Act::NextUnassigned, Act::NextDocument, Act::PreviousDocument, Act::NextChange,
            Act::PreviousChange, Act::ShowChanges,    Act::ShowHistory,  Act::AcceptDocument,   Act::AskForDocument,
            Act::AskPartner,     Act::CloseRequest,   Act::AssignToMe,   Act::AssignReview,     Act::EscalateReview,
            Act::SnoozeReview};
}

QList<Act> Actions::tenantActs()
{
    return {Act::NewTenant, Act::ReplaceKey, Act::RevokeTenant};
}

void Actions::setObstacle(Act act, const QString &reason)
{
    QAction *action = m_actions.value(act);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason); // empty: Qt shows the action's own text
    action->setStatusTip(reason);
}

void Actions::bind(QAbstractButton *button, Act act)
{
    follow(button, act);
    connect(button, &QAbstractButton::clicked, m_actions.value(act), &QAction::trigger);
}

void Actions::follow(QAbstractButton *button, Act act)
{
    QAction *action = m_actions.value(act);
    const auto update = [button, action] {
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(action->isEnabled() ? keys : action->statusTip());
        button->setAccessibleDescription(action->statusTip());
    };
    connect(action, &QAction::changed, button, update);
    update();
}

} // namespace gatehouse::ui
