#include "operations/lockedground.h"

namespace gatehouse::operations {

base::Result<Ground> lockedGround(Transaction &transaction, const Obstacle &obstacle)
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    auto playbook = transaction.playbookOf(facts->partner);
    if (!playbook)
        return playbook.error();
    if (obstacle) {
        if (auto refusal = obstacle(transaction.actor(), *playbook, *facts))
            return *std::move(refusal);
    }
    return Ground{std::move(*facts), std::move(*playbook)};
}

} // namespace gatehouse::operations
