#pragma once

#include "domain/readiness.h"
#include "ui/delegates/boardpresenter.h"

#include <QHash>

namespace gatehouse::words {
struct ClockFigures;
}

namespace gatehouse::ui {

// The calendars of playbooks, looked up once. GUI thread.
class PlaybookCalendars
{
public:
    // `playbooks` must outlive it.
    explicit PlaybookCalendars(const domain::PlaybookSource &playbooks) : m_playbooks(playbooks) { }
    // Of a playbook that is not known, the usual one.
    const domain::BusinessCalendar &of(const QString &playbookId, int version) const;
    const domain::BusinessCalendar &of(const domain::PartnerSummary &summary) const
    {
        return of(summary.playbookId, summary.playbookVersion);
    }

private:
    const domain::PlaybookSource &m_playbooks;
    mutable QHash<std::pair<QString, int>, domain::BusinessCalendar> m_calendars;
};

// The review clock of a partner as it stands now, counted on from when it was read.
words::ClockFigures clockFiguresNow(const domain::PartnerSummary &summary, const domain::BusinessCalendar &calendar,
                                    domain::Instant now);
CellPresentation clockCell(const domain::PartnerSummary &summary, const domain::BusinessCalendar &calendar,
                           domain::Instant now);

} // namespace gatehouse::ui
