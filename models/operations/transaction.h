#pragma once

#include "base/ids.h"
#include "domain/authority.h"
#include "domain/facts.h"

#include <QHash>
#include <QMap>

namespace gatehouse::operations {

// Who asks, as the door knows it.
struct Caller
{
    QString claimedSubject; // --as; empty: the OS user. Embedded workspaces only.
    QString osUser;
};

// Who acts, as the authority knows it, read in the transaction that the act belongs to.
struct Actor
{
    QString subject;
    QString osUser;
    QList<domain::Role> roles; // held now; empty for partner staff

    bool has(domain::Role role) const { return roles.contains(role); }
};

// What an operation works with. Only the runner, in the thread of its authority, can make one: so an operation can't be
// executed outside a transaction, or without having been allowed.
class Transaction
{
public:
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    domain::UnitOfWork &unit() { return m_unit; }
    const Actor &actor() const { return m_actor; }
    const domain::PlaybookSource &playbooks() const { return m_playbooks; }
    base::Instant now() const { return m_unit.now(); }
    QString newId() { return m_ids.next(); }
    // Id of the partner the operation named; empty when it named none.
    const QString &partnerId() const { return m_partnerId; }

    // The partner's facts; LockedFacts keeps others from changing or deciding it until the transaction ends.
    base::Result<domain::PartnerFacts> facts();
    base::Result<domain::PartnerFacts> factsOf(const QString &partnerId);
    base::Result<domain::PartnerFacts> lockedFacts();
    // Puts the bytes as a new object of the partner, partners/{partner_id}/{folder}/{timestamp}, and answers its key.
    // Not again when an earlier attempt of the same run did.
    base::Result<QString> putObject(const QString &folder, const QByteArray &bytes);
    // Removes an object that no row names, and remembers it for removedObjects(). ObjectMissing; Unreachable.
    base::Result<void> removeObject(const domain::ObjectStore::Entry &object);
    // Key and size of what this run removed, in an earlier attempt too.
    const QMap<QString, qint64> &removedObjects() const { return m_objects.removed; }
    // The bytes as they were filed. ObjectAltered also for an object of another partner: raw SQL may have named it.
    base::Result<QByteArray> bytesOf(const domain::DossierDocument &document);
    base::Result<domain::Playbook> playbookOf(const domain::Partner &partner);

    // What the receipt gives to the door beside the stored result, once: it is shown and kept nowhere.
    void handOver(domain::Secret secret);

    // Appends an event with actor, OS user, time and receipt filled in.
    base::Result<void> record(const QString &type, const QString &partnerId, const QString &subject,
                              const QJsonObject &before, const QJsonObject &after);

private:
    friend class OperationRunner;
    // What the attempts of a run did to files, which no rollback undoes.
    struct Objects
    {
        QHash<QString, QString> put; // folder -> key
        QMap<QString, qint64> removed;
    };
    Transaction(domain::UnitOfWork &unit, const domain::PlaybookSource &playbooks, base::IdSource &ids,
                QString requestId, Objects &objects)
        : m_unit(unit), m_playbooks(playbooks), m_ids(ids), m_requestId(std::move(requestId)), m_objects(objects)
    { }
    base::Result<domain::PartnerFacts> rest(domain::Partner partner);

    domain::UnitOfWork &m_unit;
    const domain::PlaybookSource &m_playbooks;
    base::IdSource &m_ids;
    QString m_requestId;
    Objects &m_objects;
    Actor m_actor;
    QString m_partnerId;
    std::shared_ptr<const domain::Secret> m_secret;
};

} // namespace gatehouse::operations
