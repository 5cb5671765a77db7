#include "itemmodels/boardmodel.h"

#include "itemmodels/boardstate.h"

namespace gatehouse::itemmodels {

using domain::PartnerSummary;

BoardModel::BoardModel(QObject *parent) : QAbstractTableModel(parent), m_state(std::make_unique<State>(*this)) { }

BoardModel::~BoardModel() = default;

void BoardModel::setRows(const QList<PartnerSummary> &rows)
{
    m_state->setRows(rows);
}

void BoardModel::applyChanges(const QList<PartnerSummary> &rows)
{
    m_state->applyChanges(rows);
}

void BoardModel::setClock(Clock clock)
{
    m_state->context.clock = std::move(clock);
}

void BoardModel::tick()
{
    if (m_state->tick())
        Q_EMIT countsChanged();
}

void BoardModel::setNames(const QHash<QString, QString> &names)
{
    if (names == m_state->context.names)
        return;
    m_state->rename(names);
    Q_EMIT countsChanged();
}

void BoardModel::setSelf(const QString &subject)
{
    if (std::exchange(m_state->context.self, subject) == subject)
        return;
    m_state->refilter();
    Q_EMIT countsChanged();
}

void BoardModel::setFilter(const QString &text)
{
    if (text == m_state->filterText)
        return;
    m_state->setFilter(text);
    Q_EMIT countsChanged();
}

QString BoardModel::filter() const
{
    return m_state->filterText;
}

void BoardModel::setView(View view)
{
    if (std::exchange(m_state->view, view) == view)
        return;
    m_state->refilter();
    Q_EMIT countsChanged();
}

BoardModel::View BoardModel::view() const
{
    return m_state->view;
}

void BoardModel::setSort(Column column, Qt::SortOrder order)
{
    if (column == sortColumn() && order == sortOrder())
        return;
    m_state->order.column = column;
    m_state->order.direction = order;
    m_state->resort();
}

void BoardModel::sort(int column, Qt::SortOrder order)
{
    // A header without a sort indicator asks for column -1.
    if (column >= 0 && column < columns)
        setSort(static_cast<Column>(column), order);
}

BoardModel::Column BoardModel::sortColumn() const
{
    return m_state->order.column;
}

Qt::SortOrder BoardModel::sortOrder() const
{
    return m_state->order.direction;
}

void BoardModel::setGrouping(Grouping grouping)
{
    if (grouping != this->grouping())
        m_state->regroup(grouping);
}

BoardModel::Grouping BoardModel::grouping() const
{
    return m_state->layout.grouping;
}

void BoardModel::setFolded(const QModelIndex &index, Folding folding)
{
    if (index.isValid() && index.model() == this)
        m_state->setFolded(index.row(), folding);
}

int BoardModel::partnerCount() const
{
    return count(View::All);
}

int BoardModel::shownCount() const
{
    int sum = 0;
    for (const BoardLayout::Group &group : m_state->layout.groups())
        sum += group.count;
    return sum;
}

int BoardModel::count(View view) const
{
    return m_state->columns.viewCounts[static_cast<size_t>(view)];
}

int BoardModel::count(domain::NextMove move) const
{
    return m_state->columns.moveCounts[static_cast<size_t>(move)];
}

QList<BoardModel::Group> BoardModel::groups() const
{
    QList<Group> all;
    if (grouping() == Grouping::None)
        return all;
    for (const BoardLayout::Group &group : m_state->layout.groups())
        all.append(m_state->describe(group));
    return all;
}

int BoardModel::rowOfPartner(const QString &id) const
{
    const int slot = m_state->columns.slotOf(id);
    return slot < 0 ? -1 : m_state->layout.rowOf(slot);
}

const PartnerSummary *BoardModel::partnerAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this || index.row() >= m_state->layout.rowCount())
        return nullptr;
    const int slot = m_state->layout.slotAt(index.row());
    return slot < 0 ? nullptr : &std::as_const(m_state->columns.rows)[slot];
}

const PartnerSummary *BoardModel::partner(const QString &id) const
{
    const int slot = m_state->columns.slotOf(id);
    return slot < 0 ? nullptr : &std::as_const(m_state->columns.rows)[slot];
}

QString BoardModel::ownerName(const QString &subject) const
{
    return m_state->context.names.value(subject, subject);
}

void BoardModel::setWords(Words words)
{
    m_state->words = std::move(words);
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_state->layout.rowCount();
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PartnerSummary *row = partnerAt(index);
    switch (role) {
    case RowKindRole: return QVariant::fromValue(row ? RowKind::Partner : RowKind::Group);
    case SummaryRole: return QVariant::fromValue(row);
    case GroupRole:
        return row ? QVariant() : QVariant::fromValue(m_state->describe(*m_state->layout.groupAt(index.row())));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return m_state->words ? m_state->words(index, role) : QVariant();
    case Qt::DisplayRole:
        if (row && index.column() == Partner)
            return row->name;
        if (row && index.column() == Owner)
            return ownerName(row->owner);
        return m_state->words ? m_state->words(index, role) : QVariant();
    default: return row ? meaning(*row, role) : QVariant();
    }
}

QVariant BoardModel::meaning(const PartnerSummary &row, int role) const
{
    switch (role) {
    case PartnerIdRole: return row.id;
    case StageRole: return QVariant::fromValue(row.stage);
    case NextMoveRole: return QVariant::fromValue(row.move);
    case ApprovalStatusRole: return QVariant::fromValue(row.approval);
    case DossierStateRole: return QVariant::fromValue(row.dossier);
    case SlaStateRole: return QVariant::fromValue(row.sla);
    case OwnerNameRole: return ownerName(row.owner);
    default: return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Partner: return tr("Partner");
    case Stage: return tr("Stage");
    case Dossier: return tr("Dossier");
    case Approval: return tr("Approval");
    case Blockers: return tr("Blockers");
    case SlaClock: return tr("SLA clock");
    case Owner: return tr("Owner");
    case Updated: return tr("Updated");
    default: return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return partnerAt(index) ? always | Qt::ItemIsSelectable : always;
}

} // namespace gatehouse::itemmodels
