#pragma once

#include "domain/readiness.h"

namespace gatehouse::bench {

// `count` partners, the same every time: names of two parts and a kind, some with letters beyond ASCII, 40 owners, all
// states in proportions of a working board (6 in 100 are our move, 9 in 100 the partner's). Times lie around `now`.
QList<domain::PartnerSummary> syntheticPartners(int count, base::Instant now);
QHash<QString, QString> syntheticNames();

} // namespace gatehouse::bench
