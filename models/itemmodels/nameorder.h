#pragma once

#include <QCollator>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace gatehouse::itemmodels {

// The names of all partners in the order a reader of the locale expects, as ranks: comparing two names by their ranks
// costs nothing, collating them a microsecond. Not thread-safe, but free to move between threads.
class NameOrder
{
public:
    explicit NameOrder(const QLocale &locale = {});

    // Ranks of slots 0 to n-1. Equal names follow their slot.
    void assign(const std::vector<const QString *> &names);
    // `names(slot)` gives the name of a slot that has a rank.
    template <class Names>
    void insert(int slot, const QString &name, Names names)
    {
        insertAt(slot, position(name, slot, names));
    }
    template <class Names>
    void rename(int slot, const QString &name, Names names)
    {
        removeAt(slot);
        insertAt(slot, position(name, slot, names));
    }

    quint32 rank(int slot) const { return m_ranks[static_cast<size_t>(slot)]; }
    const std::vector<quint32> &order() const { return m_order; }
    bool before(const QString &a, int slotA, const QString &b, int slotB) const;

private:
    template <class Names>
    size_t position(const QString &name, int slot, Names names) const
    {
        const auto at =
            std::lower_bound(m_order.begin(), m_order.end(), static_cast<quint32>(slot), [&](quint32 other, quint32) {
                return before(names(static_cast<int>(other)), static_cast<int>(other), name, slot);
            });
        return static_cast<size_t>(at - m_order.begin());
    }
    void sortByKeys(const std::vector<const QString *> &names, size_t first, size_t end);
    void insertAt(int slot, size_t position);
    void removeAt(int slot);

    QCollator m_collator;
    std::vector<quint32> m_order; // slots by name
    std::vector<quint32> m_ranks; // the inverse
};

} // namespace gatehouse::itemmodels
