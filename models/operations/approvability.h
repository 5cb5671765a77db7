#pragma once

#include "operations/transaction.h"

namespace gatehouse::operations {

// What an approval needs beyond a note: every required document there, in date and not asked for again, enough people,
// and the bytes as they were filed. Errors, in this order: DossierIncomplete, DocumentAskedAgain,
// PolicyDocumentMissing, DecidersMissing, ObjectMissing, ObjectAltered.
base::Result<void> checkApprovable(Transaction &transaction, const domain::Playbook &playbook,
                                   const domain::PartnerFacts &facts, const QString &policyDocument);

// The first of two approvals that one by the acting subject would be the second to; nothing when it would be the first.
// Who gave it must still be able to. Error: SecondDeciderNeeded.
base::Result<std::optional<domain::Endorsement>> firstApproval(Transaction &transaction,
                                                               const domain::Playbook &playbook,
                                                               const domain::PartnerFacts &facts);

} // namespace gatehouse::operations
