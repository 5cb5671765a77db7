#pragma once

#include "store/connection.h"

namespace gatehouse::store {

// In the header of each workspace file, at byte 68: the letters "GATE".
// https://www.sqlite.org/fileformat.html#application_id
inline constexpr qint64 applicationId = 0x47415445;

// What is looked at before a workspace file is believed, in this order. Any thread.

// The file, what SQLite keeps beside it and its folder of objects: Denied/WorkspaceUnsafe for one that belongs to
// somebody else than the file does, that others may write to although they may not write to the file, that everybody
// may write to, or that is a link. Whoever may write to the folder could have put it there to read along.
base::Result<void> checkFilesOf(const QString &path);

// What a reader left beside a file that was read-only then is read-only too, and would keep everybody from writing now
// that the file isn't. Mends it if it can.
void freeFilesOf(const QString &path);

// The file says that it is ours. Changes nothing, not even a log beside it. Errors: NotFound/WorkspaceNotFound,
// NotFound/SchemaMissing (another program's database, no database, or empty), Unreachable/WorkspaceUnreachable (a
// folder, a pipe).
base::Result<void> checkIsOurs(const QString &path);

// The schema, object by object, is that which our migrations make: a view in a table's place could answer for ever, and
// a trigger that is gone lets anything in. Reads nothing else before. Gives the version that the file names; of a newer
// one than ours only what we know is compared, and that by name. Error: Corrupt/SchemaAltered.
base::Result<int> checkSchema(Connection &connection);

} // namespace gatehouse::store
