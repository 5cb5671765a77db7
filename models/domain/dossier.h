#pragma once

#include "domain/partner.h"

namespace gatehouse::domain {

struct Playbook;

// A row of `dossier_documents`: bytes that were read, hashed and stored. Each filing is one revision of the dossier
// (1, 2, ... per partner) and one document; the dossier at revision n is the latest document of each kind up to n.
struct DossierDocument
{
    QString id;
    QString partnerId;
    qint64 revision = 0; // the revision this filing made
    QString kind;        // a document kind of the playbook: "kyb", "licensing"
    QString objectKey;   // partners/{partner_id}/{kind}/{timestamp}
    QString sha256;      // lower-case hex, 64 characters
    qint64 size = 0;     // bytes, at least 1
    QString fileName;    // as it was called when filed, without folders
    QString mediaType;   // from its first bytes, e.g. application/pdf; never from its name
    QString validUntil;  // YYYY-MM-DD, the last valid day; empty: from the playbook's validity or unlimited
    QString filedBy;     // subject
    Instant filedAt;

    friend bool operator==(const DossierDocument &, const DossierDocument &) = default;
};

enum class DocumentState { NotFiled, AwaitingObject, Current, Expiring, Expired };

// One required document as it stands at an instant.
struct DocumentStanding
{
    QString kind;
    DocumentState state = DocumentState::NotFiled;
    QString documentId; // empty when not filed
    QString validUntil; // effective last valid day, empty when unlimited
    int daysLeft = 0;   // whole calendar days until the last valid day, negative when expired
};

// In date, so that an approval may rest on it.
bool isCurrent(DocumentState state);

enum class DossierState : quint8 { NotUsed, Missing, Partial, Current, Expiring, Expired };

struct DossierStanding
{
    DossierState state = DossierState::NotUsed;
    QList<DocumentStanding> documents; // in the playbook's order
    qint64 revision = 0;               // latest revision, 0 when nothing was filed
    int daysLeft = 0;                  // of the document that ends first, when Current, Expiring or Expired
    // Time of the first filing after the last decision. Without one, when the partner was renamed since: of its last
    // change of any sort, because when it was renamed no fact tells.
    std::optional<Instant> changedSinceDecision;
};

// The required kinds that are missing or expired, in the playbook's order. While there are any, no approval can be
// given.
QStringList openKinds(const DossierStanding &dossier);
bool isReviewable(const DossierStanding &dossier); // there are none

// Documents that count at `revision` (default: the latest), one per kind, in order of filing.
QList<DossierDocument> dossierAt(const QList<DossierDocument> &documents, qint64 revision = -1);
// Of the dossier as it stands now, the document with this id or of this kind; nothing when a newer one replaced it.
std::optional<DossierDocument> currentDocument(const QList<DossierDocument> &documents, const QString &idOrKind);

} // namespace gatehouse::domain
