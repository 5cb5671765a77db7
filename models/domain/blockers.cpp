#include "domain/evaluation.h"
#include "domain/runbookcheck.h"

#include "domain/text.h"

#include <algorithm>
#include <cstdlib>

namespace gatehouse::domain {

namespace {

// An exemption that ends within so many days is said beforehand: a default of ours, time for another one or the work.
constexpr int exemptionWarnDays = 14;
constexpr auto partnerOwner = QLatin1StringView("partner");

// What the playbook says about a condition: who clears it, and where that is described.
const ItemRule *stepFor(Condition condition, const QString &argument, const Playbook &playbook)
{
    for (const PhaseRule &phase : playbook.phases) {
        for (const ItemRule &step : phase.items) {
            if (step.condition == condition && step.argument == argument)
                return &step;
        }
    }
    return nullptr;
}

QString runbookFor(Condition condition, const QString &argument, const Playbook &playbook)
{
    const ItemRule *step = stepFor(condition, argument, playbook);
    return step ? step->runbook : QString();
}

QString documentRunbook(Condition preferred, Condition other, const QString &kind, const Playbook &playbook)
{
    const QString runbook = runbookFor(preferred, kind, playbook);
    return runbook.isEmpty() ? runbookFor(other, kind, playbook) : runbook;
}

QString approverName(const Playbook &playbook)
{
    return roleName(playbook.approver.value_or(Role::RootAdmin));
}

void addRejection(const Grounds &grounds, QList<Blocker> &blockers)
{
    if (grounds.approval != ApprovalStatus::Rejected && grounds.approval != ApprovalStatus::Suspended)
        return;
    const Decision *last = lastDecision(grounds.facts.decisions);
    const bool final = last->finality == Finality::Final;
    Blocker blocker;
    if (grounds.approval == ApprovalStatus::Suspended)
        blocker.kind = BlockerKind::Suspended;
    else
        blocker.kind = final ? BlockerKind::RejectedFinal : BlockerKind::RejectedRetry;
    blocker.owner = final ? approverName(grounds.playbook) : QString(partnerOwner);
    blocker.since = last->decidedAt;
    blocker.runbook = runbookFor(Condition::Approved, {}, grounds.playbook);
    blockers.append(blocker);
}

void addDocument(const DocumentStanding &document, const Grounds &grounds, QList<Blocker> &blockers)
{
    const Playbook &playbook = grounds.playbook;
    Blocker blocker;
    blocker.subject = playbook.document(document.kind)->title;
    blocker.owner = partnerOwner;
    blocker.runbook = documentRunbook(Condition::DocumentCurrent, Condition::DocumentFiled, document.kind, playbook);
    switch (document.state) {
    case DocumentState::Current: return;
    case DocumentState::NotFiled:
    case DocumentState::AwaitingObject:
        blocker.kind = BlockerKind::DocumentMissing;
        blocker.since = grounds.facts.partner.createdAt;
        blocker.runbook =
            documentRunbook(Condition::DocumentFiled, Condition::DocumentCurrent, document.kind, playbook);
        break;
    case DocumentState::Expired:
        blocker.kind = BlockerKind::DocumentExpired;
        blocker.days = -document.daysLeft;
        blocker.since = playbook.calendar.startOfDay(dateFromIso(document.validUntil).addDays(1));
        break;
    case DocumentState::Expiring:
        blocker.kind = BlockerKind::DocumentExpiring;
        blocker.severity = Severity::Later;
        blocker.days = document.daysLeft;
        break;
    }
    blockers.append(blocker);
}

void addSubmitter(const Grounds &grounds, QList<Blocker> &blockers)
{
    const PartnerFacts &facts = grounds.facts;
    if (!grounds.playbook.submitterInRoster || outcome(Condition::RosterHasSubmitter, {}, grounds) == Outcome::Met)
        return;
    Blocker blocker;
    blocker.kind = BlockerKind::SubmitterLeft;
    blocker.subject = facts.partner.submittedBy;
    blocker.owner = partnerOwner;
    blocker.runbook = runbookFor(Condition::RosterHasSubmitter, {}, grounds.playbook);
    for (const Contact &contact : facts.contacts) {
        if (contact.subject == facts.partner.submittedBy) {
            blocker.subject = contact.name;
            blocker.since = contact.removedAt;
        }
    }
    blockers.append(blocker);
}

void addIdentities(const Grounds &grounds, QList<Blocker> &blockers)
{
    for (const Contact &contact : openIdentities(grounds.facts.contacts)) {
        Blocker blocker;
        blocker.kind = BlockerKind::IdentityActive;
        blocker.severity = Severity::Later;
        blocker.subject = contact.name;
        blocker.owner = identityOwner(grounds.playbook);
        blocker.since = contact.removedAt;
        blocker.runbook = runbookFor(Condition::IdentitiesReleased, {}, grounds.playbook);
        blockers.append(blocker);
    }
}

// What was asked is the partner's to answer; who isn't answered for long has to ask again.
void addRequests(const Grounds &grounds, Instant now, QList<Blocker> &blockers)
{
    const Playbook &playbook = grounds.playbook;
    for (const PartnerRequest &request : grounds.review.openRequests) {
        const bool overdue = overdueAt(request, playbook.calendar) <= now;
        const DocumentRule *document = playbook.document(request.documentKind);
        Blocker blocker;
        blocker.kind = overdue ? BlockerKind::RequestOverdue : BlockerKind::RequestOpen;
        blocker.subject = document ? document->title : QString();
        blocker.days = int(playbook.calendar.dateAt(request.askedAt).daysTo(playbook.calendar.dateAt(now)));
        blocker.owner = overdue ? approverName(playbook) : QString(partnerOwner);
        blocker.since = request.askedAt;
        blocker.runbook = runbooks::questions;
        blockers.append(blocker);
    }
}

void addApproval(const Grounds &grounds, Instant now, QList<Blocker> &blockers)
{
    const auto expires = grounds.review.approvalExpiresAt;
    if (!expires)
        return;
    const BusinessCalendar &calendar = grounds.playbook.calendar;
    const int left = int(calendar.dateAt(now).daysTo(calendar.dateAt(*expires))) - 1;
    if (!grounds.review.approvalExpired && left > grounds.playbook.approvalWarnDays)
        return;
    Blocker blocker;
    blocker.kind = grounds.review.approvalExpired ? BlockerKind::ApprovalExpired : BlockerKind::ApprovalExpiring;
    blocker.severity = grounds.review.approvalExpired ? Severity::Now : Severity::Later;
    blocker.days = std::abs(left);
    blocker.owner = approverName(grounds.playbook);
    if (grounds.review.approvalExpired)
        blocker.since = expires;
    blocker.runbook = runbooks::expiry;
    blockers.append(blocker);
}

void addItem(const ItemRule &item, ItemState state, const Grounds &grounds, Instant now, QList<Blocker> &blockers)
{
    const ItemAct *act = lastAct(item.id, grounds.facts.items);
    if (!act)
        return;
    Blocker blocker;
    blocker.subject = item.title;
    blocker.owner = item.owner;
    blocker.runbook = item.runbook;
    blocker.since = act->at;
    const BusinessCalendar &calendar = grounds.playbook.calendar;
    const auto days = [&](Instant to) { return int(calendar.dateAt(now).daysTo(calendar.dateAt(to))); };
    if (state == ItemState::Blocked) {
        blocker.kind = BlockerKind::ItemRefused;
    } else if (state == ItemState::Exempt && days(*act->expiresAt) <= exemptionWarnDays) {
        blocker.kind = BlockerKind::ExemptionExpiring;
        blocker.severity = Severity::Later;
        blocker.days = days(*act->expiresAt);
    } else if (act->record == ItemRecord::Exempt && isOpenWork(item, state) && act->expiresAt) {
        blocker.kind = BlockerKind::ExemptionExpired;
        blocker.days = -days(*act->expiresAt);
        blocker.since = act->expiresAt;
    } else {
        return;
    }
    blockers.append(blocker);
}

void addItems(const Grounds &grounds, Instant now, QList<Blocker> &blockers)
{
    if (grounds.facts.items.isEmpty())
        return;
    qsizetype place = 0;
    for (const PhaseRule &phase : grounds.playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const ItemState state = grounds.items.at(place++);
            if (item.condition == Condition::Recorded && doesCount(item, state))
                addItem(item, state, grounds, now, blockers);
        }
    }
}

// Lower is worse.
int rank(BlockerKind kind)
{
    switch (kind) {
    case BlockerKind::Suspended: return 0;
    case BlockerKind::RejectedFinal: return 1;
    case BlockerKind::RejectedRetry: return 2;
    case BlockerKind::DocumentExpired: return 3;
    case BlockerKind::DocumentMissing: return 4;
    case BlockerKind::RequestOverdue: return 5;
    case BlockerKind::RequestOpen: return 6;
    case BlockerKind::ApprovalExpired: return 7;
    case BlockerKind::ItemRefused: return 8;
    case BlockerKind::ExemptionExpired: return 9;
    case BlockerKind::SubmitterLeft: return 10;
    case BlockerKind::IdentityActive: return 11;
    case BlockerKind::DocumentExpiring: return 12;
    case BlockerKind::ApprovalExpiring: return 13;
    case BlockerKind::ExemptionExpiring: return 14;
    case BlockerKind::PlaybookUnknown: return 15;
    }
    Q_UNREACHABLE();
}

bool isWorse(const Blocker &a, const Blocker &b)
{
    return a.severity != b.severity ? a.severity > b.severity : rank(a.kind) < rank(b.kind);
}

} // namespace

QLatin1StringView blockerKindName(BlockerKind kind)
{
    switch (kind) {
    case BlockerKind::DocumentMissing: return QLatin1StringView("document_missing");
    case BlockerKind::DocumentExpired: return QLatin1StringView("document_expired");
    case BlockerKind::DocumentExpiring: return QLatin1StringView("document_expiring");
    case BlockerKind::RejectedRetry: return QLatin1StringView("rejected_retry");
    case BlockerKind::RejectedFinal: return QLatin1StringView("rejected_final");
    case BlockerKind::Suspended: return QLatin1StringView("suspended");
    case BlockerKind::SubmitterLeft: return QLatin1StringView("submitter_left");
    case BlockerKind::IdentityActive: return QLatin1StringView("identity_active");
    case BlockerKind::RequestOpen: return QLatin1StringView("request_open");
    case BlockerKind::RequestOverdue: return QLatin1StringView("request_overdue");
    case BlockerKind::ApprovalExpiring: return QLatin1StringView("approval_expiring");
    case BlockerKind::ApprovalExpired: return QLatin1StringView("approval_expired");
    case BlockerKind::ItemRefused: return QLatin1StringView("item_refused");
    case BlockerKind::ExemptionExpiring: return QLatin1StringView("exemption_expiring");
    case BlockerKind::ExemptionExpired: return QLatin1StringView("exemption_expired");
    case BlockerKind::PlaybookUnknown: return QLatin1StringView("playbook_unknown");
    }
    Q_UNREACHABLE();
}

QString identityOwner(const Playbook &playbook)
{
    const ItemRule *step = stepFor(Condition::IdentitiesReleased, {}, playbook);
    return step && !step->owner.isEmpty() ? step->owner : QString(roleName(Role::RootAdmin));
}

QList<Blocker> blockersOf(const Grounds &grounds, Instant now)
{
    QList<Blocker> blockers;
    addRejection(grounds, blockers);
    // After a final rejection nothing is asked of the partner; its former people can still sign in.
    if (!finalRejection(grounds.playbook, grounds.facts.decisions)) {
        for (const DocumentStanding &document : grounds.dossier.documents)
            addDocument(document, grounds, blockers);
        addSubmitter(grounds, blockers);
        addRequests(grounds, now, blockers);
        addItems(grounds, now, blockers);
    }
    addApproval(grounds, now, blockers);
    addIdentities(grounds, blockers);
    std::stable_sort(blockers.begin(), blockers.end(), isWorse);
    return blockers;
}

} // namespace gatehouse::domain
