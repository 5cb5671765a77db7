#pragma once

#include "domain/facts.h"
#include "domain/playbook.h"

namespace gatehouse::domain {

// Why a partner stands in the queue of those who decide.
enum class QueueReason : quint8 {
    None,
    FirstReview,     // never decided on
    Resubmitted,     // rejected, and filed again since
    Changed,         // approved, and changed since
    ApprovalExpired, // approved longer ago than the playbook lets an approval stand
    Suspended        // approved once, rejected since, and filed again
};
QLatin1StringView queueReasonName(QueueReason reason);

// What stands around the next decision. Everything about the review that the last decision ended is left out.
struct ReviewState
{
    QueueReason queue = QueueReason::None;
    QString assignee;                    // subject; empty: nobody
    std::optional<Instant> snoozedUntil; // lies ahead, and nothing was filed since
    QString escalatedTo;                 // subject; empty: nobody
    std::optional<ReviewAct> assigned;
    std::optional<ReviewAct> snoozed; // with snoozedUntil
    std::optional<ReviewAct> escalated;
    QList<PartnerRequest> openRequests;       // by number
    std::optional<Endorsement> endorsement;   // the first approval, while a second may follow it
    std::optional<Instant> approvalExpiresAt; // of a partner that is approved; none: it does not expire
    bool approvalExpired = false;
    std::optional<Instant> changesAt; // when time alone changes any of this next
};

ReviewState reviewState(const Playbook &playbook, const PartnerFacts &facts, Instant now);

// The first instant at which the approval no longer stands; nothing for a rejection, or where approvals don't expire.
std::optional<Instant> approvalExpiry(const Playbook &playbook, const Decision &decision);

// The verdict that stands on a document, or nullptr. Points into `verdicts`.
const DocumentVerdict *verdictOn(const QString &documentId, const QList<DocumentVerdict> &verdicts);
// Kinds whose current document a reviewer asked for again.
QStringList askedAgainKinds(const PartnerFacts &facts);
// The requests to the partner that are open, by number.
QList<PartnerRequest> openRequests(const QList<PartnerRequest> &requests);
// Those of them that words can end. A document that a reviewer asked for again is filed, or accepted after all: until
// then nothing can be approved.
QList<PartnerRequest> answerable(const PartnerFacts &facts);

// A partner that was asked and says nothing for this many working days is our move again. Settled for every playbook.
inline constexpr int answerWorkingDays = 5;
// When an open request becomes overdue.
Instant overdueAt(const PartnerRequest &request, const BusinessCalendar &calendar);

} // namespace gatehouse::domain
