#include "cli/runbooktext.h"

#include "cli/clitext.h"
#include "cli/failure.h"
#include "cli/table.h"
#include "words/runbookwords.h"
#include "words/textmarks.h"

#include <QJsonArray>

namespace gatehouse::cli {

using domain::Runbook;
using domain::RunbookFinding;
using domain::RunbookHit;
using domain::RunbookHits;
using domain::RunbookPlace;
using domain::RunbookSection;
using domain::RunbookValues;

namespace {

// The section that was asked for and those below it; all of them where none was.
QList<RunbookSection> sectionsOf(const RunbookPlace &place)
{
    const QList<RunbookSection> &all = place.runbook->sections;
    if (place.section.isEmpty())
        return all;
    QList<RunbookSection> shown;
    for (const RunbookSection &section : all) {
        const bool isBelow = !shown.isEmpty() && section.level > shown.first().level;
        if (section.id == place.section || isBelow)
            shown.append(section);
        else if (!shown.isEmpty())
            break;
    }
    return shown;
}

QJsonObject sectionJson(const RunbookSection &section, const RunbookValues &values)
{
    return {{QStringLiteral("id"), section.id},
            {QStringLiteral("title"), domain::filled(section.title, values)},
            {QStringLiteral("level"), section.level},
            {QStringLiteral("step"), section.kind == domain::SectionKind::Step},
            {QStringLiteral("markdown"), domain::filled(section.markdown, values)}};
}

QString hitReference(const RunbookHit &hit)
{
    return hit.section.isEmpty() ? hit.runbook : hit.runbook + QLatin1Char('#') + hit.section;
}

} // namespace

QStringList runbookKindNames()
{
    QStringList names;
    for (int kind = 0; kind < domain::runbookKindCount; ++kind)
        names.append(domain::runbookKindName(domain::RunbookKind(kind)));
    return names;
}

QString runbookTable(const QList<Runbook> &runbooks, QDate today)
{
    Table table({CliText::tr("ID"), CliText::tr("KIND"), CliText::tr("SYMPTOM"), CliText::tr("TITLE"),
                 CliText::tr("REVIEWED")});
    for (const Runbook &runbook : runbooks) {
        const QString reviewed = runbook.reviewed.toString(Qt::ISODate);
        table.addRow({runbook.id, domain::runbookKindName(runbook.kind), runbook.symptom, runbook.title,
                      domain::isStale(runbook, today) ? CliText::tr("%1, stale", "a date").arg(reviewed) : reviewed});
    }
    return table.text();
}

QJsonObject runbookJson(const Runbook &runbook, QDate today)
{
    return {{QStringLiteral("id"), runbook.id},
            {QStringLiteral("title"), runbook.title},
            {QStringLiteral("kind"), QString(domain::runbookKindName(runbook.kind))},
            {QStringLiteral("symptom"), runbook.symptom},
            {QStringLiteral("owner"), runbook.owner},
            {QStringLiteral("version"), runbook.version},
            {QStringLiteral("reviewed"), runbook.reviewed.toString(Qt::ISODate)},
            {QStringLiteral("review_due"), domain::reviewDue(runbook).toString(Qt::ISODate)},
            {QStringLiteral("stale"), domain::isStale(runbook, today)},
            {QStringLiteral("minutes"), runbook.minutes},
            {QStringLiteral("aliases"), QJsonArray::fromStringList(runbook.aliases)}};
}

QString runbookPageText(const RunbookPlace &place, const RunbookValues &values, QDate today)
{
    const Runbook &page = *place.runbook;
    QString text =
        page.reference(place.section) + QStringLiteral(": ") + words::runbookFacts(page, today) + QStringLiteral(".\n");
    for (const RunbookSection &section : sectionsOf(place)) {
        text += QLatin1Char('\n') + QString(section.level, QLatin1Char('#')) + QLatin1Char(' ')
                + domain::filled(section.title, values) + QLatin1Char('\n');
        if (!section.markdown.isEmpty())
            text += QLatin1Char('\n') + domain::filled(section.markdown, values) + QLatin1Char('\n');
    }
    return text;
}

QJsonObject runbookPageJson(const RunbookPlace &place, const RunbookValues &values, QDate today)
{
    QJsonObject object = runbookJson(*place.runbook, today);
    QJsonObject shownValues;
    for (const QString &name : place.runbook->values)
        shownValues.insert(name, values.value(name));
    QJsonArray sections;
    for (const RunbookSection &section : sectionsOf(place))
        sections.append(sectionJson(section, values));
    object.insert(QStringLiteral("section"), place.section);
    object.insert(QStringLiteral("values"), shownValues);
    object.insert(QStringLiteral("sections"), sections);
    return object;
}

QString runbookHitsText(const RunbookHits &hits)
{
    if (hits.hits.isEmpty())
        return CliText::tr("Nothing found. gatehouse-admin runbook list shows them all.");
    QString text;
    if (hits.kind == RunbookHits::Kind::Nearest)
        text = CliText::tr("Nothing has all these words. These come closest:") + QLatin1Char('\n');
    Table table({CliText::tr("RUNBOOK"), CliText::tr("TITLE"), CliText::tr("TEXT")});
    for (const RunbookHit &hit : hits.hits)
        table.addRow({hitReference(hit), hit.heading.isEmpty() ? hit.title : hit.heading, hit.snippet});
    return text + table.text();
}

QJsonObject runbookHitsJson(const RunbookHits &hits)
{
    QJsonArray array;
    for (const RunbookHit &hit : hits.hits) {
        QJsonArray marks;
        for (const RunbookHit::Mark &mark : hit.marks)
            marks.append(QJsonArray{mark.from, mark.length});
        array.append(QJsonObject{{QStringLiteral("runbook"), hit.runbook},
                                 {QStringLiteral("section"), hit.section},
                                 {QStringLiteral("title"), hit.title},
                                 {QStringLiteral("heading"), hit.heading},
                                 {QStringLiteral("snippet"), hit.snippet},
                                 {QStringLiteral("marks"), marks}});
    }
    return {{QStringLiteral("nearest"), hits.kind == RunbookHits::Kind::Nearest}, {QStringLiteral("hits"), array}};
}

QString runbookFindingsText(const QList<RunbookFinding> &findings)
{
    QString text;
    for (const RunbookFinding &finding : findings) {
        const QString line = finding.line > 0 ? QLatin1Char(':') + QString::number(finding.line) : QString();
        text += finding.place + line + QStringLiteral(": ") + words::runbookProblemWords(finding) + QLatin1Char('\n');
    }
    return text;
}

QJsonObject runbookFindingsJson(const QList<RunbookFinding> &findings)
{
    QJsonArray array;
    for (const RunbookFinding &finding : findings)
        array.append(QJsonObject{{QStringLiteral("problem"), QString(domain::runbookProblemName(finding.problem))},
                                 {QStringLiteral("place"), finding.place},
                                 {QStringLiteral("line"), finding.line},
                                 {QStringLiteral("arguments"), QJsonArray::fromStringList(finding.arguments)},
                                 {QStringLiteral("message"), words::plain(words::runbookProblemWords(finding))}});
    return {{QStringLiteral("findings"), array}};
}

QList<domain::RunbookReference> commandLineReferences()
{
    const auto named = [](const Failure &failure) {
        return domain::RunbookReference{failure.words.runbook, QStringLiteral("command line ") + failure.code,
                                        failure.code};
    };
    return {named(usageFailure({}, {}, {})),
            named(existingFile({})),
            named(missingFolder({}, {})),
            named(unwritableFile({}, {})),
            {QStringLiteral("runbooks#check"), QStringLiteral("command line runbook check"), {}}};
}

} // namespace gatehouse::cli
