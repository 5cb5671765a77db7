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

// What may be optional in it isn't waited for; what nobody knows yet to apply is.
Outcome checklistOutcome(const QString &id, const Grounds &grounds)
{
    bool found = false;
    qsizetype place = 0;
    for (const PhaseRule &phase : grounds.playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const ItemState state = grounds.items.at(place++);
            if (item.checklist != id)
                continue;
            found = true;
            if (item.weight == ItemWeight::Counts && !isSettled(state))
                return Outcome::Unmet;
        }
    }
    return metIf(found && !id.isEmpty());
}

bool dependsOnItems(Condition condition)
{
    return condition == Condition::AccessOpen || condition == Condition::ChecklistDone
           || condition == Condition::ItemDone;
}

// Open: it can be done now. Blocked: something else has to be solved first, or what was there is lost.
ItemState stateOfFact(const ItemRule &item, const Grounds &grounds)
{
    if (outcome(item.condition, item.argument, grounds) == Outcome::Met)
        return ItemState::Done;
    const bool rejected = grounds.approval == ApprovalStatus::Rejected || grounds.approval == ApprovalStatus::Suspended;
    switch (item.condition) {
    case Condition::DocumentCurrent:
        // Filed and yet not current: expired.
        return outcome(Condition::DocumentFiled, item.argument, grounds) == Outcome::Met ? ItemState::Blocked
                                                                                         : ItemState::Open;
    case Condition::Approved:
    case Condition::ApprovalCurrent:
        return rejected || !isReviewable(grounds.dossier) ? ItemState::Blocked : ItemState::Open;
    case Condition::AccessOpen: return rejected ? ItemState::Blocked : ItemState::Open;
    case Condition::Recorded:
    case Condition::Submitted:
    case Condition::RosterHasSubmitter:
    case Condition::DocumentFiled:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive:
    case Condition::ChecklistDone:
    case Condition::ItemDone:
    case Condition::Deferred: return ItemState::Open;
    }
    Q_UNREACHABLE();
}

// Facts that depend on items settle one after the other; each can only turn to done, so it ends.
void resolveFacts(Grounds &grounds)
{
    bool changed = true;
    for (bool first = true; changed; first = false) {
        changed = false;
        qsizetype place = 0;
        for (const PhaseRule &phase : grounds.playbook.phases) {
            for (const ItemRule &item : phase.items) {
                ItemState &state = grounds.items[place++];
                const bool open = state == ItemState::Open || state == ItemState::Blocked;
                if (item.condition == Condition::Recorded || !open || !(first || dependsOnItems(item.condition)))
                    continue;
                const ItemState now = stateOfFact(item, grounds);
                changed |= now != state;
                state = now;
            }
        }
    }
}

// A checklist that waits for others: what of it is open can't be done yet.
void markWaiting(Grounds &grounds)
{
    qsizetype place = 0;
    for (const PhaseRule &phase : grounds.playbook.phases) {
        for (const ItemRule &item : phase.items) {
            ItemState &state = grounds.items[place++];
            if (state == ItemState::Open && item.condition == Condition::Recorded
                && !unmetBefore(item, grounds).isEmpty())
                state = ItemState::Waiting;
        }
    }
}

} // namespace

Grounds groundsAt(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    Grounds grounds{playbook,
                    facts,
                    approvalStatus(playbook, facts.decisions, facts.documents),
                    dossierStanding(playbook, facts, now),
                    reviewState(playbook, facts, now),
                    recordedStates(playbook, facts.items, now)};
    resolveFacts(grounds);
    markWaiting(grounds);
    return grounds;
}

QStringList unmetBefore(const ItemRule &item, const Grounds &grounds)
{
    QStringList unmet;
    const ChecklistRule *checklist = item.checklist.isEmpty() ? nullptr : grounds.playbook.checklist(item.checklist);
    for (const QString &id : checklist ? checklist->after : QStringList()) {
        if (checklistOutcome(id, grounds) == Outcome::Unmet)
            unmet.append(id);
    }
    return unmet;
}

Outcome outcome(Condition condition, const QString &argument, const Grounds &grounds)
{
    switch (condition) {
    case Condition::Recorded:
    case Condition::Deferred: return Outcome::Unmet;
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
    case Condition::ChecklistDone: return checklistOutcome(argument, grounds);
    case Condition::ItemDone: {
        const int place = grounds.playbook.itemPlace(argument);
        return metIf(place >= 0 && isSettled(grounds.items.at(place)));
    }
    }
    Q_UNREACHABLE();
}

Outcome accessOutcome(const AccessRule &rule, const Grounds &grounds)
{
    const bool all = std::all_of(rule.conditions.cbegin(), rule.conditions.cend(), [&](const Requirement &each) {
        return outcome(each.condition, each.argument, grounds) == Outcome::Met;
    });
    return metIf(all && !rule.conditions.isEmpty());
}

} // namespace gatehouse::domain
