#pragma once

#include "base/instant.h"
#include "base/result.h"

namespace gatehouse::cli {

// A time that lies ahead as people type it: "4h" or "2d" from `now`, a day (YYYY-MM-DD, its start in the local zone),
// or ISO 8601 with a time and a zone or Z. Error: Invalid/MomentMalformed. Whether it lies ahead is the operation's to
// say.
base::Result<base::Instant> readMoment(const QString &text, const QString &field, base::Instant now);

} // namespace gatehouse::cli
