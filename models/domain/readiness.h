#pragma once

#include "base/sharedoptional.h"
#include "domain/accessgate.h"
#include "domain/plan.h"
#include "domain/reviewstate.h"
#include "domain/sla.h"

#include <array>

namespace gatehouse::domain {

struct ItemStanding
{
    ItemRule rule;
    ItemState state = ItemState::Open;
};

struct PhaseStanding
{
    QString id;
    QString title;
    Stage stage = Stage::PreSales;
    QList<ItemStanding> items;
    int done = 0; // of those that count
    int counted = 0;
};

enum class GateState { Todo, InProgress, Blocked, Done };
struct GateStanding
{
    ReadinessGate gate = ReadinessGate::AccountIntake;
    GateState state = GateState::Todo;
    int done = 0;
    int total = 0;
    QString openStep; // title of the first step not done, empty when Done
    QString owner;    // of that step
};

enum class BlockerKind : quint8 {
    DocumentMissing,
    DocumentExpired,
    DocumentExpiring,
    RejectedRetry,
    RejectedFinal,
    Suspended,
    SubmitterLeft,
    IdentityActive,
    RequestOpen,       // subject: document title, empty for a question; days: since it was asked
    RequestOverdue,    // the same, unanswered for longer than answerWorkingDays: ours to remind
    ApprovalExpiring,  // days left
    ApprovalExpired,   // days since
    ItemRefused,       // subject: item; its answer is not the one that is needed
    ExemptionExpiring, // subject: item; days left
    ExemptionExpired,  // subject: item; days since
    PlaybookUnknown    // of a PartnerSummary alone
};
enum class Severity : quint8 { Later, Now }; // will stop a stage; stops a stage now
struct Blocker
{
    BlockerKind kind = BlockerKind::DocumentMissing;
    Severity severity = Severity::Now;
    QString subject; // document kind's title or contact name
    int days = 0;    // until or since a date, where one matters
    QString owner;   // role name or "partner"
    std::optional<Instant> since;
    QString runbook;

    friend bool operator==(const Blocker &, const Blocker &) = default;
};
QLatin1StringView blockerKindName(BlockerKind kind);

enum class Mover { Us, Partner };
enum class ActionKind {
    ReviewDossier,
    ReviewChange,
    FileDocument,
    RenewDocument,
    AnswerRejection,
    DeactivateIdentity,
    Reconsider,
    AnswerRequest, // about: id of the request
    RemindPartner, // the same
    RenewApproval,
    CompleteItem // subject: item, about: its id; the first open one of a checklist in the phase at hand
};
struct NextAction
{
    ActionKind kind = ActionKind::ReviewDossier;
    Mover mover = Mover::Us;
    QString subject; // document title or contact name, for people
    QString about;   // document kind or contact id, for programs: two contacts may share a name
    QString owner;   // role name, or the name of the partner's contact
    std::optional<Instant> due;
};
QLatin1StringView actionKindName(ActionKind kind);

// What a board column says whose topic is told by checklists.
enum class TopicState : quint8 { NotUsed, Todo, InProgress, Waiting, Blocked, Done };
QLatin1StringView topicStateName(TopicState state); // "not_used", ...
struct TopicStanding
{
    TopicState state = TopicState::NotUsed; // Waiting: what is open is the partner's
    quint8 done = 0;
    quint8 total = 0;

    friend bool operator==(const TopicStanding &, const TopicStanding &) = default;
};
using TopicStandings = std::array<TopicStanding, boardTopicCount>; // by BoardTopic

enum class NextMove : quint8 { Ours, Partners, OnTrack };
QLatin1StringView nextMoveName(NextMove move);

// 9999-12-31T23:59:59.999Z, for Readiness::validUntil where time alone never changes anything.
inline constexpr Instant never{253402300799999};

// Where a partner stands and why. Never written anywhere that a rule reads.
struct Readiness
{
    Stage stage = Stage::PreSales;
    QList<PhaseStanding> phases;
    QList<GateStanding> gates; // those the playbook uses
    int gatesDone = 0;
    int percent = 0; // steps done of all steps, rounded down
    ApprovalStatus approval = ApprovalStatus::NotUsed;
    DossierStanding dossier;
    SlaReading sla;
    ReviewState review;
    QList<Blocker> blockers;   // worst first
    QList<NextAction> actions; // ours first
    NextMove move = NextMove::OnTrack;
    QList<AccessAnswer> access;
    std::optional<GoLivePlan> goLive;
    QStringList wouldBeReady; // titles of the steps that are not done: "what would make this partner ready"
    Instant validUntil;       // until then time alone changes nothing here (clock readings aside)
};

// Same playbook, facts and now: same answer. "Our move": an approval is pending that could be given (no document
// missing or expired), an action of ours is due within three working days, or a blocker is ours; "partner's move": the
// clock is paused or a blocker is the partner's; else on track. A final rejection alone is nobody's move.
Readiness readiness(const Playbook &playbook, const PartnerFacts &facts, Instant now);

// One partner as the board shows it: what Readiness says, cut to the columns. A console keeps a hundred thousand of
// them, so small members stand side by side.
struct PartnerSummary
{
    QString id;
    QString slug;
    QString name;
    QString legalName;
    QString label; // playbook label and region: "OTC · EU", or "OTC"
    QString playbookId;
    QString owner; // subject
    int playbookVersion = 0;
    Stage stage = Stage::PreSales;
    NextMove move = NextMove::OnTrack;
    ApprovalStatus approval = ApprovalStatus::NotUsed;
    DossierState dossier = DossierState::NotUsed;
    std::optional<Instant> changedSinceDecision;
    QString dossierPart; // Partial: short title of what is there ("KYB")
    int dossierDays = 0; // DossierStanding::daysLeft
    int blockerCount = 0;
    base::SharedOptional<Blocker> blocker; // the worst
    Instant slaDeadline;
    qint64 slaTargetMs = 0;
    qint64 slaUsedMs = 0; // at slaReadAt
    Instant slaReadAt;
    std::optional<Instant> slaPausedSince;
    int gatesDone = 0;
    int gatesUsed = 0;
    TopicStandings topics;
    int requestCount = 0; // questions and documents the partner was asked for and has not answered
    SlaState sla = SlaState::None;
    QueueReason queue = QueueReason::None;
    Verdict lastVerdict = Verdict::Reject; // of the decision at decidedAt
    bool lastSuspended = false;            // that decision took an approval away
    std::optional<Instant> decidedAt;      // of the last decision
    qint64 revision = 0;                   // of the dossier
    QString assignee;                      // subject; empty: nobody reviews it
    std::optional<Instant> snoozedUntil;
    QString escalatedTo; // subject; empty: nobody
    QString endorsedBy;  // subject of the first of two approvals, while it stands; else empty
    Instant updatedAt;
    Instant validUntil;

    friend bool operator==(const PartnerSummary &, const PartnerSummary &) = default;
};

PartnerSummary summarize(const Playbook &playbook, const PartnerFacts &facts, Instant now);
// Of a partner whose playbook, or that version of it, this program doesn't have: what the partner's own row says, our
// move, and a blocker that names the playbook. To be read again by the next program: valid no longer than `now`.
PartnerSummary summarizeWithoutPlaybook(const Partner &partner, Instant now);

} // namespace gatehouse::domain
