#pragma once

#include "domain/facts.h"

namespace gatehouse::domain {

// Binds a decision to what was reviewed. One part per thing that may change under the reviewer, so that a refusal can
// say which did.
struct ReviewDigest
{
    QString dossier;  // the latest document of each kind: id, kind, sha256, valid until
    QString roster;   // subjects, names, roles, e-mails of the contacts not removed
    QString scopes;   // granted scopes; none exist yet
    QString playbook; // id, version and digest of the playbook's file
    QString decision; // number of the last decision: a second decision on the same review is refused
    QString partner;  // name, legal name, SHA-256 of the application

    // "v2." and the parts, 32 hexadecimal characters (128 bits of SHA-256) each, joined by ".".
    QString text() const;
    // The names of the parts in which `text` differs from this: "dossier", "roster", "scopes", "playbook", "decision",
    // "partner"; all of them when `text` is no digest of ours.
    QStringList changedSince(const QString &text) const;
};

ReviewDigest reviewDigest(const Playbook &playbook, const PartnerFacts &facts);

// Whether the partner now has another name than the one the decision was made on; false when the decision's digest is
// none of ours.
bool partnerChangedSince(const Decision &decision, const Partner &partner);

// When what an approval is bound to besides documents, such as scopes, last changed after the decision; nothing when it
// stands as it was reviewed.
std::optional<Instant> scopesChangedSince(const Decision &decision, const Playbook &playbook,
                                          const PartnerFacts &facts);

} // namespace gatehouse::domain
