#include "domain/evaluation.h"

#include "domain/text.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

// The deadline of a clock that runs.
std::optional<Instant> dueBy(const SlaReading &sla)
{
    switch (sla.state) {
    case SlaState::Running:
    case SlaState::AtRisk:
    case SlaState::Breached: return sla.deadline;
    case SlaState::None:
    case SlaState::Paused:
    case SlaState::Met:
    case SlaState::Missed: return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString ourOwner(const Grounds &grounds)
{
    return roleName(grounds.playbook.approver.value_or(Role::RootAdmin));
}

void addReview(const Grounds &grounds, const SlaReading &sla, QList<NextAction> &actions)
{
    const bool asked = !grounds.review.openRequests.isEmpty();
    if (grounds.approval == ApprovalStatus::PendingReview && isReviewable(grounds.dossier) && !asked)
        actions.append({ActionKind::ReviewDossier, Mover::Us, {}, {}, ourOwner(grounds), dueBy(sla)});
    if (grounds.approval == ApprovalStatus::Approved && grounds.dossier.changedSinceDecision && !asked)
        actions.append({ActionKind::ReviewChange, Mover::Us, {}, {}, ourOwner(grounds), dueBy(sla)});
}

void addRejection(const Grounds &grounds, const QString &partner, QList<NextAction> &actions)
{
    if (grounds.approval != ApprovalStatus::Rejected && grounds.approval != ApprovalStatus::Suspended)
        return;
    const bool final = finalRejection(grounds.playbook, grounds.facts.decisions);
    if (!final)
        actions.append({ActionKind::AnswerRejection, Mover::Partner, {}, {}, partner, std::nullopt});
    if (final || grounds.approval == ApprovalStatus::Suspended)
        actions.append({ActionKind::Reconsider, Mover::Us, {}, {}, ourOwner(grounds), std::nullopt});
}

void addDocument(const DocumentStanding &document, const Grounds &grounds, const QString &partner,
                 QList<NextAction> &actions)
{
    const QString title = grounds.playbook.document(document.kind)->title;
    switch (document.state) {
    case DocumentState::Current: return;
    case DocumentState::NotFiled:
    case DocumentState::AwaitingObject:
        actions.append({ActionKind::FileDocument, Mover::Partner, title, document.kind, partner, std::nullopt});
        return;
    case DocumentState::Expiring:
    case DocumentState::Expired:
        // Due when it stops counting: the end of its last valid day.
        actions.append({ActionKind::RenewDocument, Mover::Partner, title, document.kind, partner,
                        grounds.playbook.calendar.startOfDay(dateFromIso(document.validUntil).addDays(1))});
        return;
    }
    Q_UNREACHABLE();
}

void addRequests(const Grounds &grounds, Instant now, QList<NextAction> &actions)
{
    for (const PartnerRequest &request : grounds.review.openRequests) {
        const DocumentRule *document = grounds.playbook.document(request.documentKind);
        const QString title = document ? document->title : QString();
        actions.append({ActionKind::AnswerRequest, Mover::Partner, title, request.id, request.askedOf, std::nullopt});
        const Instant overdue = overdueAt(request, grounds.playbook.calendar);
        if (overdue <= now)
            actions.append({ActionKind::RemindPartner, Mover::Us, title, request.id, ourOwner(grounds), overdue});
    }
}

void addRenewal(const Grounds &grounds, Instant now, QList<NextAction> &actions)
{
    const auto expires = grounds.review.approvalExpiresAt;
    if (!expires)
        return;
    const BusinessCalendar &calendar = grounds.playbook.calendar;
    const Instant warned =
        calendar.startOfDay(calendar.dateAt(*expires).addDays(-1 - grounds.playbook.approvalWarnDays));
    if (warned <= now)
        actions.append({ActionKind::RenewApproval, Mover::Us, {}, {}, ourOwner(grounds), *expires});
}

bool isSooner(const NextAction &a, const NextAction &b)
{
    if (a.mover != b.mover)
        return a.mover == Mover::Us;
    return a.due.value_or(never) < b.due.value_or(never);
}

} // namespace

QLatin1StringView actionKindName(ActionKind kind)
{
    switch (kind) {
    case ActionKind::ReviewDossier: return QLatin1StringView("review_dossier");
    case ActionKind::ReviewChange: return QLatin1StringView("review_change");
    case ActionKind::FileDocument: return QLatin1StringView("file_document");
    case ActionKind::RenewDocument: return QLatin1StringView("renew_document");
    case ActionKind::AnswerRejection: return QLatin1StringView("answer_rejection");
    case ActionKind::DeactivateIdentity: return QLatin1StringView("deactivate_identity");
    case ActionKind::AnswerRequest: return QLatin1StringView("answer_request");
    case ActionKind::RemindPartner: return QLatin1StringView("remind_partner");
    case ActionKind::RenewApproval: return QLatin1StringView("renew_approval");
    case ActionKind::CompleteItem: return QLatin1StringView("complete_item");
    case ActionKind::Reconsider: return QLatin1StringView("reconsider");
    }
    Q_UNREACHABLE();
}

QList<NextAction> actionsOf(const Grounds &grounds, const SlaReading &sla, Instant now)
{
    QList<NextAction> actions;
    const QString partner = spokesperson(grounds.facts);
    addReview(grounds, sla, actions);
    addRejection(grounds, partner, actions);
    if (!finalRejection(grounds.playbook, grounds.facts.decisions)) {
        for (const DocumentStanding &document : grounds.dossier.documents)
            addDocument(document, grounds, partner, actions);
        addRequests(grounds, now, actions);
        actions += itemActions(grounds);
    }
    addRenewal(grounds, now, actions);
    for (const Contact &contact : openIdentities(grounds.facts.contacts)) {
        actions.append({ActionKind::DeactivateIdentity, Mover::Us, contact.name, contact.id,
                        identityOwner(grounds.playbook), std::nullopt});
    }
    std::stable_sort(actions.begin(), actions.end(), isSooner);
    return actions;
}

} // namespace gatehouse::domain
