#include "domain/evaluation.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

constexpr int ourMoveWorkingDays = 3;

// The stage of the first phase that isn't complete; the last phase's when all are.
Stage stageOf(const Evaluation &evaluation)
{
    auto stage = Stage::PreSales;
    qsizetype next = 0;
    for (const PhaseRule &phase : evaluation.grounds.playbook.phases) {
        stage = phase.stage;
        for (const ItemRule &item : phase.items) {
            if (isOpenWork(item, evaluation.grounds.items.at(next)))
                return stage;
            ++next;
        }
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
    const auto isItem = [](const NextAction &action) { return action.kind == ActionKind::CompleteItem; };
    const auto isPartners = [&](const NextAction &action) { return !isItem(action) || action.mover == Mover::Partner; };
    const QList<NextAction> &actions = evaluation.actions;
    if (std::any_of(actions.cbegin(), actions.cend(), isItem)
        && std::all_of(actions.cbegin(), actions.cend(), isPartners))
        return NextMove::Partners;
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
    const auto expiry = nextExpiry(grounds.playbook, grounds.facts.items, now);
    if (expiry)
        until = std::min({until, *expiry, calendar.startOfDay(calendar.dateAt(now).addDays(1))});
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
        for (const ItemRule &step : phase.items) {
            const ItemState state = evaluation.grounds.items.at(next++);
            if (!step.gate || !doesCount(step, state))
                continue;
            GateCount &count = counts[size_t(*step.gate)];
            ++count.total;
            count.done += isSettled(state) ? 1 : 0;
            count.blocked += state == ItemState::Blocked ? 1 : 0;
        }
    }
    return counts;
}

Evaluation evaluate(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    Evaluation evaluation{groundsAt(playbook, facts, now), reviewClock(playbook, facts, now), {}, {}, {}, {}, {}};
    evaluation.blockers = blockersOf(evaluation.grounds, now);
    evaluation.actions = actionsOf(evaluation.grounds, evaluation.sla, now);
    evaluation.move = moveOf(evaluation, now);
    evaluation.stage = stageOf(evaluation);
    evaluation.validUntil = validUntil(evaluation, now);
    return evaluation;
}

} // namespace gatehouse::domain
