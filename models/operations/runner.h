#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Every door's way in: who are you, may you, was this request seen before; then one transaction. Lives in one thread,
// that of its authority.
class OperationRunner
{
public:
    OperationRunner(domain::Authority &authority, const domain::PlaybookSource &playbooks, base::IdSource &ids);

    // Runs, retrying the whole up to nine times within about three seconds when a concurrent change got in the way;
    // sleeps in between. The same `requestId` by the same subject gives the first receipt again (replayed); with
    // another body or subject it is Conflict/RequestIdReused. Errors: Denied/NotPermitted, NotYourPartner before any
    // check of the input; those of the operation.
    base::Result<domain::Receipt> run(const Operation &operation, const Caller &caller, const QString &requestId);

    // Reads one consistent state. A Query has: `using Answer`, `kind()`, `partnerReference()`, and
    // `Result<Answer> read(Transaction &) const`.
    template <class Query>
    base::Result<typename Query::Answer> ask(const Query &query, const Caller &caller)
    {
        auto unit = m_authority.begin(domain::Access::Read);
        if (!unit)
            return unit.error();
        Transaction::Objects none;
        Transaction transaction(**unit, m_playbooks, m_ids, QString(), none);
        if (auto admitted = admit(transaction, caller, query.kind(), query.partnerReference(), nullptr); !admitted)
            return admitted.error();
        return query.read(transaction);
    }

private:
    base::Result<domain::Receipt> attempt(const Operation &operation, const Caller &caller, const QString &requestId,
                                          const QString &digest, Transaction::Objects &put);
    base::Result<void> admit(Transaction &transaction, const Caller &caller, domain::OperationKind kind,
                             const QString &partnerReference, const Operation *operation);

    domain::Authority &m_authority;
    const domain::PlaybookSource &m_playbooks;
    base::IdSource &m_ids;
};

} // namespace gatehouse::operations
