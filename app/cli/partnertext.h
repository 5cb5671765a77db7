#pragma once

#include "operations/queries.h"

#include <QString>

namespace gatehouse::cli {

// What people read of a partner: blocks of facts and tables, each under a heading.
QString partnerText(const operations::PartnerView &view);
QString reviewText(const operations::PartnerView &view);
QString readinessText(const operations::PartnerView &view);
// Why nobody can decide on it, and what helps. For a view without deciders.
QString nobodyDecides(const operations::PartnerView &view);
QString contactsText(const QList<domain::Contact> &contacts);

} // namespace gatehouse::cli
