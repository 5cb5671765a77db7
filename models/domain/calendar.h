#pragma once

#include "base/instant.h"

#include <QDate>
#include <QSet>
#include <QTime>
#include <QTimeZone>

namespace gatehouse::domain {

using base::Instant;

// When work is done: weekdays and hours in one time zone, minus holidays. Durations are working milliseconds. On days
// where daylight saving moves the clock, an hour that does not exist is not worked and an hour that exists twice counts
// twice if it lies within the hours. Instants that lie millions of years away count as the last that can be reckoned
// with: a row may hold any number. Any thread; cost grows with the clock changes in between, not with the days.
struct BusinessCalendar
{
    QByteArray zone = "UTC"; // IANA id; one that the system doesn't know counts as UTC
    QTime opens = QTime(9, 0);
    QTime closes = QTime(17, 0);           // after opens, same day
    QList<int> weekdays = {1, 2, 3, 4, 5}; // Qt::DayOfWeek
    QSet<QDate> holidays;

    bool isWorkingDay(QDate day) const;
    qint64 workingDayMs() const; // opens to closes
    // Working time between two instants; 0 when to <= from.
    qint64 workingMs(Instant from, Instant to) const;
    // The earliest instant by which `ms` of working time have passed since `from`; `from` itself for ms <= 0.
    // Searches ten years (3653 days) ahead; a calendar that never works gives Instant of that horizon.
    Instant addWorkingMs(Instant from, qint64 ms) const;

    // The date on the wall in the calendar's zone, and the instant at which that date begins there.
    QDate dateAt(Instant at) const;
    Instant startOfDay(QDate day) const;

    friend bool operator==(const BusinessCalendar &, const BusinessCalendar &) = default;
};

} // namespace gatehouse::domain
