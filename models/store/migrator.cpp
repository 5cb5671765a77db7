#include "store/migrator.h"

#include "base/logging.h"
#include "store/posixfile.h"
#include "store/sqliteinspection.h"
#include "store/statement.h"

#include <QFile>

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

Error incompatible(const Connection &connection, int needed, int newest)
{
    return {ErrorKind::Unreachable,
            ErrorCode::SchemaIncompatible,
            connection.place(),
            {QString::number(needed), QString::number(newest)}};
}

} // namespace

Migrator::Migrator(Connection &connection, QList<Migration> migrations, base::Instant now)
    : m_connection(connection), m_migrations(std::move(migrations)), m_now(now)
{ }

Result<SchemaState> Migrator::inspect()
{
    auto there = applied();
    if (!there)
        return there.error();
    if (auto compared = compare(*there); !compared)
        return compared.error();
    if (there->isEmpty())
        return SchemaState{};
    const int version = there->constLast().number;
    if (version < newest())
        return SchemaState{SchemaState::Kind::Older, version};
    return SchemaState{version == newest() ? SchemaState::Kind::Current : SchemaState::Kind::NewerCompatible, version};
}

Result<void> Migrator::migrate()
{
    if (auto begun = m_connection.beginMigration(); !begun)
        return begun;
    QString copy;
    const auto work = [&]() -> Result<void> {
        auto state = lockAndInspect();
        if (!state)
            return state.error();
        // Whoever is at work read this table, and ends with what he began; whoever begins later waits and reads it
        // anew.
        if (state->kind == SchemaState::Kind::Older && m_connection.dialect() == Dialect::Postgres) {
            const auto alone =
                m_connection.execute(u"LOCK TABLE gatehouse.gatehouse_migrations IN ACCESS EXCLUSIVE MODE"_s);
            if (!alone)
                return alone;
        }
        if (state->kind == SchemaState::Kind::Older && m_connection.dialect() == Dialect::Sqlite) {
            copy = backupName(state->version);
            if (auto kept = backUp(copy); !kept)
                return kept;
        }
        return apply(*state);
    };
    auto done = work();
    if (done)
        done = m_connection.commit();
    else
        m_connection.rollback();
    // The file is as it was; each further attempt would leave another copy.
    if (!done && !copy.isEmpty())
        QFile::remove(copy);
    return done;
}

Result<SchemaState> Migrator::lockAndInspect()
{
    if (m_connection.dialect() == Dialect::Postgres) {
        // Any number that nobody else uses: the letters "gatehous".
        if (auto locked = m_connection.execute(u"SELECT pg_advisory_xact_lock(7449363237540164979)"_s); !locked)
            return locked.error();
    }
    return inspect();
}

Result<void> Migrator::apply(const SchemaState &before)
{
    if (before.kind == SchemaState::Kind::Missing) {
        if (auto created = createJournal(); !created)
            return created;
    }
    for (const Migration &migration : std::as_const(m_migrations)) {
        if (migration.number <= before.version)
            continue;
        if (auto done = applyOne(migration); !done)
            return done;
    }
    if (m_connection.dialect() == Dialect::Postgres || newest() <= before.version)
        return {};
    // In the header, where it can be read before anything else of a file is believed.
    for (const QString &pragma :
         {u"PRAGMA application_id = %1"_s.arg(applicationId), u"PRAGMA user_version = %1"_s.arg(newest())}) {
        if (auto set = m_connection.execute(pragma); !set)
            return set;
    }
    return {};
}

Result<QList<Migrator::Applied>> Migrator::applied()
{
    // Asked first, because on PostgreSQL reading a table that is not there would end the transaction.
    Statement exists(
        m_connection,
        m_connection.dialect() == Dialect::Sqlite
            ? u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'gatehouse_migrations'"_s
            : u"SELECT count(*) FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace"
              " ON pg_namespace.oid = relnamespace"
              " WHERE nspname = 'gatehouse' AND relname = 'gatehouse_migrations'"_s);
    auto found = exists.number();
    if (!found)
        return found.error();
    if (*found == 0)
        return QList<Applied>();
    // By its full name: without the right to the schema a short one is "not there" and not "denied".
    Statement rows(
        m_connection,
        m_connection.dialect() == Dialect::Sqlite
            ? u"SELECT number, name, checksum, min_compatible FROM gatehouse_migrations ORDER BY number"_s
            : u"SELECT number, name, checksum, min_compatible FROM gatehouse.gatehouse_migrations ORDER BY number"_s);
    return rows.list<Applied>([](const Row &row) {
        return Result<Applied>(Applied{int(row.integer(0)), row.text(1), row.text(2), int(row.integer(3))});
    });
}

Result<void> Migrator::compare(const QList<Applied> &applied) const
{
    for (const Applied &one : applied) {
        const auto ours = std::find_if(m_migrations.cbegin(), m_migrations.cend(),
                                       [&](const Migration &migration) { return migration.number == one.number; });
        if (ours != m_migrations.cend() && ours->checksum != one.checksum)
            return Error{ErrorKind::Corrupt, ErrorCode::SchemaAltered, m_connection.place(), {one.name}};
    }
    // The last one speaks for all: what it allows holds for the schema as it is now.
    if (!applied.isEmpty() && applied.constLast().minCompatible > newest())
        return incompatible(m_connection, applied.constLast().minCompatible, newest());
    return {};
}

Result<void> Migrator::createJournal()
{
    const bool sqlite = m_connection.dialect() == Dialect::Sqlite;
    const QStringList statements =
        sqlite
            ? QStringList{u"CREATE TABLE gatehouse_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                          " checksum TEXT NOT NULL, min_compatible INTEGER NOT NULL, applied_at INTEGER NOT NULL) STRICT"_s}
            : QStringList{u"CREATE SCHEMA gatehouse"_s,
                          u"CREATE TABLE gatehouse.gatehouse_migrations (number BIGINT NOT NULL PRIMARY KEY,"
                          " name TEXT COLLATE \"C\" NOT NULL, checksum TEXT COLLATE \"C\" NOT NULL,"
                          " min_compatible BIGINT NOT NULL, applied_at BIGINT NOT NULL)"_s};
    for (const QString &statement : statements) {
        if (auto done = m_connection.execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> Migrator::applyOne(const Migration &migration)
{
    for (const QString &statement : migration.statements) {
        if (auto done = m_connection.execute(statement); !done) {
            qCWarning(base::lcStore, "migration %d stopped at: %s", migration.number,
                      qPrintable(statement.trimmed().section(QLatin1Char('\n'), 0, 0)));
            return done;
        }
    }
    Statement record(m_connection,
                     u"INSERT INTO gatehouse_migrations (number, name, checksum, min_compatible, applied_at)"
                     " VALUES (?, ?, ?, ?, ?)"_s);
    return record.bind(migration.number)
        .bind(migration.name)
        .bind(migration.checksum)
        .bind(migration.minCompatible)
        .bind(m_now)
        .run();
}

QString Migrator::backupName(int version) const
{
    const QString time = m_now.toUtc().toString(u"yyyyMMddTHHmmsszzzZ"_s);
    return u"%1.bak-%2-%3"_s.arg(m_connection.place(), QString::number(version), time);
}

Result<void> Migrator::backUp(const QString &copy)
{
    if (auto created = createPrivateFile(copy); !created)
        return created;
    // By a second connection: VACUUM runs in no transaction, and ours keeps every writer away meanwhile.
    auto reader = Connection::openSqlite(m_connection.place(), SqliteUse::Workspace);
    if (!reader)
        return reader.error();
    QString quoted = copy;
    quoted.replace(u'\'', u"''"_s);
    if (auto copied = (*reader)->execute(u"VACUUM INTO '%1'"_s.arg(quoted)); !copied)
        return copied;
    if (auto synced = syncFile(copy); !synced)
        return synced;
    return syncFolderOf(copy);
}

Result<void> checkStillCompatible(Connection &connection, int newest)
{
    auto needed =
        Statement(connection, u"SELECT min_compatible FROM gatehouse_migrations ORDER BY number DESC LIMIT 1"_s)
            .number();
    if (!needed)
        return needed.error();
    if (*needed > newest)
        return incompatible(connection, int(*needed), newest);
    return {};
}

} // namespace gatehouse::store
