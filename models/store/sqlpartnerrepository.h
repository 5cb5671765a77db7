#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `partners`; now is the unit of work's.
class SqlPartnerRepository final : public domain::PartnerRepository
{
public:
    SqlPartnerRepository(Connection &connection, base::Instant now) : m_connection(connection), m_now(now) { }

    base::Result<void> insert(const domain::Partner &partner) override;
    base::Result<void> update(const domain::Partner &partner) override;
    base::Result<void> move(const domain::Partner &partner) override;
    base::Result<void> touch(const QString &id) override;
    base::Result<domain::Partner> find(const QString &id) override;
    base::Result<domain::Partner> lock(const QString &id) override;
    base::Result<QString> resolve(const QString &reference) override;
    base::Result<QList<domain::Partner>> page(const QString &afterId, int limit) override;
    base::Result<qint64> count() override;

private:
    base::Result<domain::Partner> one(const QString &sql, const QString &id);

    Connection &m_connection;
    base::Instant m_now;
};

} // namespace gatehouse::store
