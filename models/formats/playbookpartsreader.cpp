#include "formats/playbookpartsreader.h"

#include <algorithm>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int bodyMost = 8000;
constexpr int minutesMost = 1'000'000;
constexpr int daysMost = 3650;

QLatin1StringView metricUnitName(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Percent: return "percent"_L1;
    case MetricUnit::Milliseconds: return "ms"_L1;
    case MetricUnit::Count: return "count"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView betterName(Better better)
{
    return better == Better::Higher ? "higher"_L1 : "lower"_L1;
}

QLatin1StringView comparisonName(Comparison comparison)
{
    switch (comparison) {
    case Comparison::AtMost: return "at_most"_L1;
    case Comparison::Below: return "below"_L1;
    case Comparison::Above: return "above"_L1;
    case Comparison::AtLeast: return "at_least"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView flagKindName(FlagKind kind)
{
    return kind == FlagKind::Alarm ? "alarm"_L1 : "next_move"_L1;
}

QLatin1StringView approvalTimingName(ApprovalTiming timing)
{
    switch (timing) {
    case ApprovalTiming::Before: return "before"_L1;
    case ApprovalTiming::MayFollow: return "may_follow"_L1;
    case ApprovalTiming::NotNeeded: return "not_needed"_L1;
    }
    Q_UNREACHABLE();
}

constexpr MetricUnit allMetricUnits[] = {MetricUnit::Percent, MetricUnit::Milliseconds, MetricUnit::Count};
constexpr Better allBetters[] = {Better::Higher, Better::Lower};
constexpr Comparison allComparisons[] = {Comparison::AtMost, Comparison::Below, Comparison::Above, Comparison::AtLeast};
constexpr FlagKind allFlagKinds[] = {FlagKind::Alarm, FlagKind::NextMove};
constexpr TemplateKind allTemplateKinds[] = {TemplateKind::Mail, TemplateKind::Note};
constexpr ApprovalTiming allApprovalTimings[] = {ApprovalTiming::Before, ApprovalTiming::MayFollow,
                                                 ApprovalTiming::NotNeeded};

QString titleAt(YamlFields &fields)
{
    return fields.text(u"title"_s, playbookTitleMost);
}

QString templateAt(YamlFields &fields)
{
    return idAt(fields, u"template"_s, Presence::Optional);
}

QString roleOwner(YamlFields &fields)
{
    return ownerAt(fields, Owners::Roles);
}

ProfileRule profileOf(YamlFields &fields, YamlProblems &)
{
    ProfileRule rule;
    rule.title = titleAt(fields);
    for (const YamlNode &node : fields.list(u"grants"_s, 50)) {
        const auto sentence = scalarText(node, playbookSentenceMost);
        if (!sentence)
            fields.complain(u"grants"_s, u"sentences of %1 characters at most"_s.arg(playbookSentenceMost));
        rule.grants.append(sentence.value_or(QString()));
    }
    rule.approvedBy = enumAt(fields, u"approved_by"_s, allRoles, roleName);
    rule.lastsHours = fields.number(u"lasts_hours"_s, 0, 8760, 0);
    rule.waitsFor = fields.text(u"waits_for"_s, playbookSentenceMost, Presence::Optional);
    rule.runbook = runbookAt(fields, Presence::Optional);
    return rule;
}

TemplateRule templateOf(YamlFields &fields, YamlProblems &)
{
    TemplateRule rule;
    rule.title = titleAt(fields);
    rule.kind = enumAt(fields, u"kind"_s, allTemplateKinds, templateKindName);
    rule.subject = fields.text(u"subject"_s, playbookTitleMost,
                               rule.kind == TemplateKind::Mail ? Presence::Required : Presence::Optional);
    rule.body = fields.lines(u"body"_s, bodyMost);
    return rule;
}

MetricRule metricOf(YamlFields &fields, YamlProblems &)
{
    MetricRule rule;
    rule.title = titleAt(fields);
    rule.unit = enumAt(fields, u"unit"_s, allMetricUnits, metricUnitName);
    rule.better = enumAt(fields, u"better"_s, allBetters, betterName);
    rule.target = decimalAt(fields, u"target"_s, Presence::Optional);
    rule.alert = decimalAt(fields, u"alert"_s, Presence::Optional);
    rule.note = fields.text(u"note"_s, playbookSentenceMost, Presence::Optional);
    const bool both = rule.target && rule.alert;
    if (both && (rule.better == Better::Higher ? *rule.alert > *rule.target : *rule.alert < *rule.target))
        fields.complain(u"alert"_s, u"a value that is worse than the target"_s);
    return rule;
}

RedFlagRule redFlagOf(YamlFields &fields, YamlProblems &)
{
    RedFlagRule rule;
    rule.title = titleAt(fields);
    rule.metric = idAt(fields, u"metric"_s);
    rule.comparison = enumAt(fields, u"is"_s, allComparisons, comparisonName);
    rule.value = decimalAt(fields, u"value"_s, Presence::Required).value_or(0);
    rule.afterDays = fields.number(u"after_days"_s, 0, daysMost, 0);
    rule.withinDays = fields.number(u"within_days"_s, 0, daysMost, 0);
    rule.action = fields.text(u"action"_s, playbookSentenceMost);
    rule.kind = enumAt(fields, u"kind"_s, allFlagKinds, flagKindName);
    rule.templateId = templateAt(fields);
    return rule;
}

CheckInRule checkInOf(YamlFields &fields, YamlProblems &)
{
    CheckInRule rule;
    rule.title = titleAt(fields);
    rule.fromDay = fields.number(u"from_day"_s, 1, daysMost);
    rule.toDay = fields.number(u"to_day"_s, 0, daysMost, 0);
    rule.times = fields.number(u"times"_s, 0, 100, 0);
    if (rule.toDay > 0 && rule.toDay < rule.fromDay)
        fields.complain(u"to_day"_s, u"no earlier than from_day"_s);
    rule.owner = roleOwner(fields);
    rule.team = fields.text(u"team"_s, playbookTitleMost, Presence::Optional);
    rule.templateId = templateAt(fields);
    return rule;
}

EscalationRule escalationOf(YamlFields &fields, YamlProblems &)
{
    EscalationRule rule;
    rule.title = titleAt(fields);
    rule.contact = fields.text(u"contact"_s, playbookTitleMost);
    rule.respondMinutes = fields.number(u"respond_minutes"_s, 1, minutesMost);
    rule.owner = roleOwner(fields);
    return rule;
}

ProcedureRule procedureOf(YamlFields &fields, YamlProblems &problems)
{
    ProcedureRule rule;
    rule.title = titleAt(fields);
    QStringList ids;
    const auto conditions = fields.list(u"conditions"_s, playbookListMost, Presence::Optional);
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        YamlFields each(conditions[i], fields.itemPath(u"conditions"_s, i), problems);
        rule.conditions.append({idAt(each, u"id"_s), titleAt(each), each.text(u"action"_s, playbookSentenceMost),
                                enumAt(each, u"approval"_s, allApprovalTimings, approvalTimingName,
                                       std::optional(ApprovalTiming::NotNeeded))});
        ids.append(rule.conditions.constLast().id);
        each.refuseUnknown();
    }
    const auto steps = fields.list(u"steps"_s, playbookListMost, Presence::Optional);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        YamlFields each(steps[i], fields.itemPath(u"steps"_s, i), problems);
        rule.steps.append({idAt(each, u"id"_s), each.text(u"title"_s, playbookSentenceMost),
                           each.text(u"group"_s, playbookTitleMost, Presence::Optional)});
        ids.append(rule.steps.constLast().id);
        each.refuseUnknown();
    }
    if (ids.removeDuplicates() > 0)
        fields.complain(u"steps"_s, u"each id of a condition or step once"_s);
    rule.runbook = runbookAt(fields, Presence::Optional);
    return rule;
}

LinkRule linkOf(YamlFields &fields, YamlProblems &)
{
    LinkRule rule;
    rule.title = titleAt(fields);
    rule.group = enumAt(fields, u"group"_s, allLinkGroups, linkGroupName);
    rule.path = fields.text(u"path"_s, playbookTitleMost);
    return rule;
}

LimitRule limitOf(YamlFields &fields, YamlProblems &)
{
    LimitRule rule;
    rule.title = titleAt(fields);
    rule.value = fields.number(u"value"_s, 0, 999'999'999);
    rule.unit = fields.text(u"unit"_s, 40);
    return rule;
}

// One list of the file over that of the base. Every entry has an id and a source.
template <class Rule>
void readList(YamlFields &file, const QString &key, Rule (*one)(YamlFields &, YamlProblems &), QList<Rule> &into,
              YamlProblems &problems)
{
    QStringList own;
    const auto nodes = file.list(key, playbookListMost, Presence::Optional);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        YamlFields fields(nodes[i], file.itemPath(key, i), problems);
        const QString id = idAt(fields, u"id"_s);
        Rule rule = one(fields, problems);
        rule.id = id;
        rule.source = sourceAt(fields);
        fields.refuseUnknown();
        if (own.contains(id))
            fields.complain(u"id"_s, u"each id once"_s);
        own.append(id);
        const auto same = std::find_if(into.begin(), into.end(), [&](const Rule &other) { return other.id == id; });
        if (same == into.end())
            into.append(rule);
        else
            *same = rule;
    }
}

template <class Rule>
bool hasId(const QList<Rule> &rules, const QString &id)
{
    return std::any_of(rules.cbegin(), rules.cend(), [&](const Rule &rule) { return rule.id == id; });
}

void checkTemplate(YamlFields &file, const QString &key, const QString &id, const Playbook &playbook)
{
    if (!id.isEmpty() && !hasId(playbook.templates, id))
        file.complain(key, u"a template that templates defines, not %1"_s.arg(id));
}

} // namespace

void readPlaybookParts(YamlFields &file, const Playbook *base, Playbook &playbook, YamlProblems &problems)
{
    if (base) {
        playbook.profiles = base->profiles;
        playbook.templates = base->templates;
        playbook.metrics = base->metrics;
        playbook.redFlags = base->redFlags;
        playbook.checkIns = base->checkIns;
        playbook.escalation = base->escalation;
        playbook.procedures = base->procedures;
        playbook.links = base->links;
        playbook.limits = base->limits;
        playbook.claims = base->claims;
    }
    readList(file, u"profiles"_s, profileOf, playbook.profiles, problems);
    readList(file, u"templates"_s, templateOf, playbook.templates, problems);
    readList(file, u"metrics"_s, metricOf, playbook.metrics, problems);
    readList(file, u"red_flags"_s, redFlagOf, playbook.redFlags, problems);
    readList(file, u"check_ins"_s, checkInOf, playbook.checkIns, problems);
    readList(file, u"escalation"_s, escalationOf, playbook.escalation, problems);
    readList(file, u"procedures"_s, procedureOf, playbook.procedures, problems);
    readList(file, u"links"_s, linkOf, playbook.links, problems);
    readList(file, u"limits"_s, limitOf, playbook.limits, problems);
    const QStringList claims = wordsAt(file, u"claims"_s, Presence::Optional);
    for (const QString &claim : claims) {
        if (!playbook.claims.contains(claim))
            playbook.claims.append(claim);
    }
}

void checkPlaybookParts(YamlFields &file, const Playbook &playbook)
{
    for (const RedFlagRule &flag : playbook.redFlags) {
        if (!hasId(playbook.metrics, flag.metric))
            file.complain(u"red_flags"_s, u"a metric that metrics defines, not %1"_s.arg(flag.metric));
        checkTemplate(file, u"red_flags"_s, flag.templateId, playbook);
    }
    for (const CheckInRule &checkIn : playbook.checkIns)
        checkTemplate(file, u"check_ins"_s, checkIn.templateId, playbook);
    const QStringList known = templatePlaceholders();
    for (const TemplateRule &rule : playbook.templates) {
        const QStringList placeholders = placeholdersIn(rule);
        for (const QString &name : placeholders) {
            const bool item = name.startsWith("item:"_L1) && playbook.item(name.mid(5));
            if (!item && !known.contains(name))
                file.complain(u"templates"_s, u"placeholders that are known, not {%1} in %2"_s.arg(name, rule.id));
        }
    }
}

} // namespace gatehouse::formats
