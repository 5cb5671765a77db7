#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `partner_contacts`.
class SqlContactRepository final : public domain::ContactRepository
{
public:
    explicit SqlContactRepository(Connection &connection) : m_connection(connection) { }

    base::Result<void> insert(const domain::Contact &contact) override;
    base::Result<void> remove(const QString &id, base::Instant at, const QString &by) override;
    base::Result<void> release(const QString &id, base::Instant at) override;
    base::Result<QList<domain::Contact>> ofPartner(const QString &partnerId) override;
    base::Result<QList<domain::Contact>> ofPartners(const QString &firstId, const QString &lastId) override;
    base::Result<QStringList> partnersOfSubject(const QString &subject) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
