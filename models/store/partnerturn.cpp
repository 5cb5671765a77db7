#include "store/partnerturn.h"

#include "domain/approval.h"
#include "store/statement.h"

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

Result<void> queueForPartner(Connection &connection, const QString &partnerId)
{
    if (connection.dialect() == Dialect::Sqlite)
        return {};
    // Counted, because a function without a value answers a row without one.
    auto waited = Statement(connection, QStringLiteral("SELECT count(queue_for_partner(?))")).bind(partnerId).number();
    return waited ? Result<void>() : Result<void>(waited.error());
}

Result<LockedPartner> lockPartner(Connection &connection, const QString &id)
{
    if (auto turn = queueForPartner(connection, id); !turn)
        return turn.error();
    auto partner =
        Statement(connection, connection.dialect() == Dialect::Postgres
                                  ? QStringLiteral("SELECT name, approver_role FROM partners WHERE id = ? FOR UPDATE")
                                  : QStringLiteral("SELECT name, approver_role FROM partners WHERE id = ?"))
            .bind(id)
            .first<LockedPartner>([](const Row &row) {
                return Result<LockedPartner>(LockedPartner{row.text(0), row.text(1)});
            });
    if (!partner)
        return partner.error();
    if (!*partner)
        return connection.poisonWith({ErrorKind::NotFound, ErrorCode::PartnerNotFound, id, {}});
    return **std::move(partner);
}

Error inDetail(Error error, const DecidingRow &row, const QString &partnerName)
{
    switch (error.code) {
    case ErrorCode::NoteTooShort:
        error.arguments = {QString::number(domain::noteLeast), QString::number(row.notes.trimmed().toUcs4().size())};
        break;
    case ErrorCode::NotOnAllowlist:
        error.subject = row.by;
        error.arguments = {row.role};
        break;
    case ErrorCode::OnTheRoster:
    case ErrorCode::OwnRequest:
    case ErrorCode::SecondDeciderNeeded: error.subject = partnerName; break;
    default: break;
    }
    return error;
}

} // namespace gatehouse::store
