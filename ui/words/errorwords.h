#pragma once

#include "base/error.h"

#include <QString>

namespace gatehouse::words {

// An error as a person reads it. Data inside is isolated: a terminal shows plain() of it.
struct ErrorWords
{
    QString what;    // what happened; never empty, ends with a full stop
    QString why;     // the reason; never empty
    QString todo;    // what to do now; never empty
    QString runbook; // runbook id#section
};

ErrorWords errorWords(const base::Error &error);
// "What. Why. What to do."
QString oneLine(const base::Error &error);
// Where the code is explained, "approvals#review-changed". Stable: scripts and links keep it.
QString runbookOf(base::ErrorCode code);

} // namespace gatehouse::words
