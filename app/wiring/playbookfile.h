#pragma once

#include "domain/playbook.h"

namespace gatehouse::wiring {

// Reads a playbook that somebody is writing; `fileName` is named in errors; it may extend what is `installed`. Error:
// Invalid/PlaybookInvalid with line and reason of the first problem, then of the others.
base::Result<domain::Playbook> readPlaybookFile(const QByteArray &bytes, const QString &fileName,
                                                const domain::PlaybookSource &installed);

} // namespace gatehouse::wiring
