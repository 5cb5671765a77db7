#pragma once

#include "base/result.h"
#include "domain/authority.h"
#include "store/dialect.h"
#include "store/storeerror.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <optional>

namespace gatehouse::store {

class PostgresAddress;

// How an SQLite file is used: a workspace is synced to disk at every commit, a cache never. Both are turned to a
// write-ahead log, for good. An inspection reads the file alone, without log or locks, and leaves no trace.
enum class SqliteUse { Workspace, Cache, Inspection };

// One database connection. Made, used and destroyed in one thread; the name Qt knows it by is its own. Knows at most
// one transaction at a time: the first statement that fails in it poisons it, so that nothing after a failure is
// committed.
class Connection
{
public:
    // The file must exist (see store/posixfile.h). Errors: WorkspaceNotFound, WorkspaceUnreachable, SchemaMissing for a
    // file that is no database.
    static base::Result<std::unique_ptr<Connection>> openSqlite(const QString &path, SqliteUse use);
    // A database that nobody else sees.
    static base::Result<std::unique_ptr<Connection>> openSqliteMemory();
    // Error: WorkspaceUnreachable.
    static base::Result<std::unique_ptr<Connection>> openPostgres(const PostgresAddress &address);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    Dialect dialect() const { return m_dialect; }
    QString place() const { return m_place; }
    // Opens anew when the server went away. Not inside a transaction.
    base::Result<void> ensureOpen();

    // SQLite: Write takes the write turn at once, Read a snapshot at its first statement. PostgreSQL: SERIALIZABLE, or
    // REPEATABLE READ READ ONLY; on a new connection when the server dropped this one meanwhile.
    base::Result<void> begin(domain::Access access);
    // Ends the transaction either way; gives the first error of a poisoned one.
    base::Result<void> commit();
    void rollback();

    // What poisoned the transaction, if something did.
    const std::optional<base::Error> &poison() const { return m_poison; }
    // Poisons the transaction under way, if any, and gives `error` back.
    base::Error poisonWith(base::Error error);
    bool isInTransaction() const { return m_access.has_value(); }
    bool mayWrite() const { return m_access != domain::Access::Read; }

    // Runs text that is no repository's: schema, pragmas, settings. One statement, no values.
    base::Result<void> execute(const QString &sql);
    // Begins a transaction for the migrator: SQLite IMMEDIATE, PostgreSQL READ COMMITTED, because it must see what the
    // program did that held the lock before.
    base::Result<void> beginMigration();

private:
    friend class Statement;
    explicit Connection(Dialect dialect, QString place);

    base::Result<void> setUpSqlite(SqliteUse use);
    base::Result<void> setUpPostgres();
    base::Result<void> useWal();
    base::Result<void> beginPostgres();
    // The prepared statement of `sql`, made at its first use. nullptr: it could not be prepared, and the error is kept.
    QSqlQuery *prepared(const QString &sql, base::Error &error);
    base::Error failure(const QSqlError &error);

    Dialect m_dialect;
    QString m_name;
    QString m_place;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    std::optional<domain::Access> m_access; // of the transaction under way
    std::optional<base::Error> m_poison;
    ConnectionState m_state = ConnectionState::Usable;
};

} // namespace gatehouse::store
