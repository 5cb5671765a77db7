#include "itemmodels/boardlayout.h"

namespace gatehouse::itemmodels {

using Folding = BoardModel::Folding;
using Grouping = BoardModel::Grouping;

namespace {

size_t groupsPossible(Grouping grouping, const BoardColumns &columns)
{
    switch (grouping) {
    case Grouping::NextMove: return BoardColumns::moves;
    case Grouping::Stage: return domain::stageCount;
    case Grouping::Owner: return static_cast<size_t>(columns.owners.size());
    case Grouping::None: break;
    }
    return 1;
}

} // namespace

quint32 BoardLayout::keyOf(const BoardColumns &columns, int slot) const
{
    const auto i = static_cast<size_t>(slot);
    switch (grouping) {
    case Grouping::NextMove: return columns.move[i];
    case Grouping::Stage: return columns.stage[i];
    case Grouping::Owner: return columns.owner[i];
    case Grouping::None: break;
    }
    return 0;
}

quint32 BoardLayout::rankOf(quint32 key, const BoardOrder &order) const
{
    return grouping == Grouping::Owner ? order.ownerRanks()[key] : key;
}

QString BoardLayout::nameOf(const BoardColumns &columns, quint32 key) const
{
    return grouping == Grouping::Owner ? columns.owners[key] : QString::number(key);
}

void BoardLayout::remember(const QString &name, Folding folding)
{
    QSet<QString> &folded = m_folded[static_cast<size_t>(grouping)];
    if (folding == Folding::Folded)
        folded.insert(name);
    else
        folded.remove(name);
}

void BoardLayout::build(const BoardColumns &columns, const BoardOrder &order, const RowSet &shown)
{
    const size_t possible = groupsPossible(grouping, columns);
    std::vector<int> counts(possible, 0);
    for (int slot = 0; slot < columns.size(); ++slot)
        counts[keyOf(columns, slot)] += shown.contains(slot) ? 1 : 0;

    m_groups.clear();
    for (quint32 key = 0; key < possible; ++key) {
        if (counts[key] == 0)
            continue;
        const bool folded = grouping != Grouping::None && isFolded(nameOf(columns, key));
        m_groups.push_back(
            {key, counts[key], -1, 0, folded ? 0 : counts[key], folded ? Folding::Folded : Folding::Open});
    }
    std::sort(m_groups.begin(), m_groups.end(),
              [&](const Group &a, const Group &b) { return rankOf(a.key, order) < rankOf(b.key, order); });
    reflow();

    std::vector<int> next(possible, -1); // row of the next member; -1: folded or without members
    m_rows.resize(m_groups.empty() ? 0 : static_cast<size_t>(m_groups.back().end()));
    for (const Group &group : m_groups) {
        if (group.header >= 0)
            m_rows[static_cast<size_t>(group.header)] = -1 - static_cast<qint32>(group.key);
        next[group.key] = group.rows > 0 ? group.first : -1;
    }
    for (const quint32 slot : order.sorted()) {
        if (!shown.contains(static_cast<int>(slot)))
            continue;
        int &row = next[keyOf(columns, static_cast<int>(slot))];
        if (row >= 0)
            m_rows[static_cast<size_t>(row++)] = static_cast<qint32>(slot);
    }
}

void BoardLayout::reflow()
{
    int row = 0;
    for (Group &group : m_groups) {
        group.header = grouping == Grouping::None ? -1 : row++;
        group.first = row;
        row += group.rows;
    }
}

const BoardLayout::Group *BoardLayout::groupAt(int row) const
{
    const qint32 entry = m_rows[static_cast<size_t>(row)];
    if (entry >= 0)
        return nullptr;
    return const_cast<BoardLayout *>(this)->group(static_cast<quint32>(-1 - entry));
}

BoardLayout::Group *BoardLayout::group(quint32 key)
{
    const auto at =
        std::find_if(m_groups.begin(), m_groups.end(), [key](const Group &group) { return group.key == key; });
    return at == m_groups.end() ? nullptr : &*at;
}

int BoardLayout::rowOf(int slot) const
{
    const auto at = std::find(m_rows.begin(), m_rows.end(), slot);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

std::vector<int> BoardLayout::rowsOfSlots(int slots) const
{
    std::vector<int> rows(static_cast<size_t>(slots), -1);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] >= 0)
            rows[static_cast<size_t>(m_rows[row])] = static_cast<int>(row);
    }
    return rows;
}

size_t BoardLayout::groupPlace(quint32 key, const BoardOrder &order) const
{
    const auto at = std::lower_bound(m_groups.begin(), m_groups.end(), rankOf(key, order),
                                     [&](const Group &group, quint32 rank) { return rankOf(group.key, order) < rank; });
    return static_cast<size_t>(at - m_groups.begin());
}

int BoardLayout::placeOfGroup(quint32 key, const BoardOrder &order) const
{
    const size_t place = groupPlace(key, order);
    return place == 0 ? 0 : m_groups[place - 1].end();
}

void BoardLayout::insertGroup(quint32 key, Folding folding, const BoardOrder &order)
{
    const int row = placeOfGroup(key, order);
    if (grouping != Grouping::None)
        m_rows.insert(m_rows.begin() + row, -1 - static_cast<qint32>(key));
    m_groups.insert(m_groups.begin() + static_cast<std::ptrdiff_t>(groupPlace(key, order)),
                    {key, 0, -1, 0, 0, folding});
    reflow();
}

void BoardLayout::removeGroup(quint32 key)
{
    const Group gone = *group(key);
    if (gone.header >= 0)
        m_rows.erase(m_rows.begin() + gone.header);
    std::erase_if(m_groups, [key](const Group &group) { return group.key == key; });
    reflow();
}

int BoardLayout::placeOf(const BoardColumns &columns, const BoardOrder &order, int slot, const Group &group) const
{
    const auto self = static_cast<quint32>(slot);
    const auto first = m_rows.begin() + group.first;
    const auto end = m_rows.begin() + group.end();
    const auto search = [&](auto from, auto to) {
        return std::lower_bound(from, to, self, [&](qint32 other, quint32) {
            return order.before(columns, static_cast<quint32>(other), self);
        });
    };
    // Its own row stands where it was, perhaps out of order by now: look on either side of it.
    const auto own = std::find(first, end, slot);
    if (own == end)
        return static_cast<int>(search(first, end) - m_rows.begin());
    const auto before = search(first, own);
    if (before != own)
        return static_cast<int>(before - m_rows.begin());
    return static_cast<int>(search(own + 1, end) - m_rows.begin()) - 1;
}

void BoardLayout::insertRow(Group &group, int row, int slot)
{
    m_rows.insert(m_rows.begin() + row, slot);
    ++group.rows;
    reflow();
}

void BoardLayout::removeRow(Group &group, int row)
{
    m_rows.erase(m_rows.begin() + row);
    --group.rows;
    reflow();
}

std::vector<qint32> BoardLayout::members(const BoardColumns &columns, const BoardOrder &order, const RowSet &shown,
                                         quint32 key) const
{
    std::vector<qint32> slots;
    for (const quint32 slot : order.sorted()) {
        if (shown.contains(static_cast<int>(slot)) && keyOf(columns, static_cast<int>(slot)) == key)
            slots.push_back(static_cast<qint32>(slot));
    }
    return slots;
}

void BoardLayout::open(quint32 key, const std::vector<qint32> &members)
{
    Group &opened = *group(key);
    m_rows.insert(m_rows.begin() + opened.first, members.begin(), members.end());
    opened.rows = static_cast<int>(members.size());
    opened.folding = Folding::Open;
    reflow();
}

void BoardLayout::fold(quint32 key)
{
    Group &folded = *group(key);
    m_rows.erase(m_rows.begin() + folded.first, m_rows.begin() + folded.end());
    folded.rows = 0;
    folded.folding = Folding::Folded;
    reflow();
}

} // namespace gatehouse::itemmodels
