#include "domain/plan.h"

namespace gatehouse::domain {

Instant plannedEnd(const Playbook &playbook, const Partner &partner, qsizetype phase)
{
    const BusinessCalendar &calendar = playbook.calendar;
    qint64 days = 0;
    for (qsizetype i = 0; i <= phase; ++i)
        days += playbook.phases.at(i).plannedDays;
    return calendar.addWorkingMs(partner.createdAt, days * calendar.workingDayMs());
}

std::optional<GoLivePlan> goLivePlan(const Grounds &grounds, Instant now)
{
    const Playbook &playbook = grounds.playbook;
    const BusinessCalendar &calendar = playbook.calendar;
    std::optional<GoLivePlan> plan;
    qint64 left = 0;
    qint64 planned = 0;
    bool open = false;
    qsizetype place = 0;
    for (qsizetype i = 0; i < playbook.phases.size() && playbook.phases.at(i).stage <= Stage::GoLive; ++i) {
        const PhaseRule &phase = playbook.phases.at(i);
        qint64 counted = 0;
        qint64 openItems = 0;
        for (const ItemRule &item : phase.items) {
            const ItemState state = grounds.items.at(place++);
            counted += doesCount(item, state) ? 1 : 0;
            openItems += isOpenWork(item, state) ? 1 : 0;
        }
        planned += phase.plannedDays;
        open |= openItems > 0;
        if (counted > 0)
            left += phase.plannedDays * calendar.workingDayMs() * openItems / counted;
        if (phase.stage == Stage::GoLive)
            plan = GoLivePlan{plannedEnd(playbook, grounds.facts.partner, i), calendar.addWorkingMs(now, left),
                              open ? GoLivePlan::State::Ahead : GoLivePlan::State::Reached};
    }
    return planned > 0 ? plan : std::nullopt;
}

} // namespace gatehouse::domain
