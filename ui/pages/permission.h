#pragma once

#include "operations/queries.h"

namespace gatehouse::ui {

// Why this actor can't do that to the partner, by the permission table, in one line; empty when it can.
QString permissionObstacle(domain::OperationKind kind, const operations::Actor &me,
                           const operations::PartnerView &view);

} // namespace gatehouse::ui
