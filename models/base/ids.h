#pragma once

#include "base/clock.h"

#include <QString>

namespace gatehouse::base {

// Makes ids for rows and requests. next() may be called from any thread and never gives the same id twice.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual QString next() = 0;
};

// ULIDs in lower case (26 characters of Crockford's base 32: 48 bits of milliseconds, 80 bits from the system's random
// source), so that ids sort by the time they were made. https://github.com/ulid/spec
class UlidSource final : public IdSource
{
public:
    explicit UlidSource(const Clock &clock) : m_clock(clock) { }
    QString next() override;

private:
    const Clock &m_clock;
};

} // namespace gatehouse::base
