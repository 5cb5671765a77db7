#include "domain/secret.h"

#include <string.h> // explicit_bzero is no standard C

namespace gatehouse::domain {

Secret::~Secret()
{
    if (!m_bytes.isEmpty())
        ::explicit_bzero(m_bytes.data(), size_t(m_bytes.size()));
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    m_bytes.swap(other.m_bytes); // the other wipes what was here
    return *this;
}

} // namespace gatehouse::domain
