#pragma once

#include "base/error.h"
#include "domain/readiness.h"
#include "words/durationwords.h"

#include <QStringList>

namespace gatehouse::words {

using base::Instant;

// Stages and steps.
QString stageWords(domain::Stage stage);                // "Contract", for the board
QString stageTitle(domain::Stage stage);                // "Contract & legal"
QString readinessGateWords(domain::ReadinessGate gate); // "Account intake"
QString gateStateWords(domain::GateState state);        // "In progress"
// "Done", or the step that isn't: "Next: KYB package filed", "Blocked: ...", "Open: ...".
QString gateStandingWords(const domain::GateStanding &standing);
QString gateCountWords(int done, int used); // "3/7 gates"

QString approvalWords(domain::ApprovalStatus status); // "Pending review"
// "Approved", "Rejected, may file again", "Suspended". `suspends`: domain::suspends() of the decision.
QString verdictWords(domain::Verdict verdict, domain::Finality finality, bool suspends);
QString verdictWords(const domain::Decision &decision, const QList<domain::Decision> &decisions);

// "Current 331 d", "Changed 2 d", "Expires in 9 d", "Expired 6 d", "KYB only", "Missing", "Not used". What is worst
// comes first; "Changed" hides "Expires in", since a review is due either way.
QString dossierWords(const domain::DossierStanding &standing, const domain::Playbook &playbook, Instant now);
QString dossierWords(const domain::PartnerSummary &summary, Instant now);
QString documentStateWords(const domain::DocumentStanding &standing);         // of one document: "Expires in 9 d"
QString documentTitle(const domain::Playbook &playbook, const QString &kind); // "KYB package"; the kind if unknown
// Of a stored file that is not what was filed: "File altered", "File missing", "File unreadable".
QString fileFaultWords(const base::Error &fault);
// With its document: "File altered: KYB package".
QString fileFaultWords(const base::Error &fault, const QString &title);
// What happened, why, what to do, who can file it again, and the runbook: a line each.
QStringList fileFaultHelp(const base::Error &fault);

// A clock at the instant it was read; usedMs is advanced by the caller, who knows the calendar.
struct ClockFigures
{
    domain::SlaState state = domain::SlaState::None;
    qint64 targetMs = 0;
    qint64 usedMs = 0;
    std::optional<Instant> pausedSince;
};
ClockFigures clockFigures(const domain::SlaReading &reading);
ClockFigures clockFigures(const domain::PartnerSummary &summary);
// "3 h 40 m over", "1 h 05 m left", "Paused 2 d", "Met in 9 h", "Missed by 3 h"; an em dash where no clock runs.
QString clockWords(const ClockFigures &clock, Instant now, DayLength workingDay = eightHourDay,
                   Padding padding = Padding::None);
// For screen readers: "3 hours 40 minutes over".
QString clockSentence(const ClockFigures &clock, Instant now, DayLength workingDay = eightHourDay);
QString clockStateWords(domain::SlaState state); // "At risk"
QString pauseWords(const domain::Pause &pause);  // "Waiting for KYB package from Lena Voss"

QString nextMoveWords(domain::NextMove move);       // "Our move"
QString nextMoveExplanation(domain::NextMove move); // "Someone here has the next step"
// Both in one line, of one partner: "Our move: ..."; of one that was rejected for good, that and no more.
QString nextMoveSentence(const domain::Readiness &readiness);
// "Review the dossier". `approval`: of the partner, since a suspension is answered otherwise than a rejection.
QString actionWords(const domain::NextAction &action, domain::ApprovalStatus approval);
QString blockerWords(const domain::Blocker &blocker);    // chip: "Licence expired"
QString blockerSentence(const domain::Blocker &blocker); // "The licence expired 6 days ago."

QString accessWords(const domain::AccessAnswer &answer, Instant now); // "Open since 24 Feb", "Closed: pending review"
QString accessReasonWords(domain::AccessReason reason);               // "review pending"
// The same from its name ("pending_review"); an unknown name is given back.
QString accessReasonWords(const QString &reasonName);
// What to do: the playbook's guidance, unless nothing but a new decision helps; then that.
QString accessGuidance(const domain::AccessAnswer &answer);

// "KYB package p. 4", "Policy LD-2189", or the link itself. `documents` are the partner's, all of them; one that is not
// the newest of its kind is told with its revision: "KYB package rev 3 p. 4".
QString evidenceWords(const domain::Evidence &evidence, const QList<domain::DossierDocument> &documents,
                      const domain::Playbook &playbook);

QString bytesWords(qint64 bytes); // "1.4 MiB"

} // namespace gatehouse::words
