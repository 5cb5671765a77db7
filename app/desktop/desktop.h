#pragma once

#include "domain/changedplaybooks.h"
#include "operations/asyncrunner.h"
#include "operations/boardfeed.h"
#include "ui/shell/mainwindow.h"
#include "wiring/workspace.h"

#include <QObject>

#include <memory>

namespace gatehouse::desktop {

// Joins the window with a workspace: opens, makes and changes it while the window stays usable. GUI thread only.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    // `subject`: whom the person claims to be, empty for the OS user. How often the feed looks is `pollMs`.
    Desktop(ui::Theme &theme, ui::FileChooser &chooser, QString subject, int pollMs = 2000);
    ~Desktop() override;

    ui::MainWindow &window() { return m_window; }

    void open(const QString &address);
    void create(const QString &address);
    void openSample();
    // The same, somewhere else: for pictures.
    void openSampleAt(const QString &path);
    // The workspace that was open last, else the default one if it is there; else the start page stays.
    void openUsual();

    // A workspace is being opened or made; what was open before is until then.
    bool isOpening() const { return m_isOpening; }
    void setSubject(const QString &subject) { m_subject = subject; }
    // What is opened from now on works with its playbooks changed by this (null: as they are): for pictures and tests
    // of what no bundled playbook asks for.
    void setPlaybookChange(domain::ChangedPlaybooks::Change change) { m_playbookChange = std::move(change); }
    // What is open; authority is null when nothing is.
    const wiring::Workspace &workspace() const { return m_workspace; }

Q_SIGNALS:
    // A workspace was opened, or could not be. An unreadable one is reported by the board, after this.
    void opened();
    void refused();

private:
    // What a session was asked for may be under way for longer than the window lives.
    struct Ended
    {
        ~Ended();
    };

    void begin(const QString &what, ui::SessionKind kind, std::function<base::Result<wiring::Workspace>()> work);
    void show(const wiring::Workspace &workspace, ui::SessionKind kind);
    void close();

    Ended m_ended; // first here: the last to go, after the window
    QString m_subject;
    domain::ChangedPlaybooks::Change m_playbookChange;
    int m_pollMs;
    wiring::Workspace m_workspace;
    std::unique_ptr<operations::AsyncRunner> m_runner;
    std::unique_ptr<operations::BoardFeed> m_feed;
    std::unique_ptr<operations::DocumentDesk> m_documents;
    std::unique_ptr<ui::Session> m_session;
    bool m_isOpening = false;
    int m_opening = 0; // number of the opening under way; a newer one supersedes it
    ui::MainWindow m_window;
};

} // namespace gatehouse::desktop
