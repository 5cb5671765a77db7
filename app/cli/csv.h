#pragma once

#include <QByteArray>
#include <QStringList>

namespace gatehouse::cli {

// A record by RFC 4180: every field quoted, CRLF at the end, UTF-8. A field that a spreadsheet would take for a formula
// (it begins with = + - @, a tab or a line break, blanks before it aside) gets an apostrophe in front.
// https://owasp.org/www-community/attacks/CSV_Injection
QByteArray csvRecord(const QStringList &fields);

} // namespace gatehouse::cli
