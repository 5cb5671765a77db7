#pragma once

#include "itemmodels/boardorder.h"

#include <QSet>

namespace gatehouse::itemmodels {

// Which row shows what: headers of the groups that have members, and below those that are open their partners, sorted.
// Knows no signals; whoever changes a row here tells the views first.
class BoardLayout
{
public:
    struct Group
    {
        quint32 key = 0; // domain::NextMove, domain::Stage or owner index
        int count = 0;   // members, shown or folded
        int header = -1; // row; -1 when nothing is grouped
        int first = 0;   // row of the first member
        int rows = 0;    // members that have rows: all or, when folded, none
        BoardModel::Folding folding = BoardModel::Folding::Open;

        int end() const { return first + rows; }
    };

    BoardModel::Grouping grouping = BoardModel::Grouping::NextMove;

    // Lays out the partners of `shown` anew.
    void build(const BoardColumns &columns, const BoardOrder &order, const RowSet &shown);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    // Slot of a partner's row, -1 for a header.
    int slotAt(int row) const { return std::max(m_rows[static_cast<size_t>(row)], -1); }
    // The group whose header the row is, or null.
    const Group *groupAt(int row) const;
    int rowOf(int slot) const;
    // Rows of all slots, -1 where there is none.
    std::vector<int> rowsOfSlots(int slots) const;
    const std::vector<Group> &groups() const { return m_groups; }

    quint32 keyOf(const BoardColumns &columns, int slot) const;
    Group *group(quint32 key);
    // Row that the header of a group not there yet would have, and making it.
    int placeOfGroup(quint32 key, const BoardOrder &order) const;
    void insertGroup(quint32 key, BoardModel::Folding folding, const BoardOrder &order);
    void removeGroup(quint32 key);

    // Row that a member would have among the others of its group, as if its own row, if any, were gone.
    int placeOf(const BoardColumns &columns, const BoardOrder &order, int slot, const Group &group) const;
    void insertRow(Group &group, int row, int slot);
    void removeRow(Group &group, int row);
    // Members of a folded group in order, for opening it.
    std::vector<qint32> members(const BoardColumns &columns, const BoardOrder &order, const RowSet &shown,
                                quint32 key) const;
    void open(quint32 key, const std::vector<qint32> &members);
    void fold(quint32 key);

    // Groups folded by a person, by what outlives a load: number of move or stage, subject of owner.
    bool isFolded(const QString &name) const { return m_folded[static_cast<size_t>(grouping)].contains(name); }
    void remember(const QString &name, BoardModel::Folding folding);
    QString nameOf(const BoardColumns &columns, quint32 key) const;

private:
    size_t groupPlace(quint32 key, const BoardOrder &order) const;
    quint32 rankOf(quint32 key, const BoardOrder &order) const;
    void reflow();

    std::vector<qint32> m_rows; // slot, or -1 - group key for a header
    std::vector<Group> m_groups;
    std::array<QSet<QString>, 4> m_folded;
};

} // namespace gatehouse::itemmodels
