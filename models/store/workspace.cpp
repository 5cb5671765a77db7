#include "store/workspace.h"

#include "store/folderobjectstore.h"
#include "store/migrator.h"
#include "store/posixfile.h"
#include "store/postgresaddress.h"
#include "store/seed.h"
#include "store/sqlauthority.h"
#include "store/sqliteinspection.h"
#include "store/statement.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::Authority;

namespace {

// Brings the schema up to date if need be; SchemaMissing when there is none. `version`: what the file's header says.
Result<void> makeReady(Connection &connection, Instant now, std::optional<int> version = {})
{
    auto migrations = bundledMigrations(connection.dialect());
    if (!migrations)
        return migrations.error();
    Migrator migrator(connection, *migrations, now);
    auto state = migrator.inspect();
    if (!state)
        return state.error();
    if (state->kind == SchemaState::Kind::Missing)
        return Error{ErrorKind::NotFound, ErrorCode::SchemaMissing, connection.place(), {}};
    // A header that names a newer version would have had less of the schema compared.
    if (version && *version != state->version)
        return Error{ErrorKind::Corrupt, ErrorCode::SchemaAltered, connection.place(), {u"user_version"_s}};
    return state->kind == SchemaState::Kind::Older ? migrator.migrate() : Result<void>();
}

Result<std::unique_ptr<Connection>> openSqliteWorkspace(const QString &path, const base::Clock &clock)
{
    for (const auto check : {checkFilesOf, checkIsOurs}) {
        if (auto passed = check(path); !passed)
            return passed.error();
    }
    freeFilesOf(path);
    auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
    if (!connection)
        return connection;
    // Again, since SQLite would have taken a log that came in between.
    if (auto still = checkFilesOf(path); !still)
        return still.error();
    auto version = checkSchema(**connection);
    if (!version)
        return version.error();
    if (auto ready = makeReady(**connection, clock.now(), *version); !ready)
        return ready.error();
    return connection;
}

Result<std::unique_ptr<Connection>> openPostgresWorkspace(const QString &address)
{
    auto parsed = PostgresAddress::parse(address);
    if (!parsed)
        return parsed.error();
    auto connection = Connection::openPostgres(*parsed);
    if (!connection)
        return connection;
    auto now = serverTime(**connection);
    if (!now)
        return now.error();
    if (auto ready = makeReady(**connection, *now); !ready)
        return ready.error();
    return connection;
}

Result<QString> metaText(Connection &connection, const QString &sql)
{
    auto value = Statement(connection, sql).first<QString>([](const Row &row) { return Result<QString>(row.text(0)); });
    if (!value)
        return value.error();
    if (!*value)
        return Error{ErrorKind::Corrupt, ErrorCode::WorkspaceCorrupt, u"meta"_s, {}};
    return **value;
}

Result<QString> workspaceIdOf(Connection &connection)
{
    return metaText(connection, u"SELECT workspace_id FROM meta"_s);
}

Result<std::unique_ptr<Authority>> authorityOn(std::unique_ptr<Connection> connection, const QString &folderBeside,
                                               const base::Clock *clock)
{
    auto folder = metaText(*connection, u"SELECT object_folder FROM meta"_s);
    if (!folder)
        return folder.error();
    // A file's workspace is one user's; a team's consoles share the folder.
    const Whose whose = connection->dialect() == Dialect::Sqlite ? Whose::Ours : Whose::Shared;
    auto migrations = bundledMigrations(connection->dialect());
    if (!migrations)
        return migrations.error();
    auto objects = std::make_unique<FolderObjectStore>(folder->isEmpty() ? folderBeside : *folder, whose);
    return std::unique_ptr<Authority>(std::make_unique<SqlAuthority>(std::move(connection), std::move(objects),
                                                                     migrations->constLast().number, clock));
}

// Schema and first rows, in one transaction.
Result<void> fillNew(Connection &connection, const Seed &seed)
{
    auto migrations = bundledMigrations(connection.dialect());
    if (!migrations)
        return migrations.error();
    Migrator migrator(connection, *migrations, seed.now);
    if (auto begun = connection.beginMigration(); !begun)
        return begun;
    const auto work = [&]() -> Result<void> {
        auto before = migrator.lockAndInspect();
        if (!before)
            return before.error();
        if (before->kind != SchemaState::Kind::Missing)
            return Error{ErrorKind::Conflict, ErrorCode::WorkspaceExists, connection.place(), {}};
        if (auto applied = migrator.apply(*before); !applied)
            return applied;
        return writeSeed(connection, seed);
    };
    if (auto done = work(); !done) {
        connection.rollback();
        return done;
    }
    return connection.commit();
}

// A log of an earlier file of this name would be replayed into ours.
bool hasLeftovers(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo::exists(path + u"-wal"_s) || QFileInfo::exists(path + u"-journal"_s);
}

void removeDatabase(const QString &path)
{
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

Result<void> createObjectFolder(const QString &folder, Whose whose)
{
    auto created = createPrivateFolder(folder, whose);
    if (created || created.error().code != ErrorCode::WorkspaceNotFound)
        return created;
    Error error = created.error();
    error.arguments = QStringList{QFileInfo(folder).absolutePath()};
    return error;
}

Result<void> buildSqlite(const QString &path, const Seed &seed)
{
    if (auto created = createPrivateFile(path); !created)
        return created;
    {
        auto connection = Connection::openSqlite(path, SqliteUse::Workspace);
        if (!connection)
            return connection.error();
        if (auto filled = fillNew(**connection, seed); !filled)
            return filled;
        // Closing brings everything from the log into the file and removes the log.
    }
    return syncFile(path);
}

} // namespace

QString objectFolderBeside(const QString &path)
{
    return QFileInfo(path).absoluteFilePath() + u".objects"_s;
}

Result<void> createSqliteWorkspace(const QString &path, const QString &objectFolder, const FirstOperators &first,
                                   const base::Clock &clock, base::IdSource &ids)
{
    if (auto safe = QFileInfo::exists(path) ? Result<void>() : checkFilesOf(path); !safe)
        return safe;
    if (hasLeftovers(path))
        return Error{ErrorKind::Conflict, ErrorCode::WorkspaceExists, path, {}};
    const QString temporary =
        u"%1.new-%2"_s.arg(path).arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    if (auto usable = objectFolder.isEmpty() ? Result<void>() : createObjectFolder(objectFolder, Whose::Ours); !usable)
        return usable;
    const Seed seed{clock.now(), objectFolder, first.creator, first.creator, first.rootAdmins, ids};
    auto built = buildSqlite(temporary, seed);
    auto moved = built ? moveWithoutOverwriting(temporary, path) : built;
    if (moved)
        return {};
    removeDatabase(temporary);
    Error error = moved.error();
    if (error.subject == temporary)
        error.subject = path;
    if (error.code == ErrorCode::WorkspaceNotFound)
        error.arguments = QStringList{QFileInfo(path).absolutePath()};
    return error;
}

Result<void> initPostgres(const QString &address, const QString &objectFolder, const FirstOperators &first,
                          base::IdSource &ids)
{
    if (objectFolder.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::TextMissing, u"objects"_s, {}};
    auto parsed = PostgresAddress::parse(address);
    if (!parsed)
        return parsed.error();
    auto connection = Connection::openPostgres(*parsed);
    if (!connection)
        return connection.error();
    auto now = serverTime(**connection);
    if (!now)
        return now.error();
    auto login = loginOf(**connection);
    if (!login)
        return login.error();
    if (auto usable = createObjectFolder(objectFolder, Whose::Shared); !usable)
        return usable;
    return fillNew(**connection, Seed{*now, objectFolder, *login, first.creator, first.rootAdmins, ids});
}

SqliteAuthorityFactory::SqliteAuthorityFactory(QString path, const base::Clock &clock)
    : m_path(std::move(path)), m_clock(clock)
{ }

Result<std::unique_ptr<Authority>> SqliteAuthorityFactory::open() const
{
    auto connection = openSqliteWorkspace(m_path, m_clock);
    if (!connection)
        return connection.error();
    return authorityOn(*std::move(connection), objectFolderBeside(m_path), &m_clock);
}

QString SqliteAuthorityFactory::displayName() const
{
    return m_path;
}

Result<QString> SqliteAuthorityFactory::workspaceId() const
{
    auto connection = openSqliteWorkspace(m_path, m_clock);
    return connection ? workspaceIdOf(**connection) : Result<QString>(connection.error());
}

PostgresAuthorityFactory::PostgresAuthorityFactory(QString address) : m_address(std::move(address)) { }

Result<std::unique_ptr<Authority>> PostgresAuthorityFactory::open() const
{
    auto connection = openPostgresWorkspace(m_address);
    if (!connection)
        return connection.error();
    return authorityOn(*std::move(connection), {}, nullptr);
}

QString PostgresAuthorityFactory::displayName() const
{
    auto parsed = PostgresAddress::parse(m_address);
    return parsed ? parsed->displayName() : QString();
}

Result<QString> PostgresAuthorityFactory::workspaceId() const
{
    auto connection = openPostgresWorkspace(m_address);
    return connection ? workspaceIdOf(**connection) : Result<QString>(connection.error());
}

} // namespace gatehouse::store
