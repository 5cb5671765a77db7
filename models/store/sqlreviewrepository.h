#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `document_verdicts`, `partner_requests`, `review_acts`, `approval_endorsements` and `review_presence`.
class SqlReviewRepository final : public domain::ReviewRepository
{
public:
    SqlReviewRepository(Connection &connection, base::Instant now) : m_connection(connection), m_now(now) { }

    base::Result<qint64> insert(const domain::DocumentVerdict &verdict) override;
    base::Result<qint64> insert(const domain::PartnerRequest &request) override;
    base::Result<qint64> insert(const domain::ReviewAct &act) override;
    base::Result<qint64> insert(const domain::Endorsement &endorsement) override;
    base::Result<void> close(const domain::PartnerRequest &request) override;
    base::Result<domain::ReviewTrail> ofPartner(const QString &partnerId) override;
    base::Result<domain::ReviewTrail> ofPartners(const QString &firstId, const QString &lastId) override;

    base::Result<void> arrive(const QString &partnerId, const QString &subject) override;
    base::Result<void> leave(const QString &partnerId, const QString &subject) override;
    base::Result<QList<domain::Presence>> present(const QString &partnerId) override;

private:
    Connection &m_connection;
    base::Instant m_now;
};

} // namespace gatehouse::store
