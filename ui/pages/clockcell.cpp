#include "ui/pages/clockcell.h"

#include "ui/pages/celltable.h"
#include "ui/pages/marks.h"
#include "words/statuswords.h"

namespace gatehouse::ui {

using domain::PartnerSummary;

const domain::BusinessCalendar &PlaybookCalendars::of(const QString &playbookId, int version) const
{
    const std::pair key(playbookId, version);
    if (!m_calendars.contains(key)) {
        const auto playbook = m_playbooks.playbook(playbookId, version);
        m_calendars.insert(key, playbook ? playbook->calendar : domain::BusinessCalendar());
    }
    return *m_calendars.constFind(key);
}

words::ClockFigures clockFiguresNow(const PartnerSummary &summary, const domain::BusinessCalendar &calendar,
                                    domain::Instant now)
{
    words::ClockFigures figures = words::clockFigures(summary);
    figures.usedMs = domain::usedMsAt(summary.sla, summary.slaUsedMs, summary.slaReadAt, now, calendar);
    return figures;
}

CellPresentation clockCell(const PartnerSummary &summary, const domain::BusinessCalendar &calendar, domain::Instant now)
{
    const words::ClockFigures figures = clockFiguresNow(summary, calendar, now);
    CellPresentation cell = statusCell(markOf(summary.sla), words::clockWords(figures, now, {calendar.workingDayMs()}));
    cell.kind = summary.sla == domain::SlaState::None ? CellKind::Text : CellKind::Clock;
    if (summary.sla == domain::SlaState::None)
        cell.emphasis = Emphasis::Quiet;
    if (figures.targetMs > 0)
        cell.fraction = qBound(0.0, double(figures.usedMs) / double(figures.targetMs), 1.0);
    return cell;
}

} // namespace gatehouse::ui
