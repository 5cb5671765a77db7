#include "itemmodels/nameorder.h"

#include <numeric>

namespace gatehouse::itemmodels {

namespace {

// Sort keys make sorting three times as fast and are larger than the names: those of a hundred thousand would add
// 15 MB, so as many as this are made at a time and the sorted runs merged by comparing names.
constexpr size_t keysAtOnce = 16384;

QCollator collatorFor(const QLocale &locale)
{
    // The C locale sorts by code unit, capitals first, which no reader expects.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

NameOrder::NameOrder(const QLocale &locale) : m_collator(collatorFor(locale)) { }

void NameOrder::assign(const std::vector<const QString *> &names)
{
    m_order.resize(names.size());
    std::iota(m_order.begin(), m_order.end(), 0u);
    for (size_t first = 0; first < names.size(); first += keysAtOnce)
        sortByKeys(names, first, std::min(first + keysAtOnce, names.size()));
    const auto place = [this](size_t index) { return m_order.begin() + static_cast<std::ptrdiff_t>(index); };
    for (size_t width = keysAtOnce; width < names.size(); width *= 2) {
        for (size_t first = 0; first + width < names.size(); first += 2 * width) {
            std::inplace_merge(place(first), place(first + width), place(std::min(first + 2 * width, names.size())),
                               [&](quint32 a, quint32 b) {
                                   return before(*names[a], static_cast<int>(a), *names[b], static_cast<int>(b));
                               });
        }
    }
    m_ranks.resize(names.size());
    for (size_t i = 0; i < m_order.size(); ++i)
        m_ranks[m_order[i]] = static_cast<quint32>(i);
}

void NameOrder::sortByKeys(const std::vector<const QString *> &names, size_t first, size_t end)
{
    std::vector<QCollatorSortKey> keys;
    keys.reserve(end - first);
    for (size_t slot = first; slot < end; ++slot)
        keys.push_back(m_collator.sortKey(*names[slot]));
    std::sort(m_order.begin() + static_cast<std::ptrdiff_t>(first), m_order.begin() + static_cast<std::ptrdiff_t>(end),
              [&keys, first](quint32 a, quint32 b) {
                  const int less = keys[a - first].compare(keys[b - first]);
                  return less != 0 ? less < 0 : a < b;
              });
}

bool NameOrder::before(const QString &a, int slotA, const QString &b, int slotB) const
{
    const int less = m_collator.compare(a, b);
    return less != 0 ? less < 0 : slotA < slotB;
}

void NameOrder::insertAt(int slot, size_t position)
{
    m_order.insert(m_order.begin() + static_cast<std::ptrdiff_t>(position), static_cast<quint32>(slot));
    if (m_ranks.size() <= static_cast<size_t>(slot))
        m_ranks.resize(static_cast<size_t>(slot) + 1);
    for (size_t i = position; i < m_order.size(); ++i)
        m_ranks[m_order[i]] = static_cast<quint32>(i);
}

void NameOrder::removeAt(int slot)
{
    const size_t position = rank(slot);
    m_order.erase(m_order.begin() + static_cast<std::ptrdiff_t>(position));
    for (size_t i = position; i < m_order.size(); ++i)
        m_ranks[m_order[i]] = static_cast<quint32>(i);
}

} // namespace gatehouse::itemmodels
