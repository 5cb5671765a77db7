#include "formats/frontmatter.h"

#include <QHash>
#include <QRegularExpression>

#include <functional>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using domain::Runbook;
using domain::RunbookFinding;
using domain::RunbookKind;
using Problem = domain::RunbookProblem;

namespace {

constexpr int titleMost = 120;
constexpr int numberMost = 100000;

// What a key's value was expected to be, in English, as playbooks say it; empty: it was read.
using ReadKey = std::function<QString(const QString &value, Runbook &runbook)>;

QString readNumber(const QString &value, int least, int &number)
{
    bool isNumber = false;
    const int read = value.toInt(&isNumber);
    if (!isNumber || read < least || read > numberMost)
        return u"a whole number from %1 to %2"_s.arg(least).arg(numberMost);
    number = read;
    return {};
}

QString readText(const QString &value, QString &text)
{
    if (value.isEmpty() || value.size() > titleMost)
        return u"1 to %1 characters"_s.arg(titleMost);
    text = value;
    return {};
}

QString readNames(const QString &value, QStringList &names)
{
    for (const QString &name : value.split(u',', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    names.removeAll(QString());
    if (QStringList once = names; once.removeDuplicates() > 0)
        return u"each name once, between commas"_s;
    return {};
}

QString readId(const QString &value, Runbook &runbook)
{
    static const QRegularExpression shape(u"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"_s);
    if (!shape.match(value).hasMatch())
        return u"1 to 64 lower-case letters, digits and hyphens"_s;
    runbook.id = value;
    return {};
}

QString readKind(const QString &value, Runbook &runbook)
{
    const auto kind = domain::runbookKindOf(value);
    if (kind) {
        runbook.kind = *kind;
        return {};
    }
    QStringList names;
    for (int one = 0; one < domain::runbookKindCount; ++one)
        names.append(domain::runbookKindName(RunbookKind(one)));
    return u"one of "_s + names.join(u", "_s);
}

QString readDate(const QString &value, Runbook &runbook)
{
    static const QRegularExpression shape(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    const QDate date = shape.match(value).hasMatch() ? QDate::fromString(value, Qt::ISODate) : QDate();
    if (!date.isValid())
        return u"a date as 2026-03-01"_s;
    runbook.reviewed = date;
    return {};
}

const QHash<QString, ReadKey> &readers()
{
    static const QHash<QString, ReadKey> all{
        {u"id"_s, readId},
        {u"title"_s, [](const QString &value, Runbook &page) { return readText(value, page.title); }},
        {u"kind"_s, readKind},
        {u"symptom"_s, [](const QString &value, Runbook &page) { return readText(value, page.symptom); }},
        {u"owner"_s, [](const QString &value, Runbook &page) { return readText(value, page.owner); }},
        {u"version"_s, [](const QString &value, Runbook &page) { return readNumber(value, 1, page.version); }},
        {u"reviewed"_s, readDate},
        {u"review_every_days"_s,
         [](const QString &value, Runbook &page) { return readNumber(value, 1, page.reviewEveryDays); }},
        {u"minutes"_s, [](const QString &value, Runbook &page) { return readNumber(value, 0, page.minutes); }},
        {u"aliases"_s, [](const QString &value, Runbook &page) { return readNames(value, page.aliases); }},
        {u"values"_s, [](const QString &value, Runbook &page) { return readNames(value, page.values); }},
    };
    return all;
}

// Troubleshooting has a symptom, nothing else has one.
QStringList missingKeys(const QHash<QString, int> &given, const Runbook &runbook)
{
    QStringList missing;
    for (const QString &key : {u"id"_s, u"title"_s, u"kind"_s, u"owner"_s, u"version"_s, u"reviewed"_s,
                               u"review_every_days"_s, u"minutes"_s}) {
        if (!given.contains(key))
            missing.append(key);
    }
    if (runbook.kind == RunbookKind::Troubleshooting && !given.contains(u"symptom"_s))
        missing.append(u"symptom"_s);
    return missing;
}

} // namespace

int readFrontMatter(const QStringList &lines, Runbook &runbook, QList<RunbookFinding> &findings)
{
    const QString fence = u"---"_s;
    const qsizetype end = lines.value(0).trimmed() == fence ? lines.indexOf(fence, 1) : -1;
    if (end < 0) {
        findings.append({Problem::NoFrontMatter, runbook.file, 1, {}});
        return 0;
    }
    QHash<QString, int> given; // key -> its line
    for (int at = 1; at < end; ++at) {
        const int line = at + 1;
        const qsizetype colon = lines[at].indexOf(u':');
        const QString key = (colon < 0 ? lines[at] : lines[at].left(colon)).trimmed();
        if (key.isEmpty() && colon < 0)
            continue;
        const auto reader = readers().constFind(key);
        if (colon < 0 || reader == readers().constEnd()) {
            findings.append({Problem::KeyUnknown, runbook.file, line, {key}});
            continue;
        }
        if (given.contains(key))
            findings.append({Problem::KeyTwice, runbook.file, line, {key}});
        given.insert(key, line);
        if (const QString expected = (*reader)(lines[at].mid(colon + 1).trimmed(), runbook); !expected.isEmpty())
            findings.append({Problem::ValueWrong, runbook.file, line, {key, expected}});
    }
    for (const QString &key : missingKeys(given, runbook))
        findings.append({Problem::KeyMissing, runbook.file, 1, {key}});
    if (runbook.kind != RunbookKind::Troubleshooting && given.contains(u"symptom"_s))
        findings.append({Problem::ValueWrong,
                         runbook.file,
                         given.value(u"symptom"_s),
                         {u"symptom"_s, u"only where kind is troubleshooting"_s}});
    return int(end) + 1;
}

} // namespace gatehouse::formats
