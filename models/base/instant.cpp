#include "base/instant.h"

namespace gatehouse::base {

QDateTime Instant::toUtc() const
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString Instant::toIso() const
{
    return toUtc().toString(Qt::ISODateWithMs);
}

Instant Instant::fromDateTime(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch()};
}

} // namespace gatehouse::base
