#include "support/postgres.h"

#include <QRandomGenerator>

#include <libpq-fe.h>

#include <memory>

namespace gatehouse::support {

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Connection connectTo(const QString &uri)
{
    return {PQconnectdb(uri.toUtf8().constData()), &PQfinish};
}

QString complaint(PGconn *connection)
{
    return QString::fromUtf8(PQerrorMessage(connection)).trimmed();
}

bool isDone(const Answer &answer)
{
    const auto status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

// The complaint of the database, or empty.
QString runAt(const QString &uri, const QString &sql, QString *firstValue = nullptr)
{
    const Connection connection = connectTo(uri);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return complaint(connection.get());
    const Answer answer(PQexec(connection.get(), sql.toUtf8().constData()), &PQclear);
    if (!isDone(answer))
        return complaint(connection.get());
    if (firstValue && PQntuples(answer.get()) > 0 && !PQgetisnull(answer.get(), 0, 0))
        *firstValue = QString::fromUtf8(PQgetvalue(answer.get(), 0, 0));
    return {};
}

QString clusterUri()
{
    return qEnvironmentVariable("GATEHOUSE_TEST_PG");
}

} // namespace

bool hasPostgres()
{
    return !clusterUri().isEmpty();
}

TestDatabase::TestDatabase()
    : m_name(QStringLiteral("gh_test_%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0')))
{
    const Connection connection = connectTo(clusterUri());
    if (!hasPostgres() || PQstatus(connection.get()) != CONNECTION_OK) {
        m_error = hasPostgres() ? complaint(connection.get()) : QStringLiteral("GATEHOUSE_TEST_PG is not set");
        return;
    }
    m_owner = QString::fromUtf8(PQuser(connection.get()));
    m_host = QString::fromUtf8(PQhost(connection.get()));
    m_port = QByteArray(PQport(connection.get())).toInt();
    m_error = runAt(clusterUri(), QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'").arg(m_name));
}

TestDatabase::~TestDatabase()
{
    if (!isOpen())
        return;
    // The roles go last: they may own things in the database.
    QStringList complaints = {
        runAt(clusterUri(), QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_name))};
    for (const QString &login : std::as_const(m_logins))
        complaints += runAt(clusterUri(), QStringLiteral("DROP ROLE IF EXISTS %1").arg(login));
    complaints.removeAll(QString());
    if (!complaints.isEmpty())
        qWarning("%s: %s", qPrintable(m_name), qPrintable(complaints.join(QStringLiteral("; "))));
}

QString TestDatabase::uri(const QString &role) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3&port=%4")
        .arg(role.isEmpty() ? m_owner : role, m_name, m_host, QString::number(m_port));
}

QString TestDatabase::addLogin(const QString &suffix, const QStringList &groups)
{
    const QString login = m_name + QLatin1Char('_') + suffix;
    QString sql = QStringLiteral("CREATE ROLE %1 LOGIN NOSUPERUSER").arg(login);
    if (!groups.isEmpty())
        sql += QStringLiteral(" IN ROLE ") + groups.join(QStringLiteral(", "));
    const QString failed = runAt(clusterUri(), sql);
    if (!failed.isEmpty()) {
        qWarning("%s: %s", qPrintable(login), qPrintable(failed));
        return {};
    }
    m_logins += login;
    return login;
}

QString TestDatabase::exec(const QString &sql) const
{
    return runAt(uri(), sql);
}

QString TestDatabase::value(const QString &sql) const
{
    QString found;
    const QString failed = runAt(uri(), sql, &found);
    if (!failed.isEmpty())
        qWarning("%s: %s", qPrintable(m_name), qPrintable(failed));
    return found;
}

} // namespace gatehouse::support
