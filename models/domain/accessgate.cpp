#include "domain/accessgate.h"

#include "domain/conditions.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

AccessReason whyNotApproved(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::NotSubmitted: return AccessReason::NotSubmitted;
    case ApprovalStatus::PendingReview: return AccessReason::PendingReview;
    case ApprovalStatus::Rejected: return AccessReason::Rejected;
    case ApprovalStatus::Suspended: return AccessReason::Suspended;
    case ApprovalStatus::NotUsed:
    case ApprovalStatus::Approved: return AccessReason::ConditionUnmet;
    }
    Q_UNREACHABLE();
}

AccessReason whyUnmet(Condition condition, const Grounds &grounds)
{
    switch (condition) {
    case Condition::Approved: return whyNotApproved(grounds.approval);
    case Condition::ApprovalCurrent:
        return grounds.approval == ApprovalStatus::Approved ? AccessReason::ApprovalExpired
                                                            : whyNotApproved(grounds.approval);
    case Condition::DocumentFiled:
    case Condition::DocumentCurrent: return AccessReason::DocumentMissing;
    case Condition::Submitted:
    case Condition::RosterHasSubmitter:
    case Condition::AccessOpen:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive:
    case Condition::Recorded: return AccessReason::ConditionUnmet;
    case Condition::ChecklistDone:
    case Condition::ItemDone: return AccessReason::ItemsOpen;
    case Condition::Deferred: return AccessReason::NotAvailable;
    }
    Q_UNREACHABLE();
}

// When the answer turned to what it is: with the first of those decisions at the end that say the same without a break.
// `expires`: an approval that ran out is such a break, and turns it itself.
std::optional<Instant> turnedAt(const Grounds &grounds, bool expires)
{
    QList<Decision> decisions = grounds.facts.decisions;
    std::sort(decisions.begin(), decisions.end(),
              [](const Decision &a, const Decision &b) { return a.number < b.number; });
    if (decisions.isEmpty())
        return std::nullopt;
    if (expires && grounds.review.approvalExpired)
        return grounds.review.approvalExpiresAt;
    qsizetype first = decisions.size() - 1;
    for (; first > 0; --first) {
        const Decision &before = decisions.at(first - 1);
        const auto ranOut = expires ? approvalExpiry(grounds.playbook, before) : std::nullopt;
        if (before.verdict != decisions.at(first).verdict || (ranOut && *ranOut <= decisions.at(first).decidedAt))
            break;
    }
    return decisions.at(first).decidedAt;
}

// A plain rejection is answered by the partner, who files again; a suspension and a final rejection are not.
std::optional<Role> whoDecidesAnew(AccessReason reason, const Grounds &grounds)
{
    if (reason != AccessReason::Rejected && reason != AccessReason::Suspended)
        return std::nullopt;
    if (finalRejection(grounds.playbook, grounds.facts.decisions))
        return Role::RootAdmin;
    return reason == AccessReason::Suspended ? grounds.playbook.approver : std::nullopt;
}

AccessAnswer answerOf(const AccessRule &rule, const Grounds &grounds)
{
    AccessAnswer answer{rule.gate, rule.title, AccessVerdict::Open, AccessReason::Open, {}, rule.runbook, {}, {}};
    const bool expires = rule.asksFor(Condition::ApprovalCurrent);
    if (expires || rule.asksFor(Condition::Approved))
        answer.since = turnedAt(grounds, expires);
    if (accessOutcome(rule, grounds) == Outcome::Met)
        return answer;
    answer.verdict = AccessVerdict::Closed;
    answer.guidance = rule.guidance;
    const auto unmet = std::find_if(rule.conditions.cbegin(), rule.conditions.cend(), [&](const Requirement &each) {
        return outcome(each.condition, each.argument, grounds) == Outcome::Unmet;
    });
    answer.reason =
        unmet == rule.conditions.cend() ? AccessReason::ConditionUnmet : whyUnmet(unmet->condition, grounds);
    answer.decidesAnew = whoDecidesAnew(answer.reason, grounds);
    return answer;
}

} // namespace

QLatin1StringView accessReasonName(AccessReason reason)
{
    switch (reason) {
    case AccessReason::Open: return QLatin1StringView("open");
    case AccessReason::NotSubmitted: return QLatin1StringView("not_submitted");
    case AccessReason::PendingReview: return QLatin1StringView("pending_review");
    case AccessReason::Rejected: return QLatin1StringView("rejected");
    case AccessReason::Suspended: return QLatin1StringView("suspended");
    case AccessReason::DocumentMissing: return QLatin1StringView("document_missing");
    case AccessReason::ApprovalExpired: return QLatin1StringView("approval_expired");
    case AccessReason::ItemsOpen: return QLatin1StringView("items_open");
    case AccessReason::NotAvailable: return QLatin1StringView("not_available");
    case AccessReason::ConditionUnmet: return QLatin1StringView("condition_unmet");
    case AccessReason::NotDefined: return QLatin1StringView("not_defined");
    }
    Q_UNREACHABLE();
}

AccessAnswer accessAnswer(const QString &gate, const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    const AccessRule *rule = playbook.accessRule(gate);
    if (!rule)
        return {gate, {}, AccessVerdict::Closed, AccessReason::NotDefined, {}, {}, {}, {}};
    return answerOf(*rule, groundsAt(playbook, facts, now));
}

QList<AccessAnswer> accessAnswers(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    const Grounds grounds = groundsAt(playbook, facts, now);
    QList<AccessAnswer> answers;
    answers.reserve(playbook.access.size());
    for (const AccessRule &rule : playbook.access)
        answers.append(answerOf(rule, grounds));
    return answers;
}

} // namespace gatehouse::domain
