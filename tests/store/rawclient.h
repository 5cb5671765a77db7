#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace gatehouse::storetest {

enum class On { Sqlite, Postgres };

// A client that knows nothing of ours: on SQLite it leaves foreign keys off, as the sqlite3 shell does; on PostgreSQL
// it is libpq. Belongs to the thread that made it.
class RawClient
{
public:
    // `place`: a file, or a libpq URI.
    RawClient(On on, const QString &place);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    // How one statement ended: empty when it was done, "GHnnn" when a rule of ours refused it, else the database's code
    // ("2067", "23505").
    QString run(const QString &sql);
    // The same for a list; stops at the first refusal.
    QString runAll(const QStringList &statements);
    // COPY table (columns) FROM STDIN with one line of tab-separated values. PostgreSQL only.
    QString copy(const QString &table, const QString &line);
    // The first column of the first row; a null string for none, NULL or an error.
    QString value(const QString &sql);
    // What the database said last.
    QString lastText() const;

private:
    class Client;
    class SqliteClient;
    class PostgresClient;
    std::unique_ptr<Client> m_client;
};

// Values as an SQL literal: text quoted, numbers as they are.
QString literal(const QString &text);

} // namespace gatehouse::storetest
