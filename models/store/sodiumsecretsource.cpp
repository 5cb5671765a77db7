#include "store/sodiumsecretsource.h"

#include <sodium.h>

#include <array>

namespace gatehouse::store {

namespace {

using Digest = std::array<uchar, crypto_generichash_BYTES>;

const uchar *data(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

// What is hashed is 160 random bits, so nobody guesses it and the key needs not be secret: it only binds the hash to
// its row. Its own prefix keeps it apart from hashes for other uses.
Digest digestOf(QByteArrayView secret, const QString &owner)
{
    const QByteArray context = "gatehouse access key " + owner.toUtf8();
    Digest key;
    Digest digest;
    crypto_generichash(key.data(), key.size(), data(context), size_t(context.size()), nullptr, 0);
    crypto_generichash(digest.data(), digest.size(), data(secret), size_t(secret.size()), key.data(), key.size());
    return digest;
}

} // namespace

SodiumSecretSource::SodiumSecretSource()
{
    // Fails only where the system has no random source; then nothing may go on.
    if (sodium_init() < 0)
        qFatal("libsodium can't be used on this system");
}

domain::Secret SodiumSecretSource::random(int bytes) const
{
    QByteArray random(bytes, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    return domain::Secret(std::move(random));
}

QString SodiumSecretSource::hash(QByteArrayView secret, const QString &owner) const
{
    const Digest digest = digestOf(secret, owner);
    return QString::fromLatin1(QByteArrayView(digest).toByteArray().toHex());
}

bool SodiumSecretSource::matches(QByteArrayView secret, const QString &owner, const QString &hash) const
{
    const Digest digest = digestOf(secret, owner);
    const QByteArray stored = QByteArray::fromHex(hash.toLatin1());
    return stored.size() == qsizetype(digest.size()) && sodium_memcmp(digest.data(), stored.data(), digest.size()) == 0;
}

} // namespace gatehouse::store
