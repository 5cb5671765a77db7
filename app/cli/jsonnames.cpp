#include "cli/jsonnames.h"

namespace gatehouse::cli {

using domain::DocumentState;
using domain::DossierState;
using domain::FactChange;
using domain::GateState;
using domain::SlaState;

QString dossierStateName(DossierState state)
{
    switch (state) {
    case DossierState::NotUsed: return QStringLiteral("not_used");
    case DossierState::Missing: return QStringLiteral("missing");
    case DossierState::Partial: return QStringLiteral("partial");
    case DossierState::Current: return QStringLiteral("current");
    case DossierState::Expiring: return QStringLiteral("expiring");
    case DossierState::Expired: return QStringLiteral("expired");
    }
    Q_UNREACHABLE();
}

QString documentStateName(DocumentState state)
{
    switch (state) {
    case DocumentState::NotFiled: return QStringLiteral("not_filed");
    case DocumentState::AwaitingObject: return QStringLiteral("awaiting_object");
    case DocumentState::Current: return QStringLiteral("current");
    case DocumentState::Expiring: return QStringLiteral("expiring");
    case DocumentState::Expired: return QStringLiteral("expired");
    }
    Q_UNREACHABLE();
}

QString gateStateName(GateState state)
{
    switch (state) {
    case GateState::Todo: return QStringLiteral("todo");
    case GateState::InProgress: return QStringLiteral("in_progress");
    case GateState::Blocked: return QStringLiteral("blocked");
    case GateState::Done: return QStringLiteral("done");
    }
    Q_UNREACHABLE();
}

QString factChangeName(FactChange::Sign sign)
{
    switch (sign) {
    case FactChange::Sign::Added: return QStringLiteral("added");
    case FactChange::Sign::Removed: return QStringLiteral("removed");
    case FactChange::Sign::Changed: return QStringLiteral("changed");
    }
    Q_UNREACHABLE();
}

QString factName(FactChange::Fact fact)
{
    switch (fact) {
    case FactChange::Fact::Name: return QStringLiteral("name");
    case FactChange::Fact::LegalName: return QStringLiteral("legal_name");
    case FactChange::Fact::Region: return QStringLiteral("region");
    case FactChange::Fact::Document: return QStringLiteral("document");
    case FactChange::Fact::ValidUntil: return QStringLiteral("valid_until");
    case FactChange::Fact::Contact: return QStringLiteral("contact");
    }
    Q_UNREACHABLE();
}

bool hasDeadline(SlaState state)
{
    switch (state) {
    case SlaState::None:
    case SlaState::Paused: return false;
    case SlaState::Running:
    case SlaState::AtRisk:
    case SlaState::Breached:
    case SlaState::Met:
    case SlaState::Missed: return true;
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::cli
