#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Bytes become the next revision of the dossier: hashed, put into the object store, then the row. By a contact of the
// partner or a root admin. Result: {"partner", "document": id, "kind", "revision", "sha256", "size", "key",
// "announced"} where "announced" is the key that the application named for this kind, when it named one. Errors:
// DocumentKindUnknown, FileEmpty, FileTooLarge, DateMalformed, ValidityInPast, RejectedForGood.
struct FileDocument final : Operation
{
    QString partner;
    QString documentKind;
    QByteArray bytes;   // 1 byte to domain::documentMostBytes
    QString fileName;   // folders are cut off
    QString validUntil; // YYYY-MM-DD or empty

    domain::OperationKind kind() const override { return domain::OperationKind::FileDocument; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;

private:
    // As it is to be filed, apart from its partner, its revision and where its bytes are.
    base::Result<domain::DossierDocument> checkedDocument(Transaction &transaction,
                                                          const domain::Playbook &playbook) const;
};

// Media type from the first bytes: application/pdf, image/png, image/jpeg, image/tiff, text/plain, else
// application/octet-stream.
QString sniffedMediaType(const QByteArray &bytes);

} // namespace gatehouse::operations
