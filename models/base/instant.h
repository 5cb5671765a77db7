#pragma once

#include <QDateTime>
#include <QString>
#include <QtCore/qnumeric.h>

#include <compare>
#include <limits>

namespace gatehouse::base {

// A point in time, milliseconds since 1970-01-01T00:00Z. Everything stored and compared is one of these; local time
// appears only where a person reads it.
struct Instant
{
    qint64 ms = 0;

    friend auto operator<=>(const Instant &, const Instant &) = default;

    QDateTime toUtc() const;
    QString toIso() const; // 2026-03-12T14:22:05.123Z
    static Instant fromDateTime(const QDateTime &time);
};

// Both end at the limits of qint64: a row may hold any number, and what is computed of it is shown, not trusted.
inline Instant operator+(Instant at, qint64 ms)
{
    qint64 sum = 0;
    if (!qAddOverflow(at.ms, ms, &sum))
        return {sum};
    return {ms < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max()};
}
inline qint64 operator-(Instant to, Instant from)
{
    qint64 difference = 0;
    if (!qSubOverflow(to.ms, from.ms, &difference))
        return difference;
    return to < from ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

inline constexpr qint64 msPerSecond = 1000;
inline constexpr qint64 msPerMinute = 60 * msPerSecond;
inline constexpr qint64 msPerHour = 60 * msPerMinute;
inline constexpr qint64 msPerDay = 24 * msPerHour;

} // namespace gatehouse::base
