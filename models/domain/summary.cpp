#include "domain/evaluation.h"
#include "domain/runbookcheck.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

QString labelOf(const QString &playbook, const Partner &partner)
{
    return partner.region.isEmpty() ? playbook : playbook + QStringLiteral(" · ") + partner.region;
}

// Short titles of what is there.
QString partOf(const Grounds &grounds)
{
    if (grounds.dossier.state != DossierState::Partial)
        return {};
    QStringList titles;
    for (const DocumentStanding &document : grounds.dossier.documents) {
        if (!document.documentId.isEmpty())
            titles.append(grounds.playbook.document(document.kind)->shortTitle);
    }
    return titles.join(QStringLiteral(", "));
}

void takeClock(const SlaReading &sla, Instant now, PartnerSummary &summary)
{
    summary.sla = sla.state;
    summary.slaDeadline = sla.deadline;
    summary.slaTargetMs = sla.targetMs;
    summary.slaUsedMs = sla.usedMs;
    summary.slaReadAt = now;
    summary.slaPausedSince = sla.pausedSince;
}

void takeReview(const Grounds &grounds, PartnerSummary &summary)
{
    const ReviewState &review = grounds.review;
    summary.queue = review.queue;
    summary.revision = grounds.dossier.revision;
    summary.assignee = review.assignee;
    summary.snoozedUntil = review.snoozedUntil;
    summary.escalatedTo = review.escalatedTo;
    summary.endorsedBy = review.endorsement ? review.endorsement->endorsedBy : QString();
    summary.requestCount = int(review.openRequests.size());
    if (const Decision *last = lastDecision(grounds.facts.decisions)) {
        summary.decidedAt = last->decidedAt;
        summary.lastVerdict = last->verdict;
        summary.lastSuspended = suspends(*last, grounds.facts.decisions);
    }
}

void takeGates(const Evaluation &evaluation, PartnerSummary &summary)
{
    for (const GateCount &count : gateCounts(evaluation)) {
        summary.gatesUsed += count.total > 0 ? 1 : 0;
        summary.gatesDone += count.total > 0 && count.done == count.total ? 1 : 0;
    }
}

// `playbook`: its label.
void takePartner(const QString &playbook, const Partner &partner, PartnerSummary &summary)
{
    summary.id = partner.id;
    summary.slug = partner.slug;
    summary.name = partner.name;
    summary.legalName = partner.legalName;
    summary.label = labelOf(playbook, partner);
    summary.playbookId = partner.playbookId;
    summary.playbookVersion = partner.playbookVersion;
    summary.owner = partner.owner;
    summary.updatedAt = partner.updatedAt;
}

} // namespace

PartnerSummary summarize(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    const Evaluation evaluation = evaluate(playbook, facts, now);
    const Grounds &grounds = evaluation.grounds;
    PartnerSummary summary;
    takePartner(playbook.label, facts.partner, summary);
    summary.stage = evaluation.stage;
    summary.move = evaluation.move;
    summary.approval = grounds.approval;
    summary.dossier = grounds.dossier.state;
    summary.dossierDays = grounds.dossier.daysLeft;
    summary.changedSinceDecision = grounds.dossier.changedSinceDecision;
    summary.dossierPart = partOf(grounds);
    summary.blockerCount = int(evaluation.blockers.size());
    if (!evaluation.blockers.isEmpty())
        summary.blocker = evaluation.blockers.first();
    takeClock(evaluation.sla, now, summary);
    takeGates(evaluation, summary);
    takeReview(grounds, summary);
    summary.topics = topicStandings(grounds);
    summary.validUntil = evaluation.validUntil;
    return summary;
}

PartnerSummary summarizeWithoutPlaybook(const Partner &partner, Instant now)
{
    PartnerSummary summary;
    takePartner(partner.playbookId, partner, summary);
    Blocker blocker;
    blocker.kind = BlockerKind::PlaybookUnknown;
    blocker.subject = QStringLiteral("%1@%2").arg(partner.playbookId).arg(partner.playbookVersion);
    blocker.owner = QString(roleName(Role::RootAdmin));
    blocker.runbook = runbooks::playbooksFind;
    summary.move = NextMove::Ours;
    summary.blockerCount = 1;
    summary.blocker = std::move(blocker);
    summary.slaReadAt = now;
    summary.validUntil = now;
    return summary;
}

} // namespace gatehouse::domain
