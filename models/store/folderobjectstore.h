#pragma once

#include "domain/objectstore.h"

namespace gatehouse::store {

// Objects as files below one folder, folders 0700 and files 0600; made on the first put. A file appears under its name
// complete and synced, or not at all: written beside it, then linked without overwriting. Any thread.
class FolderObjectStore final : public domain::ObjectStore
{
public:
    // Absolute path.
    explicit FolderObjectStore(QString folder);
    base::Result<void> put(const QString &key, const QByteArray &bytes) override;
    base::Result<QByteArray> get(const QString &key, const QString &sha256) override;

private:
    QString m_folder;
};

} // namespace gatehouse::store
