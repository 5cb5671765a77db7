#include "store/sqlauthority.h"

#include "store/migrator.h"
#include "store/sqlunitofwork.h"
#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::Access;
using domain::UnitOfWork;

SqlAuthority::SqlAuthority(std::unique_ptr<Connection> connection, std::unique_ptr<domain::ObjectStore> objects,
                           int schema, const base::Clock *clock)
    : m_connection(std::move(connection)), m_objects(std::move(objects)), m_schema(schema), m_clock(clock)
{ }

SqlAuthority::~SqlAuthority() = default;

Result<std::unique_ptr<UnitOfWork>> SqlAuthority::begin(Access access)
{
    if (m_connection->isInTransaction())
        return Error{ErrorKind::Internal, ErrorCode::Internal, u"a second unit of work on one authority"_s, {}};
    if (auto begun = m_connection->begin(access); !begun)
        return begun.error();
    if (auto compatible = checkStillCompatible(*m_connection, m_schema); !compatible) {
        m_connection->rollback();
        return compatible.error();
    }
    Instant now;
    QString login;
    if (m_clock) {
        now = m_clock->now();
    } else {
        auto time = serverTime(*m_connection);
        auto who = time ? loginOf(*m_connection) : Result<QString>(time.error());
        if (!who) {
            m_connection->rollback();
            return who.error();
        }
        now = *time;
        login = *who;
    }
    return std::unique_ptr<UnitOfWork>(std::make_unique<SqlUnitOfWork>(*m_connection, *m_objects, now, login));
}

Result<Instant> serverTime(Connection &connection)
{
    auto ms =
        Statement(connection, u"SELECT CAST(floor(extract(epoch FROM transaction_timestamp()) * 1000) AS BIGINT)"_s)
            .number();
    return ms ? Result<Instant>(Instant{*ms}) : Result<Instant>(ms.error());
}

Result<QString> loginOf(Connection &connection)
{
    auto login = Statement(connection, u"SELECT CAST(session_user AS TEXT)"_s).first<QString>([](const Row &row) {
        return Result<QString>(row.text(0));
    });
    if (!login)
        return login.error();
    return login->value_or(QString());
}

} // namespace gatehouse::store
