#pragma once

#include "domain/playbook.h"

namespace gatehouse::wiring {

// Reads a playbook that somebody is writing; `fileName` is named in errors. Error: Invalid/PlaybookInvalid with line
// and reason of the first problem, then of the others.
base::Result<domain::Playbook> readPlaybookFile(const QByteArray &bytes, const QString &fileName);

} // namespace gatehouse::wiring
