#include "ui/shell/mainwindow.h"

#include "base/whendone.h"
#include "ui/components/messagebanner.h"
#include "ui/delegates/boardtable.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/dialogs/newpartnerdialog.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/marks.h"
#include "ui/pages/partnerpage.h"
#include "ui/pages/startpage.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toolbar.h"
#include "ui/shell/windowstate.h"
#include "ui/style/icons.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/textmarks.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

using itemmodels::BoardModel;

namespace {

constexpr int sidebarWidth = 208;
constexpr qsizetype pagesKept = 8;
constexpr qsizetype recentShown = 6;

QString nameOfAct(const Actions &actions, Act act)
{
    return QString(actions[act]->text()).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

} // namespace

MainWindow::MainWindow(Theme &theme, FileChooser &chooser, QWidget *parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_chooser(chooser),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_sidebar(new Sidebar),
      m_stack(new QStackedWidget),
      m_toolbar(new Toolbar(m_actions)),
      m_status(new StatusLine),
      m_start(new StartPage(m_actions)),
      m_problem(new MessageBanner)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setMinimumSize(1024, 640);
    m_actions.fill(menuBar());
    menuBar()->setAccessibleName(tr("Menus"));
    addToolBar(m_toolbar);
    setStatusBar(m_status);
    m_splitter->setObjectName(QStringLiteral("mainSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sidebar);
    m_problem->setObjectName(QStringLiteral("windowBanner"));
    connect(m_problem, &MessageBanner::actionTriggered, m_problem, &MessageBanner::clear);
    auto *pages = new QWidget;
    auto *column = new QVBoxLayout(pages);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({sidebarWidth, 1440 - sidebarWidth});
    m_stack->addWidget(m_start);
    setCentralWidget(m_splitter);
    connectActions();
    connectView();
    restoreSize();
    m_splitter->restoreState(windowstate::splitter());
    closeSession();
}

MainWindow::~MainWindow()
{
    // Pages end before the actions that they explain do.
    closeSession();
}

void MainWindow::restoreSize()
{
    // Frames are made by the desktop when the window is shown; this is room for those that are usual.
    constexpr QMargins usualFrame(4, 34, 4, 4);
    const QRect available = screen()->availableGeometry();
    QRect first(QPoint(), QSize(1440, 900));
    first.moveCenter(available.center());
    resize(windowstate::fitted(first, available, usualFrame).size());
    if (restoreGeometry(windowstate::geometry()) && !isMaximized() && !isFullScreen())
        setGeometry(windowstate::fitted(geometry(), screen()->availableGeometry(), usualFrame));
}

void MainWindow::connectActions()
{
    const auto on = [this](Act act, auto slot) { connect(m_actions[act], &QAction::triggered, this, slot); };
    on(Act::NewPartner, &MainWindow::chooseApplication);
    for (Act act : {Act::OpenWorkspace, Act::NewWorkspace})
        on(act, [this, act] { leaveDrafts([this, act] { chooseWorkspace(act); }); });
    on(Act::SampleWorkspace, [this] { leaveDrafts([this] { Q_EMIT sampleWorkspaceRequested(); }); });
    on(Act::Quit, &MainWindow::close);
    on(Act::Refresh, &MainWindow::refresh);
    on(Act::GoBoard, [this] { go({}); });
    on(Act::GoBack, [this] { showPlace(m_history.back()); });
    on(Act::GoForward, [this] { showPlace(m_history.forward()); });
    on(Act::NextPane, [this] { cyclePane(1); });
    on(Act::PreviousPane, [this] { cyclePane(-1); });
    on(Act::Filter, [this] {
        if (PartnerPage *page = partnerPage(); page && page->focusFilter())
            return;
        go({});
        m_board->focusFilter();
    });
    on(Act::NextPartner, [this] { m_board->moveCurrent(1); });
    on(Act::PreviousPartner, [this] { m_board->moveCurrent(-1); });
    on(Act::Keys, [this] { (new KeysDialog(m_actions, this))->open(); });
    on(Act::About, [this] { (new AboutDialog(this))->open(); });
    for (Act act : {Act::EditPartner, Act::FileDocument, Act::SaveDocument, Act::AddContact, Act::RemoveContact,
                    Act::ReleaseContact, Act::ChooseApprove, Act::ChooseReject, Act::AddEvidence, Act::RecordDecision,
                    Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline}) {
        on(act, [this, act] {
            if (PartnerPage *page = partnerPage())
                page->perform(act);
        });
    }
    connect(m_sidebar, &Sidebar::placeChosen, this, &MainWindow::go);
    connect(m_actions.recentMenu(), &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::connectView()
{
    const auto on = [this](Act act, auto slot) { connect(m_actions[act], &QAction::triggered, this, slot); };
    on(Act::ThemeSystem, [this] { applyTheme(Theme::Choice::System); });
    on(Act::ThemeLight, [this] { applyTheme(Theme::Choice::Light); });
    on(Act::ThemeDark, [this] { applyTheme(Theme::Choice::Dark); });
    on(Act::DensityCompact, [this] { applyDensity(Density::Compact); });
    on(Act::DensityNormal, [this] { applyDensity(Density::Normal); });
    on(Act::DensityRoomy, [this] { applyDensity(Density::Roomy); });
    on(Act::Sidebar, [this](bool shown) { m_sidebar->setVisible(shown); });
    const auto grouping = [&](Act act, BoardModel::Grouping by) {
        on(act, [this, by] {
            if (m_board)
                m_board->setGrouping(by);
        });
    };
    grouping(Act::GroupByNextMove, BoardModel::Grouping::NextMove);
    grouping(Act::GroupByStage, BoardModel::Grouping::Stage);
    grouping(Act::GroupByOwner, BoardModel::Grouping::Owner);
    grouping(Act::GroupByNone, BoardModel::Grouping::None);
    on(Act::NextGrouping, [this] {
        if (m_board)
            m_board->setGrouping(
                BoardModel::Grouping((int(m_board->grouping()) + 1) % (int(BoardModel::Grouping::None) + 1)));
    });
    const Act themes[] = {Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark};
    m_actions[themes[int(m_theme.choice())]]->setChecked(true);
    const Act densities[] = {Act::DensityCompact, Act::DensityNormal, Act::DensityRoomy};
    m_actions[densities[int(windowstate::density())]]->setChecked(true);
}

void MainWindow::openSession(Session &session)
{
    closeSession();
    m_session = &session;
    m_scope = new QObject(this);
    m_recent = windowstate::recentPartners(session.place);
    m_board = new BoardPage(session, m_actions);
    m_stack->addWidget(m_board);
    connectBoard();
    connectFeed();
    askWhoIAm();
    m_status->showSession(session);
    m_history = {};
    showPlace(m_history.current());
    session.feed.start();
}

void MainWindow::closeSession()
{
    if (m_session)
        saveState();
    // Forms work on the session.
    qDeleteAll(findChildren<FormDialog *>());
    delete m_scope;
    m_scope = nullptr;
    qDeleteAll(m_pages);
    m_pages.clear();
    delete m_board;
    m_board = nullptr;
    m_session = nullptr;
    m_history = {};
    m_stack->setCurrentWidget(m_start);
    m_start->showReady();
    m_problem->clear();
    m_status->showNoSession();
    m_status->setHints({});
    m_sidebar->hide();
    m_toolbar->showNothing();
    updateActions();
    updateTitle();
}

void MainWindow::showBusy(const QString &what)
{
    m_problem->clear();
    m_start->showBusy(what);
    if (m_session)
        m_status->say(what);
}

void MainWindow::showProblem(const base::Error &error)
{
    if (m_session)
        m_problem->setMessage(errorMessage(error, {tr("Close")}));
    else
        m_start->showError(error);
}

void MainWindow::connectBoard()
{
    connect(m_board, &BoardPage::partnerOpened, this, [this](const QString &id) { go({Area::Partner, id}); });
    connect(m_board, &BoardPage::partnersChanged, m_scope, [this] {
        updateSidebar();
        if (place().area == Area::Board)
            m_toolbar->showBoard(m_board->summary());
    });
}

void MainWindow::connectFeed()
{
    operations::BoardFeed &feed = m_session->feed;
    const auto fresh = [this](base::Instant asOf) { m_status->setUpToDate(asOf); };
    connect(&feed, &operations::BoardFeed::loaded, m_scope,
            [fresh](const QList<domain::PartnerSummary> &, base::Instant asOf) { fresh(asOf); });
    connect(&feed, &operations::BoardFeed::changed, m_scope,
            [fresh](const QList<domain::PartnerSummary> &, base::Instant asOf) { fresh(asOf); });
    connect(&feed, &operations::BoardFeed::upToDate, m_scope, fresh);
    connect(&feed, &operations::BoardFeed::failed, m_scope,
            [this](const base::Error &error) { m_status->setFailed(error); });
}

void MainWindow::askWhoIAm()
{
    base::whenDone(m_session->runner.ask(operations::WhoAmI{}), m_scope,
                   [this](const base::Result<operations::WhoAmI::Me> &me) { receiveMe(me); });
}

void MainWindow::receiveMe(const base::Result<operations::WhoAmI::Me> &me)
{
    if (!me) {
        m_status->setFailed(me.error());
        return;
    }
    m_session->me = *me;
    m_board->setSelf(me->actor.subject);
    m_board->setNames(me->names);
    m_status->showSession(*m_session);
    updateActions();
}

void MainWindow::go(const Place &place)
{
    if (!m_session)
        return;
    m_history.go(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    if (!m_session)
        return;
    m_sidebar->setVisible(m_actions[Act::Sidebar]->isChecked());
    if (place.area == Area::Board) {
        m_stack->setCurrentWidget(m_board);
        m_board->takeFocus();
    } else {
        PartnerPage *page = pageOf(place.partner);
        m_stack->setCurrentWidget(page);
        page->load();
        page->takeFocus();
        m_board->selectPartner(place.partner);
        rememberPartner(place.partner);
    }
    updateSidebar();
    m_sidebar->showPlace(place);
    updateActions();
    updateTitle();
    updateHints();
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
    auto *page = new PartnerPage(*m_session, m_actions, m_chooser, partnerId);
    m_stack->addWidget(page);
    m_pages.prepend(page);
    for (qsizetype i = m_pages.size() - 1; i > 0 && m_pages.size() > pagesKept; --i) {
        if (!m_pages.at(i)->hasDraft())
            m_pages.takeAt(i)->deleteLater();
    }
    connect(page, &PartnerPage::said, m_status, &StatusLine::say);
    connect(page, &PartnerPage::hintsChanged, m_scope, [this] { updateHints(); });
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
    m_sidebar->setBoardCount(m_board->summary().isEmpty() ? -1 : model.partnerCount());
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
    } else if (m_session) {
        m_toolbar->showBoard(m_board->summary());
        setWindowTitle(tr("Board — Gatehouse"));
    } else {
        setWindowTitle(tr("Gatehouse"));
    }
}

void MainWindow::updateActions()
{
    const QString noSession = m_session ? QString() : tr("Open a workspace first.");
    for (Act act : {Act::GoBoard, Act::Filter, Act::Refresh, Act::Sidebar, Act::GroupByNextMove, Act::GroupByStage,
                    Act::GroupByOwner, Act::GroupByNone, Act::NextPane, Act::PreviousPane})
        m_actions.setObstacle(act, noSession);
    const bool onBoard = m_session && place().area == Area::Board;
    for (Act act : {Act::NextGrouping, Act::NextPartner, Act::PreviousPartner})
        m_actions.setObstacle(act, !m_session || onBoard ? noSession : tr("Go to the Board first."));
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
    if (PartnerPage *page = partnerPage()) {
        page->updateActions();
        return;
    }
    for (Act act : {Act::EditPartner, Act::FileDocument, Act::SaveDocument, Act::AddContact, Act::RemoveContact,
                    Act::ReleaseContact, Act::ChooseApprove, Act::ChooseReject, Act::AddEvidence, Act::RecordDecision,
                    Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline})
        m_actions.setObstacle(act, tr("Open a partner first."));
}

void MainWindow::updateHints()
{
    if (PartnerPage *page = partnerPage()) {
        m_status->setHints(page->hints());
        return;
    }
    const auto keys = [this](Act act) { return keyWords(m_actions[act]->shortcut()); };
    m_status->setHints({{tr("J K"), tr("move")},
                        {tr("Enter"), tr("open")},
                        {QStringLiteral("/"), tr("filter")},
                        {keys(Act::NextGrouping), tr("grouping")},
                        {QStringLiteral("?"), tr("all keys")}});
}

void MainWindow::refresh()
{
    // Roles may have changed, and the first answer may not have come.
    askWhoIAm();
    m_session->feed.poke();
    if (PartnerPage *page = partnerPage())
        page->refresh();
}

void MainWindow::chooseApplication()
{
    NewPartnerDialog::chooseFile(m_chooser, this, [this](const QString &path) { startApplication(path); });
}

void MainWindow::startApplication(const QString &path)
{
    if (!m_session)
        return;
    auto *dialog = new NewPartnerDialog(*m_session, m_chooser, path, this);
    connect(dialog, &FormDialog::recorded, this, [this](const domain::Receipt &receipt) {
        m_status->say(tr("%1 was submitted.").arg(receipt.result.value(QStringLiteral("name")).toString()));
        m_session->feed.poke();
        go({Area::Partner, receipt.result.value(QStringLiteral("partner")).toString()});
    });
    dialog->open();
}

void MainWindow::chooseWorkspace(Act act)
{
    const QString filter = tr("Gatehouse workspaces (*.gatehouse);;All files (*)");
    if (act == Act::OpenWorkspace) {
        m_chooser.chooseFile(this, nameOfAct(m_actions, act), filter, [this](const QString &path) {
            if (!path.isEmpty())
                Q_EMIT openWorkspaceRequested(path);
        });
    } else {
        m_chooser.chooseNewFile(this, nameOfAct(m_actions, act), filter, QString(), [this](const QString &path) {
            if (!path.isEmpty())
                Q_EMIT createWorkspaceRequested(path);
        });
    }
}

void MainWindow::cyclePane(int step)
{
    if (!m_session)
        return;
    QList<QWidget *> panes = {m_sidebar};
    if (PartnerPage *page = partnerPage())
        panes += page->panes();
    else
        panes += {m_board->findChild<QWidget *>(QStringLiteral("filterEdit")), m_board->table()};
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    qsizetype at = panes.indexOf(focusWidget());
    at = at < 0 ? (step > 0 ? 0 : panes.size() - 1) : (at + step + panes.size()) % panes.size();
    panes.at(at)->setFocus(Qt::TabFocusReason);
}

void MainWindow::applyTheme(Theme::Choice choice)
{
    m_theme.setChoice(choice);
    windowstate::setTheme(choice);
}

void MainWindow::applyDensity(Density density)
{
    windowstate::setDensity(density);
    if (m_board)
        m_board->setDensity(density);
}

void MainWindow::saveState()
{
    windowstate::setRecentPartners(m_session->place, m_recent);
    m_board->saveState();
}

QList<PartnerPage *> MainWindow::drafts() const
{
    QList<PartnerPage *> found;
    std::copy_if(m_pages.begin(), m_pages.end(), std::back_inserter(found),
                 [](const PartnerPage *page) { return page->hasDraft(); });
    return found;
}

bool MainWindow::isRecording() const
{
    return std::any_of(m_pages.begin(), m_pages.end(), [](const PartnerPage *page) { return page->isRecording(); });
}

void MainWindow::leaveDrafts(const std::function<void()> &then)
{
    if (isRecording()) {
        m_status->say(tr("A decision is being recorded. Try again when it is done."));
        return;
    }
    const QList<PartnerPage *> written = drafts();
    if (written.isEmpty()) {
        then();
        return;
    }
    if (m_question && m_question->isVisible())
        return;
    QStringList names;
    for (const PartnerPage *page : written)
        names += page->title();
    m_question = new ConfirmDialog({tr("Decision not recorded"),
                                    tr("Discard what you wrote about %1?").arg(words::listOf(names)),
                                    tr("Choice, note and evidence aren't recorded yet. They are lost for good."),
                                    tr("Discard"), tr("Keep editing")},
                                   this);
    connect(m_question, &QDialog::accepted, this, then);
    connect(m_question, &QDialog::rejected, written.first(), [this, page = written.first()] {
        if (!partnerPage() || !partnerPage()->hasDraft())
            go({Area::Partner, page->partnerId()});
    });
    m_question->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A desktop that ends its session waits for no answer.
    if (!m_discarded && !qGuiApp->isSavingSession() && (isRecording() || !drafts().isEmpty())) {
        event->ignore();
        leaveDrafts([this] {
            m_discarded = true;
            close();
        });
        return;
    }
    windowstate::setGeometry(saveGeometry());
    windowstate::setSplitter(m_splitter->saveState());
    QMainWindow::closeEvent(event);
}

} // namespace gatehouse::ui
