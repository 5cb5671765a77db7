#pragma once

#include "cli/table.h"
#include "operations/tenantqueries.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse::cli {

// KEY NAME STATUS QUERIES LAST ACTIVE, a key as its prefix.
Table tenantTable(const QList<domain::Tenant> &tenants);
// That table between rules, with how many there are below it.
QString tenantListText(const QList<operations::TenantView> &tenants);
QString tenantText(const operations::TenantView &view);
// Of the acts on a tenant: a heading between rules.
QString banner(const QString &heading);
// A rule, a text, a rule.
QString ruled(const QString &text);

QJsonObject tenantJson(const domain::Tenant &tenant);
QJsonArray tenantsJson(const QList<domain::Tenant> &tenants);
QJsonObject tenantViewJson(const operations::TenantView &view);

} // namespace gatehouse::cli
