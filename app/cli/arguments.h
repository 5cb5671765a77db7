#pragma once

#include "cli/verb.h"

#include <QHash>

#include <variant>

namespace gatehouse::cli {

// What a call asks for, taken apart by the table of verbs.
struct Arguments
{
    const Verb *verb = nullptr;
    QStringList positionals;
    QHash<QString, QStringList> options;

    bool isSet(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option).value(0); }
    QStringList values(const QString &option) const { return options.value(option); }
};

// Help asked for: of a verb ("partner submit"), a noun ("partner") or all (empty).
struct HelpRequest
{
    QString topic;
};
enum class Printout { Version, BashCompletion, ManPage };

using Call = std::variant<Arguments, HelpRequest, Printout, Failure>;

// `words` are the program's arguments without its name. A Failure is exit 2 and names the nearest match.
Call parseArguments(const QStringList &words);
// Whether --json stands among the words, for a call that could not be understood.
enum class Format { Human, Json };
Format formatOf(const QStringList &words);

// The candidate that differs least from `word`, or an empty string when none is close.
QString nearestMatch(const QString &word, const QStringList &candidates);

} // namespace gatehouse::cli
