#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `dossier_documents`.
class SqlDossierRepository final : public domain::DossierRepository
{
public:
    explicit SqlDossierRepository(Connection &connection) : m_connection(connection) { }

    base::Result<qint64> insert(const domain::DossierDocument &document) override;
    base::Result<QList<domain::DossierDocument>> ofPartner(const QString &partnerId) override;
    base::Result<QList<domain::DossierDocument>> ofPartners(const QString &firstId, const QString &lastId) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
