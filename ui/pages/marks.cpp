#include "ui/pages/marks.h"

namespace gatehouse::ui {

using namespace domain;

Mark markOf(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::NotUsed: return {Glyph::Dash, Tone::Neutral, Emphasis::Quiet};
    case ApprovalStatus::NotSubmitted: return {Glyph::Ring, Tone::Neutral, Emphasis::Quiet};
    case ApprovalStatus::PendingReview: return {Glyph::HalfDisc, Tone::Progress, Emphasis::Quiet};
    case ApprovalStatus::Approved: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    case ApprovalStatus::Rejected: return {Glyph::DiamondCross, Tone::Danger, Emphasis::Normal};
    case ApprovalStatus::Suspended: return {Glyph::Lock, Tone::Danger, Emphasis::Normal};
    }
    return {};
}

Mark markOf(DossierState state)
{
    switch (state) {
    case DossierState::NotUsed: return {Glyph::Dash, Tone::Neutral, Emphasis::Quiet};
    case DossierState::Missing: return {Glyph::Ring, Tone::Neutral, Emphasis::Quiet};
    case DossierState::Partial: return {Glyph::HalfDisc, Tone::Progress, Emphasis::Quiet};
    case DossierState::Current: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    case DossierState::Expiring: return {Glyph::Triangle, Tone::Warn, Emphasis::Normal};
    case DossierState::Expired: return {Glyph::DiamondAlert, Tone::Danger, Emphasis::Normal};
    }
    return {};
}

Mark dossierMark(const PartnerSummary &summary)
{
    const bool stands = summary.dossier == DossierState::Current || summary.dossier == DossierState::Expiring;
    if (summary.changedSinceDecision && stands)
        return {Glyph::Triangle, Tone::Warn, Emphasis::Normal};
    return markOf(summary.dossier);
}

Mark markOf(DocumentState state)
{
    switch (state) {
    case DocumentState::NotFiled: return {Glyph::Ring, Tone::Neutral, Emphasis::Quiet};
    case DocumentState::AwaitingObject: return {Glyph::Bars, Tone::Hold, Emphasis::Normal};
    case DocumentState::Current: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    case DocumentState::Expiring: return {Glyph::Triangle, Tone::Warn, Emphasis::Normal};
    case DocumentState::Expired: return {Glyph::DiamondAlert, Tone::Danger, Emphasis::Normal};
    }
    return {};
}

Mark markOf(SlaState state)
{
    switch (state) {
    case SlaState::None: return {};
    case SlaState::Running: return {Glyph::Pie, Tone::Neutral, Emphasis::Quiet};
    case SlaState::AtRisk: return {Glyph::Pie, Tone::Warn, Emphasis::Loud};
    case SlaState::Breached: return {Glyph::DiscAlert, Tone::Danger, Emphasis::Loud};
    case SlaState::Paused: return {Glyph::Bars, Tone::Hold, Emphasis::Normal};
    case SlaState::Met: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    case SlaState::Missed: return {Glyph::DiamondAlert, Tone::Neutral, Emphasis::Quiet};
    }
    return {};
}

Mark markOf(GateState state)
{
    switch (state) {
    case GateState::Todo: return {Glyph::Ring, Tone::Neutral, Emphasis::Quiet};
    case GateState::InProgress: return {Glyph::HalfDisc, Tone::Progress, Emphasis::Quiet};
    case GateState::Blocked: return {Glyph::DiamondAlert, Tone::Danger, Emphasis::Normal};
    case GateState::Done: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    }
    return {};
}

Mark markOf(AccessVerdict verdict)
{
    return verdict == AccessVerdict::Open ? Mark{Glyph::Tick, Tone::Ok, Emphasis::Quiet}
                                          : Mark{Glyph::Lock, Tone::Neutral, Emphasis::Normal};
}

Mark markOf(Severity severity)
{
    return severity == Severity::Now ? Mark{Glyph::DiamondAlert, Tone::Danger, Emphasis::Normal}
                                     : Mark{Glyph::Triangle, Tone::Warn, Emphasis::Normal};
}

Mark markOf(const NextAction &action)
{
    if (action.mover == Mover::Partner)
        return {Glyph::Bars, Tone::Hold, Emphasis::Normal};
    switch (action.kind) {
    case ActionKind::ReviewDossier:
    case ActionKind::ReviewChange: return {Glyph::HalfDisc, Tone::Progress, Emphasis::Normal};
    case ActionKind::RemindPartner:
    case ActionKind::RenewApproval:
    case ActionKind::RenewDocument:
    case ActionKind::DeactivateIdentity: return {Glyph::Triangle, Tone::Warn, Emphasis::Normal};
    case ActionKind::FileDocument:
    case ActionKind::AnswerRejection:
    case ActionKind::AnswerRequest:
    case ActionKind::CompleteItem:
    case ActionKind::Reconsider: break;
    }
    return {Glyph::Ring, Tone::Neutral, Emphasis::Normal};
}

Mark worstMark(const PartnerSummary &summary)
{
    if (summary.blocker && summary.blocker->severity == Severity::Now && summary.move != NextMove::Partners)
        return markOf(Severity::Now);
    if (summary.sla == SlaState::Breached)
        return markOf(Severity::Now);
    if (summary.move == NextMove::Partners)
        return {Glyph::Bars, Tone::Hold, Emphasis::Normal};
    if (summary.blockerCount > 0 || summary.sla == SlaState::AtRisk)
        return markOf(Severity::Later);
    return markOf(summary.approval);
}

} // namespace gatehouse::ui
