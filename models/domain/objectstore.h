#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse::domain {

// Files of dossiers by key ("partners/{partner_id}/{kind}/{timestamp}"). An object is written once and never changed.
class ObjectStore
{
public:
    virtual ~ObjectStore() = default;
    // Stores and syncs to disk before it returns. Conflict when the key exists; Invalid for a key that leaves the store
    // (absolute, "..", empty parts, characters outside [A-Za-z0-9._/-]); Unreachable/WorkspaceFull.
    virtual base::Result<void> put(const QString &key, const QByteArray &bytes) = 0;
    // What is stored, by key, and what an interrupted put left (under names that no key has): of each the bytes it
    // holds and when it was written.
    struct Entry
    {
        QString key;
        qint64 size = 0;
        base::Instant writtenAt;
    };
    struct Listing
    {
        QList<Entry> entries;
        QList<base::Error> unreadable; // Unreachable/FileUnreadable: what is stored below the subject isn't listed
    };
    virtual base::Result<Listing> list() = 0;
    // For objects that no row names. NotFound/ObjectMissing.
    virtual base::Result<void> remove(const QString &key) = 0;
    // Compares size and hash every time: NotFound/ObjectMissing, Corrupt/ObjectAltered, Unreachable/FileUnreadable.
    virtual base::Result<QByteArray> get(const QString &key, const QString &sha256, qint64 size) = 0;
};

} // namespace gatehouse::domain
