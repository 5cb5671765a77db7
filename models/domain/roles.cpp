#include "domain/roles.h"

namespace gatehouse::domain {

QLatin1StringView roleName(Role role)
{
    switch (role) {
    case Role::RootAdmin: return QLatin1StringView("root_admin");
    case Role::TenantAdmin: return QLatin1StringView("tenant_admin");
    case Role::IntegrationManager: return QLatin1StringView("integration_manager");
    case Role::CustomerSuccess: return QLatin1StringView("customer_success");
    case Role::Support: return QLatin1StringView("support");
    case Role::PartnerAdmin: return QLatin1StringView("partner_admin");
    case Role::Auditor: return QLatin1StringView("auditor");
    }
    Q_UNREACHABLE();
}

base::Result<Role> roleFromName(const QString &name)
{
    QStringList accepted;
    for (const Role role : allRoles) {
        if (name == roleName(role))
            return role;
        accepted.append(roleName(role));
    }
    return base::Error{base::ErrorKind::Invalid, base::ErrorCode::ValueUnknown, QStringLiteral("role"),
                       QStringList{name} + accepted};
}

} // namespace gatehouse::domain
