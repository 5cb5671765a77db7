#include "store/rawclient.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <libpq-fe.h>

#include <atomic>

namespace gatehouse::storetest {

class RawClient::Client
{
public:
    virtual ~Client() = default;
    virtual QString run(const QString &sql, QString *value) = 0;
    virtual QString copy(const QString &table, const QString &line) = 0;
    QString text;
};

class RawClient::SqliteClient final : public RawClient::Client
{
public:
    explicit SqliteClient(const QString &file) : m_name(QStringLiteral("raw-%1").arg(++s_last))
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(file);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=30000"));
        if (!m_database.open())
            text = m_database.lastError().text();
    }
    ~SqliteClient() override
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    QString run(const QString &sql, QString *value) override
    {
        QSqlQuery query(m_database);
        const bool done = query.exec(sql);
        text = query.lastError().databaseText();
        if (done && value && query.next() && !query.isNull(0))
            *value = query.value(0).toString();
        if (done)
            return {};
        const QString code = query.lastError().nativeErrorCode();
        return code == QLatin1StringView("1811") ? text.section(QLatin1Char(' '), 0, 0) : code;
    }
    QString copy(const QString &, const QString &) override { return QStringLiteral("no COPY"); }

private:
    inline static std::atomic<int> s_last = 0;
    QString m_name;
    QSqlDatabase m_database;
};

class RawClient::PostgresClient final : public RawClient::Client
{
public:
    explicit PostgresClient(const QString &uri) : m_connection(PQconnectdb(uri.toUtf8().constData()), &PQfinish)
    {
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            text = QString::fromUtf8(PQerrorMessage(m_connection.get()));
        PQsetNoticeProcessor(
            m_connection.get(), [](void *, const char *) {}, nullptr);
        run(QStringLiteral("SET search_path TO gatehouse"), nullptr);
    }
    QString run(const QString &sql, QString *value) override
    {
        return outcome(PQexec(m_connection.get(), sql.toUtf8().constData()), value);
    }
    QString copy(const QString &table, const QString &line) override
    {
        const Answer begun(
            PQexec(m_connection.get(), QStringLiteral("COPY %1 FROM STDIN").arg(table).toUtf8().constData()), &PQclear);
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
            return QStringLiteral("no COPY: ") + QString::fromUtf8(PQerrorMessage(m_connection.get()));
        const QByteArray bytes = line.toUtf8() + '\n';
        PQputCopyData(m_connection.get(), bytes.constData(), int(bytes.size()));
        PQputCopyEnd(m_connection.get(), nullptr);
        return outcome(PQgetResult(m_connection.get()), nullptr);
    }

private:
    using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

    QString outcome(PGresult *result, QString *value)
    {
        const Answer answer(result, &PQclear);
        text = QString::fromUtf8(PQresultErrorMessage(answer.get()));
        const auto status = PQresultStatus(answer.get());
        if (status == PGRES_TUPLES_OK && value && PQntuples(answer.get()) > 0 && !PQgetisnull(answer.get(), 0, 0))
            *value = QString::fromUtf8(PQgetvalue(answer.get(), 0, 0));
        while (PGresult *rest = PQgetResult(m_connection.get()))
            PQclear(rest);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            return {};
        const QString code = QString::fromLatin1(PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE));
        return code.isEmpty() ? QStringLiteral("no answer") : code;
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

RawClient::RawClient(On on, const QString &place)
{
    if (on == On::Sqlite)
        m_client = std::make_unique<SqliteClient>(place);
    else
        m_client = std::make_unique<PostgresClient>(place);
}

RawClient::~RawClient() = default;

QString RawClient::run(const QString &sql)
{
    return m_client->run(sql, nullptr);
}

QString RawClient::runAll(const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const QString refused = run(sql); !refused.isEmpty())
            return refused;
    }
    return {};
}

QString RawClient::copy(const QString &table, const QString &line)
{
    return m_client->copy(table, line);
}

QString RawClient::value(const QString &sql)
{
    QString found;
    m_client->run(sql, &found);
    return found;
}

QString RawClient::lastText() const
{
    return m_client->text;
}

QString literal(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace gatehouse::storetest
