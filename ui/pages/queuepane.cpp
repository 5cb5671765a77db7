#include "ui/pages/queuepane.h"

#include "ui/components/button.h"
#include "ui/components/emptystate.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/pages/errormessage.h"
#include "words/reviewwords.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

using domain::QueueGroup;
using itemmodels::ReviewQueueModel;

namespace {

constexpr std::chrono::seconds queueTicksEvery(30);

// A list whose letters are the window's keys.
class QueueList final : public QListView
{
public:
    void keyboardSearch(const QString &) override { }
};

} // namespace

QueuePane::QueuePane(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_model(new ReviewQueueModel(this)),
      m_words(session.playbooks, session.clock),
      m_banner(new MessageBanner),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_median(new TextLabel(QString(), TextRole::Secondary))
{
    setObjectName(QStringLiteral("queuePane"));
    setMinimumWidth(220);
    m_model->setClock([&session] { return session.clock.now(); });
    m_model->setWords([this](const QModelIndex &index, int role) { return m_words.words(index, role); });
    m_banner->setObjectName(QStringLiteral("queueBanner"));
    m_empty->setObjectName(QStringLiteral("queueEmpty"));
    makeList();
    m_stack->addWidget(new QWidget); // nothing yet
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_filter->clear();
        focusList();
    });
    connect(m_model, &ReviewQueueModel::countsChanged, this, [this] {
        showState();
        showCurrent();
        Q_EMIT queueChanged();
    });
    connect(&m_ticks, &QTimer::timeout, m_model, [this] {
        m_model->tick();
        m_list->viewport()->update();
    });
    m_ticks.start(queueTicksEvery);
    connectFeed();
}

QWidget *QueuePane::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("queueFilterEdit"));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_filter->setPlaceholderText(tr("Filter queue"));
    m_filter->setToolTip(tr("Words of a name or of who reviews; mine; unassigned"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_model, &ReviewQueueModel::setFilter);
    m_scope = makeButton(tr("Everyone"));
    m_scope->setObjectName(QStringLiteral("queueScopeButton"));
    m_scope->setAccessibleName(tr("Whose reviews are shown"));
    auto *menu = new QMenu(m_scope);
    const auto scope = [this, menu](const QString &text, const QString &filter) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, filter] { setFilter(filter); });
    };
    scope(tr("Everyone's"), {});
    scope(tr("Mine"), QStringLiteral("mine"));
    scope(tr("Nobody's"), QStringLiteral("unassigned"));
    connect(m_scope, &QPushButton::clicked, menu,
            [this, menu] { menu->popup(m_scope->mapToGlobal(QPoint(0, m_scope->height() + 2))); });
    row->addWidget(m_filter, 1);
    row->addWidget(m_scope);
    return tools;
}

QWidget *QueuePane::makeFooter()
{
    m_footer = new QWidget;
    m_footer->setObjectName(QStringLiteral("queueFooter"));
    m_median->setObjectName(QStringLiteral("medianLabel"));
    auto *column = new QVBoxLayout(m_footer);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(1);
    column->addWidget(new TextLabel(tr("Median time to decide, last 7 days"), TextRole::Secondary, Token::Text2));
    column->addWidget(m_median);
    m_footer->hide();
    return m_footer;
}

void QueuePane::makeList()
{
    m_list = new QueueList;
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queue"));
    // Before the view hears of it: where it goes when its row leaves is nobody's choice.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_following = true; });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_following = false; });
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(*this, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePane::currentMoved);
    connect(m_list, &QListView::clicked, this, &QueuePane::toggle);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString id = m_model->partnerAt(index.row()); !id.isEmpty())
            Q_EMIT partnerOpened(id);
    });
}

void QueuePane::connectFeed()
{
    operations::BoardFeed &feed = m_session.feed;
    connect(&feed, &operations::BoardFeed::loaded, this, [this](const QList<domain::PartnerSummary> &rows) {
        m_loaded = true;
        m_banner->clear();
        m_model->setRows(rows);
    });
    connect(&feed, &operations::BoardFeed::changed, this, [this](const QList<domain::PartnerSummary> &rows) {
        m_banner->clear();
        m_model->applyChanges(rows);
        m_list->viewport()->update();
    });
    connect(&feed, &operations::BoardFeed::upToDate, m_banner, &MessageBanner::clear);
    connect(&feed, &operations::BoardFeed::failed, this,
            [this](const base::Error &error) { m_banner->setMessage(errorMessage(error)); });
}

QString QueuePane::summary() const
{
    if (!m_loaded)
        return {};
    const int waiting = m_model->waitingCount();
    const int over = m_model->overdueCount();
    const QString words = tr("%n waiting", nullptr, waiting);
    return over > 0 ? tr("%1, %n overdue", "how many wait, and of those", over).arg(words) : words;
}

void QueuePane::setMe(const operations::WhoAmI::Me &me)
{
    m_words.setPeople(me.actor.subject, me.names);
    m_model->setNames(me.names);
    m_model->setSelf(me.actor.subject);
    m_list->viewport()->update();
}

QueueRowPresentation QueuePane::present(const QModelIndex &index) const
{
    QueueRowPresentation row;
    const auto group = index.data(ReviewQueueModel::QueueGroupRole).value<QueueGroup>();
    if (m_model->partnerAt(index.row()).isEmpty()) {
        row.kind = QueueRowPresentation::Kind::Group;
        row.title = words::queueGroupWords(group);
        row.state.count = index.data(ReviewQueueModel::CountRole).toInt();
        row.state.fold = index.data(ReviewQueueModel::FoldedRole).toBool() ? Fold::Folded : Fold::Open;
        return row;
    }
    const QueueLine line = m_words.line(m_model->rows().at(index.row()).partner, group);
    row.kind = group == QueueGroup::Decided ? QueueRowPresentation::Kind::Small : QueueRowPresentation::Kind::Large;
    row.title = line.title;
    row.detail = line.detail;
    row.who = line.who;
    row.state = line.state;
    return row;
}

void QueuePane::setCurrentPartner(const QString &id)
{
    m_current = id;
    showCurrent();
}

// Where the current partner isn't shown, nothing is selected.
void QueuePane::showCurrent()
{
    const int row = m_model->rowOfPartner(m_current);
    const QModelIndex index = row < 0 ? QModelIndex() : m_model->index(row, 0);
    if (index == m_list->currentIndex() && (index.isValid() || !m_list->selectionModel()->hasSelection()))
        return;
    // A header that has the keyboard keeps it.
    const QModelIndex at = m_list->currentIndex();
    if (at.isValid() && m_model->partnerAt(at.row()).isEmpty() && m_list->hasFocus())
        return;
    m_following = true;
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
    m_following = false;
}

void QueuePane::currentMoved(const QModelIndex &index)
{
    const QString id = index.isValid() ? m_model->partnerAt(index.row()) : QString();
    if (m_following || id.isEmpty() || id == m_current)
        return;
    m_current = id;
    Q_EMIT partnerChosen(id);
}

void QueuePane::showState()
{
    const QString filter = m_model->filter().trimmed();
    m_scope->setText(filter == QStringLiteral("mine")         ? tr("Mine")
                     : filter == QStringLiteral("unassigned") ? tr("Nobody's")
                                                              : tr("Everyone's"));
    m_median->setText(m_words.median(m_model->decided()));
    m_footer->setVisible(!m_median->text().isEmpty());
    if (!m_loaded) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    if (filter.isEmpty())
        m_empty->setTexts(tr("No partner is waiting"), tr("New dossiers appear here when a partner files one."));
    else if (filter == QStringLiteral("mine"))
        m_empty->setTexts(tr("No partner is waiting for you"), tr("New dossiers appear here when a partner files one."),
                          tr("Show everyone's queue"));
    else
        m_empty->setTexts(tr("No partner matches “%1”").arg(filter), tr("Names and those who review are searched."),
                          tr("Clear filter"));
    m_stack->setCurrentWidget(m_empty);
}

void QueuePane::toggle(const QModelIndex &header)
{
    if (!header.isValid() || !m_model->partnerAt(header.row()).isEmpty())
        return;
    m_model->setFolded(header, header.data(ReviewQueueModel::FoldedRole).toBool() ? ReviewQueueModel::Folding::Open
                                                                                  : ReviewQueueModel::Folding::Folded);
}

bool QueuePane::handleListKey(int key)
{
    const QModelIndex current = m_list->currentIndex();
    const bool header = current.isValid() && m_model->partnerAt(current.row()).isEmpty();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (header)
            toggle(current);
        else if (!m_current.isEmpty())
            Q_EMIT partnerOpened(m_current);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (header)
            toggle(current);
        return true;
    default: return false;
    }
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    if (watched == m_list)
        return pressed->modifiers() == Qt::NoModifier && handleListKey(pressed->key());
    const bool leaves =
        pressed->key() == Qt::Key_Escape || pressed->key() == Qt::Key_Down || pressed->key() == Qt::Key_Return;
    if (!leaves)
        return QWidget::eventFilter(watched, event);
    if (pressed->key() == Qt::Key_Escape)
        m_filter->clear();
    if (m_stack->currentWidget() != m_list)
        return true;
    if (m_model->rowOfPartner(m_current) < 0) {
        if (const QString first = m_model->neighbour({}, 1); !first.isEmpty()) {
            setCurrentPartner(first);
            Q_EMIT partnerChosen(first);
        }
    }
    focusList();
    return true;
}

void QueuePane::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void QueuePane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

// Without a list, the way out of what stands in its place.
void QueuePane::focusList()
{
    QWidget *place = m_list;
    if (m_stack->currentWidget() == m_empty)
        place = m_empty->findChild<QWidget *>(QStringLiteral("emptyStateButton"));
    if (!place || (place != m_list && place->isHidden()))
        place = m_filter;
    place->setFocus(Qt::OtherFocusReason);
}

QWidget *QueuePane::list() const
{
    return m_list;
}

QWidget *QueuePane::filter() const
{
    return m_filter;
}

} // namespace gatehouse::ui
