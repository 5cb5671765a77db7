#pragma once

#include "domain/conditions.h"

namespace gatehouse::domain {

// When a partner should be where, from the moment it was taken in and the playbook's planned days. Working days of the
// playbook's calendar; phases follow each other.

// The end of the phase at that place, as planned.
Instant plannedEnd(const Playbook &playbook, const Partner &partner, qsizetype phase);

struct GoLivePlan
{
    Instant planned;   // end of the phase that goes live, as planned
    Instant projected; // from `now`, counting of each phase up to it the share that is open of its planned days
    enum class State { Ahead, Reached } state = State::Ahead; // Reached: those phases are done, projected says nothing
};
// Nothing where no phase of the playbook is of the stage go_live, or they aren't planned to take any time.
std::optional<GoLivePlan> goLivePlan(const Grounds &grounds, Instant now);

} // namespace gatehouse::domain
