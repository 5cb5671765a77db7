#pragma once

#include <QtGlobal>

#include <vector>

namespace gatehouse::itemmodels {

struct BoardColumns;

// What a cell sorts by: smaller comes first. Cells that have nothing to sort by carry `last`; they stay behind the
// others whichever way the rest is sorted.
namespace SortKey {
inline constexpr quint64 last = quint64{1} << 63;
inline constexpr quint64 most = last - 1;
inline constexpr quint64 descending(quint64 key)
{
    return key & last ? key : most - key;
}
} // namespace SortKey

// Sorts `slots` by keys[slot], keeping the order of equal ones. Linear: a pass per 11 bits in which the keys differ.
void sortStably(std::vector<quint32> &slots, const std::vector<quint64> &keys);

} // namespace gatehouse::itemmodels
