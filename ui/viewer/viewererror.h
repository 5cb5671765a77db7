#pragma once

#include "base/error.h"

namespace gatehouse::ui {

class EmptyState;

// Why a document or a page can't be shown, where it would stand: what, why, what to do, the runbook, Try again.
void showViewerError(EmptyState *state, const base::Error &error);

} // namespace gatehouse::ui
