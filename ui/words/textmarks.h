#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::words {

// Data (a name, a duration, an id) between U+2068 and U+2069, so that text of another direction around it, or inside
// it, can't turn the sentence around. Empty text stays empty. Already isolated text is not isolated again.
QString isolate(const QString &data);

// The text as a terminal, a file or a comparison wants it: without direction marks, figure spaces as plain spaces
// (leading ones dropped).
QString plain(const QString &text);

// "a, b and c" by the locale's rules, each item isolated.
QString listOf(const QStringList &items);

} // namespace gatehouse::words
