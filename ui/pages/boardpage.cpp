#include "ui/pages/boardpage.h"

#include "ui/components/button.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/delegates/boardtable.h"
#include "ui/pages/boardcells.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/permission.h"
#include "ui/pages/tenantsview.h"
#include "ui/shell/windowstate.h"
#include "words/errorwords.h"
#include "words/textmarks.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMetaEnum>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace gatehouse::ui {

using itemmodels::BoardModel;

namespace {

constexpr std::chrono::seconds clockEvery(30);

// Who goes first when the window is narrow goes last in this list.
constexpr BoardModel::Column survival[] = {BoardModel::Partner,  BoardModel::SlaClock, BoardModel::Approval,
                                           BoardModel::Blockers, BoardModel::Dossier,  BoardModel::Stage,
                                           BoardModel::Owner,    BoardModel::Updated};

constexpr BoardModel::View views[] = {BoardModel::View::All, BoardModel::View::AwaitingReview,
                                      BoardModel::View::SlaAtRisk, BoardModel::View::Blocked,
                                      BoardModel::View::DossiersExpiring};

} // namespace

BoardPage::BoardPage(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_model(new BoardModel(this)),
      m_cells(new BoardCells(*m_model, session.playbooks, session.clock, this)),
      m_line(new LoadingLine(this))
{
    setObjectName(QStringLiteral("boardPage"));
    m_model->setWords([this](const QModelIndex &index, int role) { return m_cells->words(index, role); });
    m_model->setClock({[&session] { return session.clock.now(); },
                       [this](const QString &playbookId, int version) -> const domain::BusinessCalendar & {
                           return m_cells->calendarOf(playbookId, version);
                       }});
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("viewTabs"));
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (size_t i = 0; i < std::size(views); ++i)
        m_tabs->addTab(QString());
    m_tabs->addTab(tr("Tenants"));
    m_banner = new MessageBanner(this);
    m_banner->setObjectName(QStringLiteral("boardBanner"));
    makeTable();
    makeStates();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    auto *bannerBox = new QVBoxLayout;
    bannerBox->setContentsMargins(12, 0, 12, 0);
    bannerBox->addWidget(m_banner);
    column->addLayout(bannerBox);
    m_tools = makeTools();
    column->addWidget(m_tools);
    column->addWidget(m_stack, 1);
    makeTenants();
    column->addWidget(m_tenants, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &BoardPage::showView);
    connect(m_model, &BoardModel::countsChanged, this, &BoardPage::updateTabs);
    connect(m_model, &BoardModel::loaded, this, &BoardPage::partnersChanged);
    connect(m_model, &BoardModel::rowsInserted, this, &BoardPage::updateState);
    connect(m_model, &BoardModel::rowsRemoved, this, &BoardPage::updateState);
    connect(m_model, &BoardModel::layoutChanged, this, &BoardPage::updateState);
    connect(m_model, &BoardModel::modelReset, this, &BoardPage::updateState);
    m_clockTimer.setInterval(clockEvery);
    connect(&m_clockTimer, &QTimer::timeout, this, &BoardPage::repaintClocks);
    m_clockTimer.start();
    restoreState();
    connectFeed();
    m_line->start();
    updateTabs();
    updateState();
}

void BoardPage::makeTenants()
{
    m_tenants = new TenantsView(m_session, m_actions, this);
    m_tenants->hide();
    connect(m_tenants, &TenantsView::partnerOpened, this, &BoardPage::partnerOpened);
}

bool BoardPage::showsTenants() const
{
    return m_tabs->currentIndex() == int(std::size(views));
}

// The last tab lists tenants; those before it choose among the partners.
void BoardPage::showView(int tab)
{
    const bool tenants = showsTenants();
    m_tools->setVisible(!tenants);
    m_stack->setVisible(!tenants);
    m_tenants->setVisible(tenants);
    if (!tenants)
        m_model->setView(views[tab]);
    updateActions();
}

void BoardPage::updateActions()
{
    const QString refused =
        permissionObstacle(domain::OperationKind::ReadTenants, m_session.me.actor, operations::PartnerView());
    const int tab = int(std::size(views));
    m_tabs->setTabEnabled(tab, refused.isEmpty());
    m_tabs->setTabToolTip(tab, refused);
    if (showsTenants()) {
        m_tenants->updateActions();
        return;
    }
    for (Act act : Actions::tenantActs())
        m_actions.setObstacle(act, refused.isEmpty() ? tr("Go to the tenants on the Board first.") : refused);
}

void BoardPage::setLinkOpener(LinkOpener opener)
{
    m_tenants->setLinkOpener(std::move(opener));
}

QWidget *BoardPage::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_filter = new QLineEdit(tools);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setAccessibleName(tr("Quick filter"));
    m_filter->setPlaceholderText(
        tr("Quick filter, %1").arg(m_actions[Act::Filter]->shortcut().toString(QKeySequence::NativeText)));
    m_filter->setToolTip(tr("Words of a name, or terms: owner:me stage:setup blocked sla<1d dossier:expiring"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(m_filter->fontMetrics().averageCharWidth() * 38);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        updateState();
        if (text.isEmpty())
            m_table->scrollTo(m_table->currentIndex());
    });
    m_group = makeButton(QString(), ButtonKind::Plain, tools);
    m_group->setObjectName(QStringLiteral("groupButton"));
    auto *menu = new QMenu(m_group);
    for (Act act : {Act::GroupByNextMove, Act::GroupByStage, Act::GroupByOwner, Act::GroupByNone})
        menu->addAction(m_actions[act]);
    connect(m_group, &QPushButton::clicked, menu,
            [this, menu] { menu->popup(m_group->mapToGlobal(QPoint(0, m_group->height() + 2))); });
    m_hidden = new TextLabel(QString(), TextRole::Secondary, Token::Text2, tools);
    m_hidden->setObjectName(QStringLiteral("hiddenColumnsLabel"));
    row->addWidget(m_filter);
    row->addWidget(m_group);
    row->addStretch();
    row->addWidget(m_hidden);
    return tools;
}

void BoardPage::makeTable()
{
    m_table = new BoardTable(*m_cells, this);
    m_table->setObjectName(QStringLiteral("boardTable"));
    m_table->setAccessibleName(tr("Partners"));
    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setObjectName(QStringLiteral("boardHeader"));
    header->setAccessibleName(tr("Columns"));
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setStretchLastSection(true);
    header->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { m_model->setSort(BoardModel::Column(column), order); });
    connect(m_table, &BoardTable::opened, this, &BoardPage::openIndex);
    connect(m_table, &BoardTable::groupToggled, this, [this](const QModelIndex &index) {
        const auto group = index.data(BoardModel::GroupRole).value<BoardModel::Group>();
        m_model->setFolded(index, group.folding == BoardModel::Folding::Open ? BoardModel::Folding::Folded
                                                                             : BoardModel::Folding::Open);
    });
    connect(header, &QHeaderView::sectionResized, this, &BoardPage::keepWidth);
    restWidths();
}

void BoardPage::restWidths()
{
    const auto wide = [this](BoardModel::Column column, const QString &reference, int extra) {
        m_widths[column] = m_table->widthFor(reference, extra);
    };
    // Reference words, the longest that are usual, plus glyph or bar and gap.
    constexpr int glyph = GlyphPainter::ClockSize + 6;
    wide(BoardModel::Partner, tr("Ministry of Social Work  OTC · EU", "a long partner name"), 24);
    wide(BoardModel::Stage, tr("Validation"), GlyphPainter::StageBarWidth + 10);
    wide(BoardModel::Dossier, tr("Expires in 88 d"), glyph + 6);
    wide(BoardModel::Approval, tr("Pending review"), glyph + 6);
    wide(BoardModel::Blockers, tr("Licensing documents missing"), 30);
    wide(BoardModel::SlaClock, tr("88 h 88 m over"), glyph + 8);
    wide(BoardModel::Owner, tr("Tomas Lindqvist"), 6);
    wide(BoardModel::Updated, tr("Wed 28 Sep 22:42"), 6);
}

void BoardPage::keepWidth(int column, int, int width)
{
    // The last one that is shown is stretched, and a hidden one has no width: neither says what somebody wants.
    const QHeaderView *header = m_table->horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    if (!m_fitting && width > 0 && header->visualIndex(column) < last)
        m_widths[size_t(column)] = width;
}

void BoardPage::makeStates()
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("boardEmpty"));
    m_noMatch = new EmptyState(m_stack);
    m_noMatch->setObjectName(QStringLiteral("boardNoMatch"));
    m_loading = new EmptyState(m_stack);
    m_loading->setObjectName(QStringLiteral("boardLoading"));
    // What takes less than a second needs no words.
    QTimer::singleShot(std::chrono::seconds(1), m_loading, [this] {
        if (m_phase == Phase::Loading)
            m_loading->setTexts(tr("Reading the partners"), tr("They appear as soon as the workspace has answered."));
    });
    for (EmptyState *state : {m_empty, m_noMatch, m_loading}) {
        state->setBackgroundRole(QPalette::Base);
        state->setAutoFillBackground(true);
        m_stack->addWidget(state);
    }
    connect(m_empty, &EmptyState::actionTriggered, m_actions[Act::NewPartner], &QAction::trigger);
    // An empty board says what the action says: that it can be used, or why not.
    connect(m_actions[Act::NewPartner], &QAction::changed, this, &BoardPage::updateState);
    connect(m_noMatch, &EmptyState::actionTriggered, this, [this] {
        m_filter->clear();
        m_tabs->setCurrentIndex(0);
    });
}

void BoardPage::connectFeed()
{
    operations::BoardFeed &feed = m_session.feed;
    connect(&feed, &operations::BoardFeed::firstScreen, this, [this](const QList<domain::PartnerSummary> &rows) {
        if (m_phase != Phase::Loading || rows.isEmpty())
            return;
        m_model->setRows(rows);
        updateState();
    });
    connect(&feed, &operations::BoardFeed::loaded, this, [this](const QList<domain::PartnerSummary> &rows) {
        m_phase = Phase::Loaded;
        m_line->stop();
        m_model->setRows(rows);
        m_banner->clear();
        updateTabs();
        updateState();
        selectFirst();
    });
    connect(&feed, &operations::BoardFeed::changed, this, [this](const QList<domain::PartnerSummary> &rows) {
        m_model->applyChanges(rows);
        m_banner->clear();
        updateState();
        Q_EMIT partnersChanged();
    });
    connect(&feed, &operations::BoardFeed::upToDate, m_banner, &MessageBanner::clear);
    connect(&feed, &operations::BoardFeed::failed, this, &BoardPage::showError);
    connect(m_banner, &MessageBanner::actionTriggered, m_actions[Act::Refresh], &QAction::trigger);
}

void BoardPage::restoreState()
{
    const auto groupings = QMetaEnum::fromType<BoardModel::Grouping>();
    const int grouping = groupings.keyToValue(windowstate::boardGrouping().toLatin1().constData());
    setGrouping(grouping < 0 ? BoardModel::Grouping::NextMove : BoardModel::Grouping(grouping));
    const auto names = QMetaEnum::fromType<BoardModel::Column>();
    QHeaderView *header = m_table->horizontalHeader();
    int place = 0;
    m_fitting = true;
    for (const windowstate::BoardColumn &one : windowstate::boardColumns()) {
        const int column = names.keyToValue(one.name.toLatin1().constData());
        if (column < 0 || column >= BoardModel::columns || one.width <= 0)
            continue;
        m_widths[size_t(column)] = one.width;
        header->moveSection(header->visualIndex(column), place++);
        if (one.sorted)
            header->setSortIndicator(column, *one.sorted);
    }
    m_fitting = false;
    setDensity(windowstate::density());
}

void BoardPage::saveState() const
{
    const auto groupings = QMetaEnum::fromType<BoardModel::Grouping>();
    windowstate::setBoardGrouping(QLatin1StringView(groupings.valueToKey(int(m_model->grouping()))));
    const auto names = QMetaEnum::fromType<BoardModel::Column>();
    const QHeaderView *header = m_table->horizontalHeader();
    QList<windowstate::BoardColumn> columns;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        windowstate::BoardColumn one{QLatin1StringView(names.valueToKey(column)), m_widths[size_t(column)], {}};
        if (column == header->sortIndicatorSection())
            one.sorted = header->sortIndicatorOrder();
        columns += one;
    }
    windowstate::setBoardColumns(columns);
}

QString BoardPage::summary() const
{
    if (m_phase != Phase::Loaded)
        return {};
    if (m_model->partnerCount() == 0 && seesOnlyOwn())
        return tr("No partners that you may see");
    const int ours = m_model->count(domain::NextMove::Ours);
    const QString all = tr("%n partner(s)", nullptr, m_model->partnerCount());
    return ours > 0 ? tr("%1, %2", "42 partners, 8 need us").arg(all, tr("%n need(s) us", nullptr, ours)) : all;
}

void BoardPage::setNames(const QHash<QString, QString> &names)
{
    m_model->setNames(names);
    m_cells->forget();
    m_table->viewport()->update();
}

void BoardPage::setSelf(const QString &subject)
{
    m_model->setSelf(subject);
    updateState();
    // The summary is another for somebody who sees only his own.
    Q_EMIT partnersChanged();
}

void BoardPage::setDensity(Density density)
{
    m_table->setDensity(density);
}

void BoardPage::setGrouping(BoardModel::Grouping grouping)
{
    m_model->setGrouping(grouping);
    const Act acts[] = {Act::GroupByNextMove, Act::GroupByStage, Act::GroupByOwner, Act::GroupByNone};
    QAction *action = m_actions[acts[int(grouping)]];
    action->setChecked(true);
    if (m_group) {
        const QString text = tr("Group: %1").arg(QString(action->text()).remove(QLatin1Char('&')));
        m_group->setAccessibleName(text);
        // A style's own menu arrow stands in the corner; this one stands on the line.
        m_group->setText(text + QStringLiteral("  \u25be"));
    }
    updateState();
}

void BoardPage::takeFocus()
{
    if (showsTenants()) {
        m_tenants->takeFocus();
        return;
    }
    // A hidden table can't have the focus, and Qt would give it to whoever is next in the window.
    QWidget *target = m_stack->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : this;
    target->setFocus(Qt::OtherFocusReason);
}

void BoardPage::focusFilter()
{
    if (showsTenants())
        m_tabs->setCurrentIndex(0); // what can be filtered are partners
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void BoardPage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void BoardPage::selectFirst()
{
    if (!m_model->partnerAt(m_table->currentIndex())) {
        m_table->setCurrentIndex({});
        moveCurrent(1);
    }
}

void BoardPage::selectPartner(const QString &id)
{
    const int row = m_model->rowOfPartner(id);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void BoardPage::showError(const base::Error &error)
{
    m_line->stop();
    if (m_phase == Phase::Loading) {
        m_phase = Phase::Failed;
        m_loading->setTexts(tr("The partners couldn't be read"), tr("The reason stands above."));
    }
    m_banner->setMessage(errorMessage(error, {tr("Try again")}));
    updateState();
}

void BoardPage::showState(QWidget *state)
{
    if (m_stack->currentWidget() == state)
        return;
    const QWidget *focused = window()->focusWidget();
    const bool ours = focused && (focused == this || m_stack->isAncestorOf(focused));
    m_stack->setCurrentWidget(state);
    if (ours)
        takeFocus();
}

void BoardPage::updateState()
{
    if (!m_stack || !m_filter)
        return;
    const bool nothing = m_model->partnerCount() == 0;
    if (nothing && m_phase != Phase::Loaded) {
        showState(m_loading);
    } else if (nothing) {
        explainEmpty();
        showState(m_empty);
    } else if (m_model->shownCount() == 0) {
        const QString view = m_tabs->tabData(m_tabs->currentIndex()).toString();
        const QString text = m_filter->text().trimmed();
        m_noMatch->setTexts(
            text.isEmpty() ? tr("Nobody in “%1”").arg(view) : tr("No partner matches “%1”").arg(text),
            text.isEmpty() ? tr("No partner is in this state now.")
                           : tr("Names, terms such as owner:me or stage:setup, and the view above all have to fit."),
            text.isEmpty() ? tr("Show all partners") : tr("Clear filter"));
        showState(m_noMatch);
    } else {
        showState(m_table);
    }
    m_table->horizontalHeader()->setAccessibleDescription(tr("%n partner(s) shown", nullptr, m_model->shownCount()));
}

bool BoardPage::seesOnlyOwn() const
{
    const operations::Actor &me = m_session.me.actor;
    return !me.subject.isEmpty()
           && domain::permission(domain::OperationKind::ReadPartners, me.roles) != domain::Permission::Yes;
}

void BoardPage::explainEmpty()
{
    // Whether there are others is not for somebody without a role; that there are none would be wrong.
    if (seesOnlyOwn()) {
        m_empty->setTexts(tr("There are no partners that you may see"),
                          tr("%1 has no role here and is no contact of a partner. Root admins give roles.", "a subject")
                              .arg(words::isolate(m_session.me.actor.subject)));
        return;
    }
    const QString obstacle = m_actions[Act::NewPartner]->statusTip();
    m_empty->setTexts(tr("No partners yet"),
                      obstacle.isEmpty() ? tr("A partner appears here as soon as its application is submitted.")
                                         : obstacle,
                      obstacle.isEmpty() ? tr("New partner from application file…") : QString());
}

void BoardPage::updateTabs()
{
    const QString names[] = {tr("All partners"), tr("Awaiting review"), tr("SLA at risk"), tr("Blocked"),
                             tr("Dossiers expiring")};
    for (int i = 0; i < int(std::size(views)); ++i) {
        const QString text =
            m_phase != Phase::Loaded
                ? names[i]
                : tr("%1  %2", "view, count").arg(names[i], locale().toString(m_model->count(views[i])));
        m_tabs->setTabText(i, text);
        m_tabs->setTabData(i, names[i]);
    }
}

void BoardPage::fitColumns()
{
    m_fitting = true;
    QHeaderView *header = m_table->horizontalHeader();
    int room = m_table->viewport()->width();
    QStringList hidden;
    for (BoardModel::Column column : survival) {
        const int width = m_widths[column];
        room -= width;
        const bool fits = room >= 0 || column == BoardModel::Partner;
        header->setSectionHidden(column, !fits);
        if (fits)
            header->resizeSection(column, width);
        else
            hidden += m_model->headerData(column, Qt::Horizontal).toString();
    }
    m_fitting = false;
    m_hidden->setText(hidden.isEmpty() ? QString() : tr("%n column(s) hidden", nullptr, int(hidden.size())));
    m_hidden->setToolTip(hidden.isEmpty()
                             ? QString()
                             : tr("%1. They come back in a wider window.").arg(hidden.join(QStringLiteral(", "))));
    m_hidden->setVisible(!hidden.isEmpty());
}

void BoardPage::repaintClocks()
{
    m_cells->forget();
    m_model->tick();
    if (!isVisible())
        return;
    QWidget *viewport = m_table->viewport();
    for (int column : {int(BoardModel::SlaClock), int(BoardModel::Updated), int(BoardModel::Dossier)})
        viewport->update(m_table->columnViewportPosition(column), 0, m_table->columnWidth(column), viewport->height());
}

void BoardPage::openIndex(const QModelIndex &index)
{
    if (const domain::PartnerSummary *summary = m_model->partnerAt(index))
        Q_EMIT partnerOpened(summary->id);
}

void BoardPage::moveCurrent(int step)
{
    if (showsTenants()) {
        m_tenants->moveCurrent(step);
        return;
    }
    const QModelIndex from = m_table->currentIndex();
    int row = from.isValid() ? from.row() + step : 0;
    while (row >= 0 && row < m_model->rowCount() && !m_model->partnerAt(m_model->index(row, 0)))
        row += step;
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

bool BoardPage::handleTableKey(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Escape: m_filter->clear(); return true;
    default:
        // Letters are commands here; Qt's search by typing would jump the selection instead.
        return !event->text().isEmpty() && event->text().at(0).isLetter();
    }
}

bool BoardPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        // Columns can't be hidden while the view lays itself out.
        QMetaObject::invokeMethod(this, &BoardPage::fitColumns, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table)
        return handleTableKey(key);
    if (watched == m_filter
        && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down || key->key() == Qt::Key_Return)) {
        if (key->key() == Qt::Key_Escape)
            m_filter->clear();
        // What matches nothing is mended where it was written.
        if (m_stack->currentWidget() != m_table)
            return true;
        takeFocus();
        if (!m_table->currentIndex().isValid() || !m_model->partnerAt(m_table->currentIndex()))
            moveCurrent(1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatehouse::ui
