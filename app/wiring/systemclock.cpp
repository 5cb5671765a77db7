#include "wiring/systemclock.h"

#include <QDateTime>

namespace gatehouse::wiring {

base::Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace gatehouse::wiring
