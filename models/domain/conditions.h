#pragma once

#include "domain/itemstate.h"
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
    ItemStates items;
};

Grounds groundsAt(const Playbook &playbook, const PartnerFacts &facts, Instant now);

enum class Outcome { Met, Unmet };

// `argument` as in ItemRule; without one DocumentFiled and DocumentCurrent ask for every document of the playbook, and
// the others, which then name nothing, are unmet. Recorded is never met: that depends on the item.
Outcome outcome(Condition condition, const QString &argument, const Grounds &grounds);

// Ids of the checklists that come before the item's and aren't done.
QStringList unmetBefore(const ItemRule &item, const Grounds &grounds);

// Whether every condition of the access gate holds. A rule without conditions opens nothing.
Outcome accessOutcome(const AccessRule &rule, const Grounds &grounds);

} // namespace gatehouse::domain
