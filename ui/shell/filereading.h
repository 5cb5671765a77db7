#pragma once

#include "base/result.h"

#include <QFuture>

namespace gatehouse::ui {

// Reads a whole file that a person chose, in a thread of the pool. Errors: Invalid/FileUnreadable (argument: the
// operating system's reason), FileEmpty, FileTooLarge (argument: limit in MiB). `most` in bytes.
QFuture<base::Result<QByteArray>> readWholeFile(const QString &path, qint64 most);

} // namespace gatehouse::ui
