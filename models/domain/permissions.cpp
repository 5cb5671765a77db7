#include "domain/permissions.h"

#include <array>

namespace gatehouse::domain {

namespace {

constexpr auto No = Permission::No;
constexpr auto Own = Permission::OwnPartner;
constexpr auto Yes = Permission::Yes;

struct Row
{
    OperationKind kind = OperationKind::ReadPartners;
    QLatin1StringView name;
    std::array<Permission, std::size(allRoles)> of = {}; // in the order of enum Role
};

// The one table. Who decides is narrowed further by the partner's playbook (its approver role and the allowlist).
constexpr Row table[] = {
    //                                                                  root tenant integ succ supp partner audit
    {OperationKind::SubmitPartner, QLatin1StringView("submit-partner"), {Yes, Yes, No, No, No, Own, No}},
    {OperationKind::UpdatePartner, QLatin1StringView("update-partner"), {Yes, Yes, No, No, No, Own, No}},
    {OperationKind::ReadPartners, QLatin1StringView("read-partners"), {Yes, Yes, Yes, Yes, Yes, Own, Yes}},
    {OperationKind::AddContact, QLatin1StringView("add-contact"), {Yes, Yes, No, No, No, Own, No}},
    {OperationKind::RemoveContact, QLatin1StringView("remove-contact"), {Yes, Yes, No, No, No, Own, No}},
    // Not the partner's: it would free a subject, and so let its own people leave the roster to decide on it.
    {OperationKind::ReleaseContact, QLatin1StringView("release-contact"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::FileDocument, QLatin1StringView("file-document"), {Yes, No, No, No, No, Own, No}},
    {OperationKind::ReadDossierFile, QLatin1StringView("read-dossier-file"), {Yes, Yes, No, No, No, Own, No}},
    {OperationKind::Approve, QLatin1StringView("approve"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::Reject, QLatin1StringView("reject"), {Yes, Yes, No, No, No, No, No}},
    // Narrowed like a decision: the playbook's approver role, outside roster and request.
    {OperationKind::JudgeDocument, QLatin1StringView("judge-document"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::AssignReview, QLatin1StringView("assign-review"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::SnoozeReview, QLatin1StringView("snooze-review"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::EscalateReview, QLatin1StringView("escalate-review"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::AskPartner, QLatin1StringView("ask-partner"), {Yes, Yes, No, Yes, No, No, No}},
    // A heartbeat of who may decide; it leaves no trace.
    {OperationKind::OpenReview, QLatin1StringView("open-review"), {Yes, Yes, No, No, No, No, No}},
    // Of the partner's own only what its playbook leaves to the partner; what else stands in itemoperations.h.
    {OperationKind::SetItem, QLatin1StringView("set-item"), {Yes, Yes, Yes, Yes, No, Own, No}},
    {OperationKind::ExemptItem, QLatin1StringView("exempt-item"), {Yes, Yes, No, No, No, No, No}},
    // Who decides on the partner comes with the version.
    {OperationKind::MovePlaybook, QLatin1StringView("move-playbook"), {Yes, No, No, No, No, No, No}},
    {OperationKind::CheckAccess, QLatin1StringView("check-access"), {Yes, Yes, Yes, Yes, Yes, Own, Yes}},
    {OperationKind::AddOperator, QLatin1StringView("add-operator"), {Yes, No, No, No, No, No, No}},
    {OperationKind::RevokeOperator, QLatin1StringView("revoke-operator"), {Yes, No, No, No, No, No, No}},
    {OperationKind::ReadOperators, QLatin1StringView("read-operators"), {Yes, Yes, Yes, No, No, No, Yes}},
    // The timeline of a partner is made of events; events hold internal notes, so a partner sees none.
    {OperationKind::ReadEvents, QLatin1StringView("read-events"), {Yes, Yes, Yes, Yes, Yes, No, Yes}},
    {OperationKind::ExportEvents, QLatin1StringView("export-events"), {Yes, No, No, No, No, No, Yes}},
    // Reads every object to compare it with its hash, and tells what it found, never what it holds.
    {OperationKind::CheckObjects, QLatin1StringView("check-objects"), {Yes, No, No, No, No, No, Yes}},
    {OperationKind::SweepObjects, QLatin1StringView("sweep-objects"), {Yes, No, No, No, No, No, No}},
    {OperationKind::CreateTenant, QLatin1StringView("create-tenant"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::RevokeTenant, QLatin1StringView("revoke-tenant"), {Yes, Yes, No, No, No, No, No}},
    {OperationKind::ReplaceAccessKey, QLatin1StringView("replace-access-key"), {Yes, Yes, No, No, No, No, No}},
    // Tenants hold our notes, so a partner sees none.
    {OperationKind::ReadTenants, QLatin1StringView("read-tenants"), {Yes, Yes, Yes, Yes, Yes, No, Yes}},
    {OperationKind::VerifyAccessKey, QLatin1StringView("verify-access-key"), {Yes, Yes, Yes, Yes, Yes, No, Yes}},
};

constexpr bool rowsStandInTheOrderOfTheirEnum()
{
    for (size_t i = 0; i < std::size(table); ++i) {
        if (table[i].kind != allOperationKinds[i] || size_t(allOperationKinds[i]) != i)
            return false;
    }
    for (size_t i = 0; i < std::size(allRoles); ++i) {
        if (size_t(allRoles[i]) != i)
            return false;
    }
    return std::size(table) == std::size(allOperationKinds);
}
static_assert(rowsStandInTheOrderOfTheirEnum());

const Row &row(OperationKind kind)
{
    return table[size_t(kind)];
}

} // namespace

QLatin1StringView operationName(OperationKind kind)
{
    return row(kind).name;
}

Permission permission(OperationKind kind, Role role)
{
    return row(kind).of[size_t(role)];
}

Permission permission(OperationKind kind, const QList<Role> &roles)
{
    if (roles.isEmpty())
        return permission(kind, Role::PartnerAdmin);
    auto best = Permission::No;
    for (const Role role : roles)
        best = qMax(best, permission(kind, role));
    return best;
}

QList<Role> rolesThatMay(OperationKind kind)
{
    QList<Role> roles;
    for (const Role role : allRoles) {
        if (permission(kind, role) != Permission::No)
            roles.append(role);
    }
    return roles;
}

} // namespace gatehouse::domain
