#pragma once

#include "domain/readiness.h"

#include <QTimeZone>

namespace gatehouse::domain {

// Where a partner stands in the queue of those who decide. Decided: within the last decidedDays days.
enum class QueueGroup { Overdue, DueToday, Later, Snoozed, WithPartner, Decided, None };
inline constexpr int decidedDays = 7;
QLatin1StringView queueGroupName(QueueGroup group); // "overdue", "due_today", ...
// It is to be decided, and nobody has it. A decision ends the assignment.
bool isUnassigned(const PartnerSummary &partner);

// "Today" is the day in `zone`, that of the person who looks.
QueueGroup queueGroup(const PartnerSummary &partner, Instant now, const QTimeZone &zone);
// In the order in which work is done: groups, then by deadline, without one last, then by name and id. Decided: newest
// first.
bool isBefore(const PartnerSummary &a, const PartnerSummary &b, Instant now, const QTimeZone &zone);

} // namespace gatehouse::domain
