#include "words/datewords.h"

#include "words/durationwords.h"
#include "words/textmarks.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::words {

namespace {

struct DateText
{
    Q_DECLARE_TR_FUNCTIONS(DateText)
};

} // namespace

QString dayWords(QDate day, QDate today)
{
    const QString format = day.year() == today.year()
                               ? DateText::tr("d MMM", "Date within the current year; letters as in QLocale::toString")
                               : DateText::tr("d MMM yyyy", "Date in another year; letters as in QLocale::toString");
    return QLocale().toString(day, format);
}

QString storedDayWords(const QString &isoDate, QDate today)
{
    const QDate day = QDate::fromString(isoDate, Qt::ISODate);
    return day.isValid() ? dayWords(day, today) : isoDate;
}

QString dateTimeWords(base::Instant at, base::Instant now, const QTimeZone &zone)
{
    const QDateTime local = at.toUtc().toTimeZone(zone);
    const QString format =
        local.date().year() == now.toUtc().toTimeZone(zone).date().year()
            ? DateText::tr("ddd d MMM HH:mm", "Date and time within the current year; letters as in QLocale::toString")
            : DateText::tr("d MMM yyyy HH:mm", "Date and time in another year; letters as in QLocale::toString");
    return QLocale().toString(local, format);
}

QString momentWords(base::Instant at, base::Instant now, const QTimeZone &zone)
{
    const qint64 past = now - at;
    if (past >= 0 && past < base::msPerMinute)
        return DateText::tr("just now");
    if (past >= 0 && past < base::msPerDay)
        return DateText::tr("%1 ago", "a duration").arg(isolate(durationWords(past)));
    if (past < 0 && past > -base::msPerDay)
        return DateText::tr("in %1", "a duration").arg(isolate(durationWords(past)));
    return dateTimeWords(at, now, zone);
}

QString exactMoment(base::Instant at, const QTimeZone &zone)
{
    const QDateTime local = at.toUtc().toTimeZone(zone);
    const QString format = DateText::tr("d MMM yyyy HH:mm:ss", "Exact date and time; letters as in QLocale::toString");
    return DateText::tr("%1 %2", "exact time, then its zone")
        .arg(QLocale().toString(local, format), zone.abbreviation(local));
}

} // namespace gatehouse::words
