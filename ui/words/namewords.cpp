#include "words/namewords.h"

#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::words {

namespace {

struct NameText
{
    Q_DECLARE_TR_FUNCTIONS(NameText)
};

using domain::OperationKind;
using domain::Role;

} // namespace

QString roleWords(Role role)
{
    switch (role) {
    case Role::RootAdmin: return NameText::tr("root admin");
    case Role::TenantAdmin: return NameText::tr("tenant admin");
    case Role::IntegrationManager: return NameText::tr("integration manager");
    case Role::CustomerSuccess: return NameText::tr("customer success", "one person of that team");
    case Role::Support: return NameText::tr("support", "one person of that team");
    case Role::PartnerAdmin: return NameText::tr("partner contact");
    case Role::Auditor: return NameText::tr("auditor");
    }
    Q_UNREACHABLE();
}

QString rolesWords(Role role)
{
    switch (role) {
    case Role::RootAdmin: return NameText::tr("root admins");
    case Role::TenantAdmin: return NameText::tr("tenant admins");
    case Role::IntegrationManager: return NameText::tr("integration managers");
    case Role::CustomerSuccess: return NameText::tr("customer success", "the team");
    case Role::Support: return NameText::tr("support", "the team");
    case Role::PartnerAdmin: return NameText::tr("the partner's own contacts");
    case Role::Auditor: return NameText::tr("auditors");
    }
    Q_UNREACHABLE();
}

QString ownerWords(const QString &owner)
{
    if (owner == QLatin1StringView("partner"))
        return NameText::tr("partner", "who has the next step");
    const auto role = domain::roleFromName(owner);
    return role ? roleWords(*role) : owner;
}

QString rolesList(const QList<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(rolesWords(role));
    return listOf(names);
}

QString operationWords(OperationKind kind)
{
    switch (kind) {
    case OperationKind::SubmitPartner: return NameText::tr("submit a partner");
    case OperationKind::UpdatePartner: return NameText::tr("change a partner");
    case OperationKind::ReadPartners: return NameText::tr("see partners");
    case OperationKind::AddContact: return NameText::tr("add a contact");
    case OperationKind::RemoveContact: return NameText::tr("remove a contact");
    case OperationKind::ReleaseContact: return NameText::tr("release a removed contact");
    case OperationKind::FileDocument: return NameText::tr("file a document");
    case OperationKind::ReadDossierFile: return NameText::tr("read dossier files");
    case OperationKind::Approve: return NameText::tr("approve a partner");
    case OperationKind::Reject: return NameText::tr("reject or suspend a partner");
    case OperationKind::JudgeDocument: return NameText::tr("accept a document or ask for another");
    case OperationKind::AssignReview: return NameText::tr("assign a review");
    case OperationKind::SnoozeReview: return NameText::tr("put a review off");
    case OperationKind::EscalateReview: return NameText::tr("escalate a review");
    case OperationKind::AskPartner: return NameText::tr("ask a partner");
    case OperationKind::OpenReview: return NameText::tr("open a review");
    case OperationKind::SetItem: return NameText::tr("record checklist items");
    case OperationKind::ExemptItem: return NameText::tr("exempt from checklist items");
    case OperationKind::MovePlaybook: return NameText::tr("move a partner to another version of its playbook");
    case OperationKind::CheckAccess: return NameText::tr("check access");
    case OperationKind::AddOperator: return NameText::tr("add an operator");
    case OperationKind::RevokeOperator: return NameText::tr("revoke an operator");
    case OperationKind::ReadOperators: return NameText::tr("see operators");
    case OperationKind::ReadEvents: return NameText::tr("see events");
    case OperationKind::ExportEvents: return NameText::tr("export events");
    case OperationKind::CheckObjects: return NameText::tr("check stored files");
    case OperationKind::SweepObjects: return NameText::tr("remove stored files that nothing names");
    case OperationKind::CreateTenant: return NameText::tr("create a tenant");
    case OperationKind::RevokeTenant: return NameText::tr("revoke a tenant");
    case OperationKind::ReplaceAccessKey: return NameText::tr("replace an access key");
    case OperationKind::ReadTenants: return NameText::tr("see tenants");
    case OperationKind::VerifyAccessKey: return NameText::tr("verify an access key");
    }
    Q_UNREACHABLE();
}

QString operationWords(const QString &operationName)
{
    for (const OperationKind kind : domain::allOperationKinds) {
        if (operationName == domain::operationName(kind))
            return operationWords(kind);
    }
    if (operationName == QLatin1StringView("set-owner"))
        return NameText::tr("set a partner's owner");
    return operationName;
}

} // namespace gatehouse::words
