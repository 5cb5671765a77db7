#pragma once

#include "base/instant.h"

#include <QString>

namespace gatehouse::words {

// How long a day is in the time that is being told: 24 hours on the wall, the calendar's hours for working time.
struct DayLength
{
    qint64 ms = base::msPerDay;
};
inline constexpr DayLength wallDay{};
// 9:00 to 17:00, domain::BusinessCalendar's default, for where no calendar is at hand.
inline constexpr DayLength eightHourDay{8 * base::msPerHour};

// Figures: numbers take two digits' room (U+2007), so that a column of durations aligns.
enum class Padding { None, Figures };

// The two largest units: "2 d 4 h", "1 h 05 m", "40 m", "< 1 m". A second unit of zero is left out, and hours from
// ten days on. Rounded down; the sign is dropped: the sentence around it says left or over. Not isolated.
QString durationWords(qint64 ms, DayLength day = wallDay, Padding padding = Padding::None);

// The same in full, for screen readers and tooltips: "3 hours 40 minutes".
QString durationSentence(qint64 ms, DayLength day = wallDay);

// The largest unit alone: "2 d", "3 h".
QString roughDuration(qint64 ms, DayLength day = wallDay);

} // namespace gatehouse::words
