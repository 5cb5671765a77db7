#pragma once

#include "domain/roles.h"

#include <QList>

namespace gatehouse::domain {

// Everything a person can do, one value per operation; each door asks this table and no other.
enum class OperationKind {
    SubmitPartner,
    UpdatePartner,
    ReadPartners,
    AddContact,
    RemoveContact,
    ReleaseContact,
    FileDocument,
    ReadDossierFile,
    Approve,
    Reject,
    JudgeDocument,
    AssignReview,
    SnoozeReview,
    EscalateReview,
    AskPartner,
    OpenReview,
    SetItem,
    ExemptItem,
    MovePlaybook,
    CheckAccess,
    AddOperator,
    RevokeOperator,
    ReadOperators,
    ReadEvents,
    ExportEvents,
    CheckObjects,
    SweepObjects,
    CreateTenant,
    RevokeTenant,
    ReplaceAccessKey,
    ReadTenants,
    VerifyAccessKey,
};

inline constexpr OperationKind allOperationKinds[] = {
    OperationKind::SubmitPartner,  OperationKind::UpdatePartner,   OperationKind::ReadPartners,
    OperationKind::AddContact,     OperationKind::RemoveContact,   OperationKind::ReleaseContact,
    OperationKind::FileDocument,   OperationKind::ReadDossierFile, OperationKind::Approve,
    OperationKind::Reject,         OperationKind::JudgeDocument,   OperationKind::AssignReview,
    OperationKind::SnoozeReview,   OperationKind::EscalateReview,  OperationKind::AskPartner,
    OperationKind::OpenReview,     OperationKind::SetItem,         OperationKind::ExemptItem,
    OperationKind::MovePlaybook,   OperationKind::CheckAccess,     OperationKind::AddOperator,
    OperationKind::RevokeOperator, OperationKind::ReadOperators,   OperationKind::ReadEvents,
    OperationKind::ExportEvents,   OperationKind::CheckObjects,    OperationKind::SweepObjects,
    OperationKind::CreateTenant,   OperationKind::RevokeTenant,    OperationKind::ReplaceAccessKey,
    OperationKind::ReadTenants,    OperationKind::VerifyAccessKey};

// OwnPartner: only for the partners whose roster holds the acting subject.
enum class Permission { No, OwnPartner, Yes };

// "approve", "file-document": for receipts, errors and the CLI's JSON.
QLatin1StringView operationName(OperationKind kind);
Permission permission(OperationKind kind, Role role);
// The best permission any of `roles` gives; a subject without roles acts as PartnerAdmin.
Permission permission(OperationKind kind, const QList<Role> &roles);
// Roles that may, for "who can?", in declaration order; PartnerAdmin included where it may for its own partner.
QList<Role> rolesThatMay(OperationKind kind);

} // namespace gatehouse::domain
