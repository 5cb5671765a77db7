#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <vector>

namespace gatehouse::itemmodels {

// A set of slots (places of partners in the columns), one bit each.
class RowSet
{
public:
    enum class Fill { None, All };

    RowSet() = default;
    explicit RowSet(int size, Fill fill = Fill::None) { resize(size, fill); }

    int size() const { return m_size; }
    bool contains(int slot) const { return (m_words[word(slot)] >> (slot & 63)) & 1; }
    void add(int slot) { m_words[word(slot)] |= quint64{1} << (slot & 63); }
    void remove(int slot) { m_words[word(slot)] &= ~(quint64{1} << (slot & 63)); }

    // New slots are in or out as `fill` says; old ones stay as they are.
    void resize(int size, Fill fill)
    {
        const int old = m_size;
        m_words.resize(static_cast<size_t>(size + 63) / 64, fill == Fill::All ? ~quint64{0} : 0);
        m_size = size;
        for (int slot = old; slot < std::min(size, (old + 63) & ~63); ++slot)
            fill == Fill::All ? add(slot) : remove(slot);
        clearTail();
    }

    int count() const
    {
        int sum = 0;
        for (const quint64 bits : m_words)
            sum += std::popcount(bits);
        return sum;
    }

    RowSet &operator&=(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }

    // Adds the slots for which `in(slot)` is true; asked of every slot, so it must be cheap and pure.
    template <class In>
    void addWhere(In in)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= gather(i, in);
    }

    // Keeps the slots for which `in(slot)` is true; asked of every slot.
    template <class In>
    void keepWhere(In in)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= gather(i, in);
    }

    friend bool operator==(const RowSet &, const RowSet &) = default;

private:
    static size_t word(int slot) { return static_cast<size_t>(slot) / 64; }
    template <class In>
    quint64 gather(size_t i, In &in) const
    {
        const int first = static_cast<int>(i) * 64;
        const int end = std::min(64, m_size - first);
        quint64 bits = 0;
        for (int bit = 0; bit < end; ++bit)
            bits |= quint64{in(first + bit) ? 1u : 0u} << bit;
        return bits;
    }
    void clearTail()
    {
        if (m_size % 64)
            m_words.back() &= (quint64{1} << (m_size % 64)) - 1;
    }

    std::vector<quint64> m_words;
    int m_size = 0;
};

} // namespace gatehouse::itemmodels
