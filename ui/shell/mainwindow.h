#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/filechooser.h"
#include "ui/shell/history.h"
#include "ui/shell/linkopener.h"
#include "ui/shell/session.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QMainWindow>
#include <QPointer>

class QSplitter;
class QStackedWidget;

namespace gatehouse::ui {

class ApprovalsPage;
class BoardPage;
class ConfirmDialog;
class MessageBanner;
class PartnerPage;
class Sidebar;
class StartPage;
class StatusLine;
class Toolbar;

// The window. It knows one session at a time; opening and making workspaces is done by whoever made the window.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // `theme` and `chooser` outlive the window.
    MainWindow(Theme &theme, FileChooser &chooser, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Shows this workspace from now on; it must live until closeSession() or the window's end.
    void openSession(Session &session);
    void closeSession();
    // What is under way to another workspace, and why it did not work; an open session goes on.
    void showBusy(const QString &what);
    void showProblem(const base::Error &error);
    // Runs `then` at once when nothing written would be lost by it, else once the person has said that it may.
    void leaveDrafts(const std::function<void()> &then);

    void go(const Place &place);
    Place place() const { return m_history.current(); }
    BoardPage *board() const { return m_board; }
    ApprovalsPage *approvals() const { return m_approvals; }
    PartnerPage *partnerPage() const; // the one on screen, or null
    Actions &actions() { return m_actions; }
    // What links are handed to; the desktop, unless somebody else is named.
    void setLinkOpener(LinkOpener opener) { m_opener = std::move(opener); }
    // Reads an application file and shows what is in it.
    void startApplication(const QString &path);

Q_SIGNALS:
    void openWorkspaceRequested(const QString &path);
    void createWorkspaceRequested(const QString &path);
    void sampleWorkspaceRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // A decision that is being written: where, and about whom.
    struct Written
    {
        Place place;
        QString name;
    };

    void restoreSize();
    void connectActions();
    void connectView();
    void connectFeed();
    void connectBoard();
    void connectApprovals();
    void askWhoIAm();
    void receiveMe(const base::Result<operations::WhoAmI::Me> &me);
    void showPlace(const Place &place);
    void landLater();
    void land();
    void showSidebar();
    void chooseSidebar(bool wide);
    void movePartner(int step);
    QString partnerInSight() const; // id; empty: none
    static QList<Act> partnerActs();
    PartnerPage *pageOf(const QString &partnerId);
    void rememberPartner(const QString &partnerId);
    void updateSidebar();
    void fillRecentMenu();
    void updateTitle();
    void updateActions();
    void updateHints();
    void refresh();
    void chooseApplication();
    void chooseWorkspace(Act act);
    QList<Written> drafts() const;
    bool isRecording() const;
    void cyclePane(int step);
    void applyTheme(Theme::Choice choice);
    void applyDensity(Density density);
    void saveState();

    Theme &m_theme;
    FileChooser &m_chooser;
    LinkOpener m_opener;
    Actions m_actions;
    Session *m_session = nullptr;
    History m_history;
    QStringList m_recent;         // partner ids, newest first
    QList<PartnerPage *> m_pages; // newest first
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    Toolbar *m_toolbar;
    StatusLine *m_status;
    StartPage *m_start;
    MessageBanner *m_problem; // above the pages: what concerns none of them
    BoardPage *m_board = nullptr;
    ApprovalsPage *m_approvals = nullptr;
    bool m_landing = false; // the session has just begun, and nobody went anywhere
    bool m_wide = true;     // the sidebar, where there is room
    bool m_wideInReview = false;
    // Lives as long as the session: what was asked for an earlier one finds nobody.
    QObject *m_scope = nullptr;
    QPointer<ConfirmDialog> m_question;
    bool m_discarded = false;
};

} // namespace gatehouse::ui
