#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QMenuBar;
class QAbstractButton;

namespace gatehouse::ui {

// Everything the window can be told to do. Each stands in exactly one menu.
enum class Act {
    NewPartner,
    OpenWorkspace,
    NewWorkspace,
    SampleWorkspace,
    Quit,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    DensityCompact,
    DensityNormal,
    DensityRoomy,
    GroupByNextMove,
    GroupByStage,
    GroupByOwner,
    GroupByNone,
    NextGrouping,
    Sidebar,
    FoldDecision,
    Filter,
    Refresh,
    GoBoard,
    GoApprovals,
    GoBack,
    GoForward,
    NextPartner,
    PreviousPartner,
    NextPane,
    PreviousPane,
    ShowOverview,
    ShowContacts,
    ShowDossier,
    ShowTimeline,
    EditPartner,
    FileDocument,
    SaveDocument,
    AddContact,
    RemoveContact,
    ReleaseContact,
    NewTenant,
    ReplaceKey,
    RevokeTenant,
    ReviewPartner,
    OpenPartner,
    ChooseApprove,
    ChooseReject,
    AddEvidence,
    RecordDecision,
    DecideLater,
    NextUnassigned,
    NextChange,
    PreviousChange,
    NextDocument,
    PreviousDocument,
    ShowChanges,
    ShowHistory,
    AcceptDocument,
    AskForDocument,
    AskPartner,
    CloseRequest,
    AssignToMe,
    AssignReview,
    EscalateReview,
    SnoozeReview,
    Keys,
    About,
};

// The window's actions and the menus they stand in. An action that can't be used stays visible and says why.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    QAction *operator[](Act act) const { return m_actions.value(act); }
    void fill(QMenuBar *bar);
    // All that stand in the Review menu but the way to it.
    static QList<Act> reviewActs();
    static QList<Act> tenantActs();
    // Where recent partners are listed; filled by the window.
    QMenu *recentMenu() const { return m_recent; }

    // What acts are called where nothing is in front; those whose words go with what is have them anew.
    void resetTexts();
    // Enabled without a reason; else disabled, with the reason in its tooltip and status tip.
    void setObstacle(Act act, const QString &reason);
    // The button does what the action does, and is disabled and explained with it. Its own words stay.
    void bind(QAbstractButton *button, Act act);
    // The same without the click: for buttons that do the act on something they know.
    void follow(QAbstractButton *button, Act act);

private:
    void addMenu(QMenuBar *bar, const QString &title, const QList<QList<Act>> &sections);

    QHash<Act, QAction *> m_actions;
    QMenu *m_recent = nullptr;
};

} // namespace gatehouse::ui
