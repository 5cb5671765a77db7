#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QString>

namespace gatehouse::wiring {

// Makes an embedded workspace full of invented partners at `path`, as if its last weeks had led up to `now`: every act
// went through the same operations as a person's, with a clock that was told the time. The OS user is root admin of it.
// All or nothing: it is made beside `path` and moved there when it is complete. Blocks for a few seconds; any thread.
// Errors: WorkspaceExists; those of the store; Internal when the script that comes with the program can't be played.
base::Result<void> createSampleWorkspace(const QString &path, base::Instant now);

} // namespace gatehouse::wiring
