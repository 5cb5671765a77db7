#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace gatehouse::store {

// Files that are there completely or not at all, and for their owner only. Errors of all of them, by errno:
// Conflict/WorkspaceExists (EEXIST), NotFound/WorkspaceNotFound (ENOENT), Denied/WorkspaceReadOnly (EACCES, EPERM,
// EROFS), Unreachable/WorkspaceFull (ENOSPC, EDQUOT), Unreachable/WorkspaceUnreachable; subject: the path.

// Makes an empty file, mode 0600.
base::Result<void> createPrivateFile(const QString &path);
// The same with contents, synced.
base::Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);
// Ours: this user's, and nobody else may write to it. Shared: several users' consoles keep files there.
enum class Whose { Ours, Shared };
// Makes the folder and what is missing above it, mode 0700. Denied/WorkspaceUnsafe when what is there under this name
// is a link or no folder, or not ours although it should be.
base::Result<void> createPrivateFolder(const QString &path, Whose whose);
// The `size` bytes of the regular file `relative` below `folder`. Corrupt/ObjectAltered when it has another size or is
// something else: no link below `folder` is followed, no pipe waited for, no device read.
base::Result<QByteArray> readFileBelow(const QString &folder, const QString &relative, qint64 size);
// The regular files below `folder`, by their paths relative to it. Files and folders whose path is not `wanted` are
// left out, links are not followed. A folder that isn't there holds none; one that can't be read or
// entered hides only what is in it.
using Wanted = std::function<bool(const QString &relative)>;
struct FileBelow
{
    QString relative;
    qint64 size = 0;
    base::Instant changedAt;
};
struct FilesBelow
{
    QList<FileBelow> files;
    QList<base::Error> unreadable; // subject: the folder's path relative to `folder`, empty for itself
};
FilesBelow filesBelow(const QString &folder, const Wanted &wanted);
// Removes the regular file `relative` below `folder`, synced. NotFound/WorkspaceNotFound when something else is there,
// or a link above it.
base::Result<void> removeFileBelow(const QString &folder, const QString &relative);
// Gives a file its final name, atomically; an existing one is left as it is.
base::Result<void> moveWithoutOverwriting(const QString &from, const QString &to);
// To disk: contents, and with the folder also the name.
base::Result<void> syncFile(const QString &path);
base::Result<void> syncFolderOf(const QString &path);

// Begins with the sixteen bytes of every SQLite 3 file, or is empty.
// https://www.sqlite.org/fileformat.html#magic_header_string
bool isSqliteFile(const QString &path);

} // namespace gatehouse::store
