#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `operators`.
class SqlOperatorRepository final : public domain::OperatorRepository
{
public:
    explicit SqlOperatorRepository(Connection &connection) : m_connection(connection) { }

    base::Result<void> insert(const domain::Operator &row) override;
    base::Result<void> revoke(const QString &subject, domain::Role role, base::Instant at, const QString &by) override;
    base::Result<QList<domain::Role>> rolesOf(const QString &subject) override;
    base::Result<QList<domain::Operator>> all() override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
