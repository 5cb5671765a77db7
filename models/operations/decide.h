#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// Approves or rejects what was reviewed. Result: {"partner", "decision": id, "number", "verdict", "status",
// "suspended": whether that is the status}. Errors, in this order: NotPermitted, NotOnAllowlist (the playbook's
// approver role), OnTheRoster, OwnRequest, RejectedForGood (who is no root admin); NoteTooShort, EvidenceMissing,
// EvidenceUnknown; ReviewChanged (arguments: what changed); DossierIncomplete, PolicyDocumentMissing, ObjectMissing,
// ObjectAltered (approve only: all bytes are read again).
struct Decide final : Operation
{
    QString partner;
    domain::Verdict verdict = domain::Verdict::Reject;
    domain::Finality finality = domain::Finality::Retry; // of a rejection
    QString notes;
    QString partnerComment;
    QStringList evidence;   // DOC[:PAGE], DOC a document id or its kind; "policy:ID"; an https:// link
    QString policyDocument; // counts as evidence too
    QString reviewed;       // domain::ReviewDigest::text() of what the decider saw

    domain::OperationKind kind() const override;
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;

private:
    base::Result<QJsonObject> write(Transaction &transaction, const domain::Playbook &playbook,
                                    domain::PartnerFacts &facts, domain::Decision decision) const;
};

} // namespace gatehouse::operations
