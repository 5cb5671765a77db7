#pragma once

#include "base/clock.h"

#include <atomic>

namespace gatehouse::support {

// A clock that a test sets. Stands at 2026-03-12T09:00:00Z, a Thursday, until told otherwise. Any thread.
class FakeClock final : public base::Clock
{
public:
    static constexpr base::Instant start{1773306000000};

    explicit FakeClock(base::Instant at = start) : m_ms(at.ms) { }

    base::Instant now() const override { return {m_ms}; }
    void set(base::Instant at) { m_ms = at.ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms;
};

} // namespace gatehouse::support
