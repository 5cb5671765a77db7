#pragma once

#include "operations/transaction.h"

namespace gatehouse::operations {

// A tenant and the partner that it belongs to.
struct TenantView
{
    domain::Tenant tenant;
    QString partnerName;
    QString partnerSlug;
    enum class Partner { InGoodStanding, Shut } standing = Partner::InGoodStanding; // Shut: its keys are refused
};

// By creation, the oldest first.
struct ListTenants
{
    using Answer = QList<TenantView>;
    enum class Which { Active, All } which = Which::Active;
    domain::OperationKind kind() const { return domain::OperationKind::ReadTenants; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// `key`: a whole key, whose secret is not looked at, or a prefix. AccessKeyMalformed, TenantNotFound, TenantAmbiguous.
struct ShowTenant
{
    using Answer = TenantView;
    QByteArray key;
    domain::OperationKind kind() const { return domain::OperationKind::ReadTenants; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Whether the whole key opens its tenant now. All refusals are Denied: AccessKeyMalformed; AccessKeyRefused, of an
// unknown key as of a wrong secret, in the same time; and once the secret is right AccessKeyReplaced, TenantRevoked,
// PartnerShut.
struct VerifyAccessKey
{
    using Answer = TenantView;
    QByteArray key;
    domain::OperationKind kind() const { return domain::OperationKind::VerifyAccessKey; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

} // namespace gatehouse::operations
