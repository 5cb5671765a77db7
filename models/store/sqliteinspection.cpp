#include "store/sqliteinspection.h"

#include "store/migrator.h"
#include "store/posixfile.h"
#include "store/statement.h"

#include <QFile>
#include <QMap>
#include <QMutex>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

constexpr mode_t writtenByOthers = S_IWGRP | S_IWOTH;

// "table meta" and the text that made it. SQLite keeps that text as it was run, so equal migrations leave equal texts.
using Schema = QMap<QString, QString>;

Result<Schema> schemaOf(Connection &connection)
{
    // What ANALYZE counted is no part of a schema, and names that begin so are SQLite's own.
    Statement rows(connection, u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
                               " WHERE NOT (type = 'table' AND substr(name, 1, 11) = 'sqlite_stat')"_s);
    Schema schema;
    auto read = rows.list<int>([&schema](const Row &row) {
        schema.insert(row.text(0) + u' ' + row.text(1), row.text(2) + u'\n' + row.text(3));
        return Result<int>(0);
    });
    return read ? Result<Schema>(schema) : read.error();
}

// Made once for each version: running the migrations takes longer than everything else about opening.
Result<Schema> schemaOfVersion(int version, QList<Migration> migrations)
{
    static QMutex mutex;
    static QMap<int, Schema> known;
    const QMutexLocker lock(&mutex);
    if (const auto found = known.constFind(version); found != known.cend())
        return *found;
    auto memory = Connection::openSqliteMemory();
    if (!memory)
        return memory.error();
    migrations.resize(version);
    if (auto made = Migrator(**memory, migrations, {}).migrate(); !made)
        return made.error();
    auto schema = schemaOf(**memory);
    if (schema)
        known.insert(version, *schema);
    return schema;
}

// The first object that one has and the other has not, or has otherwise; empty when there is none.
QString difference(const Schema &expected, const Schema &found)
{
    for (auto object = expected.cbegin(); object != expected.cend(); ++object) {
        if (found.value(object.key()) != *object)
            return object.key();
    }
    for (auto object = found.cbegin(); object != found.cend(); ++object) {
        if (!expected.contains(object.key()))
            return object.key();
    }
    return {};
}

QString missing(const Schema &expected, const Schema &found)
{
    for (auto object = expected.cbegin(); object != expected.cend(); ++object) {
        if (!found.contains(object.key()))
            return object.key();
    }
    return {};
}

Result<struct stat> statusOf(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return Error{ErrorKind::NotFound, ErrorCode::WorkspaceNotFound, path, {}};
    return status;
}

} // namespace

Result<void> checkFilesOf(const QString &path)
{
    const auto unsafe = [](const QString &which) {
        return Error{ErrorKind::Denied, ErrorCode::WorkspaceUnsafe, which, {}};
    };
    // A file that is about to be made is its maker's.
    const auto file = statusOf(path);
    const uid_t owner = file ? file->st_uid : ::geteuid();
    const mode_t narrower = file ? ~file->st_mode : ~mode_t(0);
    if (file && (file->st_mode & S_IWOTH) != 0)
        return unsafe(path);
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, u"-journal"_s, u".objects"_s}) {
        const auto beside = statusOf(path + ending);
        if (!beside)
            continue;
        const bool folder = ending == ".objects"_L1;
        // SQLite gives what it makes the rights of the file.
        const mode_t tooMuch = folder ? writtenByOthers : writtenByOthers & narrower;
        const bool rightKind = folder ? S_ISDIR(beside->st_mode) : S_ISREG(beside->st_mode);
        if (!rightKind || beside->st_uid != owner || (beside->st_mode & tooMuch) != 0)
            return unsafe(path + ending);
    }
    return {};
}

void freeFilesOf(const QString &path)
{
    const auto file = statusOf(path);
    if (!file || file->st_uid != ::geteuid() || (file->st_mode & S_IWUSR) == 0)
        return;
    for (const QString &ending : {u"-wal"_s, u"-shm"_s}) {
        // A place, not an open file: under the name there could be a link to another file by now, whose rights would
        // change; and closing an open one would give up the locks that other connections of this process hold on it.
        const int beside = ::open(QFile::encodeName(path + ending).constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC);
        if (beside < 0)
            continue;
        struct stat status = {};
        const bool ours = ::fstat(beside, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid()
                          && status.st_nlink == 1;
        if (ours && (status.st_mode & S_IWUSR) == 0) {
            const QByteArray place = "/proc/self/fd/" + QByteArray::number(beside);
            ::chmod(place.constData(), (status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO)) | S_IWUSR);
        }
        ::close(beside);
    }
}

Result<void> checkIsOurs(const QString &path)
{
    auto connection = Connection::openSqlite(path, SqliteUse::Inspection);
    if (!connection)
        return connection.error();
    auto id = Statement(**connection, u"PRAGMA application_id"_s).number();
    // Damaged, or between two writes of another program: whoever opens it with its log and its locks can tell.
    if (!id && id.error().code == ErrorCode::WorkspaceCorrupt && isSqliteFile(path))
        return {};
    if (!id && id.error().code != ErrorCode::WorkspaceCorrupt)
        return id.error();
    return id && *id == applicationId ? Result<void>() : Error{ErrorKind::NotFound, ErrorCode::SchemaMissing, path, {}};
}

Result<int> checkSchema(Connection &connection)
{
    auto migrations = bundledMigrations(Dialect::Sqlite);
    if (!migrations)
        return migrations.error();
    auto found = schemaOf(connection);
    if (!found)
        return found.error();
    auto version = Statement(connection, u"PRAGMA user_version"_s).number();
    if (!version)
        return version.error();
    const int newest = int(migrations->size());
    auto expected = schemaOfVersion(int(qBound(qint64(1), *version, qint64(newest))), *migrations);
    if (!expected)
        return expected.error();
    const QString differs = *version > newest ? missing(*expected, *found) : difference(*expected, *found);
    if (!differs.isEmpty())
        return Error{ErrorKind::Corrupt, ErrorCode::SchemaAltered, connection.place(), {differs}};
    return int(*version);
}

} // namespace gatehouse::store
