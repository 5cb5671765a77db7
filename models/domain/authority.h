#pragma once

#include "domain/objectstore.h"
#include "domain/repositories.h"

#include <memory>

namespace gatehouse::domain {

// One transaction on the authority. Dropped without commit(): rolled back. Lives and dies in the thread that began it.
class UnitOfWork
{
public:
    virtual ~UnitOfWork() = default;

    virtual PartnerRepository &partners() = 0;
    virtual ContactRepository &contacts() = 0;
    virtual DossierRepository &dossiers() = 0;
    virtual DecisionRepository &decisions() = 0;
    virtual ReviewRepository &reviews() = 0;
    virtual ItemRepository &items() = 0;
    virtual OperatorRepository &operators() = 0;
    virtual TenantRepository &tenants() = 0;
    virtual EventRepository &events() = 0;
    virtual ReceiptRepository &receipts() = 0;
    // Not part of the transaction: objects are put first, the row after; what a rollback leaves behind stays, unused.
    virtual ObjectStore &objects() = 0;

    // Not of the database: what makes the secrets that it keeps the hashes of.
    virtual const SecretSource &secrets() const = 0;

    // The authority's clock, fixed for this unit.
    virtual Instant now() const = 0;
    // Who acts. Embedded: `claimed`, or the OS user when it is empty. PostgreSQL: the login; a claim is refused
    // (Denied/ActingNotAllowed).
    virtual base::Result<QString> actingSubject(const QString &claimed, const QString &osUser) const = 0;

    // Once; the unit is over after it, whatever it answers. Conflict/ConcurrentChange asks for a retry of the whole.
    virtual base::Result<void> commit() = 0;
};

enum class Access { Read, Write };

// The database that decides: an SQLite workspace file or a PostgreSQL schema. One per thread.
class Authority
{
public:
    virtual ~Authority() = default;
    // Write waits its turn (SQLite: up to 10 s, then Unreachable/WorkspaceBusy). Read sees one state throughout.
    virtual base::Result<std::unique_ptr<UnitOfWork>> begin(Access access) = 0;
};

// Opens the authority in the calling thread; given to workers. Thread-safe.
class AuthorityFactory
{
public:
    virtual ~AuthorityFactory() = default;
    virtual base::Result<std::unique_ptr<Authority>> open() const = 0;
    // For people: the file or "database on host".
    virtual QString displayName() const = 0;
};

} // namespace gatehouse::domain
