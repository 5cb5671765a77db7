#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `events`.
class SqlEventRepository final : public domain::EventRepository
{
public:
    explicit SqlEventRepository(Connection &connection) : m_connection(connection) { }

    base::Result<void> append(const domain::Event &event) override;
    base::Result<QList<domain::Event>> list(const domain::EventFilter &filter) override;
    base::Result<Changes> changesAfter(const domain::EventMark &after) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
