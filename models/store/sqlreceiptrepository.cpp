#include "store/sqlreceiptrepository.h"

#include "domain/text.h"
#include "store/rowreading.h"
#include "store/statement.h"

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::OperationKind;
using domain::Receipt;

namespace {

constexpr auto receiptsTable = "receipts"_L1;

Result<Receipt> readReceipt(const Row &row)
{
    const QString name = row.text(1);
    const auto kind = std::find_if(std::cbegin(domain::allOperationKinds), std::cend(domain::allOperationKinds),
                                   [&](OperationKind candidate) { return domain::operationName(candidate) == name; });
    if (kind == std::cend(domain::allOperationKinds))
        return corruptRow(receiptsTable);
    auto result = jsonOf(row, 6, receiptsTable);
    if (!result)
        return result.error();
    Receipt receipt;
    receipt.requestId = row.text(0);
    receipt.operation = *kind;
    receipt.requestDigest = row.text(2);
    receipt.actor = row.text(3);
    receipt.osUser = row.text(4);
    receipt.at = row.instant(5);
    receipt.result = *result;
    return receipt;
}

} // namespace

Result<void> SqlReceiptRepository::append(const Receipt &receipt)
{
    Statement statement(m_connection,
                        u"INSERT INTO receipts (request_id, operation, request_digest, actor, os_user, at, result)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(receipt.requestId)
        .bind(QString(domain::operationName(receipt.operation)))
        .bind(receipt.requestDigest);
    statement.bind(receipt.actor).bind(receipt.osUser).bind(receipt.at);
    return statement.bind(QString::fromUtf8(domain::canonicalJson(receipt.result))).run();
}

Result<std::optional<Receipt>> SqlReceiptRepository::find(const QString &requestId)
{
    return Statement(m_connection, u"SELECT request_id, operation, request_digest, actor, os_user, at, result"
                                   " FROM receipts WHERE request_id = ?"_s)
        .bind(requestId)
        .first<Receipt>(readReceipt);
}

} // namespace gatehouse::store
