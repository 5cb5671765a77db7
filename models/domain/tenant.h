#pragma once

#include "domain/approval.h"
#include "domain/secret.h"

namespace gatehouse::domain {

// A row of `access_keys`. What stands here may be shown; the hash stays in the database.
struct AccessKey
{
    QString id;
    QString tenantId;
    qint64 number = 0; // 1, 2, ... per tenant
    QString prefix;    // "acme_corp_A1B2C3D4": recognises the key and opens nothing
    Instant createdAt;
    QString createdBy;
    std::optional<Instant> revokedAt; // replaced, or its tenant was revoked
    QString revokedBy;

    friend bool operator==(const AccessKey &, const AccessKey &) = default;
};

// A row of `tenants` with its keys: what a partner uses of the product.
struct Tenant
{
    QString id;
    QString partnerId;
    QString slug; // "acme_corp"; others may have the same
    QString name;
    QString email; // who its key is for
    QString notes; // may be empty
    Instant createdAt;
    QString createdBy;
    std::optional<Instant> revokedAt;
    QString revokedBy;
    QString revokedReason;               // may be empty
    qint64 queries = 0;                  // as the product reports them
    std::optional<Instant> lastActiveAt; // likewise; nothing: it never signed in
    QList<AccessKey> keys;               // by number; the last one counts

    friend bool operator==(const Tenant &, const Tenant &) = default;
};

enum class TenantStatus { Active, Revoked };
TenantStatus tenantStatus(const Tenant &tenant);
QLatin1StringView tenantStatusName(TenantStatus status); // "active", "revoked"

// The prefix of its last key; empty when it never had one.
QString keyPrefixOf(const Tenant &tenant);

// "Acme Corp." -> "acme_corp": lower-case ASCII of the name, words joined by "_", 24 characters at most, "partner" when
// nothing is left.
QString tenantSlugOf(const QString &name);

// Whether the decisions keep a partner out of the product: the last one suspends it or rejects it for good. Filing
// again changes nothing about that; an approval does.
bool isShut(const QList<Decision> &decisions);

// A whole key is PREFIX_SECRET, and its prefix SLUG_XXXXXXXX. Secret (32) and X are of Crockford's base 32, which lacks
// I, L, O and U: 160 random bits; the prefix is shown and no part of them.
inline constexpr int keySecretBytes = 20;
inline constexpr int keyMarkBytes = 5;
QString newKeyPrefix(const QString &slug, QByteArrayView mark);
Secret wholeKey(const QString &prefix, QByteArrayView secret);

// What somebody named a key by. Beginning: less than a prefix.
struct KeyReference
{
    enum class Shape { Whole, Prefix, Beginning } shape = Shape::Beginning;
    QString prefix; // never more than may be shown
};
// Error: Invalid/AccessKeyMalformed, which doesn't repeat what was given: it may be most of a key.
base::Result<KeyReference> readKeyReference(QByteArrayView given);

// The text with each whole key, or one that was cut short, reduced to its prefix and "...".
QString withoutAccessKeys(const QString &text);

} // namespace gatehouse::domain
