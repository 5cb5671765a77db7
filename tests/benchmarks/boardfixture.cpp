#include "benchmarks/boardfixture.h"

#include "benchmarks/paintwatch.h"
#include "benchmarks/syntheticpartners.h"
#include "ui/delegates/boardtable.h"
#include "wiring/identity.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>

namespace gatehouse::bench {

namespace {

constexpr QSize tableSize(1600, 1000);
// Nobody else changes the workspace: a poll would only disturb the measurement.
constexpr int neverMs = 24 * 3600 * 1000;

QString workspaceIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("bench.gatehouse"));
}

template <class T>
T demand(base::Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, base::errorCodeName(result.error().code).data());
    return *std::move(result);
}

void demand(base::Result<void> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, base::errorCodeName(result.error().code).data());
}

} // namespace

void seedBoard(const QString &folder, int partners)
{
    const QString path = workspaceIn(folder);
    demand(wiring::createWorkspace(path, QString()), "creating a workspace");
    const wiring::Workspace workspace = demand(wiring::openWorkspace(path), "opening it");
    const auto authority = demand(workspace.authority->open(), "opening its file");
    operations::OperationRunner runner(*authority, *workspace.playbooks, *workspace.ids);
    const auto page = demand(runner.ask(operations::BoardPage{}, {{}, wiring::osUser()}), "asking for its last event");
    const auto cache = wiring::boardCacheOpener(path)(wiring::osUser());
    if (!cache)
        qFatal("the board's cache can't be opened");
    demand(cache->store(syntheticPartners(partners, workspace.clock->now()), page.upToEvent), "filling the cache");
}

BoardFixture::BoardFixture(const QString &folder)
    : m_workspace(demand(wiring::openWorkspace(workspaceIn(folder)), "opening the seeded workspace"))
{
    const operations::Caller caller{{}, wiring::osUser()};
    m_runner = std::make_unique<operations::AsyncRunner>(m_workspace.authority, m_workspace.playbooks, m_workspace.ids,
                                                         caller);
    m_feed = std::make_unique<operations::BoardFeed>(m_workspace.authority, m_workspace.playbooks, m_workspace.ids,
                                                     caller, wiring::boardCacheOpener(m_workspace.address), neverMs);
    m_session = std::make_unique<ui::Session>(ui::Session{*m_runner,
                                                          *m_feed,
                                                          *m_workspace.playbooks,
                                                          *m_workspace.json,
                                                          *m_workspace.clock,
                                                          *m_workspace.ids,
                                                          m_workspace.displayName,
                                                          m_workspace.displayName,
                                                          ui::SessionKind::Own,
                                                          ui::SessionStore::Embedded,
                                                          {}});
    m_actions = std::make_unique<ui::Actions>();
    m_page = std::make_unique<ui::BoardPage>(*m_session, *m_actions);
    m_page->setNames(syntheticNames());
    QObject::connect(m_feed.get(), &operations::BoardFeed::failed, m_page.get(), [](const base::Error &error) {
        qFatal("the feed failed: %s", base::errorCodeName(error.code).data());
    });
    QObject::connect(m_feed.get(), &operations::BoardFeed::loaded, m_page.get(),
                     [this](const auto &rows) { m_fed = static_cast<int>(rows.size()); });
    m_page->resize(tableSize);
    m_page->show();
    waitUntil([this] { return m_page->isVisible(); });
}

BoardFixture::~BoardFixture()
{
    m_page.reset();
    m_feed.reset();
    m_runner.reset();
    operations::WorkerThread::waitForEnded(std::chrono::seconds(15));
}

void BoardFixture::start()
{
    m_feed->start();
}

bool BoardFixture::isLoaded() const
{
    return m_fed >= 0 && model().partnerCount() == m_fed;
}

QTableView &BoardFixture::table()
{
    return *m_page->table();
}

void BoardFixture::type(const QString &letter)
{
    auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    const int key = letter.isEmpty() ? static_cast<int>(Qt::Key_Backspace) : 0;
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, letter);
    QApplication::sendEvent(edit, &press);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, letter);
    QApplication::sendEvent(edit, &release);
}

} // namespace gatehouse::bench
