#include "store/sqlunitofwork.h"

#include "domain/text.h"

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

SqlUnitOfWork::SqlUnitOfWork(Connection &connection, domain::ObjectStore &objects, base::Instant now, QString login)
    : m_connection(connection),
      m_objects(objects),
      m_now(now),
      m_login(std::move(login)),
      m_partners(connection, now),
      m_contacts(connection),
      m_dossiers(connection),
      m_decisions(connection),
      m_reviews(connection, now),
      m_items(connection),
      m_operators(connection),
      m_tenants(connection),
      m_events(connection),
      m_receipts(connection)
{ }

SqlUnitOfWork::~SqlUnitOfWork()
{
    if (m_stage == Stage::Open)
        m_connection.rollback();
}

Result<QString> SqlUnitOfWork::actingSubject(const QString &claimed, const QString &osUser) const
{
    if (m_connection.dialect() == Dialect::Sqlite)
        return domain::checkedSubject(claimed.isEmpty() ? osUser : claimed, QStringLiteral("subject"));
    if (!claimed.isEmpty())
        return Error{ErrorKind::Denied, ErrorCode::ActingNotAllowed, claimed, {}};
    // The schema compares the login itself, so one that rosters could only hold in another spelling is refused.
    auto subject = domain::checkedSubject(m_login, QStringLiteral("login"));
    if (subject && *subject != m_login)
        return Error{ErrorKind::Invalid, ErrorCode::TextForbidden, QStringLiteral("login"), {}};
    return subject;
}

Result<void> SqlUnitOfWork::commit()
{
    if (m_stage == Stage::Over)
        return Error{ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("a unit of work that is over"), {}};
    m_stage = Stage::Over;
    return m_connection.commit();
}

} // namespace gatehouse::store
