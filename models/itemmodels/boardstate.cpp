#include "itemmodels/boardstate.h"

#include "base/whendone.h"

#include <QPromise>
#include <QThreadPool>

namespace gatehouse::itemmodels {

using domain::PartnerSummary;

// Persistent indexes are moved by id, not by slot: a load gives slots anew.
void BoardModel::State::relayout(const std::function<void()> &change)
{
    Q_EMIT m_model.layoutAboutToBeChanged();
    const QModelIndexList from = m_model.persistentIndexList();
    const QList<Anchor> kept = anchors(from);
    change();
    m_model.changePersistentIndexList(from, indexesOf(kept));
    Q_EMIT m_model.layoutChanged();
}

QList<BoardModel::State::Anchor> BoardModel::State::anchors(const QModelIndexList &indexes) const
{
    QList<Anchor> anchors;
    anchors.reserve(indexes.size());
    for (const QModelIndex &index : indexes) {
        const int slot = layout.slotAt(index.row());
        if (slot >= 0)
            anchors.append({columns.rows[slot].id, layout.grouping, {}, index.column()});
        else
            anchors.append(
                {{}, layout.grouping, layout.nameOf(columns, layout.groupAt(index.row())->key), index.column()});
    }
    return anchors;
}

QModelIndexList BoardModel::State::indexesOf(const QList<Anchor> &anchors) const
{
    QModelIndexList indexes;
    if (anchors.isEmpty())
        return indexes;
    const std::vector<int> rows = layout.rowsOfSlots(columns.size());
    indexes.reserve(anchors.size());
    for (const Anchor &anchor : anchors) {
        int row = -1;
        const int slot = columns.slotOf(anchor.partner);
        if (slot >= 0)
            row = rows[static_cast<size_t>(slot)];
        for (const BoardLayout::Group &group : layout.groups()) {
            if (anchor.partner.isEmpty() && anchor.grouping == layout.grouping
                && layout.nameOf(columns, group.key) == anchor.group)
                row = group.header;
        }
        indexes.append(row < 0 ? QModelIndex() : m_model.index(row, anchor.column));
    }
    return indexes;
}

RowSet BoardModel::State::passing() const
{
    RowSet rows = m_filter.rowsOf(columns, context);
    if (view != View::All)
        rows.keepWhere(
            [this](int slot) { return columns.inViews[static_cast<size_t>(slot)] >> static_cast<int>(view) & 1; });
    return rows;
}

void BoardModel::State::show()
{
    shown = passing();
    layout.build(columns, order, shown);
}

bool BoardModel::State::passes(int slot) const
{
    return (columns.inViews[static_cast<size_t>(slot)] >> static_cast<int>(view) & 1)
           && m_filter.contains(columns, context, slot);
}

void BoardModel::State::resort()
{
    relayout([this] {
        order.sort(columns);
        layout.build(columns, order, shown);
    });
}

void BoardModel::State::refilter()
{
    relayout([this] { show(); });
}

bool BoardModel::State::tick()
{
    if (!m_filter.asksForTime() || passing() == shown)
        return false;
    refilter();
    return true;
}

void BoardModel::State::setFilter(const QString &text)
{
    filterText = text;
    m_filter = BoardFilter(text);
    refilter();
}

void BoardModel::State::regroup(Grouping grouping)
{
    relayout([&] {
        layout.grouping = grouping;
        layout.build(columns, order, shown);
    });
}

void BoardModel::State::rename(const QHash<QString, QString> &names)
{
    context.names = names;
    relayout([this] {
        order.rankOwners(columns, context.names);
        order.sort(columns);
        show();
    });
}

void BoardModel::State::setRows(const QList<PartnerSummary> &rows)
{
    ++m_load;
    m_meanwhile.clear();
    m_preparing = rows.size() > atOnce;
    if (m_preparing)
        prepare(rows);
    else
        install(BoardColumns::make(rows, QLocale()));
}

void BoardModel::State::prepare(const QList<PartnerSummary> &rows)
{
    using Made = base::Result<std::shared_ptr<BoardColumns>>;
    auto promise = std::make_shared<QPromise<Made>>();
    base::whenDone(promise->future(), &m_model, [this, load = m_load](Made made) {
        if (load == m_load && made)
            install(std::move(**made));
    });
    QThreadPool::globalInstance()->start([promise, rows, locale = QLocale()] {
        promise->start();
        promise->addResult(Made(std::make_shared<BoardColumns>(BoardColumns::make(rows, locale))));
        promise->finish();
    });
}

void BoardModel::State::install(BoardColumns made)
{
    m_preparing = false;
    const auto change = [&] {
        columns = std::move(made);
        order.forget();
        order.rankOwners(columns, context.names);
        order.sort(columns);
        show();
    };
    if (columns.size() == 0) {
        m_model.beginResetModel();
        change();
        m_model.endResetModel();
    } else {
        relayout(change);
    }
    applyChanges(std::exchange(m_meanwhile, {}).values());
    Q_EMIT m_model.countsChanged();
    Q_EMIT m_model.loaded();
}

BoardModel::Group BoardModel::State::describe(const BoardLayout::Group &group) const
{
    Group described;
    described.grouping = layout.grouping;
    described.count = group.count;
    described.folding = group.folding;
    switch (layout.grouping) {
    case Grouping::NextMove: described.move = static_cast<domain::NextMove>(group.key); break;
    case Grouping::Stage: described.stage = static_cast<domain::Stage>(group.key); break;
    case Grouping::Owner:
        described.owner = columns.owners[group.key];
        described.ownerName = context.names.value(described.owner, described.owner);
        break;
    case Grouping::None: break;
    }
    return described;
}

} // namespace gatehouse::itemmodels
