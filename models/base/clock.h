#pragma once

#include "base/instant.h"

namespace gatehouse::base {

// Where a program's time comes from, so that tests choose it. Only app/ makes the one that reads the system.
// now() may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace gatehouse::base
