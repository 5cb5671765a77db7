#pragma once

#include "store/connection.h"

namespace gatehouse::store {

// Waits for this unit's turn to change what hangs on a partner, and keeps it until the unit ends. Before a row is
// locked FOR UPDATE, because that lock alone can be kept from us for ever (see queue_for_partner in the PostgreSQL
// schema). SQLite's writers take turns anyway.
base::Result<void> queueForPartner(Connection &connection, const QString &partnerId);

} // namespace gatehouse::store
