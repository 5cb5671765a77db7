#pragma once

#include "base/clock.h"
#include "domain/authority.h"
#include "store/connection.h"

#include <memory>

namespace gatehouse::store {

// The authority on either database: one connection, one unit of work at a time, all in the thread that opened it. Units
// don't outlive it.
class SqlAuthority final : public domain::Authority
{
public:
    // `schema`: number of the last migration that this program knows. `clock`: of an embedded workspace; PostgreSQL's
    // own counts there, and none is given. It outlives the authority.
    SqlAuthority(std::unique_ptr<Connection> connection, std::unique_ptr<domain::ObjectStore> objects, int schema,
                 const base::Clock *clock);
    ~SqlAuthority() override;

    // Also Unreachable/SchemaIncompatible: a newer program migrated meanwhile.
    base::Result<std::unique_ptr<domain::UnitOfWork>> begin(domain::Access access) override;

private:
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<domain::ObjectStore> m_objects;
    const int m_schema;
    const base::Clock *m_clock;
};

// The time of a PostgreSQL server: when the transaction under way began, or now outside of one.
base::Result<base::Instant> serverTime(Connection &connection);
// The login of a PostgreSQL connection.
base::Result<QString> loginOf(Connection &connection);

} // namespace gatehouse::store
