#pragma once

#include "domain/facts.h"

namespace gatehouse::domain {

enum class AccessVerdict { Open, Closed };
enum class AccessReason {
    Open,
    NotSubmitted,
    PendingReview,
    Rejected,
    Suspended,
    DocumentMissing,
    ApprovalExpired,
    ItemsOpen,    // items of a checklist, or one item
    NotAvailable, // what it needs isn't part of the program yet
    ConditionUnmet,
    NotDefined
};
QLatin1StringView accessReasonName(AccessReason reason); // "pending_review", ...

// May this partner do this now. Asked again at the moment of use; never stored.
struct AccessAnswer
{
    QString gate;  // "invoice.create"
    QString title; // "Invoices"
    AccessVerdict verdict = AccessVerdict::Closed;
    AccessReason reason = AccessReason::NotDefined;
    QString guidance; // of the playbook, when closed
    QString runbook;
    std::optional<Instant> since; // of the decision that opened or closed it
    // Suspended, or rejected for good: nothing but a new decision opens it, and one with this role makes it.
    std::optional<Role> decidesAnew;
};

// A gate that the playbook does not define is closed (NotDefined).
AccessAnswer accessAnswer(const QString &gate, const Playbook &playbook, const PartnerFacts &facts, Instant now);
// Every gate of the playbook, in its order.
QList<AccessAnswer> accessAnswers(const Playbook &playbook, const PartnerFacts &facts, Instant now);

} // namespace gatehouse::domain
