#pragma once

#include "domain/conditions.h"
#include "domain/readiness.h"

#include <QVarLengthArray>

#include <array>

namespace gatehouse::domain {

// What Readiness and PartnerSummary are both cut from, so that they can't disagree. Without copies of the playbook's
// rules: the board derives a hundred thousand of these.
struct Evaluation
{
    Grounds grounds;
    SlaReading sla;
    QVarLengthArray<StepState, 32> steps; // all phases' steps, in order
    QList<Blocker> blockers;              // worst first
    QList<NextAction> actions;            // ours first
    NextMove move = NextMove::OnTrack;
    Stage stage = Stage::PreSales;
    Instant validUntil;
};

Evaluation evaluate(const Playbook &playbook, const PartnerFacts &facts, Instant now);

QList<Blocker> blockersOf(const Grounds &grounds, Instant now);
QList<NextAction> actionsOf(const Grounds &grounds, const SlaReading &sla, Instant now);

// The role that sees to it that a removed contact's identity is deactivated.
QString identityOwner(const Playbook &playbook);

// Steps done of all steps of one readiness gate.
struct GateCount
{
    int done = 0;
    int blocked = 0;
    int total = 0;
};
inline constexpr size_t readinessGateCount = size_t(ReadinessGate::BillingProfile) + 1;
std::array<GateCount, readinessGateCount> gateCounts(const Evaluation &evaluation);

} // namespace gatehouse::domain
