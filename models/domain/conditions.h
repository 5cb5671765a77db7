#pragma once

#include "domain/reviewstate.h"

namespace gatehouse::domain {

// What conditions are judged on: the facts of one partner and what was derived from them at one instant. Refers to its
// playbook and facts, so it lives no longer than they do.
struct Grounds
{
    const Playbook &playbook;
    const PartnerFacts &facts;
    ApprovalStatus approval = ApprovalStatus::NotUsed;
    DossierStanding dossier;
    ReviewState review;
};

Grounds groundsAt(const Playbook &playbook, const PartnerFacts &facts, Instant now);

enum class Outcome { Met, Unmet };

// `argument` as in StepRule; without one DocumentFiled and DocumentCurrent ask for every document of the playbook, and
// AccessOpen, which then names nothing, is unmet.
Outcome outcome(Condition condition, const QString &argument, const Grounds &grounds);

// Whether every condition of the access gate holds. A rule without conditions opens nothing.
Outcome accessOutcome(const AccessRule &rule, const Grounds &grounds);

} // namespace gatehouse::domain
