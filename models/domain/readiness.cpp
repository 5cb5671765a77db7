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
        PhaseStanding phase{rule.id, rule.title, rule.stage, {}, 0};
        for (const StepRule &step : rule.steps) {
            const StepState state = evaluation.steps.at(next++);
            phase.steps.append({step, state});
            phase.done += state == StepState::Done ? 1 : 0;
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
            for (const StepStanding &step : phase.steps) {
                if (gate.openStep.isEmpty() && step.rule.gate == gate.gate && step.state != StepState::Done) {
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
        for (const StepStanding &step : phase.steps) {
            if (step.state != StepState::Done)
                titles.append(step.rule.title);
        }
    }
    return titles;
}

int percentDone(const Evaluation &evaluation)
{
    const auto all = evaluation.steps.size();
    const auto done = std::count(evaluation.steps.cbegin(), evaluation.steps.cend(), StepState::Done);
    return all == 0 ? 100 : int(done * 100 / all);
}

} // namespace

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
    readiness.percent = percentDone(evaluation);
    readiness.approval = evaluation.grounds.approval;
    readiness.dossier = evaluation.grounds.dossier;
    readiness.sla = evaluation.sla;
    readiness.review = evaluation.grounds.review;
    readiness.blockers = evaluation.blockers;
    readiness.actions = evaluation.actions;
    readiness.move = evaluation.move;
    readiness.access = accessAnswers(playbook, facts, now);
    readiness.wouldBeReady = titlesNotDone(readiness.phases);
    readiness.validUntil = evaluation.validUntil;
    return readiness;
}

} // namespace gatehouse::domain
