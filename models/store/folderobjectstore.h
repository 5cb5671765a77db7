#pragma once

#include "domain/objectstore.h"
#include "store/posixfile.h"

namespace gatehouse::store {

// Objects as files below one folder, folders 0700 and files 0600; made on the first put. A file appears under its name
// complete and synced, or not at all: written beside it, then linked without overwriting. Any thread.
class FolderObjectStore final : public domain::ObjectStore
{
public:
    // Absolute path. Ours: put() refuses a folder that is another user's, others may write to, or a link.
    FolderObjectStore(QString folder, Whose whose);
    base::Result<void> put(const QString &key, const QByteArray &bytes) override;
    // Files that a put() has not finished are no objects and not listed.
    base::Result<Listing> list() override;
    base::Result<void> remove(const QString &key) override;
    base::Result<QByteArray> get(const QString &key, const QString &sha256, qint64 size) override;

private:
    base::Result<void> makeFolders(const QString &key) const;

    QString m_folder;
    Whose m_whose;
};

} // namespace gatehouse::store
