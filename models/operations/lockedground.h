#pragma once

#include "operations/transaction.h"

#include <functional>

namespace gatehouse::operations {

// What an act on a partner stands on: its facts, kept from being changed or decided on by others until the transaction
// ends, and the playbook that it is on.
struct Ground
{
    domain::PartnerFacts facts;
    domain::Playbook playbook;
};

// Why somebody may not act on this partner, whatever the input says; nothing when he may. Those of independence.h.
using Obstacle = std::function<std::optional<base::Error>(const Actor &actor, const domain::Playbook &playbook,
                                                          const domain::PartnerFacts &facts)>;

// The ground under the partner that the operation named, asked for in the one order that all of them take locks in.
// Errors: PartnerNotFound; of the playbook; then what the obstacle says of the acting subject.
base::Result<Ground> lockedGround(Transaction &transaction, const Obstacle &obstacle = {});

} // namespace gatehouse::operations
