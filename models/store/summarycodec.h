#pragma once

#include "domain/readiness.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace gatehouse::store {

// Raised whenever a field of PartnerSummary is added, removed or read differently, or a rule derives another value from
// the same facts; caches of another version are dropped.
inline constexpr int summaryVersion = 4;

// A summary as bytes of this version, in this machine's order of bytes; strings in UTF-16.
QByteArray encodedSummary(const domain::PartnerSummary &summary);
// Strings that summaries have in common (owners, playbooks, ...), held once for all of them: of a hundred thousand
// summaries they would be a fifth of the memory.
using SharedStrings = QSet<QString>;
// None when the bytes are not such.
std::optional<domain::PartnerSummary> decodedSummary(const QByteArray &bytes, SharedStrings &shared);

} // namespace gatehouse::store
