#include "store/partnerturn.h"

#include "store/statement.h"

namespace gatehouse::store {

base::Result<void> queueForPartner(Connection &connection, const QString &partnerId)
{
    if (connection.dialect() == Dialect::Sqlite)
        return {};
    // Counted, because a function without a value answers a row without one.
    auto waited = Statement(connection, QStringLiteral("SELECT count(queue_for_partner(?))")).bind(partnerId).number();
    return waited ? base::Result<void>() : base::Result<void>(waited.error());
}

} // namespace gatehouse::store
