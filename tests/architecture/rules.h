#pragma once

#include "architecture/dependencylog.h"

namespace gatehouse::architecture {

// Each rule answers with one line per breach: where, and what to do about it. An empty list is a pass.

// An object includes a header of a room that its own may not use.
QStringList undeclaredArrows(const QList<CompiledObject> &objects, const QList<Room> &rooms);
// A room may use another and no object of it does. Wants a complete build.
QStringList unusedArrows(const QList<CompiledObject> &objects, const QList<Room> &rooms);
// Rooms that use each other in a circle, which static libraries would allow.
QStringList circles(const QList<Room> &rooms);
// An object includes headers of a Qt module outside its room's list. What an allowed module itself includes is allowed.
QStringList undeclaredQtModules(const QList<CompiledObject> &objects, const QList<Room> &rooms);
// A declared room without a single object in the log: nothing would be proven about it.
QStringList roomsWithoutObjects(const QList<CompiledObject> &objects, const QList<Room> &rooms);

// A word that only some places may use.
struct Reserved
{
    QString pattern;       // regular expression over the code without its comments and literals
    QStringList allowedIn; // folders end in "/", others are files; relative to the sources
    QString why;
};

const QList<Reserved> &reservedWords();
// Breaches of the reserved words in one file's text.
QStringList reservedWordsIn(const QString &file, const QString &text);
// A room's README.md is there and at most 40 lines long.
QStringList readmeBreaches(const QString &sourceDir, const QList<Room> &rooms);
// No .cpp is longer than 600 lines.
QStringList lengthBreaches(const QString &file, const QString &text);

// The code with comments and the insides of literals blanked, lines kept.
QString withoutCommentsAndLiterals(const QString &text);

} // namespace gatehouse::architecture
