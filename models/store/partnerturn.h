#pragma once

#include "store/connection.h"

namespace gatehouse::store {

// Waits for this unit's turn to change what hangs on a partner, and keeps it until the unit ends. Before a row is
// locked FOR UPDATE, because that lock alone can be kept from us for ever (see queue_for_partner in the PostgreSQL
// schema). SQLite's writers take turns anyway.
base::Result<void> queueForPartner(Connection &connection, const QString &partnerId);

struct LockedPartner
{
    QString name;
    QString approverRole; // name of the role; empty: nobody decides
};
// The same, and locks the partner's row. NotFound/PartnerNotFound, which poisons the unit.
base::Result<LockedPartner> lockPartner(Connection &connection, const QString &id);

// Who writes something that only those who decide on a partner may write.
struct DecidingRow
{
    QString notes; // none where the row has none
    QString by;    // subject
    QString role;  // name of the role
};
// A refusal of such a row with what the database's rule alone can't tell.
base::Error inDetail(base::Error error, const DecidingRow &row, const QString &partnerName);

} // namespace gatehouse::store
