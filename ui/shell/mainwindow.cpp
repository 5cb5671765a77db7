#include "ui/shell/mainwindow.h"

#include "base/whendone.h"
#include "ui/components/messagebanner.h"
#include "ui/delegates/boardtable.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/dialogs/newpartnerdialog.h"
#include "ui/pages/approvalspage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/partnerpage.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewpane.h"
#include "ui/pages/startpage.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toolbar.h"
#include "ui/shell/windowstate.h"
#include "ui/style/icons.h"
#include "words/errorwords.h"
#include "words/textmarks.h"

#include <QCloseEvent>
#include <QDesktopServices>
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
QString nameOfAct(const Actions &actions, Act act)
{
    return QString(actions[act]->text()).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

} // namespace

MainWindow::MainWindow(Theme &theme, FileChooser &chooser, QWidget *parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_chooser(chooser),
      m_opener([](const QUrl &link) { return QDesktopServices::openUrl(link); }),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
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
    auto *pages = new QWidget(m_splitter);
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
    on(Act::GoApprovals, [this] { go({Area::Approvals, {}}); });
    on(Act::ReviewPartner, [this] { go({Area::Approvals, partnerInSight()}); });
    on(Act::GoBack, [this] { showPlace(m_history.back()); });
    on(Act::GoForward, [this] { showPlace(m_history.forward()); });
    on(Act::NextPane, [this] { cyclePane(1); });
    on(Act::PreviousPane, [this] { cyclePane(-1); });
    on(Act::Filter, [this] {
        if (place().area == Area::Approvals)
            return m_approvals->queue()->focusFilter();
        if (PartnerPage *page = partnerPage(); page && page->focusFilter())
            return;
        go({});
        m_board->focusFilter();
    });
    on(Act::NextPartner, [this] { movePartner(1); });
    on(Act::PreviousPartner, [this] { movePartner(-1); });
    on(Act::Keys, [this] { (new KeysDialog(m_actions, place().area, this))->open(); });
    on(Act::About, [this] { (new AboutDialog(this))->open(); });
    for (Act act : partnerActs() + Actions::reviewActs()) {
        on(act, [this, act] {
            if (PartnerPage *page = partnerPage())
                page->perform(act);
            else if (m_session && place().area == Area::Approvals)
                m_approvals->perform(act);
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
    on(Act::Sidebar, &MainWindow::chooseSidebar);
    m_actions[Act::FoldDecision]->setChecked(windowstate::decisionFolded());
    connect(m_actions[Act::FoldDecision], &QAction::toggled, this, &windowstate::setDecisionFolded);
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
    m_board = new BoardPage(session, m_actions, m_stack);
    m_approvals = new ApprovalsPage(
        session, m_actions, [this](const QUrl &link) { return m_opener(link); }, m_stack);
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_approvals);
    m_landing = true;
    connectBoard();
    connectApprovals();
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
    delete m_approvals;
    m_approvals = nullptr;
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
    m_board->setLinkOpener([this](const QUrl &link) { return m_opener(link); });
    connect(m_board, &BoardPage::partnerOpened, this, [this](const QString &id) { go({Area::Partner, id}); });
    connect(m_board, &BoardPage::partnersChanged, m_scope, [this] {
        updateSidebar();
        if (place().area == Area::Board)
            m_toolbar->showBoard(m_board->summary());
    });
}

void MainWindow::connectApprovals()
{
    connect(m_approvals, &ApprovalsPage::partnerOpened, this, [this](const QString &id) { go({Area::Partner, id}); });
    connect(m_approvals, &ApprovalsPage::partnerShown, m_scope, [this](const QString &id) {
        if (place().area == Area::Approvals)
            m_history.replace({Area::Approvals, id});
    });
    connect(m_approvals, &ApprovalsPage::said, m_status, &StatusLine::say);
    connect(m_approvals, &ApprovalsPage::hintsChanged, m_scope, [this] { updateHints(); });
    connect(m_approvals, &ApprovalsPage::queueChanged, m_scope, [this] {
        updateSidebar();
        if (place().area == Area::Approvals)
            m_toolbar->showApprovals(m_approvals->summary());
        landLater();
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
    m_approvals->setMe(*me);
    m_status->showSession(*m_session);
    updateActions();
    landLater();
}

void MainWindow::refresh()
{
    // Roles may have changed, and the first answer may not have come.
    askWhoIAm();
    m_session->feed.poke();
    if (PartnerPage *page = partnerPage())
        page->refresh();
    else if (place().area == Area::Approvals)
        m_approvals->refresh();
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

QList<MainWindow::Written> MainWindow::drafts() const
{
    QList<Written> found;
    for (const PartnerPage *page : m_pages) {
        if (page->hasDraft())
            found += Written{{Area::Partner, page->partnerId()}, page->title()};
    }
    const QHash<QString, QString> reviews = m_approvals ? m_approvals->review()->drafts() : QHash<QString, QString>();
    for (auto review = reviews.cbegin(); review != reviews.cend(); ++review)
        found += Written{{Area::Approvals, review.key()}, review.value()};
    return found;
}

bool MainWindow::isRecording() const
{
    return (m_approvals && m_approvals->review()->isRecording())
           || std::any_of(m_pages.begin(), m_pages.end(), [](const PartnerPage *page) { return page->isRecording(); });
}

void MainWindow::leaveDrafts(const std::function<void()> &then)
{
    if (isRecording()) {
        m_status->say(tr("A decision is being recorded. Try again when it is done."));
        return;
    }
    const QList<Written> written = drafts();
    if (written.isEmpty()) {
        then();
        return;
    }
    if (m_question && m_question->isVisible())
        return;
    QStringList names;
    for (const Written &one : written)
        names += one.name;
    names.removeDuplicates();
    m_question =
        new ConfirmDialog({tr("Not recorded yet"), tr("Discard what you wrote about %1?").arg(words::listOf(names)),
                           tr("None of it is recorded. It is lost for good."), tr("Discard"), tr("Keep editing")},
                          this);
    connect(m_question, &QDialog::accepted, this, then);
    connect(m_question, &QDialog::rejected, m_scope, [this, at = written.first().place] {
        const auto here = [this](const Written &one) {
            return one.place.area == place().area
                   && (one.place.area == Area::Approvals || one.place.partner == place().partner);
        };
        const QList<Written> still = drafts();
        if (std::none_of(still.begin(), still.end(), here))
            go(at);
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
    if (!m_sidebar->isRail())
        windowstate::setSplitter(m_splitter->saveState());
    QMainWindow::closeEvent(event);
}

} // namespace gatehouse::ui
