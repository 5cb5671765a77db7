#pragma once

#include "store/connection.h"
#include "store/sodiumsecretsource.h"
#include "store/sqlcontactrepository.h"
#include "store/sqldecisionrepository.h"
#include "store/sqldossierrepository.h"
#include "store/sqleventrepository.h"
#include "store/sqlitemrepository.h"
#include "store/sqloperatorrepository.h"
#include "store/sqlpartnerrepository.h"
#include "store/sqlreceiptrepository.h"
#include "store/sqlreviewrepository.h"
#include "store/sqltenantrepository.h"

namespace gatehouse::store {

// A transaction that was begun on `connection`; ends it in commit() or when it goes.
class SqlUnitOfWork final : public domain::UnitOfWork
{
public:
    // `login`: of PostgreSQL, empty for an embedded workspace. All references outlive
    // the unit.
    SqlUnitOfWork(Connection &connection, domain::ObjectStore &objects, base::Instant now, QString login);
    ~SqlUnitOfWork() override;
    Q_DISABLE_COPY_MOVE(SqlUnitOfWork)

    domain::PartnerRepository &partners() override { return m_partners; }
    domain::ContactRepository &contacts() override { return m_contacts; }
    domain::DossierRepository &dossiers() override { return m_dossiers; }
    domain::DecisionRepository &decisions() override { return m_decisions; }
    domain::ReviewRepository &reviews() override { return m_reviews; }
    domain::ItemRepository &items() override { return m_items; }
    domain::OperatorRepository &operators() override { return m_operators; }
    domain::TenantRepository &tenants() override { return m_tenants; }
    domain::EventRepository &events() override { return m_events; }
    domain::ReceiptRepository &receipts() override { return m_receipts; }
    domain::ObjectStore &objects() override { return m_objects; }

    const domain::SecretSource &secrets() const override { return m_secrets; }
    base::Instant now() const override { return m_now; }
    base::Result<QString> actingSubject(const QString &claimed, const QString &osUser) const override;
    base::Result<void> commit() override;

private:
    enum class Stage { Open, Over };

    Connection &m_connection;
    domain::ObjectStore &m_objects;
    base::Instant m_now;
    QString m_login;
    Stage m_stage = Stage::Open;
    SqlPartnerRepository m_partners;
    SqlContactRepository m_contacts;
    SqlDossierRepository m_dossiers;
    SqlDecisionRepository m_decisions;
    SqlReviewRepository m_reviews;
    SqlItemRepository m_items;
    SqlOperatorRepository m_operators;
    SqlTenantRepository m_tenants;
    SqlEventRepository m_events;
    SqlReceiptRepository m_receipts;
    SodiumSecretSource m_secrets;
};

} // namespace gatehouse::store
