#pragma once

#include "operations/transaction.h"

namespace gatehouse::operations {

// One thing a person can do that changes something: plain data, made by a door, executed by the runner.
class Operation
{
public:
    virtual ~Operation() = default;

    virtual domain::OperationKind kind() const = 0;
    // Everything that decides the outcome; digested into the receipt, so that a reused request id is noticed.
    virtual QJsonObject canonical() const = 0;
    // The partner it acts on (id, slug or unambiguous name); empty for none.
    virtual QString partnerReference() const { return {}; }
    // None: a heartbeat, not remembered by its request id and without a receipt.
    enum class Trace { Receipt, None };
    virtual Trace trace() const { return Trace::Receipt; }

protected:
    friend class OperationRunner;
    // Where the table says OwnPartner: does this belong to the acting subject? The default asks the partner's roster.
    virtual base::Result<void> checkOwn(Transaction &transaction) const;
    // Checks the rules and writes; nothing outside the transaction except objects put before their row. The answer is
    // stored in the receipt and given again for the same request id.
    virtual base::Result<QJsonObject> execute(Transaction &transaction) const = 0;
};

} // namespace gatehouse::operations
