#pragma once

#include "domain/authority.h"
#include "domain/changedplaybooks.h"

#include <atomic>
#include <functional>

namespace gatehouse::operationstest {

// A unit of work that is another one, but for its time and its end.
class UnitInFront final : public domain::UnitOfWork
{
public:
    UnitInFront(std::unique_ptr<domain::UnitOfWork> unit, base::Instant now, int *conflicts)
        : m_unit(std::move(unit)), m_now(now), m_conflicts(conflicts)
    { }

    domain::PartnerRepository &partners() override { return m_unit->partners(); }
    domain::ContactRepository &contacts() override { return m_unit->contacts(); }
    domain::DossierRepository &dossiers() override { return m_unit->dossiers(); }
    domain::DecisionRepository &decisions() override { return m_unit->decisions(); }
    domain::ReviewRepository &reviews() override { return m_unit->reviews(); }
    domain::ItemRepository &items() override { return m_unit->items(); }
    domain::OperatorRepository &operators() override { return m_unit->operators(); }
    domain::TenantRepository &tenants() override { return m_unit->tenants(); }
    domain::EventRepository &events() override { return m_unit->events(); }
    domain::ReceiptRepository &receipts() override { return m_unit->receipts(); }
    domain::ObjectStore &objects() override { return m_unit->objects(); }
    const domain::SecretSource &secrets() const override { return m_unit->secrets(); }
    base::Instant now() const override { return m_now; }
    base::Result<QString> actingSubject(const QString &claimed, const QString &osUser) const override
    {
        return m_unit->actingSubject(claimed, osUser);
    }
    base::Result<void> commit() override
    {
        if (--*m_conflicts < 0)
            return m_unit->commit();
        m_unit.reset();
        return base::Error{base::ErrorKind::Conflict, base::ErrorCode::ConcurrentChange, {}, {}};
    }

private:
    std::unique_ptr<domain::UnitOfWork> m_unit;
    base::Instant m_now;
    int *m_conflicts; // so many commits fail first, as if others had been faster
};

// Milliseconds that a test adds to the time of an authority, from any thread.
using Ahead = std::shared_ptr<std::atomic<qint64>>;

// An authority in front of another, on which a test chooses the time and who is faster.
class AuthorityInFront final : public domain::Authority
{
public:
    explicit AuthorityInFront(std::unique_ptr<domain::Authority> authority, int conflicts = 0, Ahead ahead = {})
        : m_authority(std::move(authority)), m_conflicts(conflicts), m_ahead(std::move(ahead))
    { }

    int begun() const { return m_begun; }

    base::Result<std::unique_ptr<domain::UnitOfWork>> begin(domain::Access access) override
    {
        auto unit = m_authority->begin(access);
        if (!unit)
            return unit;
        ++m_begun;
        const base::Instant now = (*unit)->now() + (m_ahead ? m_ahead->load() : 0);
        return std::unique_ptr<domain::UnitOfWork>(std::make_unique<UnitInFront>(*std::move(unit), now, &m_conflicts));
    }

private:
    std::unique_ptr<domain::Authority> m_authority;
    int m_conflicts;
    int m_begun = 0;
    Ahead m_ahead;
};

// Opens authorities that stand in front; or fails as long as it is told to.
class FactoryInFront final : public domain::AuthorityFactory
{
public:
    FactoryInFront(std::unique_ptr<domain::AuthorityFactory> factory, Ahead ahead)
        : m_factory(std::move(factory)), m_ahead(std::move(ahead))
    { }

    mutable std::atomic<int> failures = 0; // so many openings fail first
    // Called in the thread that opens.
    std::function<void()> beforeOpening;

    base::Result<std::unique_ptr<domain::Authority>> open() const override
    {
        if (beforeOpening)
            beforeOpening();
        if (--failures >= 0)
            return base::Error{base::ErrorKind::Unreachable, base::ErrorCode::WorkspaceUnreachable, displayName(), {}};
        auto authority = m_factory->open();
        if (!authority)
            return authority;
        return std::unique_ptr<domain::Authority>(
            std::make_unique<AuthorityInFront>(*std::move(authority), 0, m_ahead));
    }
    QString displayName() const override { return QStringLiteral("workspace"); }

private:
    std::unique_ptr<domain::AuthorityFactory> m_factory;
    Ahead m_ahead;
};

} // namespace gatehouse::operationstest
