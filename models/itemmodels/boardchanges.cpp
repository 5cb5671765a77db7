// How single partners change places: the part of BoardModel::State that tells views about rows.
#include "itemmodels/boardstate.h"

namespace gatehouse::itemmodels {

using domain::PartnerSummary;

namespace {

// Above this many, one layout change costs a view less than row by row.
constexpr int manyChanges = 64;

} // namespace

void BoardModel::State::applyChanges(const QList<PartnerSummary> &rows)
{
    if (rows.isEmpty())
        return;
    if (m_preparing) {
        for (const PartnerSummary &row : rows)
            m_meanwhile.insert(row.id, row);
    }
    if (rows.size() > manyChanges) {
        applyMany(rows);
    } else {
        for (const PartnerSummary &row : rows)
            applyOne(row);
    }
    Q_EMIT m_model.countsChanged();
}

void BoardModel::State::applyMany(const QList<PartnerSummary> &rows)
{
    relayout([&] {
        for (const PartnerSummary &row : rows) {
            const int slot = columns.slotOf(row.id);
            if (slot >= 0)
                columns.replace(slot, row);
            else
                columns.add(row);
        }
        order.forget();
        order.rankOwners(columns, context.names);
        order.sort(columns);
        show();
    });
}

void BoardModel::State::applyOne(const PartnerSummary &row)
{
    const int known = columns.slotOf(row.id);
    if (known >= 0 && columns.rows[known] == row)
        return;
    const Before was = known >= 0 ? before(known) : Before{};
    const auto ownersBefore = columns.owners.size();
    const int slot = known >= 0 ? known : columns.add(row);
    if (known >= 0)
        columns.replace(known, row);
    if (columns.owners.size() != ownersBefore)
        order.rankOwners(columns, context.names);
    order.update(columns, slot);
    settle(slot, was);
}

BoardModel::State::Before BoardModel::State::before(int slot)
{
    if (!shown.contains(slot))
        return {};
    return {layout.keyOf(columns, slot), layout.rowOf(slot)};
}

void BoardModel::State::settle(int slot, const Before &was)
{
    shown.resize(columns.size(), RowSet::Fill::None);
    std::optional<quint32> now;
    if (passes(slot)) {
        shown.add(slot);
        now = layout.keyOf(columns, slot);
    } else {
        shown.remove(slot);
    }
    if (now != was.group)
        settleAcross(slot, was, now);
    else if (now)
        settleInGroup(slot, *now, was.row);
}

void BoardModel::State::settleInGroup(int slot, quint32 key, int row)
{
    if (row < 0)
        return;
    BoardLayout::Group &group = *layout.group(key);
    const int place = layout.placeOf(columns, order, slot, group);
    if (place != row) {
        m_model.beginMoveRows({}, row, row, {}, place > row ? place + 1 : place);
        layout.removeRow(group, row);
        layout.insertRow(group, place, slot);
        m_model.endMoveRows();
    }
    rowChanged(place);
}

void BoardModel::State::settleAcross(int slot, const Before &was, std::optional<quint32> now)
{
    if (now)
        ensureGroup(*now);
    const int row = was.row < 0 ? -1 : layout.rowOf(slot);
    BoardLayout::Group *from = was.group ? layout.group(*was.group) : nullptr;
    BoardLayout::Group *to = now ? layout.group(*now) : nullptr;
    const bool toRow = to && to->folding == Folding::Open;
    if (from)
        --from->count;
    if (to)
        ++to->count;
    const int place = toRow ? layout.placeOf(columns, order, slot, *to) : -1;
    if (from && row >= 0 && toRow) {
        m_model.beginMoveRows({}, row, row, {}, place);
        layout.removeRow(*from, row);
        layout.insertRow(*to, place > row ? place - 1 : place, slot);
        m_model.endMoveRows();
        rowChanged(place > row ? place - 1 : place);
    } else if (from && row >= 0) {
        m_model.beginRemoveRows({}, row, row);
        layout.removeRow(*from, row);
        m_model.endRemoveRows();
    } else if (toRow) {
        m_model.beginInsertRows({}, place, place);
        layout.insertRow(*to, place, slot);
        m_model.endInsertRows();
    }
    if (now)
        headerChanged(*now);
    if (was.group) {
        headerChanged(*was.group);
        dropGroupIfEmpty(*was.group);
    }
}

void BoardModel::State::ensureGroup(quint32 key)
{
    if (layout.group(key))
        return;
    const bool folded = layout.grouping != Grouping::None && layout.isFolded(layout.nameOf(columns, key));
    const Folding folding = folded ? Folding::Folded : Folding::Open;
    if (layout.grouping == Grouping::None) {
        layout.insertGroup(key, folding, order);
        return;
    }
    const int row = layout.placeOfGroup(key, order);
    m_model.beginInsertRows({}, row, row);
    layout.insertGroup(key, folding, order);
    m_model.endInsertRows();
}

void BoardModel::State::dropGroupIfEmpty(quint32 key)
{
    const BoardLayout::Group group = *layout.group(key);
    if (group.count > 0)
        return;
    if (group.header < 0) {
        layout.removeGroup(key);
        return;
    }
    m_model.beginRemoveRows({}, group.header, group.header);
    layout.removeGroup(key);
    m_model.endRemoveRows();
}

void BoardModel::State::rowChanged(int row)
{
    Q_EMIT m_model.dataChanged(m_model.index(row, 0), m_model.index(row, BoardModel::columns - 1));
}

void BoardModel::State::headerChanged(quint32 key)
{
    const int header = layout.group(key)->header;
    if (header >= 0)
        rowChanged(header);
}

void BoardModel::State::setFolded(int row, Folding folding)
{
    const BoardLayout::Group *at = layout.groupAt(row);
    if (!at || at->folding == folding)
        return;
    const BoardLayout::Group group = *at;
    layout.remember(layout.nameOf(columns, group.key), folding);
    if (folding == Folding::Folded) {
        m_model.beginRemoveRows({}, group.first, group.end() - 1);
        layout.fold(group.key);
        m_model.endRemoveRows();
    } else {
        const std::vector<qint32> members = layout.members(columns, order, shown, group.key);
        m_model.beginInsertRows({}, group.first, group.first + group.count - 1);
        layout.open(group.key, members);
        m_model.endInsertRows();
    }
    headerChanged(group.key);
}

} // namespace gatehouse::itemmodels
