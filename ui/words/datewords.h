#pragma once

#include "base/instant.h"

#include <QDate>
#include <QTimeZone>

namespace gatehouse::words {

// "24 Feb", or "24 Feb 2025" in another year than today's.
QString dayWords(QDate day, QDate today);
// The same for a stored date (YYYY-MM-DD); what is no date is given back as it is.
QString storedDayWords(const QString &isoDate, QDate today);

// "Tue 10 Mar 10:42", with the year where it is another than now's. For what is due: a clock beside it may count
// working time, and two durations of two kinds contradict each other.
QString dateTimeWords(base::Instant at, base::Instant now, const QTimeZone &zone = QTimeZone::systemTimeZone());
// Under 24 hours: "2 h 05 m ago" or "in 2 h 05 m"; beyond: as dateTimeWords().
QString momentWords(base::Instant at, base::Instant now, const QTimeZone &zone = QTimeZone::systemTimeZone());
// For tooltips and lists: date, time to the second and zone, always in full.
QString exactMoment(base::Instant at, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace gatehouse::words
