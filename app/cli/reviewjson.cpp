#include "cli/reviewjson.h"

#include "cli/jsonforms.h"
#include "cli/jsonnames.h"

namespace gatehouse::cli {

namespace {

QJsonObject verdictJson(const domain::DocumentVerdict &verdict)
{
    return {{QStringLiteral("document"), verdict.documentId},
            {QStringLiteral("answer"), QString(domain::documentAnswerName(verdict.answer))},
            {QStringLiteral("reason"), verdict.reason},
            {QStringLiteral("comment"), verdict.comment},
            {QStringLiteral("by"), verdict.judgedBy},
            {QStringLiteral("at"), verdict.judgedAt.toIso()}};
}

QJsonObject requestJson(const domain::PartnerRequest &request)
{
    return {{QStringLiteral("id"), request.id},
            {QStringLiteral("kind"), request.documentKind},
            {QStringLiteral("text"), request.text},
            {QStringLiteral("asked_of"), request.askedOf},
            {QStringLiteral("asked_by"), request.askedBy},
            {QStringLiteral("asked_at"), request.askedAt.toIso()},
            {QStringLiteral("end"), QString(domain::requestEndName(request.end))},
            {QStringLiteral("closed_at"), instantJson(request.closedAt)},
            {QStringLiteral("closed_by"), request.closedBy},
            {QStringLiteral("answer"), request.answer}};
}

QJsonObject actJson(const domain::ReviewAct &act)
{
    return {{QStringLiteral("act"), QString(domain::reviewActKindName(act.kind))},
            {QStringLiteral("subject"), act.subject},
            {QStringLiteral("until"), instantJson(act.until)},
            {QStringLiteral("note"), act.note},
            {QStringLiteral("by"), act.by},
            {QStringLiteral("at"), act.at.toIso()}};
}

QJsonObject endorsementJson(const domain::Endorsement &endorsement)
{
    return {{QStringLiteral("id"), endorsement.id},
            {QStringLiteral("notes"), endorsement.notes},
            {QStringLiteral("reviewed"), endorsement.reviewedDigest},
            {QStringLiteral("by"), endorsement.endorsedBy},
            {QStringLiteral("at"), endorsement.endorsedAt.toIso()},
            {QStringLiteral("expires_at"), endorsement.expiresAt.toIso()}};
}

QJsonObject presenceJson(const domain::Presence &presence)
{
    return {{QStringLiteral("subject"), presence.subject}, {QStringLiteral("since"), presence.since.toIso()}};
}

template <class T, class F>
QJsonArray listJson(const QList<T> &list, F &&json)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(json(one));
    return array;
}

QJsonObject checkJson(const operations::DocumentCheck &check)
{
    const QString fault = check.fault ? QString(base::errorCodeName(check.fault->code)) : QString();
    return {{QStringLiteral("partner"), check.document.partnerId},
            {QStringLiteral("document"), check.document.id},
            {QStringLiteral("kind"), check.document.kind},
            {QStringLiteral("revision"), check.document.revision},
            {QStringLiteral("key"), check.document.objectKey},
            {QStringLiteral("sha256"), check.document.sha256},
            {QStringLiteral("fault"), fault}};
}

} // namespace

QJsonObject queueJson(const domain::PartnerSummary &row, domain::QueueGroup group)
{
    return {{QStringLiteral("partner"), row.id},
            {QStringLiteral("slug"), row.slug},
            {QStringLiteral("name"), row.name},
            {QStringLiteral("group"), QString(domain::queueGroupName(group))},
            {QStringLiteral("reason"), QString(domain::queueReasonName(row.queue))},
            {QStringLiteral("revision"), row.revision},
            {QStringLiteral("approval"), QString(domain::approvalStatusName(row.approval))},
            {QStringLiteral("deadline"), hasDeadline(row.sla) ? QJsonValue(row.slaDeadline.toIso()) : QJsonValue()},
            {QStringLiteral("assignee"), row.assignee},
            {QStringLiteral("snoozed_until"), instantJson(row.snoozedUntil)},
            {QStringLiteral("escalated_to"), row.escalatedTo},
            {QStringLiteral("first_approval_by"), row.endorsedBy},
            {QStringLiteral("requests"), row.requestCount},
            {QStringLiteral("decided_at"), instantJson(row.decidedAt)}};
}

QJsonObject reviewStateJson(const operations::PartnerView &view)
{
    const domain::ReviewState &state = view.readiness.review;
    const domain::ReviewTrail &trail = view.facts.review;
    return {{QStringLiteral("reason"), QString(domain::queueReasonName(state.queue))},
            {QStringLiteral("assignee"), state.assignee},
            {QStringLiteral("snoozed_until"), instantJson(state.snoozedUntil)},
            {QStringLiteral("escalated_to"), state.escalatedTo},
            {QStringLiteral("deciders_needed"), view.playbook.deciders},
            {QStringLiteral("first_approval"),
             state.endorsement ? QJsonValue(endorsementJson(*state.endorsement)) : QJsonValue()},
            {QStringLiteral("approval_expires_at"), instantJson(state.approvalExpiresAt)},
            {QStringLiteral("open_for"), listJson(view.present, presenceJson)},
            {QStringLiteral("verdicts"), listJson(trail.verdicts, verdictJson)},
            {QStringLiteral("requests"), listJson(trail.requests, requestJson)},
            {QStringLiteral("acts"), listJson(trail.acts, actJson)},
            {QStringLiteral("endorsements"), listJson(trail.endorsements, endorsementJson)}};
}

QJsonArray changesJson(const operations::PartnerView &view)
{
    const auto changes = domain::changesBetween(view.asDecided, view.facts, view.playbook);
    return listJson(changes, [](const domain::FactChange &change) {
        return QJsonObject{{QStringLiteral("change"), factChangeName(change.sign)},
                           {QStringLiteral("fact"), factName(change.fact)},
                           {QStringLiteral("before"), change.before},
                           {QStringLiteral("after"), change.after},
                           {QStringLiteral("document"), change.documentId}};
    });
}

QJsonArray seenJson(const QList<domain::SeenDocument> &seen)
{
    return listJson(seen, [](const domain::SeenDocument &one) {
        return QJsonObject{{QStringLiteral("document"), one.documentId},
                           {QStringLiteral("sha256"), one.sha256},
                           {QStringLiteral("page_count"), one.pageCount},
                           {QStringLiteral("pages"), one.pages}};
    });
}

QJsonArray checksJson(const QList<operations::DocumentCheck> &checks)
{
    return listJson(checks, checkJson);
}

QJsonObject foundJson(const operations::CheckObjects::Found &found)
{
    return {{QStringLiteral("documents"), found.documents},
            {QStringLiteral("foreign"), found.foreign},
            {QStringLiteral("bad"), checksJson(found.bad)},
            {QStringLiteral("unlisted"),
             listJson(found.unlisted, [](const base::Error &error) { return QJsonValue(error.subject); })},
            {QStringLiteral("orphans"), listJson(found.orphans, [](const domain::ObjectStore::Entry &entry) {
                 return QJsonObject{{QStringLiteral("key"), entry.key},
                                    {QStringLiteral("size"), entry.size},
                                    {QStringLiteral("written_at"), entry.writtenAt.toIso()}};
             })}};
}

} // namespace gatehouse::cli
