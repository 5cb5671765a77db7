#include "operations/independence.h"

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;

std::optional<Error> independenceObstacle(const Actor &actor, const domain::Playbook &playbook,
                                          const domain::PartnerFacts &facts)
{
    if (!playbook.approver)
        return Error{ErrorKind::Denied,
                     ErrorCode::NotPermitted,
                     QString(domain::operationName(domain::OperationKind::Approve)),
                     {}};
    if (!actor.has(*playbook.approver))
        return Error{ErrorKind::Denied,
                     ErrorCode::NotOnAllowlist,
                     actor.subject,
                     {QString(domain::roleName(*playbook.approver))}};
    switch (domain::standingOf(actor.subject, facts.contacts)) {
    case domain::Standing::InRoster:
        return Error{ErrorKind::Denied, ErrorCode::OnTheRoster, facts.partner.name, {QStringLiteral("listed")}};
    case domain::Standing::Removed:
        return Error{ErrorKind::Denied, ErrorCode::OnTheRoster, facts.partner.name, {QStringLiteral("removed")}};
    case domain::Standing::Outside: break;
    }
    if (facts.partner.submittedBy == actor.subject)
        return Error{ErrorKind::Denied, ErrorCode::OwnRequest, facts.partner.name, {}};
    return finalityObstacle(actor, playbook, facts);
}

std::optional<Error> rosterObstacle(const Actor &actor, const domain::PartnerFacts &facts, domain::OperationKind kind)
{
    if (domain::standingOf(actor.subject, facts.contacts) == domain::Standing::Outside)
        return {};
    QStringList who{QString(domain::operationName(kind))};
    for (const domain::Role role : domain::rolesThatMay(kind))
        who.append(QString(domain::roleName(role)));
    return Error{ErrorKind::Denied, ErrorCode::OnTheRoster, facts.partner.name, who};
}

std::optional<Error> finalityObstacle(const Actor &actor, const domain::Playbook &playbook,
                                      const domain::PartnerFacts &facts)
{
    if (domain::finalRejection(playbook, facts.decisions) && !actor.has(domain::Role::RootAdmin))
        return Error{ErrorKind::Denied, ErrorCode::RejectedForGood, facts.partner.name, {}};
    return {};
}

} // namespace gatehouse::operations
