#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Result: {"subject", "role"}. Errors: OperatorExists; ValueUnknown for partner_admin, which is no operator's role.
struct AddOperator final : Operation
{
    QString subject;
    domain::Role role = domain::Role::Support;
    QString name; // display name, may be empty

    domain::OperationKind kind() const override { return domain::OperationKind::AddOperator; }
    QJsonObject canonical() const override;

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Result: {"subject", "role"}. Errors: OperatorNotFound; LastRootAdmin: somebody must be able to grant roles.
struct RevokeOperator final : Operation
{
    QString subject;
    domain::Role role = domain::Role::Support;

    domain::OperationKind kind() const override { return domain::OperationKind::RevokeOperator; }
    QJsonObject canonical() const override;

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

} // namespace gatehouse::operations
