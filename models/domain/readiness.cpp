#include "domain/readiness.h"

#include "domain/evaluation.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

QList<PhaseStanding> phasesOf(const Evaluation &evaluation)
{
    QList<PhaseStanding> phases;
    qsizetype next = 0;
    for (const PhaseRule &rule : evaluation.grounds.playbook.phases) {
        PhaseStanding phase{rule.id, rule.title, rule.stage, {}, 0, 0};
        for (const ItemRule &step : rule.items) {
            const ItemState state = evaluation.grounds.items.at(next++);
            phase.items.append({step, state});
            phase.counted += doesCount(step, state) ? 1 : 0;
            phase.done += doesCount(step, state) && isSettled(state) ? 1 : 0;
        }
        phases.append(phase);
    }
    return phases;
}

GateState gateState(const GateCount &count)
{
    if (count.done == count.total)
        return GateState::Done;
    if (count.blocked > 0)
        return GateState::Blocked;
    return count.done > 0 ? GateState::InProgress : GateState::Todo;
}

QList<GateStanding> gatesOf(const Evaluation &evaluation, const QList<PhaseStanding> &phases)
{
    QList<GateStanding> gates;
    const auto counts = gateCounts(evaluation);
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i].total == 0)
            continue;
        GateStanding gate{ReadinessGate(i), gateState(counts[i]), counts[i].done, counts[i].total, {}, {}};
        for (const PhaseStanding &phase : phases) {
            for (const ItemStanding &step : phase.items) {
                if (gate.openStep.isEmpty() && step.rule.gate == gate.gate && isOpenWork(step.rule, step.state)) {
                    gate.openStep = step.rule.title;
                    gate.owner = step.rule.owner;
                }
            }
        }
        gates.append(gate);
    }
    return gates;
}

QStringList titlesNotDone(const QList<PhaseStanding> &phases)
{
    QStringList titles;
    for (const PhaseStanding &phase : phases) {
        for (const ItemStanding &step : phase.items) {
            if (isOpenWork(step.rule, step.state))
                titles.append(step.rule.title);
        }
    }
    return titles;
}

int percentDone(const QList<PhaseStanding> &phases)
{
    int all = 0;
    int done = 0;
    for (const PhaseStanding &phase : phases) {
        all += phase.counted;
        done += phase.done;
    }
    return all == 0 ? 100 : done * 100 / all;
}

} // namespace

QLatin1StringView topicStateName(TopicState state)
{
    switch (state) {
    case TopicState::NotUsed: return QLatin1StringView("not_used");
    case TopicState::Todo: return QLatin1StringView("to_do");
    case TopicState::InProgress: return QLatin1StringView("in_progress");
    case TopicState::Waiting: return QLatin1StringView("waiting");
    case TopicState::Blocked: return QLatin1StringView("blocked");
    case TopicState::Done: return QLatin1StringView("done");
    }
    Q_UNREACHABLE();
}

QLatin1StringView nextMoveName(NextMove move)
{
    switch (move) {
    case NextMove::Ours: return QLatin1StringView("ours");
    case NextMove::Partners: return QLatin1StringView("partners");
    case NextMove::OnTrack: return QLatin1StringView("on_track");
    }
    Q_UNREACHABLE();
}

Readiness readiness(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    const Evaluation evaluation = evaluate(playbook, facts, now);
    Readiness readiness;
    readiness.stage = evaluation.stage;
    readiness.phases = phasesOf(evaluation);
    readiness.gates = gatesOf(evaluation, readiness.phases);
    readiness.gatesDone = int(std::count_if(readiness.gates.cbegin(), readiness.gates.cend(),
                                            [](const GateStanding &gate) { return gate.state == GateState::Done; }));
    readiness.percent = percentDone(readiness.phases);
    readiness.approval = evaluation.grounds.approval;
    readiness.dossier = evaluation.grounds.dossier;
    readiness.sla = evaluation.sla;
    readiness.review = evaluation.grounds.review;
    readiness.blockers = evaluation.blockers;
    readiness.actions = evaluation.actions;
    readiness.move = evaluation.move;
    readiness.access = accessAnswers(playbook, facts, now);
    readiness.goLive = goLivePlan(evaluation.grounds, now);
    readiness.wouldBeReady = titlesNotDone(readiness.phases);
    readiness.validUntil = evaluation.validUntil;
    return readiness;
}

} // namespace gatehouse::domain
