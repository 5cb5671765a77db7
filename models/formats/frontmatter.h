#pragma once

#include "domain/runbook.h"

namespace gatehouse::formats {

// Reads the "key: value" lines between the first two lines "---" of a runbook into `runbook`. Gives the number of lines
// up to the second "---", 0 when there is no front matter. Complaints are added to `findings`.
int readFrontMatter(const QStringList &lines, domain::Runbook &runbook, QList<domain::RunbookFinding> &findings);

} // namespace gatehouse::formats
