#pragma once

#include "base/instant.h"
#include "store/connection.h"
#include "store/migrations.h"

namespace gatehouse::store {

// How a database stands to the migrations of this program.
struct SchemaState
{
    enum class Kind {
        Missing, // not ours, or not initialised
        Older,   // migrations are due
        Current,
        NewerCompatible // made by a newer program, but ours may work with it
    };
    Kind kind = Kind::Missing;
    int version = 0; // number of the last migration applied
};

// Brings a database to the newest schema, all of it in one transaction: whoever migrates at the same time waits and
// then finds it done, and a program killed in between leaves the old schema.
class Migrator
{
public:
    // The connection outlives the migrator. `now` is noted with what is applied.
    Migrator(Connection &connection, QList<Migration> migrations, base::Instant now);

    // Reads only. Errors: Unreachable/SchemaIncompatible, Corrupt/SchemaAltered.
    base::Result<SchemaState> inspect();
    // Applies what is due; nothing when nothing is. An SQLite file that held a schema is copied to
    // "<path>.bak-<version>- <time>" (0600) first, in the state that the migration begins with.
    base::Result<void> migrate();

    // Inside the caller's transaction (Connection::beginMigration), so that a first schema and its first rows are there
    // together. `before` is what the caller sees there; makes no copy.
    base::Result<SchemaState> lockAndInspect();
    base::Result<void> apply(const SchemaState &before);

private:
    struct Applied
    {
        int number = 0;
        QString name;
        QString checksum;
        int minCompatible = 0;
    };

    base::Result<QList<Applied>> applied();
    base::Result<void> compare(const QList<Applied> &applied) const;
    base::Result<void> createJournal();
    base::Result<void> applyOne(const Migration &migration);
    QString backupName(int version) const;
    base::Result<void> backUp(const QString &copy);
    int newest() const { return m_migrations.isEmpty() ? 0 : m_migrations.constLast().number; }

    Connection &m_connection;
    QList<Migration> m_migrations;
    base::Instant m_now;
};

// For whoever keeps a database open while a newer program may migrate it: refuses once its schema asks for more than a
// program whose own last migration is `newest`. Error: Unreachable/SchemaIncompatible.
base::Result<void> checkStillCompatible(Connection &connection, int newest);

} // namespace gatehouse::store
