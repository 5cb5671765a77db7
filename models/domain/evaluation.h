#pragma once

#include "domain/conditions.h"
#include "domain/readiness.h"

#include <array>

namespace gatehouse::domain {

// What Readiness and PartnerSummary are both cut from, so that they can't disagree. Without copies of the playbook's
// rules: the board derives a hundred thousand of these.
struct Evaluation
{
    Grounds grounds;
    SlaReading sla;
    QList<Blocker> blockers;   // worst first
    QList<NextAction> actions; // ours first
    NextMove move = NextMove::OnTrack;
    Stage stage = Stage::PreSales;
    Instant validUntil;
};

Evaluation evaluate(const Playbook &playbook, const PartnerFacts &facts, Instant now);

QList<Blocker> blockersOf(const Grounds &grounds, Instant now);
// Of the phase at hand: the first item of each checklist that can be done now, three at most.
QList<NextAction> itemActions(const Grounds &grounds);
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
TopicStandings topicStandings(const Grounds &grounds);
std::array<GateCount, readinessGateCount> gateCounts(const Evaluation &evaluation);

} // namespace gatehouse::domain
