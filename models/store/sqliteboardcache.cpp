#include "store/sqliteboardcache.h"

#include "base/logging.h"
#include "store/connection.h"
#include "store/posixfile.h"
#include "store/statement.h"
#include "store/summarycodec.h"

#include <QFile>
#include <QFileInfo>

#include <functional>
#include <limits>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::EventMark;
using domain::PartnerSummary;
using domain::SlaState;

namespace {

constexpr qint64 last = std::numeric_limits<qint64>::max();

qint64 deadlineKey(const PartnerSummary &row)
{
    const bool runs = row.sla == SlaState::Running || row.sla == SlaState::AtRisk || row.sla == SlaState::Breached;
    return runs ? row.slaDeadline.ms : last;
}

Result<QList<PartnerSummary>> readSummaries(Statement &statement)
{
    SharedStrings shared;
    return statement.list<PartnerSummary>([&shared](const Row &row) -> Result<PartnerSummary> {
        auto summary = decodedSummary(row.bytes(0), shared);
        if (!summary)
            return Error{ErrorKind::Corrupt, ErrorCode::WorkspaceCorrupt, u"board cache"_s, {}};
        return *std::move(summary);
    });
}

void removeFiles(const QString &path)
{
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

Result<void> inWriting(Connection &connection, const std::function<Result<void>()> &work)
{
    if (auto begun = connection.begin(domain::Access::Write); !begun)
        return begun;
    if (auto done = work(); !done) {
        connection.rollback();
        return done;
    }
    return connection.commit();
}

// The table that says whose cache this is; made anew together with the rows when it says anything else.
Result<void> makeOurs(Connection &connection, const QString &workspaceId, const QString &subject)
{
    const QStringList tables{
        u"CREATE TABLE IF NOT EXISTS owner (version INTEGER NOT NULL, workspace_id TEXT NOT NULL,"
        " subject TEXT NOT NULL, up_to_event INTEGER NOT NULL, event_id TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE IF NOT EXISTS rows (id TEXT NOT NULL PRIMARY KEY, move INTEGER NOT NULL, deadline INTEGER NOT "
        u"NULL,"
        " name TEXT NOT NULL, summary BLOB NOT NULL) STRICT"_s,
        u"CREATE INDEX IF NOT EXISTS ix_rows_order ON rows (move, deadline, name)"_s};
    return inWriting(connection, [&]() -> Result<void> {
        for (const QString &table : tables) {
            if (auto made = Statement(connection, table).run(); !made)
                return made;
        }
        auto ours = Statement(connection, u"SELECT count(*) FROM owner WHERE version = ? AND workspace_id = ?"
                                          " AND subject = ?"_s)
                        .bind(summaryVersion)
                        .bind(workspaceId)
                        .bind(subject)
                        .number();
        if (!ours)
            return ours.error();
        if (*ours == 1)
            return {};
        for (const QString &table : {u"DELETE FROM owner"_s, u"DELETE FROM rows"_s}) {
            if (auto emptied = Statement(connection, table).run(); !emptied)
                return emptied;
        }
        return Statement(connection, u"INSERT INTO owner (version, workspace_id, subject, up_to_event, event_id)"
                                     " VALUES (?, ?, ?, 0, '')"_s)
            .bind(summaryVersion)
            .bind(workspaceId)
            .bind(subject)
            .run();
    });
}

Result<std::unique_ptr<Connection>> openOurs(const QString &path, const QString &workspaceId, const QString &subject)
{
    if (!QFileInfo::exists(path)) {
        // Another window may have made it just now.
        if (auto made = createPrivateFile(path); !made && made.error().code != ErrorCode::WorkspaceExists)
            return made.error();
    }
    auto connection = Connection::openSqlite(path, SqliteUse::Cache);
    if (!connection)
        return connection;
    if (auto ours = makeOurs(**connection, workspaceId, subject); !ours)
        return ours.error();
    return connection;
}

} // namespace

SqliteBoardCache::SqliteBoardCache(std::unique_ptr<Connection> connection, QString workspaceId, QString subject)
    : m_connection(std::move(connection)), m_workspaceId(std::move(workspaceId)), m_subject(std::move(subject))
{ }

SqliteBoardCache::~SqliteBoardCache() = default;

Result<std::unique_ptr<SqliteBoardCache>> SqliteBoardCache::open(const QString &path, const QString &workspaceId,
                                                                 const QString &subject)
{
    auto connection = openOurs(path, workspaceId, subject);
    // Nothing is lost with it: whatever is wrong with the file, a new one is right.
    if (!connection && connection.error().kind != ErrorKind::Unreachable) {
        qCInfo(base::lcStore, "board cache is made anew");
        removeFiles(path);
        connection = openOurs(path, workspaceId, subject);
    }
    if (!connection)
        return connection.error();
    return std::unique_ptr<SqliteBoardCache>(new SqliteBoardCache(*std::move(connection), workspaceId, subject));
}

Result<QList<PartnerSummary>> SqliteBoardCache::firstScreen(int rows)
{
    Statement statement(*m_connection, u"SELECT summary FROM rows ORDER BY move, deadline, name LIMIT ?"_s);
    return readSummaries(statement.bind(rows));
}

Result<QList<PartnerSummary>> SqliteBoardCache::all()
{
    Statement statement(*m_connection, u"SELECT summary FROM rows"_s);
    return readSummaries(statement);
}

Result<EventMark> SqliteBoardCache::upToEvent()
{
    auto mark =
        Statement(*m_connection, u"SELECT up_to_event, event_id FROM owner"_s).first<EventMark>([](const Row &row) {
            return Result<EventMark>(EventMark{row.integer(0), row.text(1)});
        });
    if (!mark)
        return mark.error();
    m_mark = mark->value_or(EventMark{});
    return m_mark;
}

Result<void> SqliteBoardCache::store(const QList<PartnerSummary> &rows, const EventMark &upToEvent)
{
    return write(rows, upToEvent, false);
}

Result<void> SqliteBoardCache::storeAll(const QList<PartnerSummary> &rows, const EventMark &upToEvent)
{
    return write(rows, upToEvent, true);
}

Result<void> SqliteBoardCache::write(const QList<PartnerSummary> &rows, const EventMark &upToEvent, bool all)
{
    auto written = inWriting(*m_connection, [&]() -> Result<void> {
        if (auto noted = note(upToEvent, all); !noted)
            return noted;
        if (auto emptied = all ? Statement(*m_connection, u"DELETE FROM rows"_s).run() : Result<void>(); !emptied)
            return emptied;
        return add(rows);
    });
    if (written)
        m_mark = upToEvent;
    return written;
}

// Before any row, or a window of an older program would put its rows into what a newer one reads. Rows alone are true
// only on top of what this window knows; together with all others they are so whatever was there.
Result<void> SqliteBoardCache::note(const EventMark &upToEvent, bool all)
{
    Statement owner(*m_connection, u"UPDATE owner SET up_to_event = ?, event_id = ?"
                                   " WHERE version = ? AND workspace_id = ? AND subject = ?"
                                   " AND (? OR (up_to_event = ? AND event_id = ?))"_s);
    owner.bind(upToEvent.number).bind(upToEvent.id).bind(summaryVersion).bind(m_workspaceId).bind(m_subject);
    owner.bind(qint64(all)).bind(m_mark.number).bind(m_mark.id);
    return owner.expectOne({ErrorKind::Conflict, ErrorCode::ConcurrentChange, {}, {}});
}

Result<void> SqliteBoardCache::add(const QList<PartnerSummary> &rows)
{
    for (const PartnerSummary &row : rows) {
        Statement statement(*m_connection, u"INSERT OR REPLACE INTO rows (id, move, deadline, name, summary)"
                                           " VALUES (?, ?, ?, ?, ?)"_s);
        statement.bind(row.id).bind(qint64(row.move)).bind(deadlineKey(row)).bind(row.name);
        if (auto stored = statement.bind(encodedSummary(row)).run(); !stored)
            return stored;
    }
    return {};
}

} // namespace gatehouse::store
