#include "cli/csv.h"

namespace gatehouse::cli {

namespace {

bool startsFormula(const QString &field)
{
    // The full-width forms of = + - @ as well: some spreadsheets fold them.
    static const QString starts = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    for (const QChar c : field) {
        if (starts.contains(c))
            return true;
        if (!c.isSpace())
            return false;
    }
    return false;
}

} // namespace

QByteArray csvRecord(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields) {
        if (startsFormula(field))
            field.prepend(QLatin1Char('\''));
        field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        quoted.append(QLatin1Char('"') + field + QLatin1Char('"'));
    }
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace gatehouse::cli
