#pragma once

#include "domain/boardcache.h"

#include <memory>

namespace gatehouse::store {

class Connection;

// The cache as an SQLite file of its own (0600, WAL, synchronous OFF: it may be lost). Holds one blob for each partner
// and the columns of the board's default order. Lives in the thread that opened it.
class SqliteBoardCache final : public domain::BoardCache
{
public:
    // Opens or makes the file at `path`, whose folder must exist. What belongs to another workspace, subject or
    // version, or is damaged, is dropped. `workspaceId`: of the authority's factory; `subject`: whose sight the rows
    // are of. Error: Unreachable.
    static base::Result<std::unique_ptr<SqliteBoardCache>> open(const QString &path, const QString &workspaceId,
                                                                const QString &subject);
    ~SqliteBoardCache() override;

    base::Result<QList<domain::PartnerSummary>> firstScreen(int rows) override;
    base::Result<QList<domain::PartnerSummary>> all() override;
    base::Result<domain::EventMark> upToEvent() override;
    // Conflict/ConcurrentChange when a program of another version, or for somebody else, has taken the file over; and,
    // of rows alone, when another window has written since this one read or wrote its mark.
    base::Result<void> store(const QList<domain::PartnerSummary> &rows, const domain::EventMark &upToEvent) override;
    base::Result<void> storeAll(const QList<domain::PartnerSummary> &rows, const domain::EventMark &upToEvent) override;

private:
    SqliteBoardCache(std::unique_ptr<Connection> connection, QString workspaceId, QString subject);
    base::Result<void> write(const QList<domain::PartnerSummary> &rows, const domain::EventMark &upToEvent, bool all);
    base::Result<void> note(const domain::EventMark &upToEvent, bool all);
    base::Result<void> add(const QList<domain::PartnerSummary> &rows);

    std::unique_ptr<Connection> m_connection;
    QString m_workspaceId;
    QString m_subject;
    domain::EventMark m_mark; // last read or written here
};

} // namespace gatehouse::store
