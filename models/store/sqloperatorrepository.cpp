#include "store/sqloperatorrepository.h"

#include "store/rowreading.h"
#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::Operator;
using domain::Role;

namespace {

constexpr auto operatorsTable = "operators"_L1;

Result<Operator> readOperator(const Row &row)
{
    auto role = roleOf(row, 1, operatorsTable);
    if (!role)
        return role.error();
    return Operator{row.text(0), *role, row.text(2), row.text(3), row.instant(4), row.instantOrNone(5), row.text(6)};
}

} // namespace

Result<void> SqlOperatorRepository::insert(const Operator &row)
{
    const QString role(domain::roleName(row.role));
    auto last =
        Statement(m_connection, u"SELECT coalesce(max(number), 0) FROM operators WHERE subject = ? AND role = ?"_s)
            .bind(row.subject)
            .bind(role)
            .number();
    if (!last)
        return last.error();
    Statement statement(m_connection, u"INSERT INTO operators (subject, role, number, name, granted_by, granted_at)"
                                      " VALUES (?, ?, ?, ?, ?, ?)"_s);
    auto inserted = statement.bind(row.subject)
                        .bind(role)
                        .bind(*last + 1)
                        .bind(row.name)
                        .bind(row.grantedBy)
                        .bind(row.grantedAt)
                        .run();
    if (!inserted && inserted.error().code == ErrorCode::OperatorExists)
        return Error{ErrorKind::Conflict, ErrorCode::OperatorExists, row.subject, {role}};
    return inserted;
}

Result<void> SqlOperatorRepository::revoke(const QString &subject, Role role, Instant at, const QString &by)
{
    const QString name(domain::roleName(role));
    Statement statement(m_connection, u"UPDATE operators SET revoked_at = ?, revoked_by = ?"
                                      " WHERE subject = ? AND role = ? AND revoked_at IS NULL"_s);
    return statement.bind(at).bind(by).bind(subject).bind(name).expectOne(
        {ErrorKind::NotFound, ErrorCode::OperatorNotFound, subject, {name}});
}

Result<QList<Role>> SqlOperatorRepository::rolesOf(const QString &subject)
{
    return Statement(m_connection,
                     u"SELECT role FROM operators WHERE subject = ? AND revoked_at IS NULL ORDER BY role"_s)
        .bind(subject)
        .list<Role>([](const Row &row) { return roleOf(row, 0, operatorsTable); });
}

Result<QList<Operator>> SqlOperatorRepository::all()
{
    return Statement(m_connection, u"SELECT subject, role, name, granted_by, granted_at, revoked_at, revoked_by"
                                   " FROM operators ORDER BY granted_at, subject, role, number"_s)
        .list<Operator>(readOperator);
}

} // namespace gatehouse::store
