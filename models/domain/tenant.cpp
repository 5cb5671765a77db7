#include "domain/tenant.h"

#include "domain/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int slugMost = 24;
constexpr int markLength = 8;
constexpr int secretLength = 32;
constexpr int prefixMost = slugMost + 1 + markLength;
constexpr QByteArrayView base32Alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 32);

// Eight letters for every five bytes; other rests don't occur.
QByteArray base32(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size() * 8 / 5);
    quint32 bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | quint8(byte);
        for (held += 8; held >= 5; held -= 5)
            text += base32Alphabet.at((bits >> (held - 5)) & 31);
    }
    return text;
}

bool areKeyLetters(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return base32Alphabet.contains(c); });
}

bool isSlug(QByteArrayView text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.isEmpty() && text.size() <= slugMost && !text.startsWith('_') && !text.endsWith('_')
           && !text.contains("__") && std::all_of(text.begin(), text.end(), fits);
}

// SLUG_ and then `length` letters of a key.
bool endsInKeyLetters(QByteArrayView text, qsizetype length, bool (*headFits)(QByteArrayView))
{
    const qsizetype head = text.size() - length - 1;
    return head > 0 && text.at(head) == '_' && areKeyLetters(text.sliced(head + 1)) && headFits(text.first(head));
}

bool isPrefix(QByteArrayView text)
{
    return endsInKeyLetters(text, markLength, isSlug);
}

bool isBeginning(QByteArrayView text)
{
    if (isSlug(text))
        return true;
    const qsizetype tail = text.size() - 1 - text.lastIndexOf('_');
    return tail < markLength && tail < text.size() && endsInKeyLetters(text, tail, isSlug);
}

} // namespace

TenantStatus tenantStatus(const Tenant &tenant)
{
    return tenant.revokedAt ? TenantStatus::Revoked : TenantStatus::Active;
}

QLatin1StringView tenantStatusName(TenantStatus status)
{
    return status == TenantStatus::Active ? "active"_L1 : "revoked"_L1;
}

QString keyPrefixOf(const Tenant &tenant)
{
    return tenant.keys.isEmpty() ? QString() : tenant.keys.constLast().prefix;
}

QString tenantSlugOf(const QString &name)
{
    QString slug = slugOf(name).replace(u'-', u'_').left(slugMost);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug;
}

bool isShut(const QList<Decision> &decisions)
{
    const Decision *last = lastDecision(decisions);
    return last && last->verdict == Verdict::Reject
           && (last->finality == Finality::Final || suspends(*last, decisions));
}

QString newKeyPrefix(const QString &slug, QByteArrayView mark)
{
    return slug + u'_' + QString::fromLatin1(base32(mark));
}

Secret wholeKey(const QString &prefix, QByteArrayView secret)
{
    const Secret letters(base32(secret));
    QByteArray whole;
    whole.reserve(prefix.size() + 1 + letters.bytes().size()); // or growing leaves a copy behind
    whole += prefix.toLatin1();
    whole += '_';
    whole += letters.bytes();
    return Secret(std::move(whole));
}

base::Result<KeyReference> readKeyReference(QByteArrayView given)
{
    const QByteArrayView text = given.trimmed();
    const auto prefix = [](QByteArrayView shown) { return QString::fromLatin1(shown); };
    if (endsInKeyLetters(text, secretLength, isPrefix))
        return KeyReference{KeyReference::Shape::Whole, prefix(text.chopped(secretLength + 1))};
    if (isPrefix(text))
        return KeyReference{KeyReference::Shape::Prefix, prefix(text)};
    if (text.size() < prefixMost && isBeginning(text))
        return KeyReference{KeyReference::Shape::Beginning, prefix(text)};
    return base::Error{base::ErrorKind::Invalid, base::ErrorCode::AccessKeyMalformed, {}, {}};
}

QString withoutAccessKeys(const QString &text)
{
    static const QRegularExpression key(u"([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*_[0-9A-HJKMNP-TV-Z]{8})_[0-9A-Za-z]{4,}"_s);
    return QString(text).replace(key, u"\\1_..."_s);
}

} // namespace gatehouse::domain
