#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// An orphan may be a filing that is under way: its object is put first and its row after.
inline constexpr qint64 orphanLeastAgeMs = base::msPerHour;

// Whether one filed document is still what was filed.
struct DocumentCheck
{
    domain::DossierDocument document;
    std::optional<base::Error> fault; // ObjectMissing, ObjectAltered, FileUnreadable; nothing: unharmed
};

// Reads the bytes of a partner's current documents again and compares them with their hashes. Tells nothing of them.
struct VerifyDossier
{
    using Answer = QList<DocumentCheck>;
    QString partner;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// The same for every document of every partner, and what is stored although no row names it.
struct CheckObjects
{
    struct Found
    {
        qint64 documents = 0;                      // looked at
        QList<DocumentCheck> bad;                  // by partner, revision
        QList<domain::ObjectStore::Entry> orphans; // by key; older than orphanLeastAgeMs
        int foreign = 0;                           // of partners that this workspace doesn't have
        QList<base::Error> unlisted;               // FileUnreadable: orphans below the subject aren't known
    };
    using Answer = Found;
    domain::OperationKind kind() const { return domain::OperationKind::CheckObjects; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Removes what no row names, is older than orphanLeastAgeMs and stands below a partner of this workspace: another one
// may keep its files in the same folder. What is missing or altered stays as it is. Result: {"removed": [keys],
// "bytes", "kept": how many are younger, "foreign": how many are of unknown partners, "failed": [keys] that can't be
// removed, "unlisted": [folders] that can't be read, "unlisted_why": what the system says of the first}. Appends
// "workspace.objects_swept" with the same.
struct SweepObjects final : Operation
{
    domain::OperationKind kind() const override { return domain::OperationKind::SweepObjects; }
    QJsonObject canonical() const override { return {}; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

} // namespace gatehouse::operations
