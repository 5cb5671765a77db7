#include "cli/jsonforms.h"

namespace gatehouse::cli {

namespace {

using namespace domain;

QJsonObject stepJson(const StepRule &step)
{
    return {{QStringLiteral("id"), step.id},
            {QStringLiteral("title"), step.title},
            {QStringLiteral("condition"), QString(conditionName(step.condition))},
            {QStringLiteral("argument"), step.argument},
            {QStringLiteral("gate"), step.gate ? QJsonValue(QString(readinessGateName(*step.gate))) : QJsonValue()},
            {QStringLiteral("owner"), step.owner},
            {QStringLiteral("source"), step.source},
            {QStringLiteral("runbook"), step.runbook}};
}

QJsonObject phaseJson(const PhaseRule &phase)
{
    QJsonArray steps;
    for (const StepRule &step : phase.steps)
        steps.append(stepJson(step));
    return {{QStringLiteral("id"), phase.id},
            {QStringLiteral("title"), phase.title},
            {QStringLiteral("stage"), QString(stageName(phase.stage))},
            {QStringLiteral("owner"), phase.owner},
            {QStringLiteral("planned_days"), phase.plannedDays},
            {QStringLiteral("source"), phase.source},
            {QStringLiteral("steps"), steps}};
}

QJsonObject documentRuleJson(const DocumentRule &rule)
{
    QJsonArray reasons;
    for (const domain::ReasonRule &reason : rule.reasons)
        reasons.append(QJsonObject{{QStringLiteral("code"), reason.code}, {QStringLiteral("title"), reason.title}});
    return {{QStringLiteral("kind"), rule.kind},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("validity_days"), rule.validityDays},
            {QStringLiteral("warn_days"), rule.warnDays},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("source"), rule.source}};
}

QJsonObject accessRuleJson(const AccessRule &rule)
{
    QJsonArray conditions;
    for (const Condition condition : rule.conditions)
        conditions.append(QString(conditionName(condition)));
    return {{QStringLiteral("gate"), rule.gate},        {QStringLiteral("title"), rule.title},
            {QStringLiteral("conditions"), conditions}, {QStringLiteral("guidance"), rule.guidance},
            {QStringLiteral("runbook"), rule.runbook},  {QStringLiteral("source"), rule.source}};
}

QJsonObject slaRuleJson(const SlaRule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("target_minutes"), rule.targetMinutes},
            {QStringLiteral("at_risk_percent"), rule.atRiskPercent},
            {QStringLiteral("at_risk_minutes"), rule.atRiskMinutes},
            {QStringLiteral("note"), rule.note},
            {QStringLiteral("source"), rule.source}};
}

template <class T>
QJsonArray arrayOf(const QList<T> &list, QJsonObject (*json)(const T &))
{
    QJsonArray array;
    for (const T &one : list)
        array.append(json(one));
    return array;
}

} // namespace

QJsonObject playbookJson(const Playbook &playbook)
{
    return {{QStringLiteral("id"), playbook.id},
            {QStringLiteral("version"), playbook.version},
            {QStringLiteral("title"), playbook.title},
            {QStringLiteral("label"), playbook.label},
            {QStringLiteral("source_document"), playbook.sourceDocument},
            {QStringLiteral("submitter_in_roster"), playbook.submitterInRoster},
            {QStringLiteral("approver"),
             playbook.approver ? QJsonValue(QString(roleName(*playbook.approver))) : QJsonValue()},
            {QStringLiteral("policy_document_required"), playbook.policyDocumentRequired},
            {QStringLiteral("deciders"), playbook.deciders},
            {QStringLiteral("second_within_hours"), playbook.secondWithinHours},
            {QStringLiteral("approval_valid_days"), playbook.approvalValidDays},
            {QStringLiteral("documents"), arrayOf(playbook.documents, documentRuleJson)},
            {QStringLiteral("phases"), arrayOf(playbook.phases, phaseJson)},
            {QStringLiteral("access"), arrayOf(playbook.access, accessRuleJson)},
            {QStringLiteral("slas"), arrayOf(playbook.slas, slaRuleJson)},
            {QStringLiteral("digest"), playbook.digest}};
}

} // namespace gatehouse::cli
