#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Characters of SeenDocument::pages: any choice of 7,000 pages.
inline constexpr qsizetype seenPagesMost = 20'000;

// Approves or rejects what was reviewed. Where the playbook asks for two people, the first approval is kept as an
// endorsement and decides nothing; the second person's decides. Result: {"partner", "decision": id, "number",
// "verdict", "status", "suspended": whether that is the status}; of a first approval {"partner", "endorsement": id,
// "expires_at", "status"} instead. Errors, in this order: NotPermitted, NotOnAllowlist (the playbook's approver role),
// OnTheRoster, OwnRequest, RejectedForGood (who is no root admin); NoteTooShort, text errors; ReviewChanged;
// EvidenceMissing, EvidenceUnknown; ReviewChanged where a document was shown from other bytes, ValueUnknown ("seen");
// of an approval DossierIncomplete, DocumentAskedAgain, PolicyDocumentMissing, DecidersMissing, ObjectMissing,
// ObjectAltered (all bytes are read again), SecondDeciderNeeded.
struct Decide final : Operation
{
    QString partner;
    domain::Verdict verdict = domain::Verdict::Reject;
    domain::Finality finality = domain::Finality::Retry; // of a rejection
    QString notes;
    QString partnerComment;
    QStringList evidence;             // DOC[:PAGE], DOC a document id or its kind; "policy:ID"; an https:// link
    QString policyDocument;           // counts as evidence too
    QString reviewed;                 // domain::ReviewDigest::text() of what the decider saw
    QList<domain::SeenDocument> seen; // pages that were shown; recorded, and asked for by no rule
    qint64 reviewSeconds = 0;         // for how long; 0: not known

    domain::OperationKind kind() const override;
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;

private:
    // Input and binding to what was reviewed.
    base::Result<domain::Decision> checked(Transaction &transaction, const domain::Playbook &playbook,
                                           const domain::PartnerFacts &facts) const;
    base::Result<QJsonObject> write(Transaction &transaction, const domain::Playbook &playbook,
                                    domain::PartnerFacts &facts, domain::Decision decision) const;
};

} // namespace gatehouse::operations
