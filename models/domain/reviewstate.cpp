#include "domain/reviewstate.h"

#include "domain/reviewdigest.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

std::optional<Instant> sooner(std::optional<Instant> a, Instant b)
{
    return a ? std::min(*a, b) : b;
}

// The last act of this kind since the last decision, or nullptr.
const ReviewAct *lastAct(ReviewActKind kind, qint64 decision, const QList<ReviewAct> &acts)
{
    const auto last = std::find_if(acts.crbegin(), acts.crend(), [&](const ReviewAct &act) {
        return act.kind == kind && act.afterDecision == decision;
    });
    return last == acts.crend() ? nullptr : &*last;
}

void takeActs(const PartnerFacts &facts, qint64 decision, Instant now, ReviewState &state)
{
    const QList<ReviewAct> &acts = facts.review.acts;
    if (const ReviewAct *assigned = lastAct(ReviewActKind::Assigned, decision, acts);
        assigned && !assigned->subject.isEmpty()) {
        state.assigned = *assigned;
        state.assignee = assigned->subject;
    }
    if (const ReviewAct *escalated = lastAct(ReviewActKind::Escalated, decision, acts);
        escalated && !escalated->subject.isEmpty()) {
        state.escalated = *escalated;
        state.escalatedTo = escalated->subject;
    }
    // Whoever put it off did not know what was filed since.
    const ReviewAct *snoozed = lastAct(ReviewActKind::Snoozed, decision, acts);
    const qint64 revision = facts.documents.isEmpty() ? 0 : facts.documents.constLast().revision;
    if (snoozed && snoozed->until && *snoozed->until > now && snoozed->revision == revision) {
        state.snoozed = *snoozed;
        state.snoozedUntil = snoozed->until;
        state.changesAt = sooner(state.changesAt, *snoozed->until);
    }
}

// The first approval counts while nothing that was reviewed has changed, and for a while only.
void takeEndorsement(const Playbook &playbook, const PartnerFacts &facts, Instant now, ReviewState &state)
{
    if (playbook.deciders < 2 || facts.review.endorsements.isEmpty())
        return;
    const Endorsement &last = facts.review.endorsements.constLast();
    if (last.expiresAt <= now || !reviewDigest(playbook, facts).changedSince(last.reviewedDigest).isEmpty())
        return;
    state.endorsement = last;
    state.changesAt = sooner(state.changesAt, last.expiresAt);
}

void takeExpiry(const Playbook &playbook, const Decision *last, Instant now, ReviewState &state)
{
    state.approvalExpiresAt = last ? approvalExpiry(playbook, *last) : std::nullopt;
    if (!state.approvalExpiresAt)
        return;
    const BusinessCalendar &calendar = playbook.calendar;
    state.approvalExpired = *state.approvalExpiresAt <= now;
    // Days left, once there is a warning, and days over are counted at midnight.
    const Instant midnight = calendar.startOfDay(calendar.dateAt(now).addDays(1));
    const QDate lastDay = calendar.dateAt(*state.approvalExpiresAt).addDays(-1);
    const Instant warned = calendar.startOfDay(lastDay.addDays(-playbook.approvalWarnDays));
    state.changesAt = sooner(state.changesAt, warned > now ? warned : midnight);
}

QueueReason queueReason(const Playbook &playbook, const PartnerFacts &facts, const Decision *last, bool expired)
{
    const ApprovalStatus status = approvalStatus(playbook, facts.decisions, facts.documents);
    if (status == ApprovalStatus::PendingReview) {
        if (!last)
            return QueueReason::FirstReview;
        return suspends(*last, facts.decisions) ? QueueReason::Suspended : QueueReason::Resubmitted;
    }
    if (status != ApprovalStatus::Approved)
        return QueueReason::None;
    if (firstFiledAfter(*last, facts.documents) || partnerChangedSince(*last, facts.partner))
        return QueueReason::Changed;
    return expired ? QueueReason::ApprovalExpired : QueueReason::None;
}

} // namespace

QLatin1StringView queueReasonName(QueueReason reason)
{
    switch (reason) {
    case QueueReason::None: return QLatin1StringView("none");
    case QueueReason::FirstReview: return QLatin1StringView("first_review");
    case QueueReason::Resubmitted: return QLatin1StringView("resubmitted");
    case QueueReason::Changed: return QLatin1StringView("changed");
    case QueueReason::ApprovalExpired: return QLatin1StringView("approval_expired");
    case QueueReason::Suspended: return QLatin1StringView("suspended");
    }
    Q_UNREACHABLE();
}

ReviewState reviewState(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    ReviewState state;
    if (!playbook.approver)
        return state;
    const Decision *last = lastDecision(facts.decisions);
    takeActs(facts, last ? last->number : 0, now, state);
    takeEndorsement(playbook, facts, now, state);
    takeExpiry(playbook, last, now, state);
    state.openRequests = openRequests(facts.review.requests);
    for (const PartnerRequest &request : std::as_const(state.openRequests)) {
        const Instant overdue = overdueAt(request, playbook.calendar);
        // Days since it was asked are counted at midnight.
        const Instant midnight = playbook.calendar.startOfDay(playbook.calendar.dateAt(now).addDays(1));
        state.changesAt = sooner(state.changesAt, overdue > now ? std::min(overdue, midnight) : midnight);
    }
    state.queue = queueReason(playbook, facts, last, state.approvalExpired);
    return state;
}

std::optional<Instant> approvalExpiry(const Playbook &playbook, const Decision &decision)
{
    if (playbook.approvalValidDays <= 0 || decision.verdict != Verdict::Approve)
        return std::nullopt;
    const BusinessCalendar &calendar = playbook.calendar;
    return calendar.startOfDay(calendar.dateAt(decision.decidedAt).addDays(playbook.approvalValidDays + 1));
}

const DocumentVerdict *verdictOn(const QString &documentId, const QList<DocumentVerdict> &verdicts)
{
    const auto last = std::find_if(verdicts.crbegin(), verdicts.crend(),
                                   [&](const DocumentVerdict &verdict) { return verdict.documentId == documentId; });
    return last == verdicts.crend() ? nullptr : &*last;
}

QStringList askedAgainKinds(const PartnerFacts &facts)
{
    QStringList kinds;
    if (facts.review.verdicts.isEmpty())
        return kinds;
    for (const DossierDocument &document : dossierAt(facts.documents)) {
        const DocumentVerdict *verdict = verdictOn(document.id, facts.review.verdicts);
        if (verdict && verdict->answer == DocumentAnswer::AskedAgain)
            kinds.append(document.kind);
    }
    return kinds;
}

QList<PartnerRequest> openRequests(const QList<PartnerRequest> &requests)
{
    QList<PartnerRequest> open;
    std::copy_if(requests.cbegin(), requests.cend(), std::back_inserter(open),
                 [](const PartnerRequest &request) { return request.end == RequestEnd::Open; });
    return open;
}

QList<PartnerRequest> answerable(const PartnerFacts &facts)
{
    const QStringList again = askedAgainKinds(facts);
    QList<PartnerRequest> requests = openRequests(facts.review.requests);
    requests.removeIf([&](const PartnerRequest &request) { return again.contains(request.documentKind); });
    return requests;
}

Instant overdueAt(const PartnerRequest &request, const BusinessCalendar &calendar)
{
    return calendar.addWorkingMs(request.askedAt, answerWorkingDays * calendar.workingDayMs());
}

} // namespace gatehouse::domain
