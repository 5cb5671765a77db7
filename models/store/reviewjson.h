#pragma once

#include "domain/approval.h"
#include "store/statement.h"

#include <QLatin1StringView>

namespace gatehouse::store {

// Lists that one column holds, as JSON in the one form that domain::canonicalJson writes. Reading answers
// Corrupt/WorkspaceCorrupt with the table's name for anything else.
QString evidenceText(const QList<domain::Evidence> &evidence);
base::Result<QList<domain::Evidence>> evidenceOf(const Row &row, int column, QLatin1StringView table);
QString seenText(const QList<domain::SeenDocument> &seen);
base::Result<QList<domain::SeenDocument>> seenOf(const Row &row, int column, QLatin1StringView table);

} // namespace gatehouse::store
