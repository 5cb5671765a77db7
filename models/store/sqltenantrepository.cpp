#include "store/sqltenantrepository.h"

#include "store/statement.h"

#include <QHash>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::AccessKey;
using domain::KeyReference;
using domain::Tenant;

namespace {

#define TENANT_COLUMNS                                                                                                 \
    u"SELECT id, partner_id, slug, name, email, notes, created_at, created_by, revoked_at, revoked_by,"                \
    " revoked_reason, queries, last_active_at FROM tenants "
#define KEY_COLUMNS                                                                                                    \
    u"SELECT access_keys.id, tenant_id, number, prefix, access_keys.created_at, access_keys.created_by,"               \
    " access_keys.revoked_at, access_keys.revoked_by "
#define KEYS_OF_TENANTS KEY_COLUMNS "FROM access_keys JOIN tenants ON tenants.id = tenant_id "

Result<Tenant> readTenant(const Row &row)
{
    return Tenant{row.text(0),           row.text(1), row.text(2),          row.text(3), row.text(4),  row.text(5),
                  row.instant(6),        row.text(7), row.instantOrNone(8), row.text(9), row.text(10), row.integer(11),
                  row.instantOrNone(12), {}};
}

Result<AccessKey> readKey(const Row &row)
{
    return AccessKey{row.text(0),    row.text(1), row.integer(2),       row.text(3),
                     row.instant(4), row.text(5), row.instantOrNone(6), row.text(7)};
}

// Both statements take `values`, and name keys by tenant and number.
Result<QList<Tenant>> withKeys(Statement &tenantsOf, Statement &keysOf, const QStringList &values)
{
    for (const QString &value : values) {
        tenantsOf.bind(value);
        keysOf.bind(value);
    }
    auto tenants = tenantsOf.list<Tenant>(readTenant);
    if (!tenants || tenants->isEmpty())
        return tenants;
    auto keys = keysOf.list<AccessKey>(readKey);
    if (!keys)
        return keys.error();
    QHash<QString, QList<AccessKey>> byTenant;
    for (AccessKey &key : *keys)
        byTenant[key.tenantId].append(std::move(key));
    for (Tenant &tenant : *tenants)
        tenant.keys = byTenant.take(tenant.id);
    return tenants;
}

} // namespace

Result<void> SqlTenantRepository::insert(const Tenant &tenant)
{
    Statement statement(m_connection,
                        u"INSERT INTO tenants (id, partner_id, slug, name, email, notes, created_at, created_by,"
                        " revoked_reason, queries, last_active_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)"_s);
    statement.bind(tenant.id).bind(tenant.partnerId).bind(tenant.slug).bind(tenant.name).bind(tenant.email);
    statement.bind(tenant.notes).bind(tenant.createdAt).bind(tenant.createdBy);
    return statement.bind(tenant.queries).bind(tenant.lastActiveAt).run();
}

Result<void> SqlTenantRepository::insert(const AccessKey &key, const QString &hash)
{
    auto last = Statement(m_connection, u"SELECT coalesce(max(number), 0) FROM access_keys WHERE tenant_id = ?"_s)
                    .bind(key.tenantId)
                    .number();
    if (!last)
        return last.error();
    Statement statement(m_connection, u"INSERT INTO access_keys (id, tenant_id, number, prefix, hash, created_at,"
                                      " created_by) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(key.id).bind(key.tenantId).bind(*last + 1).bind(key.prefix).bind(hash);
    return statement.bind(key.createdAt).bind(key.createdBy).run();
}

Result<void> SqlTenantRepository::revoke(const QString &id, Instant at, const QString &by, const QString &reason)
{
    // The schema revokes the keys with it.
    Statement statement(m_connection, u"UPDATE tenants SET revoked_at = ?, revoked_by = ?, revoked_reason = ?"
                                      " WHERE id = ? AND revoked_at IS NULL"_s);
    return statement.bind(at).bind(by).bind(reason).bind(id).expectOne(
        {ErrorKind::Conflict, ErrorCode::TenantRevoked, {}, {}});
}

Result<void> SqlTenantRepository::revokeKeys(const QString &tenantId, Instant at, const QString &by)
{
    Statement statement(
        m_connection,
        u"UPDATE access_keys SET revoked_at = ?, revoked_by = ? WHERE tenant_id = ? AND revoked_at IS NULL"_s);
    return statement.bind(at).bind(by).bind(tenantId).run();
}

Result<Tenant> SqlTenantRepository::find(const KeyReference &key)
{
    // All that begins so: "~" stands behind every character of a prefix, in ASCII as in the database.
    const QString last = key.shape == KeyReference::Shape::Beginning ? key.prefix + u'~' : key.prefix;
    auto keys = Statement(m_connection, KEY_COLUMNS "FROM access_keys WHERE prefix >= ? AND prefix <= ?"
                                                    " ORDER BY prefix"_s)
                    .bind(key.prefix)
                    .bind(last)
                    .list<AccessKey>(readKey);
    if (!keys)
        return keys.error();
    if (keys->isEmpty())
        return Error{ErrorKind::NotFound, ErrorCode::TenantNotFound, key.prefix, {}};
    const QString id = keys->constFirst().tenantId;
    QStringList prefixes;
    bool several = false;
    for (const AccessKey &one : std::as_const(*keys)) {
        prefixes.append(one.prefix);
        several = several || one.tenantId != id;
    }
    if (several)
        return Error{ErrorKind::Invalid, ErrorCode::TenantAmbiguous, key.prefix, prefixes};
    Statement tenantOf(m_connection, TENANT_COLUMNS "WHERE id = ?"_s);
    Statement keysOf(m_connection, KEY_COLUMNS "FROM access_keys WHERE tenant_id = ? ORDER BY number"_s);
    auto found = withKeys(tenantOf, keysOf, {id});
    if (!found)
        return found.error();
    return found->isEmpty() ? Result<Tenant>(Error{ErrorKind::NotFound, ErrorCode::TenantNotFound, key.prefix, {}})
                            : Result<Tenant>(found->takeFirst());
}

Result<std::optional<domain::TenantRepository::StoredKey>> SqlTenantRepository::stored(const QString &prefix)
{
    return Statement(m_connection, KEY_COLUMNS ", hash FROM access_keys WHERE prefix = ?"_s)
        .bind(prefix)
        .first<StoredKey>([](const Row &row) -> Result<StoredKey> {
            auto key = readKey(row);
            if (!key)
                return key.error();
            return StoredKey{*std::move(key), row.text(8)};
        });
}

Result<QList<Tenant>> SqlTenantRepository::all()
{
    Statement tenants(m_connection, TENANT_COLUMNS "ORDER BY created_at, id"_s);
    Statement keys(m_connection, KEY_COLUMNS "FROM access_keys ORDER BY tenant_id, number"_s);
    return withKeys(tenants, keys, {});
}

Result<QList<Tenant>> SqlTenantRepository::ofPartner(const QString &partnerId)
{
    Statement tenants(m_connection, TENANT_COLUMNS "WHERE partner_id = ? ORDER BY created_at, id"_s);
    Statement keys(m_connection, KEYS_OF_TENANTS "WHERE partner_id = ? ORDER BY tenant_id, number"_s);
    return withKeys(tenants, keys, {partnerId});
}

Result<QList<Tenant>> SqlTenantRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    Statement tenants(m_connection,
                      TENANT_COLUMNS "WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, created_at, id"_s);
    Statement keys(m_connection,
                   KEYS_OF_TENANTS "WHERE partner_id >= ? AND partner_id <= ? ORDER BY tenant_id, number"_s);
    return withKeys(tenants, keys, {firstId, lastId});
}

} // namespace gatehouse::store
