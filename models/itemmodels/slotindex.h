#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace gatehouse::itemmodels {

// Finds slots by id. Keeps no ids, only where to look: a hash of a hundred thousand strings would take five times as
// much memory. `idOf(slot)` gives the id of a slot, empty for one that is no more.
class SlotIndex
{
public:
    // Makes room for slots 0 to `size` - 1 and adds them.
    template <class IdOf>
    void assign(int size, IdOf idOf)
    {
        size_t places = 64;
        while (places < 2 * static_cast<size_t>(size) + 2)
            places *= 2;
        m_slots.assign(places, -1);
        for (int slot = 0; slot < size; ++slot)
            place(slot, idOf(slot));
        m_size = size;
    }

    template <class IdOf>
    int find(const QString &id, IdOf idOf) const
    {
        if (m_slots.empty() || id.isEmpty())
            return -1;
        for (size_t at = start(id);; at = next(at)) {
            if (m_slots[at] < 0 || idOf(m_slots[at]) == id)
                return m_slots[at];
        }
    }

    // The slot after the last one.
    template <class IdOf>
    void add(IdOf idOf)
    {
        const int slot = m_size;
        if (2 * (static_cast<size_t>(slot) + 1) > m_slots.size())
            return assign(slot + 1, idOf);
        place(slot, idOf(slot));
        m_size = slot + 1;
    }

private:
    size_t start(const QString &id) const { return qHash(id) & (m_slots.size() - 1); }
    size_t next(size_t at) const { return (at + 1) & (m_slots.size() - 1); }
    void place(int slot, const QString &id)
    {
        if (id.isEmpty())
            return;
        size_t at = start(id);
        while (m_slots[at] >= 0)
            at = next(at);
        m_slots[at] = slot;
    }

    std::vector<qint32> m_slots; // as many as a power of two, at most half of them taken
    int m_size = 0;
};

} // namespace gatehouse::itemmodels
