#pragma once

#include "operations/objectoperations.h"
#include "operations/queries.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse::cli {

// What --json prints of reviews; the rules of jsonforms.h hold.

// A row of review list: {"partner", "slug", "name", "group", "reason", ...}.
QJsonObject queueJson(const domain::PartnerSummary &row, domain::QueueGroup group);
// What stands around the next decision, and its history: verdicts, requests, acts, endorsements.
QJsonObject reviewStateJson(const operations::PartnerView &view);
// What differs from what the last decision saw; from nothing where nobody has decided.
QJsonArray changesJson(const operations::PartnerView &view);
QJsonArray seenJson(const QList<domain::SeenDocument> &seen);
QJsonArray checksJson(const QList<operations::DocumentCheck> &checks);
QJsonObject foundJson(const operations::CheckObjects::Found &found);

} // namespace gatehouse::cli
