#pragma once

#include "domain/playbook.h"

#include <QString>

namespace gatehouse::cli {

// Of everything (empty topic), of a noun ("partner") or of a verb ("partner submit").
QString helpText(const QString &topic);
QString versionText();
// A completion script for bash 4 and newer, to be read by `source`. It knows the ids and kinds of these playbooks.
QString bashCompletion(const domain::PlaybookSource &playbooks);
// The manual page in man(7) macros: gatehouse-admin(1).
QString manPage();

} // namespace gatehouse::cli
