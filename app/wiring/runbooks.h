#pragma once

#include "domain/runbooksearch.h"

#include <memory>

namespace gatehouse::wiring {

// The program's runbooks, with those of a team: from the folder GATEHOUSE_RUNBOOKS, or where that isn't set from
// "runbooks" beside the workspace file. Opens no workspace; a file that is no runbook is among the findings.
std::shared_ptr<const domain::RunbookSource> loadRunbooks(const QString &workspace);

// To be used in the thread that made it. Error: of the store.
base::Result<std::unique_ptr<domain::RunbookSearch>> makeRunbookSearch(
    const domain::RunbookSource &runbooks, const QList<domain::RunbookReference> &references);

} // namespace gatehouse::wiring
