#pragma once

#include "base/clock.h"

#include <QMutex>
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
// source, counted up within a millisecond), so that ids of one source sort in the order they were made.
// https://github.com/ulid/spec#monotonicity
class UlidSource final : public IdSource
{
public:
    explicit UlidSource(const Clock &clock) : m_clock(clock) { }
    QString next() override;

private:
    const Clock &m_clock;
    QMutex m_mutex;     // for what follows
    qint64 m_time = -1; // of the last id, in ms
    quint64 m_high = 0; // of the 80 bits
    quint64 m_low = 0;
};

} // namespace gatehouse::base
