#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// An application becomes a partner with its roster. Result: {"partner": id, "slug", "name", "status", "awaiting":
// [kinds]}. Errors: SubjectIsOperator by who applies itself; PlaybookNotFound; those of domain::readApplication;
// SubmitterNotInRoster; SubjectInUse. A taken slug gets a number, or the end of the partner's id.
struct SubmitPartner final : Operation
{
    QString playbookId;
    QJsonObject payload; // the application as it was given
    QString submitter;   // subject that applies; empty: the acting subject

    domain::OperationKind kind() const override { return domain::OperationKind::SubmitPartner; }
    QJsonObject canonical() const override;

protected:
    // The acting subject stands in the file's roster and applies itself.
    base::Result<void> checkOwn(Transaction &transaction) const override;
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// The same as a part of another operation, without its checkOwn().
base::Result<QJsonObject> submitApplication(Transaction &transaction, const QString &playbookId,
                                            const QJsonObject &payload, const QString &submitter);

// Changes what may change; fields that are not set stay. Result: {"partner": id, "changed": [fields]}. Errors:
// NotPermitted for partner staff who set an owner; text errors of checkedText; OperatorNotFound (the owner).
struct UpdatePartner final : Operation
{
    QString partner;
    std::optional<QString> name;
    std::optional<QString> legalName;
    std::optional<QString> region; // may be empty
    std::optional<QString> owner;  // subject of an operator; empty: nobody

    domain::OperationKind kind() const override { return domain::OperationKind::UpdatePartner; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<void> checkOwn(Transaction &transaction) const override;
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Result: {"partner": id, "contact": id, "subject"}. Errors: SubjectIsOperator by partner staff; SubjectInUse.
struct AddContact final : Operation
{
    QString partner;
    QString name;
    QString email;
    QString phone; // may be empty
    QString role;
    QString subject;

    domain::OperationKind kind() const override { return domain::OperationKind::AddContact; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<void> checkOwn(Transaction &transaction) const override;
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// The subject loses its rights at once and stays reserved until ReleaseContact. Anyone may leave a roster, who
// submitted too: what that means shows as a blocker. Result: {"partner", "contact", "subject"}. Errors:
// ContactNotFound.
struct RemoveContact final : Operation
{
    QString partner;
    QString subject;

    domain::OperationKind kind() const override { return domain::OperationKind::RemoveContact; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// The identity of a removed contact was deactivated at its provider: the task is done and the subject is free again.
// `note` says how that is known, 1 to 500 characters. Errors: OnTheRoster for one's own subject; ContactNotFound.
struct ReleaseContact final : Operation
{
    QString partner;
    QString subject;
    QString note;

    domain::OperationKind kind() const override { return domain::OperationKind::ReleaseContact; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

} // namespace gatehouse::operations
