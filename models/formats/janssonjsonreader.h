#pragma once

#include "domain/application.h"

namespace gatehouse::formats {

// JSON from outside, by RFC 8259 and stricter: duplicate keys, NUL in strings, lone surrogates, broken UTF-8, a root
// that is no object, more than jsonMostBytes and more than jsonMostDepth levels are refused. A byte order mark at the
// start is passed over. Integers of 64 bits are kept exactly, also those beyond 2^53 that a double can't hold; larger
// ones and numbers beyond a double's range are refused.
class JanssonJsonReader final : public domain::JsonReader
{
public:
    base::Result<QJsonObject> readObject(const QByteArray &bytes, const QString &name) const override;
};

inline constexpr qsizetype jsonMostBytes = 1024 * 1024;
inline constexpr int jsonMostDepth = 64;

} // namespace gatehouse::formats
