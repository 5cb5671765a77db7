#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/session.h"
#include "cli/table.h"
#include "words/durationwords.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/statuswords.h"

#include <QFileInfo>

namespace gatehouse::cli {

namespace {

using domain::Playbook;

// The largest of ours has a few hundred lines.
constexpr qint64 playbookMostBytes = 1024LL * 1024;

Facts playbookFacts(const Playbook &playbook)
{
    Facts facts;
    facts.add(CliText::tr("Playbook"), CliText::tr("%1 (%2), version %3", "title, id, number")
                                           .arg(playbook.title, playbook.id, QString::number(playbook.version)));
    facts.add(CliText::tr("From"), playbook.sourceDocument);
    facts.add(CliText::tr("Approver"), playbook.approver ? words::roleWords(*playbook.approver) : QString());
    if (playbook.deciders > 1)
        facts.add(CliText::tr("Deciders"), CliText::tr("%1 people, the second within %2 hours", "two numbers")
                                               .arg(playbook.deciders)
                                               .arg(playbook.secondWithinHours));
    if (playbook.approvalValidDays > 0)
        facts.add(CliText::tr("Approval stands"), words::durationWords(playbook.approvalValidDays * base::msPerDay));
    return facts;
}

QString phasesText(const Playbook &playbook)
{
    Table table(
        {CliText::tr("PHASE"), CliText::tr("STAGE"), CliText::tr("STEP"), CliText::tr("OWNER"), CliText::tr("SOURCE")});
    for (const domain::PhaseRule &phase : playbook.phases) {
        for (const domain::ItemRule &step : phase.items)
            table.addRow(
                {phase.title, words::stageWords(phase.stage), step.title, words::ownerWords(step.owner), step.source});
    }
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.text();
}

QString documentsText(const Playbook &playbook)
{
    Table table({CliText::tr("DOCUMENT"), CliText::tr("KIND"), CliText::tr("VALID FOR")});
    for (const domain::DocumentRule &rule : playbook.documents)
        table.addRow({rule.title, rule.kind,
                      rule.validityDays > 0 ? words::durationWords(rule.validityDays * base::msPerDay)
                                            : CliText::tr("without limit")});
    Table reasons({CliText::tr("ASKED AGAIN"), CliText::tr("REASON"), CliText::tr("IN WORDS")});
    for (const domain::DocumentRule &rule : playbook.documents) {
        for (const domain::ReasonRule &reason : rule.reasons)
            reasons.addRow({rule.kind, reason.code, reason.title});
    }
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.text() + QLatin1Char('\n') + reasons.text();
}

QString accessText(const Playbook &playbook)
{
    Table table({CliText::tr("ACCESS"), CliText::tr("ACTION"), CliText::tr("WHEN CLOSED")});
    for (const domain::AccessRule &rule : playbook.access)
        table.addRow({rule.title, rule.gate, rule.guidance});
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.text();
}

QString clocksText(const Playbook &playbook)
{
    Table table({CliText::tr("CLOCK"), CliText::tr("TARGET"), CliText::tr("NOTE")});
    for (const domain::SlaRule &rule : playbook.slas)
        table.addRow({rule.title,
                      words::durationWords(rule.targetMinutes * base::msPerMinute, {playbook.calendar.workingDayMs()}),
                      rule.note});
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.text();
}

QString partsText(const Playbook &playbook)
{
    QString text;
    Table profiles({CliText::tr("PROFILE"), CliText::tr("APPROVED BY"), CliText::tr("WAITS FOR")});
    for (const domain::ProfileRule &rule : playbook.profiles)
        profiles.addRow({rule.title, words::roleWords(rule.approvedBy), rule.waitsFor});
    Table levels({CliText::tr("LEVEL"), CliText::tr("CONTACT"), CliText::tr("ANSWERS WITHIN")});
    for (const domain::EscalationRule &rule : playbook.escalation)
        levels.addRow({rule.title, rule.contact, words::durationWords(rule.respondMinutes * base::msPerMinute)});
    Table templates({CliText::tr("TEMPLATE"), CliText::tr("TITLE")});
    for (const domain::TemplateRule &rule : playbook.templates)
        templates.addRow({rule.id, rule.title});
    for (const Table *table : {&profiles, &levels, &templates}) {
        if (!table->isEmpty())
            text += QLatin1Char('\n') + table->text();
    }
    return text;
}

} // namespace

Outcome listPlaybooks(Session &session)
{
    const QList<Playbook> playbooks = session.environment().playbooks().latest();
    if (session.format() == Format::Json) {
        QJsonArray array;
        for (const Playbook &playbook : playbooks)
            array.append(QJsonObject{{QStringLiteral("id"), playbook.id},
                                     {QStringLiteral("version"), playbook.version},
                                     {QStringLiteral("title"), playbook.title},
                                     {QStringLiteral("digest"), playbook.digest}});
        QJsonArray findings;
        for (const base::Error &finding : session.environment().playbooks().findings())
            findings.append(words::oneLine(finding));
        session.printJson({{QStringLiteral("playbooks"), array}, {QStringLiteral("findings"), findings}});
        return {};
    }
    // What is wrong with a file of the team's own stops nothing, and is said.
    QString wrong;
    for (const base::Error &finding : session.environment().playbooks().findings())
        wrong += QLatin1Char('\n') + words::oneLine(finding);
    Table table({CliText::tr("ID"), CliText::tr("VERSION"), CliText::tr("TITLE")});
    for (const Playbook &playbook : playbooks)
        table.addRow({playbook.id, QString::number(playbook.version), playbook.title});
    session.printText((table.isEmpty() ? CliText::tr("No playbooks.") : table.text()) + wrong);
    return {};
}

Outcome showPlaybook(Session &session)
{
    auto playbook = session.environment().playbooks().playbook(session.arguments().positionals.value(0));
    if (!playbook)
        return failureOf(playbook.error());
    if (session.format() == Format::Json)
        session.printJson(playbookJson(*playbook));
    else
        session.printText(playbookFacts(*playbook).text() + phasesText(*playbook) + documentsText(*playbook)
                          + accessText(*playbook) + clocksText(*playbook) + partsText(*playbook));
    return {};
}

Outcome validatePlaybook(Session &session)
{
    const QString name = session.arguments().positionals.value(0);
    auto bytes = Session::readFile(name, playbookMostBytes);
    if (!bytes)
        return failureOf(bytes.error());
    auto playbook = session.environment().readPlaybook(*bytes, QFileInfo(name).fileName());
    if (!playbook)
        return failureOf(playbook.error());
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("valid"), true},
                           {QStringLiteral("id"), playbook->id},
                           {QStringLiteral("version"), playbook->version},
                           {QStringLiteral("digest"), playbook->digest}});
    else
        session.printText(CliText::tr("%1 is a valid playbook: %2, version %3.", "a file, an id, a number")
                              .arg(name, playbook->id, QString::number(playbook->version)));
    return {};
}

} // namespace gatehouse::cli
