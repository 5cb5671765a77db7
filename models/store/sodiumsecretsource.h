#pragma once

#include "domain/secret.h"

namespace gatehouse::store {

// libsodium: BLAKE2b with a key made of the owner, and the system's random source. Any thread.
class SodiumSecretSource final : public domain::SecretSource
{
public:
    SodiumSecretSource();

    domain::Secret random(int bytes) const override;
    QString hash(QByteArrayView secret, const QString &owner) const override;
    bool matches(QByteArrayView secret, const QString &owner, const QString &hash) const override;
};

} // namespace gatehouse::store
