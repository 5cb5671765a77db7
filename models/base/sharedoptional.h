#pragma once

#include <QSharedData>

#include <optional>
#include <utility>

namespace gatehouse::base {

// An optional value that stands elsewhere: one that is rarely there costs its owner a pointer. Copies share it and
// nobody changes it, so it may be read in any thread. Compared by value.
template <class T>
class SharedOptional
{
public:
    SharedOptional() = default;
    SharedOptional(std::nullopt_t) { }
    SharedOptional(T value) : m_there(new There(std::move(value))) { }

    explicit operator bool() const { return bool(m_there); }
    const T &operator*() const { return m_there->value; }
    const T *operator->() const { return &m_there->value; }

    friend bool operator==(const SharedOptional &a, const SharedOptional &b)
    {
        return a.m_there == b.m_there || (a && b && *a == *b);
    }

private:
    struct There : QSharedData
    {
        explicit There(T from) : value(std::move(from)) { }
        const T value;
    };
    QExplicitlySharedDataPointer<There> m_there;
};

} // namespace gatehouse::base
