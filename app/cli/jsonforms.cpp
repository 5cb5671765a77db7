#include "cli/jsonforms.h"

#include "cli/jsonnames.h"
#include "cli/reviewjson.h"
#include "cli/tenanttext.h"
#include "words/statuswords.h"

namespace gatehouse::cli {

namespace {

using domain::Decision;
using domain::DossierDocument;

template <class T, class F>
QJsonArray arrayOf(const QList<T> &list, F &&json)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(json(one));
    return array;
}

QJsonObject contactJson(const domain::Contact &contact)
{
    return {{QStringLiteral("id"), contact.id},
            {QStringLiteral("name"), contact.name},
            {QStringLiteral("email"), contact.email},
            {QStringLiteral("phone"), contact.phone},
            {QStringLiteral("role"), contact.role},
            {QStringLiteral("subject"), contact.subject},
            {QStringLiteral("added_at"), contact.addedAt.toIso()},
            {QStringLiteral("removed_at"), instantJson(contact.removedAt)},
            {QStringLiteral("removed_by"), contact.removedBy},
            {QStringLiteral("released_at"), instantJson(contact.releasedAt)}};
}

// YYYY-MM-DD, or null where there is no last valid day.
QJsonValue dayJson(const QString &isoDate)
{
    return isoDate.isEmpty() ? QJsonValue() : QJsonValue(isoDate);
}

QJsonObject documentJson(const DossierDocument &document, const domain::Playbook &playbook)
{
    return {{QStringLiteral("id"), document.id},
            {QStringLiteral("revision"), document.revision},
            {QStringLiteral("kind"), document.kind},
            {QStringLiteral("key"), document.objectKey},
            {QStringLiteral("sha256"), document.sha256},
            {QStringLiteral("size"), document.size},
            {QStringLiteral("file"), document.fileName},
            {QStringLiteral("media_type"), document.mediaType},
            {QStringLiteral("valid_until"), dayJson(domain::lastValidDay(playbook, document).toString(Qt::ISODate))},
            {QStringLiteral("filed_by"), document.filedBy},
            {QStringLiteral("filed_at"), document.filedAt.toIso()}};
}

QJsonObject evidenceJson(const domain::Evidence &evidence)
{
    return {{QStringLiteral("kind"), QString(domain::evidenceKindName(evidence.kind))},
            {QStringLiteral("target"), evidence.target},
            {QStringLiteral("page"), evidence.page},
            {QStringLiteral("sha256"), evidence.sha256}};
}

QJsonArray documentsJson(const QList<DossierDocument> &documents, const domain::Playbook &playbook)
{
    return arrayOf(documents, [&](const DossierDocument &document) { return documentJson(document, playbook); });
}

QJsonObject decisionJson(const Decision &decision, const QList<Decision> &decisions)
{
    return {{QStringLiteral("id"), decision.id},
            {QStringLiteral("number"), decision.number},
            {QStringLiteral("verdict"), QString(domain::verdictName(decision.verdict))},
            {QStringLiteral("final"), decision.finality == domain::Finality::Final},
            {QStringLiteral("suspended"), domain::suspends(decision, decisions)},
            {QStringLiteral("notes"), decision.notes},
            {QStringLiteral("partner_comment"), decision.partnerComment},
            {QStringLiteral("policy_document"), decision.policyDocument},
            {QStringLiteral("reviewed"), decision.reviewedDigest},
            {QStringLiteral("dossier_revision"), decision.dossierRevision},
            {QStringLiteral("evidence"), arrayOf(decision.evidence, evidenceJson)},
            {QStringLiteral("decided_by"), decision.decidedBy},
            {QStringLiteral("decided_role"), QString(domain::roleName(decision.decidedRole))},
            {QStringLiteral("decided_at"), decision.decidedAt.toIso()},
            {QStringLiteral("seen"), seenJson(decision.seen)},
            {QStringLiteral("review_seconds"), decision.reviewSeconds},
            {QStringLiteral("endorsement"), decision.endorsement}};
}

QJsonArray decisionsJson(const QList<Decision> &decisions)
{
    return arrayOf(decisions, [&](const Decision &decision) { return decisionJson(decision, decisions); });
}

QJsonObject standingJson(const domain::DossierStanding &standing)
{
    return {{QStringLiteral("state"), dossierStateName(standing.state)},
            {QStringLiteral("revision"), standing.revision},
            {QStringLiteral("days_left"), standing.daysLeft},
            {QStringLiteral("changed_since_decision"), instantJson(standing.changedSinceDecision)},
            {QStringLiteral("documents"), arrayOf(standing.documents, [](const domain::DocumentStanding &document) {
                 return QJsonObject{{QStringLiteral("kind"), document.kind},
                                    {QStringLiteral("state"), documentStateName(document.state)},
                                    {QStringLiteral("document"), document.documentId},
                                    {QStringLiteral("valid_until"), dayJson(document.validUntil)},
                                    {QStringLiteral("days_left"), document.daysLeft}};
             })}};
}

QJsonObject clockJson(const domain::SlaReading &sla)
{
    return {{QStringLiteral("state"), QString(domain::slaStateName(sla.state))},
            {QStringLiteral("policy"), sla.policy},
            {QStringLiteral("target_ms"), sla.targetMs},
            {QStringLiteral("used_ms"), sla.usedMs},
            {QStringLiteral("deadline"), hasDeadline(sla.state) ? QJsonValue(sla.deadline.toIso()) : QJsonValue()},
            {QStringLiteral("paused_since"), instantJson(sla.pausedSince)},
            {QStringLiteral("pauses"), arrayOf(sla.pauses, [](const domain::Pause &pause) {
                 return QJsonObject{{QStringLiteral("from"), pause.from.toIso()},
                                    {QStringLiteral("to"), instantJson(pause.to)},
                                    {QStringLiteral("reason"), QString(domain::pauseReasonName(pause.reason))},
                                    {QStringLiteral("subject"), pause.subject},
                                    {QStringLiteral("waiting_for"), pause.waitingFor}};
             })}};
}

QJsonObject blockerJson(const domain::Blocker &blocker)
{
    return {{QStringLiteral("kind"), QString(domain::blockerKindName(blocker.kind))},
            {QStringLiteral("stops"),
             blocker.severity == domain::Severity::Now ? QStringLiteral("now") : QStringLiteral("later")},
            {QStringLiteral("subject"), blocker.subject},
            {QStringLiteral("days"), blocker.days},
            {QStringLiteral("owner"), blocker.owner},
            {QStringLiteral("since"), instantJson(blocker.since)},
            {QStringLiteral("runbook"), blocker.runbook}};
}

QJsonObject actionJson(const domain::NextAction &action)
{
    return {
        {QStringLiteral("kind"), QString(domain::actionKindName(action.kind))},
        {QStringLiteral("mover"), action.mover == domain::Mover::Us ? QStringLiteral("us") : QStringLiteral("partner")},
        {QStringLiteral("subject"), action.subject},
        {QStringLiteral("owner"), action.owner},
        {QStringLiteral("due"), instantJson(action.due)}};
}

QJsonObject phaseJson(const domain::PhaseStanding &phase)
{
    return {{QStringLiteral("id"), phase.id},
            {QStringLiteral("title"), phase.title},
            {QStringLiteral("stage"), QString(domain::stageName(phase.stage))},
            {QStringLiteral("done"), phase.done},
            {QStringLiteral("counted"), phase.counted},
            {QStringLiteral("steps"), arrayOf(phase.items, [](const domain::ItemStanding &step) {
                 return QJsonObject{{QStringLiteral("id"), step.rule.id},
                                    {QStringLiteral("title"), step.rule.title},
                                    {QStringLiteral("state"), QString(domain::itemStateName(step.state))},
                                    {QStringLiteral("owner"), step.rule.owner}};
             })}};
}

QJsonObject gateJson(const domain::GateStanding &standing)
{
    return {{QStringLiteral("gate"), QString(domain::readinessGateName(standing.gate))},
            {QStringLiteral("state"), gateStateName(standing.state)},
            {QStringLiteral("done"), standing.done},
            {QStringLiteral("total"), standing.total},
            {QStringLiteral("open_step"), standing.openStep},
            {QStringLiteral("owner"), standing.owner}};
}

QJsonValue obstacleJson(const std::optional<base::Error> &obstacle)
{
    if (!obstacle)
        return {};
    return QJsonObject{{QStringLiteral("code"), QString(base::errorCodeName(obstacle->code))},
                       {QStringLiteral("subject"), obstacle->subject},
                       {QStringLiteral("arguments"), QJsonArray::fromStringList(obstacle->arguments)}};
}

QJsonValue goLiveJson(const std::optional<domain::GoLivePlan> &plan)
{
    if (!plan)
        return {};
    const bool ahead = plan->state == domain::GoLivePlan::State::Ahead;
    return QJsonObject{{QStringLiteral("planned"), plan->planned.toIso()},
                       {QStringLiteral("projected"), ahead ? QJsonValue(plan->projected.toIso()) : QJsonValue()}};
}

} // namespace

QJsonArray evidenceListJson(const QList<domain::Evidence> &evidence)
{
    return arrayOf(evidence, evidenceJson);
}

QJsonValue instantJson(const std::optional<base::Instant> &at)
{
    return at ? QJsonValue(at->toIso()) : QJsonValue();
}

QJsonObject receiptJson(const domain::Receipt &receipt)
{
    return {{QStringLiteral("request"), receipt.requestId},
            {QStringLiteral("operation"), QString(domain::operationName(receipt.operation))},
            {QStringLiteral("actor"), receipt.actor},
            {QStringLiteral("os_user"), receipt.osUser},
            {QStringLiteral("at"), receipt.at.toIso()},
            {QStringLiteral("replayed"), receipt.replayed},
            {QStringLiteral("result"), receipt.result}};
}

QJsonObject summaryJson(const domain::PartnerSummary &row)
{
    const QJsonObject dossier{{QStringLiteral("state"), dossierStateName(row.dossier)},
                              {QStringLiteral("days_left"), row.dossierDays},
                              {QStringLiteral("changed_since_decision"), instantJson(row.changedSinceDecision)}};
    const QJsonObject sla{
        {QStringLiteral("state"), QString(domain::slaStateName(row.sla))},
        {QStringLiteral("target_ms"), row.slaTargetMs},
        {QStringLiteral("used_ms"), row.slaUsedMs},
        {QStringLiteral("deadline"), hasDeadline(row.sla) ? QJsonValue(row.slaDeadline.toIso()) : QJsonValue()},
        {QStringLiteral("paused_since"), instantJson(row.slaPausedSince)}};
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("slug"), row.slug},
            {QStringLiteral("name"), row.name},
            {QStringLiteral("legal_name"), row.legalName},
            {QStringLiteral("playbook"), row.playbookId},
            {QStringLiteral("playbook_version"), row.playbookVersion},
            {QStringLiteral("owner"), row.owner},
            {QStringLiteral("stage"), QString(domain::stageName(row.stage))},
            {QStringLiteral("next_move"), QString(domain::nextMoveName(row.move))},
            {QStringLiteral("approval"), QString(domain::approvalStatusName(row.approval))},
            {QStringLiteral("dossier"), dossier},
            {QStringLiteral("sla"), sla},
            {QStringLiteral("blockers"), row.blockerCount},
            {QStringLiteral("worst_blocker"), row.blocker ? QJsonValue(blockerJson(*row.blocker)) : QJsonValue()},
            {QStringLiteral("gates_done"), row.gatesDone},
            {QStringLiteral("gates_used"), row.gatesUsed},
            {QStringLiteral("updated_at"), row.updatedAt.toIso()}};
}

QJsonObject readinessJson(const domain::Readiness &readiness)
{
    return {{QStringLiteral("stage"), QString(domain::stageName(readiness.stage))},
            {QStringLiteral("percent"), readiness.percent},
            {QStringLiteral("next_move"), QString(domain::nextMoveName(readiness.move))},
            {QStringLiteral("approval"), QString(domain::approvalStatusName(readiness.approval))},
            {QStringLiteral("gates_done"), readiness.gatesDone},
            {QStringLiteral("gates"), arrayOf(readiness.gates, gateJson)},
            {QStringLiteral("phases"), arrayOf(readiness.phases, phaseJson)},
            {QStringLiteral("dossier"), standingJson(readiness.dossier)},
            {QStringLiteral("sla"), clockJson(readiness.sla)},
            {QStringLiteral("blockers"), arrayOf(readiness.blockers, blockerJson)},
            {QStringLiteral("actions"), arrayOf(readiness.actions, actionJson)},
            {QStringLiteral("access"), arrayOf(readiness.access, accessJson)},
            {QStringLiteral("go_live"), goLiveJson(readiness.goLive)},
            {QStringLiteral("would_be_ready"), QJsonArray::fromStringList(readiness.wouldBeReady)}};
}

QJsonObject accessJson(const domain::AccessAnswer &answer)
{
    return {{QStringLiteral("gate"), answer.gate},
            {QStringLiteral("title"), answer.title},
            {QStringLiteral("verdict"),
             answer.verdict == domain::AccessVerdict::Open ? QStringLiteral("open") : QStringLiteral("closed")},
            {QStringLiteral("reason"), QString(domain::accessReasonName(answer.reason))},
            {QStringLiteral("guidance"), words::accessGuidance(answer)},
            {QStringLiteral("runbook"), answer.runbook},
            {QStringLiteral("since"), instantJson(answer.since)}};
}

QJsonArray contactsJson(const QList<domain::Contact> &contacts)
{
    return arrayOf(contacts, contactJson);
}

QJsonObject partnerJson(const operations::PartnerView &view)
{
    const domain::Partner &partner = view.facts.partner;
    return {{QStringLiteral("id"), partner.id},
            {QStringLiteral("slug"), partner.slug},
            {QStringLiteral("name"), partner.name},
            {QStringLiteral("legal_name"), partner.legalName},
            {QStringLiteral("playbook"), partner.playbookId},
            {QStringLiteral("playbook_version"), partner.playbookVersion},
            {QStringLiteral("region"), partner.region},
            {QStringLiteral("owner"), partner.owner},
            {QStringLiteral("submitted_by"), partner.submittedBy},
            {QStringLiteral("entered_by"), partner.enteredBy},
            {QStringLiteral("created_at"), partner.createdAt.toIso()},
            {QStringLiteral("updated_at"), partner.updatedAt.toIso()},
            {QStringLiteral("approved_at"), instantJson(partner.approvedAt)},
            {QStringLiteral("approved_by"), partner.approvedBy},
            {QStringLiteral("status"), QString(domain::approvalStatusName(view.readiness.approval))},
            {QStringLiteral("digest"), view.reviewDigest},
            {QStringLiteral("contacts"), contactsJson(view.facts.contacts)},
            {QStringLiteral("documents"), documentsJson(view.facts.documents, view.playbook)},
            {QStringLiteral("decisions"), decisionsJson(view.facts.decisions)},
            {QStringLiteral("tenants"), tenantsJson(view.facts.tenants)},
            {QStringLiteral("readiness"), readinessJson(view.readiness)},
            {QStringLiteral("as_of"), view.asOf.toIso()}};
}

QJsonObject reviewJson(const operations::PartnerView &view)
{
    return {{QStringLiteral("partner"), view.facts.partner.id},
            {QStringLiteral("slug"), view.facts.partner.slug},
            {QStringLiteral("name"), view.facts.partner.name},
            {QStringLiteral("status"), QString(domain::approvalStatusName(view.readiness.approval))},
            {QStringLiteral("digest"), view.reviewDigest},
            {QStringLiteral("policy_document_required"), view.playbook.policyDocumentRequired},
            {QStringLiteral("dossier"), standingJson(view.readiness.dossier)},
            {QStringLiteral("documents"), documentsJson(domain::dossierAt(view.facts.documents), view.playbook)},
            {QStringLiteral("contacts"), contactsJson(domain::roster(view.facts.contacts))},
            {QStringLiteral("decisions"), decisionsJson(view.facts.decisions)},
            {QStringLiteral("changes"), changesJson(view)},
            {QStringLiteral("obstacle"), obstacleJson(view.decisionObstacle)},
            {QStringLiteral("deciders"), QJsonArray::fromStringList(view.deciders.value_or(QStringList()))},
            {QStringLiteral("review"), reviewStateJson(view)},
            {QStringLiteral("as_of"), view.asOf.toIso()}};
}

QJsonObject operatorJson(const domain::Operator &row)
{
    return {{QStringLiteral("subject"), row.subject},
            {QStringLiteral("role"), QString(domain::roleName(row.role))},
            {QStringLiteral("name"), row.name},
            {QStringLiteral("granted_by"), row.grantedBy},
            {QStringLiteral("granted_at"), row.grantedAt.toIso()},
            {QStringLiteral("revoked_at"), instantJson(row.revokedAt)},
            {QStringLiteral("revoked_by"), row.revokedBy}};
}

QJsonObject eventJson(const domain::Event &event)
{
    return {{QStringLiteral("number"), event.number},   {QStringLiteral("id"), event.id},
            {QStringLiteral("at"), event.at.toIso()},   {QStringLiteral("type"), event.type},
            {QStringLiteral("actor"), event.actor},     {QStringLiteral("on_behalf_of"), event.onBehalfOf},
            {QStringLiteral("os_user"), event.osUser},  {QStringLiteral("partner"), event.partnerId},
            {QStringLiteral("subject"), event.subject}, {QStringLiteral("before"), event.before},
            {QStringLiteral("after"), event.after},     {QStringLiteral("request"), event.requestId}};
}

} // namespace gatehouse::cli
