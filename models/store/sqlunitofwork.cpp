#include "store/sqlunitofwork.h"

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

SqlUnitOfWork::SqlUnitOfWork(Connection &connection, domain::ObjectStore &objects, base::Instant now, QString login,
                             qint64 &commits)
    : m_connection(connection),
      m_objects(objects),
      m_now(now),
      m_login(std::move(login)),
      m_commits(commits),
      m_partners(connection, now),
      m_contacts(connection),
      m_dossiers(connection),
      m_decisions(connection),
      m_operators(connection),
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
        return claimed.isEmpty() ? osUser : claimed;
    if (!claimed.isEmpty())
        return Error{ErrorKind::Denied, ErrorCode::ActingNotAllowed, claimed, {}};
    return m_login;
}

Result<void> SqlUnitOfWork::commit()
{
    if (m_stage == Stage::Over)
        return Error{ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("a unit of work that is over"), {}};
    m_stage = Stage::Over;
    if (m_connection.mayWrite())
        ++m_commits;
    return m_connection.commit();
}

} // namespace gatehouse::store
