#pragma once

#include "domain/readiness.h"
#include "ui/delegates/boardpresenter.h"

namespace gatehouse::ui {

// The shape and colour of a state. The words beside it come from the words room.
struct Mark
{
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;
    Emphasis emphasis = Emphasis::Normal;
};

Mark markOf(domain::ApprovalStatus status);
Mark markOf(domain::DossierState state);
// A dossier as the board shows it: "changed since approval" beats "current".
Mark dossierMark(const domain::PartnerSummary &summary);
Mark markOf(domain::DocumentState state);
Mark markOf(domain::SlaState state);
Mark markOf(domain::GateState state);
Mark markOf(domain::AccessVerdict verdict);
Mark markOf(domain::Severity severity);
Mark markOf(const domain::NextAction &action);
// The worst there is to say about a partner, for the sidebar.
Mark worstMark(const domain::PartnerSummary &summary);

} // namespace gatehouse::ui
