#include "words/statuswords.h"

#include "words/statustext.h"
#include "words/textmarks.h"

#include <algorithm>

namespace gatehouse::words {

using domain::ActionKind;
using domain::BlockerKind;
using domain::NextMove;

namespace {

QString daysInFull(int days)
{
    return isolate(durationSentence(qAbs(days) * base::msPerDay));
}

} // namespace

QString nextMoveWords(NextMove move)
{
    switch (move) {
    case NextMove::Ours: return StatusText::tr("Our move", "group of partners");
    case NextMove::Partners: return StatusText::tr("Partner’s move", "group of partners");
    case NextMove::OnTrack: return StatusText::tr("Nobody’s move", "group of partners");
    }
    Q_UNREACHABLE();
}

QString nextMoveExplanation(NextMove move)
{
    switch (move) {
    case NextMove::Ours: return StatusText::tr("Someone here has the next step");
    case NextMove::Partners: return StatusText::tr("Clock paused; we wait and remind");
    case NextMove::OnTrack: return StatusText::tr("Nothing due");
    }
    Q_UNREACHABLE();
}

QString nextMoveSentence(const domain::Readiness &readiness)
{
    const auto isFinal = [](const domain::Blocker &blocker) { return blocker.kind == BlockerKind::RejectedFinal; };
    const bool closed = readiness.move == NextMove::OnTrack
                        && std::any_of(readiness.blockers.cbegin(), readiness.blockers.cend(), isFinal);
    const QString why = closed ? StatusText::tr("Rejected for good; only a root admin re-opens it")
                               : nextMoveExplanation(readiness.move);
    return StatusText::tr("%1: %2", "whose move, then why").arg(nextMoveWords(readiness.move), why);
}

QString actionWords(const domain::NextAction &action, domain::ApprovalStatus approval)
{
    const QString subject = isolate(action.subject);
    switch (action.kind) {
    case ActionKind::ReviewDossier: return StatusText::tr("Review the dossier", "next action");
    case ActionKind::ReviewChange: return StatusText::tr("Review what changed since the decision", "next action");
    case ActionKind::FileDocument: return StatusText::tr("File: %1", "next action, a document").arg(subject);
    case ActionKind::RenewDocument: return StatusText::tr("Renew: %1", "next action, a document").arg(subject);
    case ActionKind::AnswerRejection:
        return approval == domain::ApprovalStatus::Suspended
                   ? StatusText::tr("Answer the suspension and file again", "next action")
                   : StatusText::tr("Answer the rejection and file again", "next action");
    case ActionKind::DeactivateIdentity:
        return StatusText::tr("Deactivate %1 at the identity provider", "next action, a person").arg(subject);
    case ActionKind::AnswerRequest:
        return action.subject.isEmpty() ? StatusText::tr("Answer our question", "next action")
                                        : StatusText::tr("File another: %1", "next action, a document").arg(subject);
    case ActionKind::RemindPartner:
        return action.subject.isEmpty()
                   ? StatusText::tr("Remind the partner of our question", "next action")
                   : StatusText::tr("Remind the partner of: %1", "next action, a document").arg(subject);
    case ActionKind::RenewApproval: return StatusText::tr("Review again, the approval expires", "next action");
    case ActionKind::CompleteItem: return StatusText::tr("Checklist: %1", "next action, an item").arg(subject);
    case ActionKind::Reconsider: return StatusText::tr("Reconsider the last decision", "next action");
    }
    Q_UNREACHABLE();
}

QString blockerWords(const domain::Blocker &blocker)
{
    const QString subject = isolate(blocker.subject);
    switch (blocker.kind) {
    case BlockerKind::DocumentMissing: return StatusText::tr("%1 missing", "blocker, a document").arg(subject);
    case BlockerKind::DocumentExpired: return StatusText::tr("%1 expired", "blocker, a document").arg(subject);
    case BlockerKind::DocumentExpiring: return StatusText::tr("%1 renewal", "blocker, a document").arg(subject);
    case BlockerKind::RejectedRetry: return StatusText::tr("Rejected, may file again", "blocker");
    case BlockerKind::RejectedFinal: return StatusText::tr("Rejected for good", "blocker");
    case BlockerKind::Suspended: return StatusText::tr("Suspended", "blocker");
    case BlockerKind::SubmitterLeft: return StatusText::tr("Submitter left", "blocker");
    case BlockerKind::IdentityActive: return StatusText::tr("%1 can still sign in", "blocker, a person").arg(subject);
    case BlockerKind::RequestOpen:
        return blocker.subject.isEmpty() ? StatusText::tr("Question open", "blocker")
                                         : StatusText::tr("%1 asked for again", "blocker, a document").arg(subject);
    case BlockerKind::RequestOverdue:
        return blocker.subject.isEmpty() ? StatusText::tr("Question unanswered", "blocker")
                                         : StatusText::tr("%1 still asked for", "blocker, a document").arg(subject);
    case BlockerKind::ApprovalExpiring: return StatusText::tr("Approval expires", "blocker");
    case BlockerKind::ApprovalExpired: return StatusText::tr("Approval expired", "blocker");
    case BlockerKind::ItemRefused: return StatusText::tr("%1: not as needed", "blocker, an item").arg(subject);
    case BlockerKind::ExemptionExpiring: return StatusText::tr("Exemption ends: %1", "blocker, an item").arg(subject);
    case BlockerKind::ExemptionExpired: return StatusText::tr("Exemption ended: %1", "blocker, an item").arg(subject);
    case BlockerKind::PlaybookUnknown: return StatusText::tr("Unknown playbook %1", "blocker").arg(subject);
    }
    Q_UNREACHABLE();
}

QString blockerSentence(const domain::Blocker &blocker)
{
    const QString subject = isolate(blocker.subject);
    switch (blocker.kind) {
    case BlockerKind::DocumentMissing:
        return StatusText::tr("Nothing was filed for: %1. The review waits for it.", "a document").arg(subject);
    case BlockerKind::DocumentExpired:
        return StatusText::tr("Expired %2 ago: %1. A renewed one has to be filed.", "a document, then a duration")
            .arg(subject, daysInFull(blocker.days));
    case BlockerKind::DocumentExpiring:
        return blocker.days > 0
                   ? StatusText::tr("Expires in %2: %1. A renewed one has to be filed by then.",
                                    "a document, then a duration")
                         .arg(subject, daysInFull(blocker.days))
                   : StatusText::tr("Expires today: %1. A renewed one has to be filed.", "a document").arg(subject);
    case BlockerKind::RejectedRetry:
        return StatusText::tr("The last decision rejects. The partner may file again, then it is reviewed anew.");
    case BlockerKind::RejectedFinal:
        return StatusText::tr("The last rejection is final. Only a root admin re-opens it.");
    case BlockerKind::Suspended:
        return StatusText::tr(
            "The partner was approved and is suspended now. All its access is closed; its dossier is kept.");
    case BlockerKind::SubmitterLeft:
        return StatusText::tr("%1 submitted the application and is no longer in the roster.", "a person").arg(subject);
    case BlockerKind::IdentityActive:
        return StatusText::tr(
                   "%1 was removed but can still sign in. The identity has to be deactivated at its provider.",
                   "a person")
            .arg(subject);
    case BlockerKind::RequestOpen:
        return blocker.subject.isEmpty()
                   ? StatusText::tr("The partner was asked a question. The review waits for the answer.")
                   : StatusText::tr("The partner was asked for another document: %1. The review waits for it.",
                                    "a document")
                         .arg(subject);
    case BlockerKind::RequestOverdue:
        return blocker.subject.isEmpty()
                   ? StatusText::tr("Our question was asked %1 ago and isn't answered. Remind the partner.",
                                    "a duration")
                         .arg(daysInFull(blocker.days))
                   : StatusText::tr("Asked for %2 ago and not filed: %1. Remind the partner.",
                                    "a document, then a duration")
                         .arg(subject, daysInFull(blocker.days));
    case BlockerKind::ApprovalExpiring:
        return blocker.days > 0
                   ? StatusText::tr("The approval expires in %1. Review the partner again by then.", "a duration")
                         .arg(daysInFull(blocker.days))
                   : StatusText::tr("The approval expires today. Review the partner again.");
    case BlockerKind::ApprovalExpired:
        return StatusText::tr("The approval has expired. The partner has to be reviewed again.");
    case BlockerKind::ItemRefused:
        return StatusText::tr(
                   "The answer to this item isn't the one that is needed: %1. Change what it tells of, then the "
                   "answer.",
                   "an item")
            .arg(subject);
    case BlockerKind::ExemptionExpiring:
        return blocker.days > 0
                   ? StatusText::tr("The exemption ends in %2: %1. Do the item by then, or have another one approved.",
                                    "an item, then a duration")
                         .arg(subject, daysInFull(blocker.days))
                   : StatusText::tr("The exemption ends today: %1. Do the item, or have another one approved.",
                                    "an item")
                         .arg(subject);
    case BlockerKind::ExemptionExpired:
        return blocker.days > 0
                   ? StatusText::tr("The exemption ended %2 ago: %1. Do the item, or have another one approved.",
                                    "an item, then a duration")
                         .arg(subject, daysInFull(blocker.days))
                   : StatusText::tr("The exemption ended today: %1. Do the item, or have another one approved.",
                                    "an item")
                         .arg(subject);
    case BlockerKind::PlaybookUnknown:
        return StatusText::tr("This program does not know the playbook %1, so it can't tell where the partner stands. "
                              "Use the newest version of Gatehouse.",
                              "a playbook")
            .arg(subject);
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::words
