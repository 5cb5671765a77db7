#pragma once

#include "domain/readiness.h"

namespace gatehouse::domain {

// Summaries as they were last derived, so that the first screen is there before anything is computed. A local file that
// may be dropped at any time; no operation reads it. One per thread.
class BoardCache
{
public:
    virtual ~BoardCache() = default;
    // The first rows of the board in its default order (our move first, then deadline); empty when nothing is cached or
    // the cache belongs to another workspace or version.
    virtual base::Result<QList<PartnerSummary>> firstScreen(int rows) = 0;
    virtual base::Result<QList<PartnerSummary>> all() = 0;
    // Event number up to which the cache is true; 0: none.
    virtual base::Result<qint64> upToEvent() = 0;
    // Adds or replaces rows, and notes the event number, in one transaction.
    virtual base::Result<void> store(const QList<PartnerSummary> &rows, qint64 upToEvent) = 0;
};

} // namespace gatehouse::domain
