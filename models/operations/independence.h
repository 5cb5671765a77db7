#pragma once

#include "operations/transaction.h"

namespace gatehouse::operations {

// Why this actor can't decide on this partner, whatever the dossier holds; nothing when it can. Asked before the form
// is shown and again in the decision itself. Denied: NotPermitted (the playbook knows no approver), NotOnAllowlist,
// OnTheRoster (a removed contact counts until released), OwnRequest, RejectedForGood.
std::optional<base::Error> independenceObstacle(const Actor &actor, const domain::Playbook &playbook,
                                                const domain::PartnerFacts &facts);

// Whoever stands in the roster neither says who reviews the partner and when nor speaks for us to it:
// Denied/OnTheRoster with the operation and who may (a removed contact counts until released).
std::optional<base::Error> rosterObstacle(const Actor &actor, const domain::PartnerFacts &facts,
                                          domain::OperationKind kind);

// After a final rejection only a root admin files or decides: Denied/RejectedForGood for everybody else.
std::optional<base::Error> finalityObstacle(const Actor &actor, const domain::Playbook &playbook,
                                            const domain::PartnerFacts &facts);

} // namespace gatehouse::operations
