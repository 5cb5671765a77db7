#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `tenants` and `access_keys`.
class SqlTenantRepository final : public domain::TenantRepository
{
public:
    explicit SqlTenantRepository(Connection &connection) : m_connection(connection) { }

    base::Result<void> insert(const domain::Tenant &tenant) override;
    base::Result<void> insert(const domain::AccessKey &key, const QString &hash) override;
    base::Result<void> revoke(const QString &id, base::Instant at, const QString &by, const QString &reason) override;
    base::Result<void> revokeKeys(const QString &tenantId, base::Instant at, const QString &by) override;
    base::Result<domain::Tenant> find(const domain::KeyReference &key) override;
    base::Result<std::optional<StoredKey>> stored(const QString &prefix) override;
    base::Result<QList<domain::Tenant>> all() override;
    base::Result<QList<domain::Tenant>> ofPartner(const QString &partnerId) override;
    base::Result<QList<domain::Tenant>> ofPartners(const QString &firstId, const QString &lastId) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
