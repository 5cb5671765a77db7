#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

class SqlItemRepository final : public domain::ItemRepository
{
public:
    explicit SqlItemRepository(Connection &connection) : m_connection(connection) { }

    base::Result<qint64> insert(const domain::ItemAct &act) override;
    base::Result<QList<domain::ItemAct>> ofPartner(const QString &partnerId) override;
    base::Result<QList<domain::ItemAct>> ofPartners(const QString &firstId, const QString &lastId) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
