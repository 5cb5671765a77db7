#include "operations/transaction.h"

namespace gatehouse::operations {

using base::Result;

namespace {

// How often the key's time is moved on when an earlier filing that was rolled back left an object there.
constexpr int mostKeyTries = 100;

QString placeOf(const QString &partnerId)
{
    return QStringLiteral("partners/%1/").arg(partnerId);
}

} // namespace

Result<domain::PartnerFacts> Transaction::facts()
{
    return factsOf(m_partnerId);
}

Result<domain::PartnerFacts> Transaction::factsOf(const QString &partnerId)
{
    auto partner = m_unit.partners().find(partnerId);
    return partner ? rest(std::move(*partner)) : partner.error();
}

Result<domain::PartnerFacts> Transaction::lockedFacts()
{
    auto partner = m_unit.partners().lock(m_partnerId);
    return partner ? rest(std::move(*partner)) : partner.error();
}

Result<domain::PartnerFacts> Transaction::rest(domain::Partner partner)
{
    auto contacts = m_unit.contacts().ofPartner(partner.id);
    if (!contacts)
        return contacts.error();
    auto documents = m_unit.dossiers().ofPartner(partner.id);
    if (!documents)
        return documents.error();
    auto decisions = m_unit.decisions().ofPartner(partner.id);
    if (!decisions)
        return decisions.error();
    auto review = m_unit.reviews().ofPartner(partner.id);
    if (!review)
        return review.error();
    auto tenants = m_unit.tenants().ofPartner(partner.id);
    if (!tenants)
        return tenants.error();
    auto items = m_unit.items().ofPartner(partner.id);
    if (!items)
        return items.error();
    return domain::PartnerFacts{std::move(partner), std::move(*contacts), std::move(*documents), std::move(*decisions),
                                std::move(*review), std::move(*tenants),  std::move(*items)};
}

Result<QString> Transaction::putObject(const QString &folder, const QByteArray &bytes)
{
    const QString place = placeOf(m_partnerId) + folder + QLatin1Char('/');
    if (const QString earlier = m_objects.put.value(place); !earlier.isEmpty())
        return earlier;
    for (int tried = 0;; ++tried) {
        const QString key = place + (now() + tried).toUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
        auto put = m_unit.objects().put(key, bytes);
        if (put)
            return *m_objects.put.insert(place, key);
        if (put.error().kind != base::ErrorKind::Conflict || tried == mostKeyTries)
            return put.error();
    }
}

Result<void> Transaction::removeObject(const domain::ObjectStore::Entry &object)
{
    auto removed = m_unit.objects().remove(object.key);
    if (removed)
        m_objects.removed.insert(object.key, object.size);
    return removed;
}

Result<QByteArray> Transaction::bytesOf(const domain::DossierDocument &document)
{
    if (!document.objectKey.startsWith(placeOf(document.partnerId)))
        return base::Error{base::ErrorKind::Corrupt, base::ErrorCode::ObjectAltered, document.objectKey, {}};
    return m_unit.objects().get(document.objectKey, document.sha256, document.size);
}

Result<domain::Playbook> Transaction::playbookOf(const domain::Partner &partner)
{
    return m_playbooks.playbook(partner.playbookId, partner.playbookVersion);
}

void Transaction::handOver(domain::Secret secret)
{
    m_secret = std::make_shared<const domain::Secret>(std::move(secret));
}

Result<void> Transaction::record(const QString &type, const QString &partnerId, const QString &subject,
                                 const QJsonObject &before, const QJsonObject &after)
{
    domain::Event event;
    event.id = newId();
    event.at = now();
    event.type = type;
    event.actor = m_actor.subject;
    event.osUser = m_actor.osUser;
    event.partnerId = partnerId;
    event.subject = subject;
    event.before = before;
    event.after = after;
    event.requestId = m_requestId;
    return m_unit.events().append(event);
}

} // namespace gatehouse::operations
