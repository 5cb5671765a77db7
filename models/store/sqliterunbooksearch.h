#pragma once

#include "domain/runbooksearch.h"

#include <memory>

namespace gatehouse::store {

class Connection;

// Runbooks in a full-text table (SQLite FTS5) of its own in memory: one row for each page and each section. Made, used
// and destroyed in one thread.
class SqliteRunbookSearch final : public domain::RunbookSearch
{
public:
    // `references` bring the codes under which their targets are found too. Error: of the store, e.g. Internal where
    // SQLite has no FTS5.
    static base::Result<std::unique_ptr<SqliteRunbookSearch>> make(const QList<domain::Runbook> &runbooks,
                                                                   const QList<domain::RunbookReference> &references);
    ~SqliteRunbookSearch() override;

    base::Result<domain::RunbookHits> search(const QString &text, int most) override;

private:
    SqliteRunbookSearch(std::unique_ptr<Connection> connection, QList<domain::Runbook> runbooks);
    base::Result<void> fill(const QList<domain::RunbookReference> &references);
    base::Result<void> add(const domain::Runbook &runbook, const domain::RunbookSection &section, const QString &codes);
    base::Result<QList<domain::RunbookHit>> matching(const QString &query, int most);
    base::Result<domain::RunbookHits> nearest(const QString &text, const QStringList &words);
    const domain::Runbook *runbook(const QString &id) const;

    std::unique_ptr<Connection> m_connection;
    QList<domain::Runbook> m_runbooks;
};

} // namespace gatehouse::store
