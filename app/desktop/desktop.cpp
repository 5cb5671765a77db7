#include "desktop/desktop.h"

#include "base/whendone.h"
#include "wiring/identity.h"
#include "wiring/sample.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSettings>
#include <QThreadPool>

namespace gatehouse::desktop {

using base::Result;
using wiring::Workspace;

namespace {

QString lastKey()
{
    return QStringLiteral("workspace/last");
}

// Runs `work` in a thread of the pool.
QFuture<Result<Workspace>> inBackground(std::function<Result<Workspace>()> work)
{
    auto promise = std::make_shared<QPromise<Result<Workspace>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

// Opens it once, so that what is wrong with the file is known before the board is shown.
Result<Workspace> openChecked(const QString &address)
{
    auto workspace = wiring::openWorkspace(address);
    if (!workspace)
        return workspace;
    if (auto authority = workspace->authority->open(); !authority)
        return authority.error();
    return workspace;
}

} // namespace

Desktop::Desktop(ui::Theme &theme, ui::FileChooser &chooser, QString subject, int pollMs)
    : m_subject(std::move(subject)), m_pollMs(pollMs), m_window(theme, chooser)
{
    connect(&m_window, &ui::MainWindow::openWorkspaceRequested, this, &Desktop::open);
    connect(&m_window, &ui::MainWindow::createWorkspaceRequested, this, &Desktop::create);
    connect(&m_window, &ui::MainWindow::sampleWorkspaceRequested, this, &Desktop::openSample);
}

Desktop::Ended::~Ended()
{
    // Longer than a writer waits for its turn (domain/authority.h).
    operations::WorkerThread::waitForEnded(std::chrono::seconds(15));
}

Desktop::~Desktop()
{
    close();
}

void Desktop::close()
{
    m_window.closeSession();
    m_documents.reset();
    m_feed.reset();
    m_runner.reset();
    m_session.reset();
    m_workspace = {};
}

// `work` holds what it needs by value. What is open stays so until it is known that the new one opens.
void Desktop::begin(const QString &what, ui::SessionKind kind, std::function<Result<Workspace>()> work)
{
    m_window.showBusy(what);
    m_isOpening = true;
    const int opening = ++m_opening;
    base::whenDone(inBackground(std::move(work)), this, [this, opening, kind](const Result<Workspace> &workspace) {
        if (opening != m_opening)
            return;
        m_isOpening = false;
        if (workspace) {
            // Asked again: what was open stayed in use meanwhile.
            m_window.leaveDrafts([this, workspace, kind] { show(*workspace, kind); });
            return;
        }
        m_window.showProblem(workspace.error());
        Q_EMIT refused();
    });
}

void Desktop::open(const QString &address)
{
    const bool sample = QFileInfo(address).absoluteFilePath() == wiring::sampleWorkspacePath();
    begin(tr("Opening %1…").arg(wiring::shownName(address)), sample ? ui::SessionKind::Sample : ui::SessionKind::Own,
          [address] { return openChecked(address); });
}

void Desktop::create(const QString &address)
{
    const auto work = [address]() -> Result<Workspace> {
        if (auto created = wiring::createWorkspace(address, QString()); !created)
            return created.error();
        return openChecked(address);
    };
    begin(tr("Creating %1…").arg(wiring::shownName(address)), ui::SessionKind::Own, work);
}

void Desktop::openSample()
{
    openSampleAt(wiring::sampleWorkspacePath());
}

void Desktop::openSampleAt(const QString &path)
{
    const auto work = [path]() -> Result<Workspace> {
        if (!QFileInfo::exists(path)) {
            QDir().mkpath(QFileInfo(path).path()); // when it fails, making the file says so
            auto workspace = wiring::openWorkspace(path);
            if (!workspace)
                return workspace;
            if (auto created = wiring::createSampleWorkspace(path, workspace->clock->now()); !created)
                return created.error();
        }
        return openChecked(path);
    };
    begin(tr("Opening the sample data; the first time takes some seconds…"), ui::SessionKind::Sample, work);
}

void Desktop::openUsual()
{
    const QString last = QSettings().value(lastKey()).toString();
    if (!last.isEmpty() && QFileInfo::exists(last))
        open(last);
    else if (QFileInfo::exists(wiring::defaultWorkspacePath()))
        open(wiring::defaultWorkspacePath());
}

void Desktop::show(const Workspace &workspace, ui::SessionKind kind)
{
    close();
    m_workspace = workspace;
    if (m_playbookChange)
        m_workspace.playbooks = std::make_shared<domain::ChangedPlaybooks>(workspace.playbooks, m_playbookChange);
    const operations::Caller caller{m_subject, wiring::osUser()};
    m_runner = std::make_unique<operations::AsyncRunner>(m_workspace.authority, m_workspace.playbooks, m_workspace.ids,
                                                         caller);
    m_feed = std::make_unique<operations::BoardFeed>(m_workspace.authority, m_workspace.playbooks, m_workspace.ids,
                                                     caller, wiring::boardCacheOpener(m_workspace.address), m_pollMs);
    m_documents = operations::makeDocumentDesk(m_workspace.authority, m_workspace.playbooks, m_workspace.ids,
                                               m_workspace.documents, caller);
    const bool file = m_workspace.kind == wiring::WorkspaceKind::Embedded;
    m_session = std::make_unique<ui::Session>(
        ui::Session{*m_runner,
                    *m_feed,
                    *m_workspace.playbooks,
                    *m_workspace.json,
                    *m_workspace.clock,
                    *m_workspace.ids,
                    wiring::shownName(m_workspace.address),
                    file ? QFileInfo(m_workspace.address).canonicalFilePath() : m_workspace.displayName,
                    kind,
                    file ? ui::SessionStore::Embedded : ui::SessionStore::Team,
                    {},
                    m_documents.get()});
    // Sample data and databases are opened on purpose each time: an address may hold a password.
    if (kind == ui::SessionKind::Own && file)
        QSettings().setValue(lastKey(), m_workspace.address);
    m_window.openSession(*m_session);
    Q_EMIT opened();
}

} // namespace gatehouse::desktop
