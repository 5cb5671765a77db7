#pragma once

#include "base/clock.h"

namespace gatehouse::wiring {

// The time of this machine. The one place of the program that reads it.
class SystemClock final : public base::Clock
{
public:
    base::Instant now() const override;
};

} // namespace gatehouse::wiring
