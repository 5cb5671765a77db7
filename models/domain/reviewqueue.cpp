#include "domain/reviewqueue.h"

namespace gatehouse::domain {

namespace {

// The deadline of a clock that runs; never without one.
Instant deadlineOf(const PartnerSummary &partner)
{
    switch (partner.sla) {
    case SlaState::Running:
    case SlaState::AtRisk:
    case SlaState::Breached: return partner.slaDeadline;
    case SlaState::None:
    case SlaState::Paused:
    case SlaState::Met:
    case SlaState::Missed: return never;
    }
    Q_UNREACHABLE();
}

QDate dayOf(Instant at, const QTimeZone &zone)
{
    return at.toUtc().toTimeZone(zone).date();
}

} // namespace

QLatin1StringView queueGroupName(QueueGroup group)
{
    switch (group) {
    case QueueGroup::Overdue: return QLatin1StringView("overdue");
    case QueueGroup::DueToday: return QLatin1StringView("due_today");
    case QueueGroup::Later: return QLatin1StringView("later");
    case QueueGroup::Snoozed: return QLatin1StringView("snoozed");
    case QueueGroup::WithPartner: return QLatin1StringView("with_partner");
    case QueueGroup::Decided: return QLatin1StringView("decided");
    case QueueGroup::None: return QLatin1StringView("none");
    }
    Q_UNREACHABLE();
}

QueueGroup queueGroup(const PartnerSummary &partner, Instant now, const QTimeZone &zone)
{
    if (partner.queue == QueueReason::None) {
        const bool lately = partner.decidedAt && now - *partner.decidedAt < decidedDays * base::msPerDay;
        return lately ? QueueGroup::Decided : QueueGroup::None;
    }
    if (partner.requestCount > 0 || partner.sla == SlaState::Paused)
        return QueueGroup::WithPartner;
    if (partner.snoozedUntil && *partner.snoozedUntil > now)
        return QueueGroup::Snoozed;
    const Instant deadline = deadlineOf(partner);
    if (deadline < now)
        return QueueGroup::Overdue;
    return deadline != never && dayOf(deadline, zone) <= dayOf(now, zone) ? QueueGroup::DueToday : QueueGroup::Later;
}

bool isUnassigned(const PartnerSummary &partner)
{
    return partner.queue != QueueReason::None && partner.assignee.isEmpty();
}

bool isBefore(const PartnerSummary &a, const PartnerSummary &b, Instant now, const QTimeZone &zone)
{
    const QueueGroup groupOfA = queueGroup(a, now, zone);
    const QueueGroup groupOfB = queueGroup(b, now, zone);
    if (groupOfA != groupOfB)
        return groupOfA < groupOfB;
    if (groupOfA == QueueGroup::Decided && a.decidedAt != b.decidedAt)
        return a.decidedAt > b.decidedAt;
    if (const Instant first = deadlineOf(a), second = deadlineOf(b); first != second)
        return first < second;
    const int order = QString::compare(a.name, b.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.id < b.id;
}

} // namespace gatehouse::domain
