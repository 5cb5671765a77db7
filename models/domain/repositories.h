#pragma once

#include "domain/event.h"
#include "domain/facts.h"

namespace gatehouse::domain {

// Ports to the rows of the authority. All calls belong to one UnitOfWork and its thread. Every list is complete and
// sorted as said. Errors besides those named: Unreachable, Corrupt, Internal. The first failed write poisons the unit.

class PartnerRepository
{
public:
    virtual ~PartnerRepository() = default;
    // Conflict/PartnerNameInUse when the slug is taken.
    virtual base::Result<void> insert(const Partner &partner) = 0;
    // Writes name, legalName, region, owner, updatedAt; nothing else of a partner changes. NotFound.
    virtual base::Result<void> update(const Partner &partner) = 0;
    // Writes playbookVersion, approverRole, deciders and updatedAt. NotFound.
    virtual base::Result<void> move(const Partner &partner) = 0;
    // Sets updatedAt to the unit's now. NotFound.
    virtual base::Result<void> touch(const QString &id) = 0;
    // By id. NotFound/PartnerNotFound.
    virtual base::Result<Partner> find(const QString &id) = 0;
    // The same, and keeps other units from deciding on or changing this partner until this one ends.
    virtual base::Result<Partner> lock(const QString &id) = 0;
    // The id that `reference` means: an id, else the slug or the name of exactly one partner, both whatever the case
    // (folded in the program), else its legal name as it is written. NotFound/PartnerNotFound,
    // Invalid/PartnerAmbiguous.
    virtual base::Result<QString> resolve(const QString &reference) = 0;
    // Up to `limit` partners with id > afterId, by id.
    virtual base::Result<QList<Partner>> page(const QString &afterId, int limit) = 0;
    virtual base::Result<qint64> count() = 0;
};

class ContactRepository
{
public:
    virtual ~ContactRepository() = default;
    // Conflict/SubjectInUse when any partner's contact that is not released has the subject.
    virtual base::Result<void> insert(const Contact &contact) = 0;
    virtual base::Result<void> remove(const QString &id, Instant at, const QString &by) = 0;
    virtual base::Result<void> release(const QString &id, Instant at) = 0;
    virtual base::Result<QList<Contact>> ofPartner(const QString &partnerId) = 0; // by addedAt, id
    virtual base::Result<QList<Contact>> ofPartners(const QString &firstId,
                                                    const QString &lastId) = 0; // inclusive; by partner, addedAt, id
    // Ids of the partners whose roster holds the subject now (not removed): one at most.
    virtual base::Result<QStringList> partnersOfSubject(const QString &subject) = 0;
};

class DossierRepository
{
public:
    virtual ~DossierRepository() = default;
    // Takes the next revision number of the partner and returns it; document.revision is ignored.
    virtual base::Result<qint64> insert(const DossierDocument &document) = 0;
    virtual base::Result<QList<DossierDocument>> ofPartner(const QString &partnerId) = 0; // by revision
    virtual base::Result<QList<DossierDocument>> ofPartners(const QString &firstId, const QString &lastId) = 0;
};

class DecisionRepository
{
public:
    virtual ~DecisionRepository() = default;
    // Takes the next number of the partner and returns it; decision.number is ignored. The database refuses, by its own
    // rules: no note (Invalid/NoteTooShort), decider not on the allowlist of the partner's approver role
    // (Denied/NotOnAllowlist), in the roster (Denied/OnTheRoster), own request (Denied/OwnRequest).
    virtual base::Result<qint64> insert(const Decision &decision) = 0;
    virtual base::Result<QList<Decision>> ofPartner(const QString &partnerId) = 0; // by number
    virtual base::Result<QList<Decision>> ofPartners(const QString &firstId, const QString &lastId) = 0;
};

// What happens around decisions. Every insert takes the next number of the partner and returns it; the number of the
// row is ignored.
class ReviewRepository
{
public:
    virtual ~ReviewRepository() = default;
    virtual base::Result<qint64> insert(const DocumentVerdict &verdict) = 0;
    virtual base::Result<qint64> insert(const PartnerRequest &request) = 0; // an open one
    virtual base::Result<qint64> insert(const ReviewAct &act) = 0;
    // Refused as a decision would be: NoteTooShort, NotOnAllowlist, OnTheRoster, OwnRequest.
    virtual base::Result<qint64> insert(const Endorsement &endorsement) = 0;
    // Writes end, closedAt, closedBy and answer of an open request. NotFound/NothingAsked when it is not open.
    virtual base::Result<void> close(const PartnerRequest &request) = 0;
    virtual base::Result<ReviewTrail> ofPartner(const QString &partnerId) = 0; // each list by number
    virtual base::Result<ReviewTrail> ofPartners(const QString &firstId,
                                                 const QString &lastId) = 0; // inclusive; by partner, number

    // The acting subject looks at the partner's review, as of the unit's now; or does no more.
    virtual base::Result<void> arrive(const QString &partnerId, const QString &subject) = 0;
    virtual base::Result<void> leave(const QString &partnerId, const QString &subject) = 0;
    // Who was heard of within presenceMs of the unit's now, by `since`, subject.
    virtual base::Result<QList<Presence>> present(const QString &partnerId) = 0;
};

class ItemRepository
{
public:
    virtual ~ItemRepository() = default;
    // Takes the next number of the partner and returns it; act.number is ignored. Denied/OnTheRoster: an exemption by
    // who stands in the roster.
    virtual base::Result<qint64> insert(const ItemAct &act) = 0;
    virtual base::Result<QList<ItemAct>> ofPartner(const QString &partnerId) = 0; // by number
    virtual base::Result<QList<ItemAct>> ofPartners(const QString &firstId, const QString &lastId) = 0;
};

class OperatorRepository
{
public:
    virtual ~OperatorRepository() = default;
    // Conflict/OperatorExists when the subject holds the role now.
    virtual base::Result<void> insert(const Operator &row) = 0;
    // NotFound/OperatorNotFound when the subject does not hold the role now.
    virtual base::Result<void> revoke(const QString &subject, Role role, Instant at, const QString &by) = 0;
    virtual base::Result<QList<Role>> rolesOf(const QString &subject) = 0; // held now
    virtual base::Result<QList<Operator>> all() = 0;                       // by grantedAt, subject, role
};

struct EventFilter
{
    QString partnerId;           // empty: all
    QString typePrefix;          // e.g. "partner."; empty: all
    std::optional<Instant> from; // inclusive
    std::optional<Instant> to;   // exclusive
    qint64 afterNumber = 0;
    int limit = 1000; // at most this many
    enum class Order { OldestFirst, NewestFirst } order = Order::OldestFirst;
};

class TenantRepository
{
public:
    virtual ~TenantRepository() = default;
    virtual base::Result<void> insert(const Tenant &tenant) = 0; // its keys are inserted by themselves
    // Takes the next number of its tenant; key.number is ignored. Conflict/TenantRevoked; Conflict/ConcurrentChange
    // when the prefix is taken or another key of the tenant is not revoked.
    virtual base::Result<void> insert(const AccessKey &key, const QString &hash) = 0;
    // The tenant and its keys. Conflict/TenantRevoked when it is revoked.
    virtual base::Result<void> revoke(const QString &id, Instant at, const QString &by, const QString &reason) = 0;
    // The keys of the tenant that are not revoked.
    virtual base::Result<void> revokeKeys(const QString &tenantId, Instant at, const QString &by) = 0;
    // The tenant that has, or had, the key with this prefix, or the only one with a prefix that begins so.
    // NotFound/TenantNotFound, Invalid/TenantAmbiguous.
    virtual base::Result<Tenant> find(const KeyReference &key) = 0;
    // The key's row and its tenant's id, to verify a secret by; nothing when there is none.
    struct StoredKey
    {
        AccessKey key;
        QString hash;
    };
    virtual base::Result<std::optional<StoredKey>> stored(const QString &prefix) = 0;
    // By createdAt, id.
    virtual base::Result<QList<Tenant>> all() = 0;
    virtual base::Result<QList<Tenant>> ofPartner(const QString &partnerId) = 0;
    // Inclusive; by partner, createdAt, id.
    virtual base::Result<QList<Tenant>> ofPartners(const QString &firstId, const QString &lastId) = 0;
};

class EventRepository
{
public:
    virtual ~EventRepository() = default;
    virtual base::Result<void> append(const Event &event) = 0; // number is set by the database
    virtual base::Result<QList<Event>> list(const EventFilter &filter) = 0;
    // Ids of the partners that events after `after` tell of, each once; after nothing none are named, because whoever
    // begins reads all. And the newest event.
    struct Changes
    {
        QStringList partnerIds;
        EventMark newest;
        // Strange: `after` is no event of this workspace, which was brought back from a backup since.
        enum class Mark { Known, Strange } mark = Mark::Known;
    };
    virtual base::Result<Changes> changesAfter(const EventMark &after) = 0;
};

class ReceiptRepository
{
public:
    virtual ~ReceiptRepository() = default;
    virtual base::Result<void> append(const Receipt &receipt) = 0;
    virtual base::Result<std::optional<Receipt>> find(const QString &requestId) = 0;
};

} // namespace gatehouse::domain
