#include "domain/conditions.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

Outcome metIf(auto holds)
{
    return holds ? Outcome::Met : Outcome::Unmet;
}

Outcome documents(const QString &kind, const DossierStanding &dossier, auto counts)
{
    bool found = kind.isEmpty();
    for (const DocumentStanding &document : dossier.documents) {
        if (!kind.isEmpty() && document.kind != kind)
            continue;
        found = true;
        if (!counts(document.state))
            return Outcome::Unmet;
    }
    return metIf(found);
}

bool isFiled(DocumentState state)
{
    return state != DocumentState::NotFiled && state != DocumentState::AwaitingObject;
}

} // namespace

Grounds groundsAt(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    return {playbook, facts, approvalStatus(playbook, facts.decisions, facts.documents),
            dossierStanding(playbook, facts, now), reviewState(playbook, facts, now)};
}

Outcome outcome(Condition condition, const QString &argument, const Grounds &grounds)
{
    switch (condition) {
    case Condition::Submitted: return Outcome::Met;
    case Condition::RosterHasSubmitter:
        return metIf(standingOf(grounds.facts.partner.submittedBy, grounds.facts.contacts) == Standing::InRoster);
    case Condition::DocumentFiled: return documents(argument, grounds.dossier, isFiled);
    case Condition::DocumentCurrent: return documents(argument, grounds.dossier, isCurrent);
    case Condition::Approved: return metIf(grounds.approval == ApprovalStatus::Approved);
    case Condition::ApprovalCurrent:
        return metIf(grounds.approval == ApprovalStatus::Approved && !grounds.review.approvalExpired);
    case Condition::AccessOpen: {
        const AccessRule *rule = grounds.playbook.accessRule(argument);
        return rule ? accessOutcome(*rule, grounds) : Outcome::Unmet;
    }
    case Condition::IdentitiesReleased: return metIf(openIdentities(grounds.facts.contacts).isEmpty());
    case Condition::TenantActive:
        return metIf(std::any_of(grounds.facts.tenants.cbegin(), grounds.facts.tenants.cend(),
                                 [](const Tenant &tenant) { return tenantStatus(tenant) == TenantStatus::Active; }));
    }
    Q_UNREACHABLE();
}

Outcome accessOutcome(const AccessRule &rule, const Grounds &grounds)
{
    const bool all = std::all_of(rule.conditions.cbegin(), rule.conditions.cend(),
                                 [&](Condition condition) { return outcome(condition, {}, grounds) == Outcome::Met; });
    return metIf(all && !rule.conditions.isEmpty());
}

} // namespace gatehouse::domain
