#include "store/connection.h"

#include "base/logging.h"
#include "store/posixfile.h"
#include "store/postgresaddress.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Access;

namespace {

constexpr int busyMs = 10'000; // of authority.h: a writer waits so long for its turn

QString uniqueName()
{
    static std::atomic<quint64> last = 0;
    return u"gatehouse-%1"_s.arg(++last);
}

} // namespace

Connection::Connection(Dialect dialect, QString place)
    : m_dialect(dialect),
      m_name(uniqueName()),
      m_place(std::move(place)),
      m_database(QSqlDatabase::addDatabase(dialect == Dialect::Sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_name))
{ }

Connection::~Connection()
{
    Q_ASSERT(m_database.driver()->thread() == QThread::currentThread());
    if (m_access)
        rollback();
    m_prepared.clear();
    // Two that close at once leave the log to each other. Then the file holds everything all the same, as whoever
    // copies it expects; what somebody still reads stays in the log.
    if (m_dialect == Dialect::Sqlite)
        QSqlQuery(m_database).exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    m_database.close();
    // Qt warns while anything still refers to the connection it removes.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::openSqlite(const QString &path, SqliteUse use)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, ErrorCode::WorkspaceNotFound, path, {}};
    if (!QFileInfo(path).isFile())
        return Error{ErrorKind::NotFound, ErrorCode::SchemaMissing, path, {}};
    // SQLite tells a file that may not be read from one that can't be with one and the same code.
    if (!QFileInfo(path).isReadable())
        return Error{ErrorKind::Denied, ErrorCode::WorkspaceForbidden, path, {}};
    std::unique_ptr<Connection> connection(new Connection(Dialect::Sqlite, path));
    // As a URI with mode=rw: a file that vanished meanwhile is not made anew, empty and readable to all.
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    const QString mode = use == SqliteUse::Inspection ? u"ro&immutable=1"_s : u"rw"_s;
    connection->m_database.setDatabaseName(u"file:%1?mode=%2"_s.arg(QString::fromLatin1(encoded), mode));
    connection->m_database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMs));
    if (!connection->m_database.open())
        return connection->failure(connection->m_database.lastError());
    if (use == SqliteUse::Inspection)
        return connection;
    auto ready = connection->setUpSqlite(use);
    if (ready)
        return connection;
    const bool noDatabase = ready.error().code == ErrorCode::WorkspaceCorrupt && !isSqliteFile(path);
    return noDatabase ? Error{ErrorKind::NotFound, ErrorCode::SchemaMissing, path, {}} : ready.error();
}

Result<std::unique_ptr<Connection>> Connection::openSqliteMemory()
{
    std::unique_ptr<Connection> connection(new Connection(Dialect::Sqlite, u":memory:"_s));
    connection->m_database.setDatabaseName(u":memory:"_s);
    if (!connection->m_database.open())
        return connection->failure(connection->m_database.lastError());
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::openPostgres(const PostgresAddress &address)
{
    std::unique_ptr<Connection> connection(new Connection(Dialect::Postgres, address.displayName()));
    auto &database = connection->m_database;
    if (!database.isValid())
        return Error{ErrorKind::Internal, ErrorCode::Internal, u"the Qt SQL driver QPSQL is not installed"_s, {}};
    database.setHostName(address.value(u"host"_s));
    database.setDatabaseName(address.value(u"dbname"_s));
    database.setUserName(address.value(u"user"_s));
    database.setPassword(address.value(u"password"_s));
    database.setConnectOptions(address.otherOptions());
    if (!database.open())
        return connection->failure(database.lastError());
    if (auto ready = connection->setUpPostgres(); !ready)
        return ready.error();
    return connection;
}

Result<void> Connection::setUpSqlite(SqliteUse use)
{
    const QString synchronous =
        use == SqliteUse::Workspace ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = OFF"_s;
    // The first before anything reads the schema.
    for (const QString &pragma : {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s, synchronous,
                                  u"PRAGMA foreign_keys = ON"_s}) {
        if (auto set = execute(pragma); !set)
            return set;
    }
    return useWal();
}

// The file remembers the mode; setting it again would need the write turn.
Result<void> Connection::useWal()
{
    QSqlQuery mode(m_database);
    if (!mode.exec(u"PRAGMA journal_mode"_s) || !mode.next())
        return failure(mode.lastError());
    const QString present = mode.value(0).toString();
    mode.finish();
    return present == "wal"_L1 ? Result<void>() : execute(u"PRAGMA journal_mode = WAL"_s);
}

Result<void> Connection::setUpPostgres()
{
    m_state = ConnectionState::Usable;
    // By SET and not in the start-up packet, which PgBouncer may refuse. Temporary tables are searched last, so that
    // none can stand in for ours.
    for (const QString &setting : {u"SET search_path TO gatehouse, pg_temp"_s, u"SET lock_timeout TO %1"_s.arg(busyMs),
                                   // libpq prints notices on standard error.
                                   u"SET client_min_messages TO warning"_s}) {
        if (auto set = execute(setting); !set)
            return set;
    }
    return {};
}

Result<void> Connection::ensureOpen()
{
    if (m_state == ConnectionState::Usable && m_database.isOpen())
        return {};
    m_prepared.clear();
    m_database.close();
    if (!m_database.open())
        return failure(m_database.lastError());
    return setUpPostgres();
}

Result<void> Connection::begin(Access access)
{
    Q_ASSERT(!m_access);
    if (auto open = ensureOpen(); !open)
        return open;
    m_poison.reset();
    if (m_dialect == Dialect::Sqlite) {
        // QSqlDatabase::transaction() begins deferred: two of them that both write end in SQLITE_BUSY at once.
        auto begun = execute(access == Access::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
        if (begun)
            m_access = access;
        return begun;
    }
    if (auto begun = beginPostgres(); !begun)
        return begun;
    m_access = access;
    auto isolated = execute(access == Access::Write ? u"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"_s
                                                    : u"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
    if (!isolated)
        rollback();
    return isolated;
}

// That the server went away shows at the first statement. Nothing of the transaction was done yet, so once more on a
// new connection is safe.
Result<void> Connection::beginPostgres()
{
    if (m_database.transaction())
        return {};
    const Error error = failure(m_database.lastError());
    if (m_state != ConnectionState::Lost)
        return error;
    if (auto open = ensureOpen(); !open)
        return open;
    return m_database.transaction() ? Result<void>() : failure(m_database.lastError());
}

Result<void> Connection::beginMigration()
{
    Q_ASSERT(!m_access);
    m_poison.reset();
    if (m_dialect == Dialect::Sqlite)
        return begin(Access::Write);
    if (!m_database.transaction())
        return failure(m_database.lastError());
    m_access = Access::Write;
    return {};
}

Result<void> Connection::commit()
{
    Q_ASSERT(m_access);
    if (m_poison) {
        const Error first = *m_poison;
        rollback();
        return first;
    }
    // Not exec("COMMIT"): of an aborted PostgreSQL transaction that returns true with nothing written.
    if (!m_database.commit()) {
        const Error error = failure(m_database.lastError());
        // SQLite still has the transaction then, PostgreSQL has not.
        if (m_dialect == Dialect::Sqlite)
            rollback();
        m_access.reset();
        m_poison.reset();
        return error;
    }
    m_access.reset();
    return {};
}

void Connection::rollback()
{
    for (const auto &query : std::as_const(m_prepared))
        query->finish();
    if (m_state == ConnectionState::Usable)
        m_database.rollback();
    m_access.reset();
    m_poison.reset();
}

Error Connection::poisonWith(Error error)
{
    if (m_access && !m_poison)
        m_poison = error;
    return error;
}

Result<void> Connection::execute(const QString &sql)
{
    if (m_poison)
        return *m_poison;
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failure(query.lastError());
    return {};
}

QSqlQuery *Connection::prepared(const QString &sql, Error &error)
{
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.cend())
        return known->get();
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        error = failure(query->lastError());
        return nullptr;
    }
    return m_prepared.insert(sql, query)->get();
}

Error Connection::failure(const QSqlError &error)
{
    const Complaint complaint{m_dialect, error.nativeErrorCode(), error.databaseText(), m_place};
    m_state = stateAfter(complaint) == ConnectionState::Lost ? ConnectionState::Lost : m_state;
    // Never the text: PostgreSQL's holds bound values.
    qCDebug(base::lcStore, "statement failed with %s", qPrintable(complaint.code));
    return poisonWith(errorOf(complaint));
}

} // namespace gatehouse::store
