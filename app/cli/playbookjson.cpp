#include "cli/jsonforms.h"

namespace gatehouse::cli {

namespace {

using namespace domain;

QJsonObject stepJson(const ItemRule &step)
{
    return {
        {QStringLiteral("id"), step.id},
        {QStringLiteral("title"), step.title},
        {QStringLiteral("condition"), QString(conditionName(step.condition))},
        {QStringLiteral("argument"), step.argument},
        {QStringLiteral("gate"), step.gate ? QJsonValue(QString(readinessGateName(*step.gate))) : QJsonValue()},
        {QStringLiteral("owner"), step.owner},
        {QStringLiteral("source"), step.source},
        {QStringLiteral("runbook"), step.runbook},
        {QStringLiteral("checklist"), step.checklist},
        {QStringLiteral("asks_for"), step.value ? QJsonValue(QString(valueTypeName(step.value->type))) : QJsonValue()},
        {QStringLiteral("evidence_required"), step.evidence == EvidenceRule::Required},
        {QStringLiteral("optional"), step.weight == ItemWeight::Optional}};
}

QJsonObject phaseJson(const PhaseRule &phase)
{
    QJsonArray steps;
    for (const ItemRule &step : phase.items)
        steps.append(stepJson(step));
    return {{QStringLiteral("id"), phase.id},
            {QStringLiteral("title"), phase.title},
            {QStringLiteral("stage"), QString(stageName(phase.stage))},
            {QStringLiteral("owner"), phase.owner},
            {QStringLiteral("team"), phase.team},
            {QStringLiteral("planned_from_days"), phase.plannedFromDays},
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
    for (const Requirement &each : rule.conditions) {
        const QString name(conditionName(each.condition));
        conditions.append(each.argument.isEmpty() ? QJsonValue(name) : QJsonValue(QJsonObject{{name, each.argument}}));
    }
    return {{QStringLiteral("gate"), rule.gate},        {QStringLiteral("title"), rule.title},
            {QStringLiteral("conditions"), conditions}, {QStringLiteral("guidance"), rule.guidance},
            {QStringLiteral("runbook"), rule.runbook},  {QStringLiteral("source"), rule.source}};
}

QJsonObject profileJson(const ProfileRule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("grants"), QJsonArray::fromStringList(rule.grants)},
            {QStringLiteral("approved_by"), QString(roleName(rule.approvedBy))},
            {QStringLiteral("lasts_hours"), rule.lastsHours},
            {QStringLiteral("waits_for"), rule.waitsFor},
            {QStringLiteral("source"), rule.source}};
}

QJsonObject templateJson(const TemplateRule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("kind"), QString(templateKindName(rule.kind))},
            {QStringLiteral("subject"), rule.subject},
            {QStringLiteral("body"), rule.body},
            {QStringLiteral("source"), rule.source}};
}

QJsonObject metricJson(const MetricRule &rule)
{
    const auto bound = [](const std::optional<double> &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("target"), bound(rule.target)},
            {QStringLiteral("alert"), bound(rule.alert)},
            {QStringLiteral("note"), rule.note},
            {QStringLiteral("source"), rule.source}};
}

QJsonObject escalationJson(const EscalationRule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("contact"), rule.contact},
            {QStringLiteral("respond_minutes"), rule.respondMinutes},
            {QStringLiteral("source"), rule.source}};
}

QJsonObject linkJson(const LinkRule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("group"), QString(linkGroupName(rule.group))},
            {QStringLiteral("path"), rule.path},
            {QStringLiteral("source"), rule.source}};
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
            {QStringLiteral("extends"), playbook.extends},
            {QStringLiteral("profiles"), arrayOf(playbook.profiles, profileJson)},
            {QStringLiteral("templates"), arrayOf(playbook.templates, templateJson)},
            {QStringLiteral("metrics"), arrayOf(playbook.metrics, metricJson)},
            {QStringLiteral("escalation"), arrayOf(playbook.escalation, escalationJson)},
            {QStringLiteral("links"), arrayOf(playbook.links, linkJson)},
            {QStringLiteral("claims"), QJsonArray::fromStringList(playbook.claims)},
            {QStringLiteral("digest"), playbook.digest}};
}

} // namespace gatehouse::cli
