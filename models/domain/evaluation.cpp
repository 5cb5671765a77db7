#include "domain/evaluation.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

constexpr int ourMoveWorkingDays = 3;

bool isRejected(ApprovalStatus status)
{
    return status == ApprovalStatus::Rejected || status == ApprovalStatus::Suspended;
}

// Open: it can be done now. Blocked: something else has to be solved first, or what was there is lost.
StepState stateOf(const StepRule &step, const Grounds &grounds)
{
    if (outcome(step.condition, step.argument, grounds) == Outcome::Met)
        return StepState::Done;
    switch (step.condition) {
    case Condition::DocumentCurrent:
        // Filed and yet not current: expired.
        return outcome(Condition::DocumentFiled, step.argument, grounds) == Outcome::Met ? StepState::Blocked
                                                                                         : StepState::Open;
    case Condition::Approved:
    case Condition::ApprovalCurrent:
        return isRejected(grounds.approval) || !isReviewable(grounds.dossier) ? StepState::Blocked : StepState::Open;
    case Condition::AccessOpen: return isRejected(grounds.approval) ? StepState::Blocked : StepState::Open;
    case Condition::Submitted:
    case Condition::RosterHasSubmitter:
    case Condition::DocumentFiled:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive: return StepState::Open;
    }
    Q_UNREACHABLE();
}

// The stage of the first phase that isn't complete; the last phase's when all are.
Stage stageOf(const Evaluation &evaluation)
{
    auto stage = Stage::PreSales;
    qsizetype next = 0;
    for (const PhaseRule &phase : evaluation.grounds.playbook.phases) {
        stage = phase.stage;
        const qsizetype end = next + phase.steps.size();
        while (next < end && evaluation.steps.at(next) == StepState::Done)
            ++next;
        if (next < end)
            return stage;
    }
    return stage;
}

// Working time that may be left until an action of ours is due before it makes the partner our move.
qint64 nearMs(const BusinessCalendar &calendar)
{
    return ourMoveWorkingDays * calendar.workingDayMs();
}

bool isOurs(const Blocker &blocker, const Evaluation &evaluation)
{
    const bool final = finalRejection(evaluation.grounds.playbook, evaluation.grounds.facts.decisions)
                       && (blocker.kind == BlockerKind::RejectedFinal || blocker.kind == BlockerKind::Suspended);
    return blocker.owner != QLatin1StringView("partner") && !final;
}

bool isOurMove(const Evaluation &evaluation, Instant now)
{
    const Grounds &grounds = evaluation.grounds;
    const BusinessCalendar &calendar = grounds.playbook.calendar;
    if (grounds.approval == ApprovalStatus::PendingReview && isReviewable(grounds.dossier)
        && grounds.review.openRequests.isEmpty())
        return true;
    const auto isNear = [&](const NextAction &action) {
        return action.mover == Mover::Us && action.due && calendar.workingMs(now, *action.due) <= nearMs(calendar);
    };
    return std::any_of(evaluation.actions.cbegin(), evaluation.actions.cend(), isNear)
           || std::any_of(evaluation.blockers.cbegin(), evaluation.blockers.cend(),
                          [&](const Blocker &blocker) { return isOurs(blocker, evaluation); });
}

NextMove moveOf(const Evaluation &evaluation, Instant now)
{
    if (isOurMove(evaluation, now))
        return NextMove::Ours;
    const bool waiting =
        std::any_of(evaluation.blockers.cbegin(), evaluation.blockers.cend(),
                    [](const Blocker &blocker) { return blocker.owner == QLatin1StringView("partner"); });
    return waiting || evaluation.sla.state == SlaState::Paused ? NextMove::Partners : NextMove::OnTrack;
}

Instant validUntil(const Evaluation &evaluation, Instant now)
{
    const Grounds &grounds = evaluation.grounds;
    const BusinessCalendar &calendar = grounds.playbook.calendar;
    Instant until = std::min(evaluation.sla.changesAt.value_or(never), grounds.review.changesAt.value_or(never));
    until = std::min(never, until);
    // Days left are counted at midnight, also when nothing else changes.
    const bool dated = std::any_of(grounds.dossier.documents.cbegin(), grounds.dossier.documents.cend(),
                                   [](const DocumentStanding &document) { return !document.validUntil.isEmpty(); });
    if (dated)
        until = std::min(until, calendar.startOfDay(calendar.dateAt(now).addDays(1)));
    for (const NextAction &action : evaluation.actions) {
        if (action.mover != Mover::Us || !action.due)
            continue;
        const qint64 far = calendar.workingMs(now, *action.due) - nearMs(calendar);
        if (far > 0)
            until = std::min(until, calendar.addWorkingMs(now, far));
    }
    return until;
}

} // namespace

std::array<GateCount, readinessGateCount> gateCounts(const Evaluation &evaluation)
{
    std::array<GateCount, readinessGateCount> counts;
    qsizetype next = 0;
    for (const PhaseRule &phase : evaluation.grounds.playbook.phases) {
        for (const StepRule &step : phase.steps) {
            const StepState state = evaluation.steps.at(next++);
            if (!step.gate)
                continue;
            GateCount &count = counts[size_t(*step.gate)];
            ++count.total;
            count.done += state == StepState::Done ? 1 : 0;
            count.blocked += state == StepState::Blocked ? 1 : 0;
        }
    }
    return counts;
}

Evaluation evaluate(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    Evaluation evaluation{groundsAt(playbook, facts, now), reviewClock(playbook, facts, now), {}, {}, {}, {}, {}, {}};
    for (const PhaseRule &phase : playbook.phases) {
        for (const StepRule &step : phase.steps)
            evaluation.steps.append(stateOf(step, evaluation.grounds));
    }
    evaluation.blockers = blockersOf(evaluation.grounds, now);
    evaluation.actions = actionsOf(evaluation.grounds, evaluation.sla, now);
    evaluation.move = moveOf(evaluation, now);
    evaluation.stage = stageOf(evaluation);
    evaluation.validUntil = validUntil(evaluation, now);
    return evaluation;
}

} // namespace gatehouse::domain
