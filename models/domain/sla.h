#pragma once

#include "domain/facts.h"

namespace gatehouse::domain {

// Why a clock stood still.
// Asked: a request to the partner is open.
enum class PauseReason { AwaitingDocument, DocumentExpired, Asked, RetryRejected };
QLatin1StringView pauseReasonName(PauseReason reason);

struct Pause
{
    Instant from;
    std::optional<Instant> to; // open while the partner has not answered
    PauseReason reason = PauseReason::AwaitingDocument;
    QString subject;    // document kinds waited for, joined by ", "; or empty
    QString waitingFor; // name of the person the question is with
};

enum class SlaState : quint8 { None, Running, AtRisk, Breached, Paused, Met, Missed };
QLatin1StringView slaStateName(SlaState state);

// A clock as it stands, with what explains it. Durations are working milliseconds.
struct SlaReading
{
    SlaState state = SlaState::None;
    QString policy; // SlaRule::id
    Instant start;
    Instant deadline; // if no further pause; meaningless while None, Paused
    qint64 targetMs = 0;
    qint64 usedMs = 0; // at the time of reading, or at the end when Met or Missed
    QList<Pause> pauses;
    std::optional<Instant> pausedSince;
    std::optional<Instant> changesAt; // when time alone changes `state` next
};

// Pure arithmetic: a clock that started at `start`, stood still during `pauses` (any order, may overlap), ended at
// `end` if at all. At risk once atRiskPercent of the target or atRiskMinutes is left, whichever comes first; breached
// when used > target. A clock that stands still is Paused, however much was used before.
SlaReading readClock(const SlaRule &rule, const BusinessCalendar &calendar, Instant start, QList<Pause> pauses,
                     std::optional<Instant> end, Instant now);

// Working milliseconds used at `now` of a clock that read `usedMs` at `readAt`: what stands still stays.
qint64 usedMsAt(SlaState state, qint64 usedMs, Instant readAt, Instant now, const BusinessCalendar &calendar);

// The review clock of a partner, from history: starts with the submission (or with the first filing after a retry
// rejection, after an approval, or with the end of an approval that expires), stands still while a required document is
// missing or expired or a request to the partner is open, ends with the decision. None when the playbook has no rule
// "review" or no approver, and after a final rejection; Paused, reason RetryRejected, while a partner that was rejected
// for retry has filed nothing. A decision without a filing before it (a suspension undone) leaves the clock of the
// review before it.
SlaReading reviewClock(const Playbook &playbook, const PartnerFacts &facts, Instant now);

} // namespace gatehouse::domain
