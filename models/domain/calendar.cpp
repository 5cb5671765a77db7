#include "domain/calendar.h"

#include "domain/zoneoffsets.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace gatehouse::domain {

namespace {

using base::msPerDay;

constexpr qint64 horizonDays = 3653;
constexpr qint64 epochJulianDay = 2440588;               // QDate(1970, 1, 1).toJulianDay()
constexpr qint64 lastDay = (qint64(1) << 60) / msPerDay; // sums and differences of its milliseconds fit

constexpr qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

constexpr qint64 reckonable(qint64 ms)
{
    return std::clamp(ms, -lastDay * msPerDay, lastDay * msPerDay);
}

// Days since the Monday before the epoch, 1969-12-29.
constexpr qint64 sinceMonday(qint64 day)
{
    return day + 3;
}

qint64 dayNumber(QDate date)
{
    return date.toJulianDay() - epochJulianDay;
}

// A calendar in the form arithmetic wants. Working time is counted on the local clock, F(x) = worked until local x from
// a fixed day on, so that a span of one offset costs F(end) - F(start) however long it is. Days are numbers since 1970.
class WorkClock
{
public:
    explicit WorkClock(const BusinessCalendar &calendar);

    const BusinessCalendar &calendar() const { return m_calendar; }
    const ZoneOffsets &zone() const { return m_zone; }
    qint64 workingMs(qint64 from, qint64 to) const;
    qint64 addWorkingMs(qint64 from, qint64 ms) const;

private:
    bool isWorkingDay(qint64 day) const;
    qint64 workingDaysBefore(qint64 day) const;
    qint64 workedUntil(qint64 local) const;
    qint64 earliestLocal(qint64 worked, qint64 from, qint64 to) const;

    BusinessCalendar m_calendar;
    const ZoneOffsets &m_zone;
    qint64 m_opens;
    qint64 m_dayMs;
    std::array<qint64, 8> m_inWeekBefore = {}; // working weekdays before Monday, Tuesday, ..., of a whole week
    std::vector<qint64> m_holidays;            // that fall on working weekdays, ascending
};

WorkClock::WorkClock(const BusinessCalendar &calendar)
    : m_calendar(calendar),
      m_zone(ZoneOffsets::of(calendar.zone)),
      m_opens(calendar.opens.msecsSinceStartOfDay()),
      m_dayMs(calendar.workingDayMs())
{
    for (int weekday = 0; weekday < 7; ++weekday) {
        const auto day = size_t(weekday);
        m_inWeekBefore[day + 1] = m_inWeekBefore[day] + (calendar.weekdays.contains(weekday + 1) ? 1 : 0);
    }
    for (const QDate &date : calendar.holidays) {
        if (calendar.weekdays.contains(date.dayOfWeek()))
            m_holidays.push_back(dayNumber(date));
    }
    std::sort(m_holidays.begin(), m_holidays.end());
}

bool WorkClock::isWorkingDay(qint64 day) const
{
    const qint64 since = sinceMonday(day);
    const auto weekday = size_t(since - floorDiv(since, 7) * 7);
    return m_inWeekBefore[weekday + 1] != m_inWeekBefore[weekday]
           && !std::binary_search(m_holidays.begin(), m_holidays.end(), day);
}

qint64 WorkClock::workingDaysBefore(qint64 day) const
{
    const qint64 since = sinceMonday(day);
    const qint64 weeks = floorDiv(since, 7);
    const qint64 holidays = std::lower_bound(m_holidays.begin(), m_holidays.end(), day) - m_holidays.begin();
    return weeks * m_inWeekBefore[7] + m_inWeekBefore[size_t(since - weeks * 7)] - holidays;
}

qint64 WorkClock::workedUntil(qint64 local) const
{
    const qint64 day = floorDiv(local, msPerDay);
    const qint64 today = isWorkingDay(day) ? std::clamp<qint64>(local - day * msPerDay - m_opens, 0, m_dayMs) : 0;
    return workingDaysBefore(day) * m_dayMs + today;
}

// The smallest local x with workedUntil(x) >= worked; it lies between `from` (where less was worked) and `to`.
qint64 WorkClock::earliestLocal(qint64 worked, qint64 from, qint64 to) const
{
    const qint64 days = floorDiv(worked + m_dayMs - 1, m_dayMs); // working days that must at least have begun
    qint64 first = floorDiv(from, msPerDay);
    qint64 last = floorDiv(to, msPerDay);
    while (first < last) {
        const qint64 middle = first + (last - first) / 2;
        if (workingDaysBefore(middle + 1) >= days)
            last = middle;
        else
            first = middle + 1;
    }
    return first * msPerDay + m_opens + worked - workingDaysBefore(first) * m_dayMs;
}

qint64 WorkClock::workingMs(qint64 from, qint64 to) const
{
    qint64 sum = 0;
    for (qsizetype i = m_zone.indexAt(from); from < to; ++i) {
        const qint64 end = std::min(to, m_zone.end(i));
        sum += workedUntil(end + m_zone.offset(i)) - workedUntil(from + m_zone.offset(i));
        from = end;
    }
    return sum;
}

qint64 WorkClock::addWorkingMs(qint64 from, qint64 ms) const
{
    const qint64 horizon = from + horizonDays * msPerDay;
    for (qsizetype i = m_zone.indexAt(from); from < horizon; ++i) {
        const qint64 offset = m_zone.offset(i);
        const qint64 end = std::min(horizon, m_zone.end(i));
        const qint64 before = workedUntil(from + offset);
        const qint64 worked = workedUntil(end + offset) - before;
        if (worked >= ms)
            return earliestLocal(before + ms, from + offset, end + offset) - offset;
        ms -= worked;
        from = end;
    }
    return horizon;
}

// Comparing with a calendar that shares its data costs nanoseconds, preparing one costs microseconds; a program has a
// handful of playbooks.
const WorkClock &clockOf(const BusinessCalendar &calendar)
{
    constexpr size_t kept = 8;
    thread_local std::vector<std::unique_ptr<const WorkClock>> recent;
    const auto found =
        std::find_if(recent.begin(), recent.end(), [&](const auto &clock) { return clock->calendar() == calendar; });
    if (found != recent.end()) {
        std::rotate(recent.begin(), found, found + 1);
        return *recent.front();
    }
    if (recent.size() == kept)
        recent.pop_back();
    return **recent.insert(recent.begin(), std::make_unique<const WorkClock>(calendar));
}

} // namespace

bool BusinessCalendar::isWorkingDay(QDate day) const
{
    return weekdays.contains(day.dayOfWeek()) && !holidays.contains(day);
}

qint64 BusinessCalendar::workingDayMs() const
{
    return std::max(0, opens.msecsTo(closes));
}

qint64 BusinessCalendar::workingMs(Instant from, Instant to) const
{
    return to <= from ? 0 : clockOf(*this).workingMs(reckonable(from.ms), reckonable(to.ms));
}

Instant BusinessCalendar::addWorkingMs(Instant from, qint64 ms) const
{
    return ms <= 0 ? from : Instant{clockOf(*this).addWorkingMs(reckonable(from.ms), ms)};
}

QDate BusinessCalendar::dateAt(Instant at) const
{
    const qint64 local = clockOf(*this).zone().toLocal(reckonable(at.ms));
    return QDate::fromJulianDay(epochJulianDay + floorDiv(local, msPerDay));
}

Instant BusinessCalendar::startOfDay(QDate day) const
{
    return {clockOf(*this).zone().firstAtOrAfter(std::clamp(dayNumber(day), -lastDay, lastDay) * msPerDay)};
}

} // namespace gatehouse::domain
