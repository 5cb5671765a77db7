#pragma once

#include "operations/transaction.h"

namespace gatehouse::operations {

// A legal or policy document id, and what else is named in evidence, has at most this many characters.
inline constexpr int referenceMost = 500;

// What is cited, read from DOC[:PAGE] (id or kind of a document of the dossier as it stands), "policy:ID" and https
// links; each once. Errors: EvidenceUnknown, text errors.
base::Result<QList<domain::Evidence>> citedEvidence(const QStringList &given, const domain::PartnerFacts &facts);

// What a decision cites; `policyDocument` counts too. Errors besides: EvidenceMissing.
base::Result<QList<domain::Evidence>> readEvidence(const QStringList &given, const QString &policyDocument,
                                                   const domain::PartnerFacts &facts);

// In the form in which events and endorsements keep it.
QJsonArray evidenceJson(const QList<domain::Evidence> &evidence);

} // namespace gatehouse::operations
