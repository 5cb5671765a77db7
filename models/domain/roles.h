#pragma once

#include "base/result.h"

#include <QLatin1StringView>
#include <QList>

namespace gatehouse::domain {

// What an operator may be. Partner staff are subjects without a role; they act as PartnerAdmin for their own partner.
enum class Role { RootAdmin, TenantAdmin, IntegrationManager, CustomerSuccess, Support, PartnerAdmin, Auditor };

inline constexpr Role allRoles[] = {Role::RootAdmin,       Role::TenantAdmin, Role::IntegrationManager,
                                    Role::CustomerSuccess, Role::Support,     Role::PartnerAdmin,
                                    Role::Auditor};

// What an operator may be made.
inline constexpr Role grantableRoles[] = {Role::RootAdmin,       Role::TenantAdmin, Role::IntegrationManager,
                                          Role::CustomerSuccess, Role::Support,     Role::Auditor};

// "root_admin": the name in playbooks, in the database and on the command line.
QLatin1StringView roleName(Role role);
// Error: Invalid/ValueUnknown with the accepted names.
base::Result<Role> roleFromName(const QString &name);

} // namespace gatehouse::domain
