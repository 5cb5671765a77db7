#pragma once

#include "domain/readiness.h"
#include "domain/runbookcheck.h"

namespace gatehouse::words {

QString runbookKindWords(domain::RunbookKind kind);                 // "Troubleshooting", over a list
QString runbookProblemWords(const domain::RunbookFinding &finding); // "The link to approvals.md#gone leads nowhere."
// "Integrations, reviewed 22 Nov, 8 minutes, version 1", and that a review is due when it is.
QString runbookFacts(const domain::Runbook &runbook, QDate today);
QString placeholderWords(const QString &name); // "Legal name", beside a page

// What a person sees in the place of placeholders. Those without a value are left out.
struct ValuesOf
{
    const domain::PartnerFacts &facts;
    const domain::Playbook &playbook;
    const domain::Readiness &readiness;
    const QHash<QString, QString> &names; // subject -> display name
    domain::Instant asOf;
};
domain::RunbookValues partnerValues(const ValuesOf &partner);

// Every place of the program that leads to a runbook: error codes, blockers, and the steps and access gates of the
// newest version of each playbook.
QList<domain::RunbookReference> programReferences(const domain::PlaybookSource &playbooks);

} // namespace gatehouse::words
