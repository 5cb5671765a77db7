#pragma once

#include "cli/failure.h"
#include "domain/playbook.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::cli {

class Session;

// What stands for a value: decides what a shell completes, and whether it may be empty. Only Text may: it is content,
// which the operation judges. The others name something, and an empty name is a mistake of the call.
enum class ValueKind { None, Text, Word, File, Folder };
// The values that a Word takes, where they can be listed.
using Choices = QStringList (*)(const domain::PlaybookSource &playbooks);

enum class Occurrence { Optional, Required, Repeated };

struct Option
{
    const char *name;        // without the dashes
    const char *placeholder; // "FILE"; nullptr for a flag
    const char *help;        // one sentence, translated with context "Verbs"
    ValueKind value = ValueKind::Text;
    Occurrence occurrence = Occurrence::Optional;
    Choices choices = nullptr;
};

struct Argument
{
    const char *name; // "PARTNER"
    const char *help;
    ValueKind value = ValueKind::Word;
    Occurrence occurrence = Occurrence::Required; // Repeated: once or more; the last one only
};

enum class Effect { Reads, Changes };

// One row of the table that parsing, help, completion and the man page are made of.
struct Verb
{
    const char *name;          // "partner submit"
    const char *summary;       // one sentence without a full stop
    const char *description;   // more, for its own help and the man page; may be nullptr
    QList<Argument> arguments; // all needed, in order
    QList<Option> options;     // --request comes by itself where the effect is Changes
    Effect effect;
    Outcome (*run)(Session &session);
    const char *example = nullptr; // lines for its own help and the man page, as they are
    // Its own options as usage shows them, where some go together or exclude each other; else one after the other.
    const char *optionUsage = nullptr;
};

// In the order in which help lists them.
const QList<Verb> &verbs();
// Those that every verb takes.
const QList<Option> &globalOptions();
// --request, for verbs that change something.
const Option &requestOption();
// The verb's own options, --request where it changes something, then the global ones.
QList<Option> optionsOf(const Verb &verb);

const Verb *findVerb(const QString &name);
// "partner submit" and the like begin with a noun; empty names of none.
bool isNoun(const QString &word);
// "partner": its verbs.
QList<const Verb *> verbsOfNoun(const QString &noun);

// "gatehouse-admin partner submit --file FILE --playbook ID [--submitter SUBJECT]"
QString usageOf(const Verb &verb);
QString textOf(const char *translatable);

} // namespace gatehouse::cli
