#pragma once

#include <QDateTime>
#include <QString>

#include <compare>

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

inline Instant operator+(Instant at, qint64 ms)
{
    return {at.ms + ms};
}
inline qint64 operator-(Instant to, Instant from)
{
    return to.ms - from.ms;
}

inline constexpr qint64 msPerSecond = 1000;
inline constexpr qint64 msPerMinute = 60 * msPerSecond;
inline constexpr qint64 msPerHour = 60 * msPerMinute;
inline constexpr qint64 msPerDay = 24 * msPerHour;

} // namespace gatehouse::base
