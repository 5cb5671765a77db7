#include "cli/itemtext.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/table.h"
#include "domain/itemvalue.h"
#include "words/itemwords.h"
#include "words/namewords.h"

namespace gatehouse::cli {

namespace {

using domain::ItemAct;
using domain::ItemRule;
using domain::ItemStanding;
using domain::PhaseStanding;

QString checklistTitle(const operations::PartnerView &view, const PhaseStanding &phase, const QString &id)
{
    const domain::ChecklistRule *checklist = id.isEmpty() ? nullptr : view.playbook.checklist(id);
    return checklist ? checklist->title : phase.title;
}

QStringList choiceCodes(const ItemRule &rule)
{
    QStringList codes;
    for (const domain::ChoiceRule &choice : rule.value->choices)
        codes.append(choice.code);
    return codes;
}

QJsonObject itemJson(const PhaseStanding &phase, const ItemStanding &standing, const ItemAct *act)
{
    const ItemRule &rule = standing.rule;
    QJsonObject json{{QStringLiteral("id"), rule.id},
                     {QStringLiteral("title"), rule.title},
                     {QStringLiteral("phase"), phase.id},
                     {QStringLiteral("checklist"), rule.checklist},
                     {QStringLiteral("group"), rule.group},
                     {QStringLiteral("state"), QString(domain::itemStateName(standing.state))},
                     {QStringLiteral("counts"), domain::doesCount(rule, standing.state)},
                     {QStringLiteral("owner"), rule.owner},
                     {QStringLiteral("source"), rule.source},
                     {QStringLiteral("runbook"), rule.runbook},
                     {QStringLiteral("done_when"), QString(domain::conditionName(rule.condition))},
                     {QStringLiteral("evidence_required"), rule.evidence == domain::EvidenceRule::Required}};
    if (rule.value) {
        json.insert(QStringLiteral("asks_for"), QString(domain::valueTypeName(rule.value->type)));
        if (!rule.value->choices.isEmpty())
            json.insert(QStringLiteral("choices"), QJsonArray::fromStringList(choiceCodes(rule)));
    }
    if (!act)
        return json;
    QJsonObject recorded{{QStringLiteral("record"), QString(domain::itemRecordName(act->record))},
                         {QStringLiteral("by"), act->by},
                         {QStringLiteral("at"), act->at.toIso()},
                         {QStringLiteral("note"), act->note},
                         {QStringLiteral("expires_at"), instantJson(act->expiresAt)},
                         {QStringLiteral("evidence"), evidenceListJson(act->evidence)}};
    if (const QJsonValue value = domain::valueOf(act->value); !value.isUndefined())
        recorded.insert(QStringLiteral("value"), value);
    json.insert(QStringLiteral("recorded"), recorded);
    return json;
}

QString valueCell(const ItemStanding &standing, const ItemAct *act)
{
    const QString value = act ? words::itemValueWords(standing.rule, act->value) : QString();
    return value.isEmpty() && !domain::isSettled(standing.state) ? words::wantedValueWords(standing.rule) : value;
}

void addTitles(Facts &facts, const QString &label, const QStringList &titles)
{
    facts.add(label, titles.join(QLatin1Char('\n')));
}

} // namespace

QString itemsText(const operations::PartnerView &view, const ItemWanted &wanted)
{
    Table table({CliText::tr("CHECKLIST"), CliText::tr("ITEM"), CliText::tr("STATE"), CliText::tr("TITLE"),
                 CliText::tr("VALUE"), CliText::tr("OWNER")});
    QString before;
    for (const PhaseStanding &phase : view.readiness.phases) {
        for (const ItemStanding &standing : phase.items) {
            if (!wanted(standing))
                continue;
            const QString checklist = checklistTitle(view, phase, standing.rule.checklist);
            table.addRow({checklist == before ? QString() : checklist, standing.rule.id,
                          words::itemStateWords(standing.state), standing.rule.title,
                          valueCell(standing, domain::lastAct(standing.rule.id, view.facts.items)),
                          words::ownerWords(standing.rule.owner)});
            before = checklist;
        }
    }
    return table.isEmpty() ? CliText::tr("No items.") : table.text();
}

QJsonArray itemsJson(const operations::PartnerView &view, const ItemWanted &wanted)
{
    QJsonArray array;
    for (const PhaseStanding &phase : view.readiness.phases) {
        for (const ItemStanding &standing : phase.items) {
            if (wanted(standing))
                array.append(itemJson(phase, standing, domain::lastAct(standing.rule.id, view.facts.items)));
        }
    }
    return array;
}

QString moveText(const operations::PlaybookMovePlan &plan)
{
    Facts facts;
    facts.add(CliText::tr("Version"),
              CliText::tr("%1, then %2", "two versions of a playbook").arg(plan.from).arg(plan.to));
    addTitles(facts, CliText::tr("Items gained"), plan.gained);
    addTitles(facts, CliText::tr("Items lost"), plan.lost);
    addTitles(facts, CliText::tr("Open again"), plan.changed);
    addTitles(facts, CliText::tr("Documents gained"), plan.documentsGained);
    addTitles(facts, CliText::tr("Documents lost"), plan.documentsLost);
    facts.add(CliText::tr("Approver"), plan.approver ? words::roleWords(*plan.approver) : QString());
    return facts.text();
}

QJsonObject moveJson(const operations::PlaybookMovePlan &plan)
{
    return {{QStringLiteral("from"), plan.from},
            {QStringLiteral("to"), plan.to},
            {QStringLiteral("gained"), QJsonArray::fromStringList(plan.gained)},
            {QStringLiteral("lost"), QJsonArray::fromStringList(plan.lost)},
            {QStringLiteral("open_again"), QJsonArray::fromStringList(plan.changed)},
            {QStringLiteral("documents_gained"), QJsonArray::fromStringList(plan.documentsGained)},
            {QStringLiteral("documents_lost"), QJsonArray::fromStringList(plan.documentsLost)},
            {QStringLiteral("approver"),
             plan.approver ? QJsonValue(QString(domain::roleName(*plan.approver))) : QJsonValue()},
            {QStringLiteral("deciders"), plan.deciders}};
}

} // namespace gatehouse::cli
