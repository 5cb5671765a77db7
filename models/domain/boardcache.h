#pragma once

#include "domain/event.h"
#include "domain/readiness.h"

namespace gatehouse::domain {

// Summaries as they were last derived, so that the first screen is there before anything is computed. A local file that
// may be dropped at any time; no operation reads it. Belongs to one subject in one workspace. One per thread.
class BoardCache
{
public:
    virtual ~BoardCache() = default;
    // The first rows of the board in its default order (our move first, then deadline); empty when nothing is cached or
    // the cache belongs to another workspace, subject or version.
    virtual base::Result<QList<PartnerSummary>> firstScreen(int rows) = 0;
    virtual base::Result<QList<PartnerSummary>> all() = 0;
    // The event up to which the cache is true.
    virtual base::Result<EventMark> upToEvent() = 0;
    // Adds or replaces rows, and notes the event, in one transaction. Conflict when somebody else has written since the
    // event was read or noted here.
    virtual base::Result<void> store(const QList<PartnerSummary> &rows, const EventMark &upToEvent) = 0;
    // The same, and drops every other row.
    virtual base::Result<void> storeAll(const QList<PartnerSummary> &rows, const EventMark &upToEvent) = 0;
};

} // namespace gatehouse::domain
