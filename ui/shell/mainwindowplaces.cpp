// Where a window is: its places, what it says about them, and what can be done there.

#include "ui/delegates/boardtable.h"
#include "ui/pages/approvalspage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/marks.h"
#include "ui/pages/partnerpage.h"
#include "ui/pages/reviewpane.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toolbar.h"
#include "words/namewords.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTimer>

namespace gatehouse::ui {

using itemmodels::BoardModel;

namespace {

constexpr qsizetype pagesKept = 8;
constexpr qsizetype recentShown = 6;
// Narrower windows, in logical pixels, give a review the room of the sidebar.
constexpr int railUnder = 1600;

} // namespace

void MainWindow::go(const Place &place)
{
    if (!m_session)
        return;
    m_landing = false;
    m_history.go(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    if (!m_session)
        return;
    switch (place.area) {
    case Area::Board:
        m_stack->setCurrentWidget(m_board);
        m_board->takeFocus();
        break;
    case Area::Approvals:
        m_stack->setCurrentWidget(m_approvals);
        m_approvals->openPartner(place.partner);
        m_approvals->takeFocus();
        break;
    case Area::Partner: {
        PartnerPage *page = pageOf(place.partner);
        m_stack->setCurrentWidget(page);
        page->load();
        page->takeFocus();
        m_board->selectPartner(place.partner);
        rememberPartner(place.partner);
        break;
    }
    }
    showSidebar();
    updateSidebar();
    m_sidebar->showPlace(place);
    updateActions();
    updateTitle();
    updateHints();
}

// Not in the turn that has just filled the board: a page that is shown for the first time takes a while to lay out.
void MainWindow::landLater()
{
    if (m_landing)
        QTimer::singleShot(0, m_scope, [this] { land(); });
}

// Those whose role decides begin where their work waits, unless they went somewhere already.
void MainWindow::land()
{
    const int waiting = m_approvals->waitingCount();
    if (!m_landing || m_session->me.actor.subject.isEmpty() || waiting < 0)
        return;
    m_landing = false;
    const QList<domain::Role> &roles = m_session->me.actor.roles;
    const bool decides = roles.contains(domain::Role::RootAdmin) || roles.contains(domain::Role::TenantAdmin);
    if (decides && waiting > 0 && place() == Place())
        go({Area::Approvals, {}});
}

// Wide, or a rail of icons: as chosen, but a rail at first where a review needs the room.
void MainWindow::showSidebar()
{
    m_sidebar->setVisible(m_session != nullptr);
    const bool tight = m_session && place().area == Area::Approvals && width() < railUnder;
    if (!tight)
        m_wideInReview = false;
    const bool wide = tight ? m_wideInReview : m_wide;
    m_sidebar->setRail(!wide);
    m_actions[Act::Sidebar]->setChecked(wide);
}

void MainWindow::chooseSidebar(bool wide)
{
    const bool tight = m_session && place().area == Area::Approvals && width() < railUnder;
    (tight ? m_wideInReview : m_wide) = wide;
    showSidebar();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    showSidebar();
}

void MainWindow::movePartner(int step)
{
    if (place().area == Area::Approvals)
        m_approvals->moveCurrent(step);
    else
        m_board->moveCurrent(step);
}

QString MainWindow::partnerInSight() const
{
    if (const PartnerPage *page = partnerPage())
        return page->partnerId();
    if (!m_session || place().area != Area::Board)
        return {};
    const domain::PartnerSummary *partner = m_board->model().partnerAt(m_board->table()->currentIndex());
    return partner ? partner->id : QString();
}

QList<Act> MainWindow::partnerActs()
{
    return {Act::EditPartner,    Act::FileDocument, Act::SaveDocument, Act::AddContact,  Act::RemoveContact,
            Act::ReleaseContact, Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline};
}

PartnerPage *MainWindow::partnerPage() const
{
    return qobject_cast<PartnerPage *>(m_stack->currentWidget());
}

PartnerPage *MainWindow::pageOf(const QString &partnerId)
{
    for (PartnerPage *page : std::as_const(m_pages)) {
        if (page->partnerId() == partnerId) {
            m_pages.removeOne(page);
            m_pages.prepend(page);
            return page;
        }
    }
    auto *page = new PartnerPage(*m_session, m_actions, m_chooser, partnerId, m_stack);
    m_stack->addWidget(page);
    m_pages.prepend(page);
    for (qsizetype i = m_pages.size() - 1; i > 0 && m_pages.size() > pagesKept; --i) {
        if (!m_pages.at(i)->hasDraft())
            m_pages.takeAt(i)->deleteLater();
    }
    connect(page, &PartnerPage::said, m_status, &StatusLine::say);
    connect(page, &PartnerPage::hintsChanged, m_scope, [this] { updateHints(); });
    connect(page, &PartnerPage::reviewRequested, m_scope, [this](const QString &id) { go({Area::Approvals, id}); });
    connect(page, &PartnerPage::evidenceRequested, m_scope, [this, partnerId](const QString &document, int number) {
        go({Area::Approvals, partnerId});
        m_approvals->review()->showEvidence(document, number);
    });
    connect(page, &PartnerPage::loaded, m_scope, [this, page] {
        if (page == partnerPage()) {
            updateTitle();
            updateSidebar();
            updateHints();
        }
    });
    return page;
}

void MainWindow::rememberPartner(const QString &partnerId)
{
    m_recent.removeAll(partnerId);
    m_recent.prepend(partnerId);
    while (m_recent.size() > recentShown)
        m_recent.removeLast();
}

void MainWindow::updateSidebar()
{
    const BoardModel &model = m_board->model();
    m_sidebar->setCount(Area::Board, m_board->summary().isEmpty() ? -1 : model.partnerCount());
    m_sidebar->setCount(Area::Approvals, m_approvals->waitingCount());
    QList<RecentPartner> recent;
    for (const QString &id : std::as_const(m_recent)) {
        const domain::PartnerSummary *summary = model.partner(id);
        if (!summary)
            continue;
        const Mark mark = worstMark(*summary);
        recent += RecentPartner{id, summary->name, mark.glyph, mark.tone};
    }
    // By name, so that a partner keeps its place while one goes back and forth between two.
    std::sort(recent.begin(), recent.end(),
              [](const RecentPartner &a, const RecentPartner &b) { return a.name.localeAwareCompare(b.name) < 0; });
    m_actions.recentMenu()->setEnabled(!recent.isEmpty());
    m_sidebar->setRecent(recent);
}

void MainWindow::fillRecentMenu()
{
    QMenu *menu = m_actions.recentMenu();
    menu->clear();
    for (const QString &id : std::as_const(m_recent)) {
        const domain::PartnerSummary *summary = m_board ? m_board->model().partner(id) : nullptr;
        if (!summary)
            continue;
        QAction *action = menu->addAction(QString(summary->name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, m_scope, [this, id] { go({Area::Partner, id}); });
    }
}

void MainWindow::updateTitle()
{
    if (PartnerPage *page = partnerPage()) {
        m_toolbar->showPartner(page->title());
        setWindowTitle(tr("%1 — Gatehouse", "page").arg(page->title()));
    } else if (m_session && place().area == Area::Approvals) {
        m_toolbar->showApprovals(m_approvals->summary());
        setWindowTitle(tr("Approvals — Gatehouse"));
    } else if (m_session) {
        m_toolbar->showBoard(m_board->summary());
        setWindowTitle(tr("Board — Gatehouse"));
    } else {
        setWindowTitle(tr("Gatehouse"));
    }
}

void MainWindow::updateActions()
{
    m_actions.resetTexts();
    const QString noSession = m_session ? QString() : tr("Open a workspace first.");
    for (Act act : {Act::GoBoard, Act::GoApprovals, Act::Filter, Act::Refresh, Act::Sidebar, Act::GroupByNextMove,
                    Act::GroupByStage, Act::GroupByOwner, Act::GroupByNone, Act::NextPane, Act::PreviousPane})
        m_actions.setObstacle(act, noSession);
    const bool onBoard = m_session && place().area == Area::Board;
    const bool inApprovals = m_session && place().area == Area::Approvals;
    m_actions.setObstacle(Act::FoldDecision, onBoard ? tr("Go to Approvals or to a partner first.") : noSession);
    m_actions.setObstacle(Act::NextGrouping, !m_session || onBoard ? noSession : tr("Go to the Board first."));
    for (Act act : {Act::NextPartner, Act::PreviousPartner})
        m_actions.setObstacle(act, !m_session || onBoard || inApprovals ? noSession
                                                                        : tr("Go to the Board or to Approvals first."));
    m_actions.setObstacle(Act::ReviewPartner, !noSession.isEmpty()         ? noSession
                                              : inApprovals                ? tr("This is the review.")
                                              : partnerInSight().isEmpty() ? tr("Choose a partner first.")
                                                                           : QString());
    m_actions.setObstacle(Act::GoBack, m_history.canGoBack() ? QString() : tr("There is no place before this one."));
    m_actions.setObstacle(Act::GoForward,
                          m_history.canGoForward() ? QString() : tr("There is no place after this one."));
    QString submit = noSession;
    const bool unknown = m_session && m_session->me.actor.subject.isEmpty();
    if (m_session
        && (unknown
            || domain::permission(domain::OperationKind::SubmitPartner, m_session->me.actor.roles)
                   == domain::Permission::No)) {
        submit = unknown ? tr("The workspace hasn't answered yet.")
                         : tr("%1 can submit applications.")
                               .arg(words::rolesList(domain::rolesThatMay(domain::OperationKind::SubmitPartner)));
    }
    m_actions.setObstacle(Act::NewPartner, submit);
    if (onBoard) {
        m_board->updateActions();
    } else {
        for (Act act : Actions::tenantActs())
            m_actions.setObstacle(act, m_session ? tr("Go to the Board first.") : noSession);
    }
    if (!inApprovals) {
        for (Act act : Actions::reviewActs())
            m_actions.setObstacle(act, tr("Go to Approvals first."));
    }
    if (PartnerPage *page = partnerPage()) {
        page->updateActions();
        return;
    }
    for (Act act : partnerActs())
        m_actions.setObstacle(act, tr("Open a partner first."));
    if (inApprovals)
        m_approvals->updateActions();
}

void MainWindow::updateHints()
{
    if (PartnerPage *page = partnerPage()) {
        m_status->setHints(page->hints());
        return;
    }
    if (m_session && place().area == Area::Approvals) {
        m_status->setHints(m_approvals->hints());
        return;
    }
    const auto keys = [this](Act act) { return keyWords(m_actions[act]->shortcut()); };
    m_status->setHints({{tr("J K"), tr("move")},
                        {tr("Enter"), tr("open")},
                        {QStringLiteral("/"), tr("filter")},
                        {keys(Act::NextGrouping), tr("grouping")},
                        {QStringLiteral("?"), tr("all keys")}});
}

void MainWindow::cyclePane(int step)
{
    if (!m_session)
        return;
    QList<QWidget *> panes = {m_sidebar};
    if (PartnerPage *page = partnerPage())
        panes += page->panes();
    else if (place().area == Area::Approvals)
        panes += m_approvals->panes();
    else
        panes += {m_board->findChild<QWidget *>(QStringLiteral("filterEdit")), m_board->table()};
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    qsizetype at = panes.indexOf(focusWidget());
    at = at < 0 ? (step > 0 ? 0 : panes.size() - 1) : (at + step + panes.size()) % panes.size();
    panes.at(at)->setFocus(Qt::TabFocusReason);
}

} // namespace gatehouse::ui
