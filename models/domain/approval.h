#pragma once

#include "domain/dossier.h"

namespace gatehouse::domain {

enum class Verdict : quint8 { Approve, Reject };
enum class Finality { Retry, Final }; // of a rejection: may the partner file again?

enum class EvidenceKind { Document, Policy, Link };

inline constexpr Verdict allVerdicts[] = {Verdict::Approve, Verdict::Reject};
inline constexpr Finality allFinalities[] = {Finality::Retry, Finality::Final};
inline constexpr EvidenceKind allEvidenceKinds[] = {EvidenceKind::Document, EvidenceKind::Policy, EvidenceKind::Link};

// As stored, told by events and shown by the command line.
QLatin1StringView verdictName(Verdict verdict);        // "approved", "rejected"
QLatin1StringView finalityName(Finality finality);     // "retry", "final"
QLatin1StringView evidenceKindName(EvidenceKind kind); // "document", "policy", "link"

// What a decision cites.
struct Evidence
{
    EvidenceKind kind = EvidenceKind::Document;
    QString target; // document id, policy document id, or https link
    int page = 0;   // 1-based; 0: the whole document
    QString sha256; // of the document as it was when cited; empty for others

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

// What a decider looked at: pages of one document, as the console counted them. Nobody is asked for it.
struct SeenDocument
{
    QString documentId;
    QString sha256;    // of the bytes that were shown
    int pageCount = 0; // of the document, 0 when it couldn't be shown
    QString pages;     // those that were shown: "1-3,7"; empty: none

    friend bool operator==(const SeenDocument &, const SeenDocument &) = default;
};

// A row of `partner_approvals`; append-only.
struct Decision
{
    QString id;
    QString partnerId;
    qint64 number = 0; // 1, 2, ... per partner
    Verdict verdict = Verdict::Reject;
    Finality finality = Finality::Retry;
    QString notes;          // internal, at least noteLeast characters
    QString partnerComment; // may be shown to the partner; may be empty
    QString policyDocument; // legal or policy document id, where the playbook asks for one
    QString reviewedDigest; // ReviewDigest::text() of what was reviewed
    qint64 dossierRevision = 0;
    QList<Evidence> evidence; // at least one
    QString decidedBy;        // subject
    Role decidedRole = Role::RootAdmin;
    Instant decidedAt;        // the authority's clock
    QList<SeenDocument> seen; // empty where nothing was shown, e.g. on the command line
    qint64 reviewSeconds = 0; // for how long the review was in front; 0: not known
    QString endorsement;      // id of the first approval, where the playbook asks for two people; else empty

    friend bool operator==(const Decision &, const Decision &) = default;
};

// A note shorter than this says nothing (product rule; every door).
inline constexpr int noteLeast = 20;
inline constexpr int noteMost = 2000;

enum class ApprovalStatus : quint8 { NotUsed, NotSubmitted, PendingReview, Approved, Rejected, Suspended };

QLatin1StringView approvalStatusName(ApprovalStatus status); // "not_used", "draft", "pending_review", "approved", ...

// Derived from the decisions (any order) and the filings, never stored:
// no decision -> draft until every required document was filed once, then pending review; last approves -> approved,
// whatever was filed since; last rejects -> pending review when something was filed since and it was not final, else
// suspended when any earlier decision approved, else rejected.
ApprovalStatus approvalStatus(const Playbook &playbook, const QList<Decision> &decisions,
                              const QList<DossierDocument> &documents);

// The decision with the highest number, or nullptr. Points into `decisions`.
const Decision *lastDecision(const QList<Decision> &decisions);

// The last decision when it is a rejection for good: only a root admin takes the matter up again. Else nullptr. Points
// into `decisions`.
const Decision *finalRejection(const Playbook &playbook, const QList<Decision> &decisions);

// Whether `decision` takes an approval away or keeps it away: it rejects, and an earlier one of `decisions` (any order)
// approved. Every door calls that a suspension.
bool suspends(const Decision &decision, const QList<Decision> &decisions);

// What was filed first after `decision`, or nullptr. Told by the revision that the decision saw, not by clocks: two
// things may happen in one millisecond. Points into `documents`.
const DossierDocument *firstFiledAfter(const Decision &decision, const QList<DossierDocument> &documents);

} // namespace gatehouse::domain
