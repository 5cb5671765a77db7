#pragma once

#include "operations/queries.h"
#include "words/reviewwords.h"

#include <QString>

namespace gatehouse::cli {

// The queue as a table, in its order. `names`: subject -> display name.
QString queueText(const QList<domain::PartnerSummary> &rows, const QHash<QString, QString> &names, base::Instant now);
// What stands around the next decision: who has it, questions, verdicts on documents, the first of two approvals.
QString reviewStateText(const operations::PartnerView &view);
// What differs from what the last decision saw, under its heading; empty where nobody has decided.
QString changesText(const operations::PartnerView &view);
// To, subject and body of a mail.
QString mailText(const words::MailDraft &draft);

} // namespace gatehouse::cli
