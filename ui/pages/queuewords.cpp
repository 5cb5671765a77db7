#include "ui/pages/queuewords.h"

#include "ui/pages/celltable.h"
#include "ui/pages/marks.h"
#include "words/datewords.h"
#include "words/reviewwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::ui {

using domain::PartnerSummary;
using domain::QueueGroup;
using itemmodels::ReviewQueueModel;

namespace {

struct QueueText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::Queue)
};

QString verdictOf(const PartnerSummary &partner)
{
    if (partner.lastVerdict == domain::Verdict::Approve)
        return QueueText::tr("Approved");
    return partner.lastSuspended ? QueueText::tr("Suspended") : QueueText::tr("Rejected");
}

Mark markOfDecided(const PartnerSummary &partner)
{
    if (partner.lastVerdict == domain::Verdict::Approve)
        return markOf(domain::ApprovalStatus::Approved);
    return markOf(partner.lastSuspended ? domain::ApprovalStatus::Suspended : domain::ApprovalStatus::Rejected);
}

} // namespace

QueueWords::QueueWords(const domain::PlaybookSource &playbooks, const base::Clock &clock)
    : m_calendars(playbooks), m_clock(clock)
{ }

void QueueWords::setPeople(const QString &self, const QHash<QString, QString> &names)
{
    m_self = self;
    m_names = names;
}

QString QueueWords::nameOf(const QString &subject) const
{
    return subject == m_self ? QueueText::tr("You") : words::isolate(m_names.value(subject, subject));
}

QueueLine QueueWords::line(const PartnerSummary &partner, QueueGroup group) const
{
    QueueLine line;
    const domain::Instant now = m_clock.now();
    line.title = words::isolate(partner.name);
    if (group == QueueGroup::Decided) {
        // Within a week: the day says enough.
        const QDate day = partner.decidedAt->toUtc().toLocalTime().date();
        const bool today = day == now.toUtc().toLocalTime().date();
        line.detail = QueueText::tr("%1 %2", "what was decided, then the day")
                          .arg(verdictOf(partner), today ? QueueText::tr("today")
                                                         : QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat));
        line.state = statusCell(markOfDecided(partner), {});
        return line;
    }
    line.detail = words::queueReasonWords(partner.queue, partner.revision);
    if (!partner.endorsedBy.isEmpty())
        line.detail = QueueText::tr("%1 · second approval", "why it waits").arg(line.detail);
    if (group == QueueGroup::Snoozed && partner.snoozedUntil)
        line.detail = QueueText::tr("Put off until %1", "a date and time")
                          .arg(words::isolate(words::dateTimeWords(*partner.snoozedUntil, now)));
    else if (partner.requestCount > 0)
        line.detail = QueueText::tr("%n thing(s) asked of the partner", nullptr, partner.requestCount);
    line.state = clockCell(partner, m_calendars.of(partner), now);
    if (!partner.assignee.isEmpty())
        line.who = nameOf(partner.assignee);
    else if (!partner.escalatedTo.isEmpty())
        line.who = QueueText::tr("To %1", "escalated to a person").arg(nameOf(partner.escalatedTo));
    return line;
}

QString QueueWords::median(const QList<PartnerSummary> &decided) const
{
    QList<qint64> used;
    const PartnerSummary *any = nullptr;
    for (const PartnerSummary &partner : decided) {
        if (partner.sla != domain::SlaState::Met && partner.sla != domain::SlaState::Missed)
            continue;
        used += partner.slaUsedMs;
        any = &partner;
    }
    if (!any)
        return {};
    std::sort(used.begin(), used.end());
    const words::DayLength day{m_calendars.of(*any).workingDayMs()};
    return QueueText::tr("%1, target %2", "two durations")
        .arg(words::isolate(words::durationWords(used.at(used.size() / 2), day)),
             words::isolate(words::durationWords(any->slaTargetMs, day)));
}

QVariant QueueWords::words(const QModelIndex &index, int role) const
{
    const auto group = index.data(ReviewQueueModel::QueueGroupRole).value<QueueGroup>();
    if (index.data(ReviewQueueModel::RowKindRole).value<ReviewQueueModel::RowKind>()
        == ReviewQueueModel::RowKind::Group) {
        if (role != Qt::AccessibleTextRole)
            return {};
        const int count = index.data(ReviewQueueModel::CountRole).toInt();
        const QString text =
            QueueText::tr("%1, %n partner(s)", "group header", count).arg(words::queueGroupWords(group));
        return index.data(ReviewQueueModel::FoldedRole).toBool() ? QueueText::tr("%1, folded", "group header").arg(text)
                                                                 : text;
    }
    const auto partner = index.data(ReviewQueueModel::SummaryRole).value<PartnerSummary>();
    return role == Qt::AccessibleTextRole ? sentence(partner, group) : toolTip(partner);
}

QString QueueWords::sentence(const PartnerSummary &partner, QueueGroup group) const
{
    const QueueLine shown = line(partner, group);
    QStringList parts = {partner.name, shown.detail};
    if (group != QueueGroup::Decided && partner.sla != domain::SlaState::None) {
        const domain::BusinessCalendar &calendar = m_calendars.of(partner);
        parts += words::clockSentence(clockFiguresNow(partner, calendar, m_clock.now()), m_clock.now(),
                                      {calendar.workingDayMs()});
    }
    if (!partner.assignee.isEmpty())
        parts += QueueText::tr("assigned to %1").arg(nameOf(partner.assignee));
    if (!partner.escalatedTo.isEmpty())
        parts += QueueText::tr("escalated to %1").arg(nameOf(partner.escalatedTo));
    return parts.join(QStringLiteral(", "));
}

QString QueueWords::toolTip(const PartnerSummary &partner) const
{
    QStringList lines = {QueueText::tr("%1\n%2 · %3", "name, legal name, playbook and region")
                             .arg(partner.name, partner.legalName, partner.label)};
    if (partner.decidedAt && partner.queue == domain::QueueReason::None)
        lines += QueueText::tr("Decided %1").arg(words::exactMoment(*partner.decidedAt));
    else if (partner.sla == domain::SlaState::Running || partner.sla == domain::SlaState::AtRisk
             || partner.sla == domain::SlaState::Breached)
        lines += QueueText::tr("Review due %1").arg(words::exactMoment(partner.slaDeadline));
    if (!partner.assignee.isEmpty())
        lines += QueueText::tr("Assigned to %1").arg(nameOf(partner.assignee));
    if (!partner.escalatedTo.isEmpty())
        lines += QueueText::tr("Escalated to %1").arg(nameOf(partner.escalatedTo));
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatehouse::ui
