#pragma once

#include "operations/queries.h"

namespace gatehouse::ui {

class StatusLabel;
class StatusPill;

// What a header says about where a partner stands. Hidden where there is nothing to say.
void showApproval(StatusPill *pill, const operations::PartnerView &view);
// Changed since the decision, else the worst blocker.
void showAttention(StatusPill *pill, const operations::PartnerView &view);
// The review clock, counted on from when the view was read.
void showReviewClock(StatusLabel *label, const operations::PartnerView &view, base::Instant now);

} // namespace gatehouse::ui
