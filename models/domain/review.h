#pragma once

#include "domain/approval.h"

namespace gatehouse::domain {

// What happens around a decision, as rows of the authority. Rows are numbered 1, 2, ... per partner and table.

enum class DocumentAnswer { Accepted, AskedAgain };
inline constexpr DocumentAnswer allDocumentAnswers[] = {DocumentAnswer::Accepted, DocumentAnswer::AskedAgain};
QLatin1StringView documentAnswerName(DocumentAnswer answer); // "accepted", "asked_again"

// A row of `document_verdicts`; append-only. Of one document the last counts.
struct DocumentVerdict
{
    QString id;
    QString partnerId;
    qint64 number = 0;
    QString documentId;
    DocumentAnswer answer = DocumentAnswer::Accepted;
    QString reason;  // AskedAgain: code of a reason of the document's kind; empty when accepted
    QString comment; // what the partner is told; may be empty
    QString judgedBy;
    Instant judgedAt;

    friend bool operator==(const DocumentVerdict &, const DocumentVerdict &) = default;
};

// How a request to the partner ended. Decided: a decision made it pointless.
enum class RequestEnd { Open, Answered, Filed, Accepted, Decided, Withdrawn };
inline constexpr RequestEnd allRequestEnds[] = {RequestEnd::Open,     RequestEnd::Answered, RequestEnd::Filed,
                                                RequestEnd::Accepted, RequestEnd::Decided,  RequestEnd::Withdrawn};
QLatin1StringView requestEndName(RequestEnd end); // "", "answered", "filed", "accepted", "decided", "withdrawn"

// A row of `partner_requests`: something is asked of the partner, and the review clock stands still until it is
// answered. It is closed once; nothing else of it changes.
struct PartnerRequest
{
    QString id;
    QString partnerId;
    qint64 number = 0;
    QString documentKind; // a new document of this kind is asked for; empty: a question
    QString text;         // what was asked, as the partner reads it
    QString askedOf;      // name of the person it went to
    QString askedBy;      // subject
    Instant askedAt;
    RequestEnd end = RequestEnd::Open;
    std::optional<Instant> closedAt;
    QString closedBy;
    QString answer; // what was answered, in our words; may be empty

    friend bool operator==(const PartnerRequest &, const PartnerRequest &) = default;
};

enum class ReviewActKind { Assigned, Snoozed, Escalated };
inline constexpr ReviewActKind allReviewActKinds[] = {ReviewActKind::Assigned, ReviewActKind::Snoozed,
                                                      ReviewActKind::Escalated};
QLatin1StringView reviewActKindName(ReviewActKind kind); // "assigned", "snoozed", "escalated"

// A review is put off for so many days at most, as often as wanted: one that is out of sight is overdue unseen, so
// somebody looks at it every month and says anew why it waits.
inline constexpr int snoozeMostDays = 30;

// A row of `review_acts`; append-only. Of one kind the last counts, until the next decision.
struct ReviewAct
{
    QString id;
    QString partnerId;
    qint64 number = 0;
    ReviewActKind kind = ReviewActKind::Assigned;
    qint64 afterDecision = 0; // number of the last decision when it happened; 0: there was none
    qint64 revision = 0;      // of the dossier when it happened
    QString subject;          // Assigned: who reviews, empty: nobody any more. Escalated: to whom; empty: taken back
    std::optional<Instant> until; // Snoozed, at most snoozeMostDays ahead; without it: woken
    QString note;                 // why; may be empty when assigned
    QString by;                   // subject
    Instant at;

    friend bool operator==(const ReviewAct &, const ReviewAct &) = default;
};

// A row of `approval_endorsements`; append-only: the first of two approvals, where the playbook asks for two people. It
// opens nothing. The second person decides, on the same digest, before it expires.
struct Endorsement
{
    QString id;
    QString partnerId;
    qint64 number = 0;
    QString notes;
    QString partnerComment;
    QString policyDocument;
    QString reviewedDigest;
    qint64 dossierRevision = 0;
    QList<Evidence> evidence; // at least one
    QString endorsedBy;
    Role endorsedRole = Role::RootAdmin;
    Instant endorsedAt;
    Instant expiresAt;

    friend bool operator==(const Endorsement &, const Endorsement &) = default;
};

// Who has a review open, told by a heartbeat; no history, no proof.
struct Presence
{
    QString subject;
    Instant since;
    Instant seenAt;

    friend bool operator==(const Presence &, const Presence &) = default;
};
// A heartbeat comes every minute; who hasn't been heard of for this long is gone.
inline constexpr qint64 presenceMs = 150 * base::msPerSecond;

// All of it about one partner, each list by number.
struct ReviewTrail
{
    QList<DocumentVerdict> verdicts;
    QList<PartnerRequest> requests;
    QList<ReviewAct> acts;
    QList<Endorsement> endorsements;
};

} // namespace gatehouse::domain
