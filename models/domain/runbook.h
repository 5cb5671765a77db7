#pragma once

#include "base/result.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::domain {

enum class RunbookKind { Troubleshooting, Procedure, Reference, Dashboard, Template };
inline constexpr int runbookKindCount = 5;
QLatin1StringView runbookKindName(RunbookKind kind); // "troubleshooting", ..., in files and JSON
std::optional<RunbookKind> runbookKindOf(QStringView name);

enum class SectionKind { Text, Step }; // a Step can be ticked into a run log

// A heading with what stands below it, up to the next heading of any level.
struct RunbookSection
{
    QString id;    // "notes", unique in the page; empty for the page's own beginning
    QString title; // without markup
    int level = 1; // of the heading: 1 is the page's title
    SectionKind kind = SectionKind::Text;
    int line = 1;     // of the heading in the file
    QString markdown; // CommonMark with tables, without the heading
    QString words;    // the same as plain words, for a search
};

struct RunbookLink
{
    QString target; // as written: "approvals.md#notes", "#notes", "gatehouse://board"
    int line = 1;
};

// A line of a fenced block "sh": something to be typed.
struct RunbookCommand
{
    QString text;
    int line = 1;
};

struct Runbook
{
    QString id; // the file's name without ".md"
    QString title;
    RunbookKind kind = RunbookKind::Reference;
    QString symptom; // of Troubleshooting only: what somebody sees
    QString owner;   // a team
    int version = 1; // 1, 2, ...
    QDate reviewed;
    int reviewEveryDays = 180;      // calendar days
    int minutes = 0;                // to read it and do it
    QStringList aliases;            // paths by which other documents name it: "docs/runbooks/dlq-growth.md"
    QStringList values;             // placeholders worth showing beside the page
    QList<RunbookSection> sections; // the first is the page's beginning
    QList<RunbookLink> links;
    QList<RunbookCommand> commands;
    QString file;      // its name, for messages
    QString text;      // the whole body as written, without the front matter
    int firstLine = 1; // of `text` in the file

    const RunbookSection *section(const QString &id) const;
    // Its link, "approvals#notes"; "approvals" for the page itself.
    QString reference(const QString &sectionId) const;
};

// What is wrong with a runbook, or with the runbooks as a whole. Behind each: its arguments.
enum class RunbookProblem {
    Unreadable,         // reason of the operating system
    TooLarge,           // the most, in KiB or characters a line, with unit: "KiB", "characters a line", "lines", ...
    NotUtf8,            //
    Forbidden,          // the character as U+0000
    NoFrontMatter,      //
    KeyUnknown,         // key
    KeyMissing,         // key
    KeyTwice,           // key
    ValueWrong,         // key, what is expected (English, as of playbooks)
    NameDiffers,        // id, the id that the file's name says
    NoTitle,            // nothing; not exactly one heading of level 1, at the beginning
    HeadingDeep,        // level
    SectionTwice,       // section id
    Html,               // beginning of it
    Picture,            // target
    PlaceholderUnknown, // name
    PlaceholderTyped,   // name: what it stands for was typed by people and must not become part of a command
    LinkForeign,        // target: neither a runbook nor a place of the program
    LinkBroken,         // target: no such runbook or section
    AliasTwice,         // alias, id of the other runbook
    ReferenceMissing,   // nothing: a place of the program that names no section, e.g. an error code
    ReferenceBroken,    // target: named by the program, and no such runbook or section
    Orphan,             // nothing: nothing leads to it
    Stale,              // reviewed, due (YYYY-MM-DD)
};

struct RunbookFinding
{
    RunbookProblem problem = RunbookProblem::Unreadable;
    QString place; // file name; for Reference...: what names it, "error code access-closed"
    int line = 0;  // in the file; 0: the whole of it
    QStringList arguments;

    friend bool operator==(const RunbookFinding &, const RunbookFinding &) = default;
};
QLatin1StringView runbookProblemName(RunbookProblem problem); // "link-broken", ..., in JSON

// Where runbooks come from. Thread-safe, fixed once made.
class RunbookSource
{
public:
    virtual ~RunbookSource() = default;
    // By kind, then by title.
    virtual const QList<Runbook> &all() const = 0;
    // What was wrong with files that were not taken.
    virtual const QList<RunbookFinding> &findings() const = 0;
};

struct RunbookPlace
{
    const Runbook *runbook = nullptr; // lives as long as its source
    QString section;                  // id; empty: the beginning
};

// `reference`: "id", "alias", "id.md", each with "#section" or not. Error: NotFound/RunbookNotFound with at most three
// references that are called almost so.
base::Result<RunbookPlace> placeOf(const RunbookSource &source, const QString &reference);
// The ids of the runbooks whose ids, titles, symptoms and aliases are most like `text`, best first.
QStringList runbooksLike(const QList<Runbook> &runbooks, const QString &text, int most);

// Calendar days: the last one on which the page counts as reviewed, and whether that is before `today`.
QDate reviewDue(const Runbook &runbook);
bool isStale(const Runbook &runbook, QDate today);

// "Notes and evidence" -> "notes-and-evidence"; "section" when no letter or digit remains. The id of a heading that
// names none.
QString headingSlug(const QString &title);

// What may stand between "{{" and "}}", e.g. "partner.slug", in the order of the documentation.
const QStringList &runbookPlaceholders();
struct PlaceholderUse
{
    QString name;
    int line = 1; // counted from 1 in the text
};
QList<PlaceholderUse> placeholdersIn(const QString &text);
// Placeholder -> value. One without a value reads as its words in angle brackets, <partner slug>; a name that is none
// stays as it is.
using RunbookValues = QHash<QString, QString>;
QString filled(const QString &text, const RunbookValues &values);

} // namespace gatehouse::domain
