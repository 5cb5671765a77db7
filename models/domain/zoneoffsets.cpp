#include "domain/zoneoffsets.h"

#include "base/instant.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <memory>

namespace gatehouse::domain {

namespace {

using base::msPerDay;
using base::msPerMinute;

// Shorter than the shortest known span of one offset (Morocco's Ramadan, about 30 days).
constexpr qint64 probeStep = 14 * msPerDay;

QDateTime utcDateTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 startOfYear(int year)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

qint64 offsetAt(const QTimeZone &zone, qint64 utc)
{
    return qint64(zone.offsetFromUtc(utcDateTime(utc))) * base::msPerSecond;
}

// The minute at which the offset of `before` ends; it holds at `before` and no longer at `after`.
qint64 changeBetween(const QTimeZone &zone, qint64 before, qint64 after)
{
    const qint64 old = offsetAt(zone, before);
    while (after - before > msPerMinute) {
        const qint64 middle = before + (after - before) / msPerMinute / 2 * msPerMinute;
        (offsetAt(zone, middle) == old ? before : after) = middle;
    }
    return after;
}

} // namespace

const ZoneOffsets &ZoneOffsets::of(const QByteArray &zone)
{
    static QMutex mutex;
    static QHash<QByteArray, std::shared_ptr<const ZoneOffsets>> tables;
    const QMutexLocker lock(&mutex);
    auto &table = tables[zone];
    if (!table)
        table.reset(new ZoneOffsets(zone));
    return *table;
}

ZoneOffsets::ZoneOffsets(const QByteArray &id)
{
    const QTimeZone zone(id);
    const qint64 first = startOfYear(1990);
    m_spans.push_back({std::numeric_limits<qint64>::min(), zone.isValid() ? offsetAt(zone, first) : 0});
    if (!zone.isValid() || !zone.hasTransitions())
        return;
    // Qt 6.4.2 lists no transitions after 2037 where the zone's file spells them out until then, though it knows the
    // offsets; so later ones are looked for.
    const qint64 listed = startOfYear(2037);
    const auto transitions = zone.transitions(utcDateTime(first), utcDateTime(listed));
    for (const auto &transition : transitions)
        append(transition.atUtc.toMSecsSinceEpoch(), qint64(transition.offsetFromUtc) * base::msPerSecond);
    const qint64 last = startOfYear(2060);
    for (qint64 at = listed; at < last; at += probeStep) {
        const qint64 offset = offsetAt(zone, at + probeStep);
        if (offset != m_spans.back().offset)
            append(changeBetween(zone, at, at + probeStep), offset);
    }
}

void ZoneOffsets::append(qint64 from, qint64 offset)
{
    if (offset != m_spans.back().offset)
        m_spans.push_back({from, offset});
}

qsizetype ZoneOffsets::indexAt(qint64 utc) const
{
    const auto after = std::upper_bound(m_spans.begin() + 1, m_spans.end(), utc,
                                        [](qint64 at, const Span &span) { return at < span.from; });
    return after - m_spans.begin() - 1;
}

qint64 ZoneOffsets::end(qsizetype index) const
{
    const auto next = size_t(index) + 1;
    return next < m_spans.size() ? m_spans[next].from : std::numeric_limits<qint64>::max();
}

qint64 ZoneOffsets::firstAtOrAfter(qint64 local) const
{
    // No zone is further than a day from UTC.
    for (qsizetype i = indexAt(local - msPerDay);; ++i) {
        const qint64 at = std::max(m_spans[size_t(i)].from, local - offset(i));
        if (at < end(i))
            return at;
    }
}

} // namespace gatehouse::domain
