#include "operations/tenantoperations.h"

#include "domain/text.h"
#include "operations/partneroperations.h"

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::AccessKey;
using domain::Tenant;

namespace {

constexpr int tenantNotesMost = 4000;
constexpr int revocationReasonMost = 500;

// For the receipt's digest: what names the key, without what opens it.
QString shownReference(const QByteArray &given)
{
    const auto reference = domain::readKeyReference(given);
    return reference ? reference->prefix : QString();
}

Result<Tenant> tenantOf(Transaction &transaction, const QByteArray &given)
{
    const auto reference = domain::readKeyReference(given);
    if (!reference)
        return reference.error();
    auto tenant = transaction.unit().tenants().find(*reference);
    if (tenant && tenant->revokedAt)
        return Error{ErrorKind::Conflict, ErrorCode::TenantRevoked, tenant->name, {domain::keyPrefixOf(*tenant)}};
    return tenant;
}

// Locked, so that nobody suspends the partner while it is given a key.
Result<QString> nameOfOpenPartner(Transaction &transaction, const QString &partnerId)
{
    auto partner = transaction.unit().partners().lock(partnerId);
    if (!partner)
        return partner.error();
    auto decisions = transaction.unit().decisions().ofPartner(partnerId);
    if (!decisions)
        return decisions.error();
    if (domain::isShut(*decisions))
        return Error{ErrorKind::Denied, ErrorCode::PartnerShut, partner->name, {}};
    return partner->name;
}

// Draws a key, stores its hash and hands it over; answers its row.
Result<AccessKey> issueKey(Transaction &transaction, const Tenant &tenant)
{
    const domain::SecretSource &secrets = transaction.unit().secrets();
    AccessKey key;
    key.id = transaction.newId();
    key.tenantId = tenant.id;
    key.prefix = domain::newKeyPrefix(tenant.slug, secrets.random(domain::keyMarkBytes).bytes());
    key.createdAt = transaction.now();
    key.createdBy = transaction.actor().subject;
    domain::Secret whole = domain::wholeKey(key.prefix, secrets.random(domain::keySecretBytes).bytes());
    auto inserted = transaction.unit().tenants().insert(key, secrets.hash(whole.bytes(), key.id));
    if (!inserted)
        return inserted.error();
    transaction.handOver(std::move(whole));
    return key;
}

QJsonObject resultOf(const Tenant &tenant, const QString &prefix)
{
    return {{QStringLiteral("tenant"), tenant.id},
            {QStringLiteral("partner"), tenant.partnerId},
            {QStringLiteral("prefix"), prefix},
            {QStringLiteral("name"), tenant.name}};
}

} // namespace

QJsonObject CreateTenant::canonical() const
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("email"), email},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("partner"), partner}};
}

Result<QJsonObject> CreateTenant::execute(Transaction &transaction) const
{
    auto checkedName = domain::checkedText(name, QStringLiteral("name"), 1, domain::nameMost);
    if (!checkedName)
        return checkedName.error();
    auto address = domain::checkedEmail(email, QStringLiteral("email"));
    if (!address)
        return address.error();
    auto checkedNotes = domain::checkedText(domain::withoutAccessKeys(notes), QStringLiteral("notes"), 0,
                                            tenantNotesMost, domain::TextShape::Lines);
    if (!checkedNotes)
        return checkedNotes.error();

    Tenant tenant;
    tenant.partnerId = transaction.partnerId();
    if (tenant.partnerId.isEmpty()) {
        QJsonObject application{{QStringLiteral("name"), *checkedName}, {QStringLiteral("email"), *address}};
        if (!checkedNotes->isEmpty())
            application.insert(QStringLiteral("notes"), *checkedNotes);
        auto submitted = submitApplication(transaction, QStringLiteral("design-partner"), application, {});
        if (!submitted)
            return submitted.error();
        tenant.partnerId = submitted->value(QLatin1StringView("partner")).toString();
    }
    auto partnerName = nameOfOpenPartner(transaction, tenant.partnerId);
    if (!partnerName)
        return partnerName.error();
    tenant.id = transaction.newId();
    tenant.slug = domain::tenantSlugOf(*checkedName);
    tenant.name = *checkedName;
    tenant.email = *address;
    tenant.notes = *checkedNotes;
    tenant.createdAt = transaction.now();
    tenant.createdBy = transaction.actor().subject;
    if (auto inserted = transaction.unit().tenants().insert(tenant); !inserted)
        return inserted.error();
    auto key = issueKey(transaction, tenant);
    if (!key)
        return key.error();
    auto recorded =
        transaction.record(QStringLiteral("partner.tenant_created"), tenant.partnerId, tenant.id, {},
                           {{QStringLiteral("name"), tenant.name}, {QStringLiteral("prefix"), key->prefix}});
    if (!recorded)
        return recorded.error();
    QJsonObject result = resultOf(tenant, key->prefix);
    result.insert(QStringLiteral("partner_name"), *partnerName);
    result.insert(QStringLiteral("email"), tenant.email);
    result.insert(QStringLiteral("created_at"), tenant.createdAt.toIso());
    return result;
}

QJsonObject RevokeTenant::canonical() const
{
    return {{QStringLiteral("key"), shownReference(key)}, {QStringLiteral("reason"), reason}};
}

Result<QJsonObject> RevokeTenant::execute(Transaction &transaction) const
{
    auto checkedReason = domain::checkedText(domain::withoutAccessKeys(reason), QStringLiteral("reason"), 0,
                                             revocationReasonMost, domain::TextShape::Lines);
    if (!checkedReason)
        return checkedReason.error();
    auto tenant = tenantOf(transaction, key);
    if (!tenant)
        return tenant.error();
    auto revoked =
        transaction.unit().tenants().revoke(tenant->id, transaction.now(), transaction.actor().subject, *checkedReason);
    if (!revoked)
        return revoked.error();
    QJsonObject told = resultOf(*tenant, domain::keyPrefixOf(*tenant));
    told.insert(QStringLiteral("reason"), *checkedReason);
    auto recorded =
        transaction.record(QStringLiteral("partner.tenant_revoked"), tenant->partnerId, tenant->id, {},
                           {{QStringLiteral("name"), tenant->name}, {QStringLiteral("reason"), *checkedReason}});
    if (!recorded)
        return recorded.error();
    return told;
}

QJsonObject ReplaceAccessKey::canonical() const
{
    return {{QStringLiteral("key"), shownReference(key)}};
}

Result<QJsonObject> ReplaceAccessKey::execute(Transaction &transaction) const
{
    auto tenant = tenantOf(transaction, key);
    if (!tenant)
        return tenant.error();
    if (auto partner = nameOfOpenPartner(transaction, tenant->partnerId); !partner)
        return partner.error();
    auto revoked = transaction.unit().tenants().revokeKeys(tenant->id, transaction.now(), transaction.actor().subject);
    if (!revoked)
        return revoked.error();
    auto issued = issueKey(transaction, *tenant);
    if (!issued)
        return issued.error();
    const QString old = domain::keyPrefixOf(*tenant);
    auto recorded = transaction.record(
        QStringLiteral("partner.key_replaced"), tenant->partnerId, issued->id, {{QStringLiteral("prefix"), old}},
        {{QStringLiteral("name"), tenant->name}, {QStringLiteral("prefix"), issued->prefix}});
    if (!recorded)
        return recorded.error();
    QJsonObject result = resultOf(*tenant, issued->prefix);
    result.insert(QStringLiteral("replaced"), old);
    result.insert(QStringLiteral("email"), tenant->email);
    result.insert(QStringLiteral("created_at"), issued->createdAt.toIso());
    return result;
}

} // namespace gatehouse::operations
