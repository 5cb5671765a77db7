#pragma once

#include "base/result.h"

#include <QFuture>

namespace gatehouse::ui {

// Reads a whole file that a person chose, in a thread of the pool. Errors: Invalid/FileUnreadable (argument: the
// operating system's reason), FileEmpty, FileTooLarge (argument: limit in MiB). `most` in bytes.
QFuture<base::Result<QByteArray>> readWholeFile(const QString &path, qint64 most);

// Writes a copy of a document to where a person chose, whole or not at all; only its owner may read it. In a thread of
// the pool. Replaces what is there: the chooser has asked. The answer is the system's reason when it can't be written,
// else empty.
QFuture<base::Result<QString>> writeCopy(const QString &path, const QByteArray &bytes);

} // namespace gatehouse::ui
