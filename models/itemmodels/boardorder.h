#pragma once

#include "itemmodels/boardcolumns.h"

namespace gatehouse::itemmodels {

// All slots in the order of the board's sort: by one column, ties by SLA deadline, then by name. Kept sorted while
// single partners change. Removed partners keep their place; who reads the order leaves them out.
class BoardOrder
{
public:
    BoardModel::Column column = BoardModel::SlaClock;
    Qt::SortOrder direction = Qt::AscendingOrder;

    // Owners by display name, nobody last: rank of each owner index.
    const std::vector<quint32> &ownerRanks() const { return m_ownerRanks; }

    // After a whole load or many changes; sort() follows.
    void forget() { m_base.clear(); }
    // After another column or direction, other names of owners, or forget().
    void sort(const BoardColumns &columns);
    void rankOwners(const BoardColumns &columns, const QHash<QString, QString> &names);
    // After one partner was added or replaced.
    void update(const BoardColumns &columns, int slot);

    const std::vector<quint32> &sorted() const { return m_slots; }
    bool before(const BoardColumns &columns, quint32 a, quint32 b) const;

private:
    quint64 keyOf(const BoardColumns &columns, int slot) const;
    void sortBase(const BoardColumns &columns);

    std::vector<quint32> m_slots;
    std::vector<quint64> m_keys; // by slot, of `column` in `direction`
    std::vector<quint32> m_base; // by deadline and name; empty: to be made again
    std::vector<quint32> m_ownerRanks;
};

} // namespace gatehouse::itemmodels
