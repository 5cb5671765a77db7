#include "words/durationwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::words {

namespace {

struct DurationText
{
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

// From here on hours say nothing that a reader would act on.
constexpr qint64 daysAlone = 10;

struct Parts
{
    qint64 days = 0;
    qint64 hours = 0;
    qint64 minutes = 0;
};

Parts partsOf(qint64 ms, DayLength day)
{
    const qint64 length = day.ms > 0 ? day.ms : base::msPerDay;
    const qint64 all = qAbs(ms);
    const qint64 rest = all % length;
    return {all / length, rest / base::msPerHour, rest % base::msPerHour / base::msPerMinute};
}

QString number(qint64 value, Padding padding)
{
    const QString digits = QLocale().toString(value);
    return padding == Padding::Figures ? digits.rightJustified(2, QChar(0x2007)) : digits;
}

QString twoDigits(qint64 value)
{
    const QLocale locale;
    return locale.toString(value).rightJustified(2, locale.zeroDigit().front());
}

QString countedDays(qint64 n)
{
    return n == 1 ? DurationText::tr("1 day") : DurationText::tr("%n days", nullptr, int(n));
}

QString countedHours(qint64 n)
{
    return n == 1 ? DurationText::tr("1 hour") : DurationText::tr("%n hours", nullptr, int(n));
}

QString countedMinutes(qint64 n)
{
    return n == 1 ? DurationText::tr("1 minute") : DurationText::tr("%n minutes", nullptr, int(n));
}

} // namespace

QString durationWords(qint64 ms, DayLength day, Padding padding)
{
    const Parts parts = partsOf(ms, day);
    if (parts.days > 0 && (parts.hours == 0 || parts.days >= daysAlone))
        return DurationText::tr("%1 d", "days").arg(number(parts.days, padding));
    if (parts.days > 0)
        return DurationText::tr("%1 d %2 h", "days and hours")
            .arg(number(parts.days, padding), number(parts.hours, padding));
    if (parts.hours > 0 && parts.minutes == 0)
        return DurationText::tr("%1 h", "hours").arg(number(parts.hours, padding));
    if (parts.hours > 0)
        return DurationText::tr("%1 h %2 m", "hours and minutes")
            .arg(number(parts.hours, padding), twoDigits(parts.minutes));
    if (parts.minutes > 0)
        return DurationText::tr("%1 m", "minutes").arg(number(parts.minutes, padding));
    return DurationText::tr("< 1 m", "less than a minute");
}

QString durationSentence(qint64 ms, DayLength day)
{
    const Parts parts = partsOf(ms, day);
    if (parts.days > 0 && (parts.hours == 0 || parts.days >= daysAlone))
        return countedDays(parts.days);
    if (parts.days > 0)
        return DurationText::tr("%1 %2", "days, then hours").arg(countedDays(parts.days), countedHours(parts.hours));
    if (parts.hours > 0 && parts.minutes == 0)
        return countedHours(parts.hours);
    if (parts.hours > 0)
        return DurationText::tr("%1 %2", "hours, then minutes")
            .arg(countedHours(parts.hours), countedMinutes(parts.minutes));
    if (parts.minutes > 0)
        return countedMinutes(parts.minutes);
    return DurationText::tr("less than a minute");
}

QString roughDuration(qint64 ms, DayLength day)
{
    const Parts parts = partsOf(ms, day);
    if (parts.days > 0)
        return DurationText::tr("%1 d", "days").arg(number(parts.days, Padding::None));
    if (parts.hours > 0)
        return DurationText::tr("%1 h", "hours").arg(number(parts.hours, Padding::None));
    return durationWords(ms, day);
}

} // namespace gatehouse::words
