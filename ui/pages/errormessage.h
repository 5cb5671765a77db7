#pragma once

#include "base/error.h"
#include "ui/components/messagebanner.h"

namespace gatehouse::ui {

// An error as a banner says it: what happened in bold, why and what to do below, code and runbook in Copy details.
MessageBanner::Message errorMessage(const base::Error &error, const QStringList &actions = {});

} // namespace gatehouse::ui
