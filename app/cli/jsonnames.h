#pragma once

#include "domain/readiness.h"
#include "domain/sincedecision.h"

#include <QString>

namespace gatehouse::cli {

// Names of states in JSON, for enums that are stored nowhere and so have no name in domain. Never rename one.
QString dossierStateName(domain::DossierState state);   // "not_used", "missing", "partial", ...
QString documentStateName(domain::DocumentState state); // "not_filed", "awaiting_object", ...
QString gateStateName(domain::GateState state);         // "todo", "in_progress", ...
QString factChangeName(domain::FactChange::Sign sign);  // "added", "removed", "changed"
QString factName(domain::FactChange::Fact fact);        // "name", "document", "valid_until", ...

bool hasDeadline(domain::SlaState state);

} // namespace gatehouse::cli
