#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `partner_approvals` with their `approval_evidence`.
class SqlDecisionRepository final : public domain::DecisionRepository
{
public:
    explicit SqlDecisionRepository(Connection &connection) : m_connection(connection) { }

    base::Result<qint64> insert(const domain::Decision &decision) override;
    base::Result<QList<domain::Decision>> ofPartner(const QString &partnerId) override;
    base::Result<QList<domain::Decision>> ofPartners(const QString &firstId, const QString &lastId) override;

private:
    base::Result<void> insertEvidence(const domain::Decision &decision);
    base::Result<void> insertRow(const domain::Decision &decision, qint64 number, base::Instant decidedAt);
    base::Result<void> addEvidence(QList<domain::Decision> &decisions, const QString &firstId, const QString &lastId);

    Connection &m_connection;
};

} // namespace gatehouse::store
