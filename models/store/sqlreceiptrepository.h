#pragma once

#include "domain/repositories.h"
#include "store/connection.h"

namespace gatehouse::store {

// Rows of `receipts`.
class SqlReceiptRepository final : public domain::ReceiptRepository
{
public:
    explicit SqlReceiptRepository(Connection &connection) : m_connection(connection) { }

    base::Result<void> append(const domain::Receipt &receipt) override;
    base::Result<std::optional<domain::Receipt>> find(const QString &requestId) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
