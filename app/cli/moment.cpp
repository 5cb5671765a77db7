#include "cli/moment.h"

#include <QDateTime>
#include <QRegularExpression>

namespace gatehouse::cli {

using base::Instant;

base::Result<Instant> readMoment(const QString &text, const QString &field, Instant now)
{
    static const QRegularExpression span(QStringLiteral("^([1-9][0-9]{0,3})([hd])$"));
    static const QRegularExpression day(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    static const QRegularExpression zoned(QStringLiteral("T.*(Z|[+-][0-9]{2}:?[0-9]{2})$"));
    const QString given = text.trimmed();
    if (const auto match = span.match(given); match.hasMatch()) {
        const qint64 unit = match.captured(2) == QLatin1StringView("h") ? base::msPerHour : base::msPerDay;
        return now + match.captured(1).toLongLong() * unit;
    }
    if (day.match(given).hasMatch()) {
        const QDate date = QDate::fromString(given, Qt::ISODate);
        if (date.isValid())
            return Instant::fromDateTime(date.startOfDay());
    }
    const QDateTime time = QDateTime::fromString(given, Qt::ISODateWithMs);
    if (time.isValid() && zoned.match(given).hasMatch())
        return Instant::fromDateTime(time);
    return base::Error{base::ErrorKind::Invalid, base::ErrorCode::MomentMalformed, field, {given}};
}

} // namespace gatehouse::cli
