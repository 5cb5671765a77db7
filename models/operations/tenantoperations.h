#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Makes a tenant and its access key: of a partner that is there, or of a new one on the playbook design-partner, whose
// application is name, email and notes. The receipt's `secret` is the whole key, and the only place that ever holds it.
// Result: {"tenant": id, "partner": id, "partner_name", "prefix", "name", "email", "created_at"}.
// Errors: EmailMalformed and text errors; PartnerShut; those of SubmitPartner.
struct CreateTenant final : Operation
{
    QString name;
    QString email;
    QString notes;   // may be empty; whole keys in it are cut to their prefix
    QString partner; // empty: a new one

    domain::OperationKind kind() const override { return domain::OperationKind::CreateTenant; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Its keys are refused from this moment on; its data stays. `key`: as the door got it, a whole key or a prefix; nothing
// of the secret goes further than this. Result: {"tenant": id, "partner": id, "prefix", "name", "reason"}.
// Errors: AccessKeyMalformed, TenantNotFound, TenantAmbiguous, TenantRevoked.
struct RevokeTenant final : Operation
{
    QByteArray key;
    QString reason; // may be empty

    domain::OperationKind kind() const override { return domain::OperationKind::RevokeTenant; }
    QJsonObject canonical() const override;

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// A new key for a tenant whose key was lost; the old one is refused from this moment on. The receipt's `secret` is the
// new one. Result: {"tenant": id, "partner": id, "prefix", "replaced": prefix, "name", "email", "created_at"}.
// Errors: as RevokeTenant, and PartnerShut.
struct ReplaceAccessKey final : Operation
{
    QByteArray key;

    domain::OperationKind kind() const override { return domain::OperationKind::ReplaceAccessKey; }
    QJsonObject canonical() const override;

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

} // namespace gatehouse::operations
