#include "itemmodels/sortkey.h"

#include <array>
#include <utility>

namespace gatehouse::itemmodels {

namespace {

constexpr int digitBits = 11;
constexpr size_t digits = size_t{1} << digitBits;

size_t digitOf(quint64 key, int shift)
{
    return static_cast<size_t>(key >> shift) & (digits - 1);
}

} // namespace

void sortStably(std::vector<quint32> &slots, const std::vector<quint64> &keys)
{
    quint64 anyBit = 0;
    quint64 everyBit = ~quint64{0};
    for (const quint32 slot : slots) {
        anyBit |= keys[slot];
        everyBit &= keys[slot];
    }
    const quint64 differing = anyBit & ~everyBit;
    std::vector<quint32> sorted(slots.size());
    for (int shift = 0; shift < 64; shift += digitBits) {
        if (digitOf(differing, shift) == 0)
            continue;
        std::array<quint32, digits> places = {};
        for (const quint32 slot : slots)
            ++places[digitOf(keys[slot], shift)];
        quint32 place = 0;
        for (quint32 &count : places)
            place += std::exchange(count, place);
        for (const quint32 slot : slots)
            sorted[places[digitOf(keys[slot], shift)]++] = slot;
        slots.swap(sorted);
    }
}

} // namespace gatehouse::itemmodels
