#pragma once

#include "operations/desk.h"

namespace gatehouse::operationstest {

// Kinds that change something, and so leave event and receipt.
inline bool isWriting(domain::OperationKind kind)
{
    using enum domain::OperationKind;
    return kind != ReadPartners && kind != ReadDossierFile && kind != CheckAccess && kind != ReadOperators
           && kind != ReadEvents && kind != ExportEvents && kind != CheckObjects && kind != OpenReview
           && kind != ReadTenants && kind != VerifyAccessKey;
}

// An operation of this kind that would be done now, on this partner, whose dossier is complete. Prepares what it needs:
// somebody to remove or revoke. Null for a query.
std::unique_ptr<operations::Operation> goodOperation(Desk &desk, domain::OperationKind kind, const QString &partner);

// How one attempt of either sort ended.
using Outcome = base::Result<void>;
Outcome attempt(Person &person, const operations::Operation &operation);

// Tries an operation or query of this kind with an input that is in order; `submitter` is who a new partner's roster
// holds.
Outcome tryGood(Desk &desk, Person &person, domain::OperationKind kind, const QString &partner,
                const QString &submitter);

// The same with an input that is refused with `badInputCode`, for those who may.
Outcome tryBad(Person &person, domain::OperationKind kind, const QString &partner);
base::ErrorCode badInputCode(domain::OperationKind kind);

} // namespace gatehouse::operationstest
