#include "words/statuswords.h"

#include "words/datewords.h"
#include "words/reviewwords.h"
#include "words/statustext.h"
#include "words/textmarks.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace gatehouse::words {

namespace {

using domain::SlaState;

using Tell = std::function<QString(qint64 ms)>;

// People wait for a partner on the wall clock, not in working hours: hence two ways to tell a duration.
QString tell(const ClockFigures &clock, Instant now, const Tell &working, const Tell &waiting)
{
    const qint64 left = clock.targetMs - clock.usedMs;
    switch (clock.state) {
    case SlaState::None: return QString(QChar(0x2014));
    case SlaState::Running:
    case SlaState::AtRisk:
    case SlaState::Breached:
        return left < 0 ? StatusText::tr("%1 over", "clock, then beyond its target").arg(working(left))
                        : StatusText::tr("%1 left", "clock, until its target").arg(working(left));
    case SlaState::Paused:
        return clock.pausedSince
                   ? StatusText::tr("Paused %1", "clock, since when").arg(waiting(now - *clock.pausedSince))
                   : StatusText::tr("Paused", "clock");
    case SlaState::Met: return StatusText::tr("Met in %1", "clock, time it took").arg(working(clock.usedMs));
    case SlaState::Missed: return StatusText::tr("Missed by %1", "clock, time over").arg(working(left));
    }
    Q_UNREACHABLE();
}

// "Mon to Fri"; days that don't follow one another are listed.
QString weekdayWords(QList<int> days)
{
    std::sort(days.begin(), days.end());
    QStringList names;
    for (const int day : std::as_const(days))
        names += QLocale().dayName(day, QLocale::ShortFormat);
    const bool inARow = days.size() > 2 && days.constLast() - days.constFirst() + 1 == days.size();
    return inARow ? StatusText::tr("%1 to %2", "weekdays").arg(names.constFirst(), names.constLast()) : listOf(names);
}

QString timeWords(QTime time)
{
    return isolate(time.toString(QStringLiteral("HH:mm")));
}

} // namespace

ClockFigures clockFigures(const domain::SlaReading &reading)
{
    return {reading.state, reading.targetMs, reading.usedMs, reading.pausedSince};
}

ClockFigures clockFigures(const domain::PartnerSummary &summary)
{
    return {summary.sla, summary.slaTargetMs, summary.slaUsedMs, summary.slaPausedSince};
}

QString clockWords(const ClockFigures &clock, Instant now, DayLength workingDay, Padding padding)
{
    const bool aligned =
        clock.state == SlaState::Running || clock.state == SlaState::AtRisk || clock.state == SlaState::Breached;
    return tell(
        clock, now,
        [&](qint64 ms) { return isolate(durationWords(ms, workingDay, aligned ? padding : Padding::None)); },
        [](qint64 ms) { return isolate(roughDuration(ms)); });
}

QString clockSentence(const ClockFigures &clock, Instant now, DayLength workingDay)
{
    if (clock.state == SlaState::None)
        return StatusText::tr("no clock", "for screen readers");
    return tell(
        clock, now, [&](qint64 ms) { return isolate(durationSentence(ms, workingDay)); },
        [](qint64 ms) { return isolate(durationSentence(ms)); });
}

QString clockStateWords(SlaState state)
{
    switch (state) {
    case SlaState::None: return StatusText::tr("No clock", "clock");
    case SlaState::Running: return StatusText::tr("Running", "clock");
    case SlaState::AtRisk: return StatusText::tr("At risk", "clock");
    case SlaState::Breached: return StatusText::tr("Over", "clock");
    case SlaState::Paused: return StatusText::tr("Paused", "clock");
    case SlaState::Met: return StatusText::tr("Met", "clock");
    case SlaState::Missed: return StatusText::tr("Missed", "clock");
    }
    Q_UNREACHABLE();
}

QStringList workingHoursWords(const domain::Playbook &playbook, SlaState state, Instant now)
{
    const domain::BusinessCalendar &calendar = playbook.calendar;
    const QString zone = QString::fromUtf8(calendar.zone);
    const QString hours =
        StatusText::tr("Runs in working hours only: %1, %2 to %3 (%4)", "weekdays, times, time zone")
            .arg(weekdayWords(calendar.weekdays), timeWords(calendar.opens), timeWords(calendar.closes), zone);
    QStringList lines{calendar.holidays.isEmpty() ? hours
                                                  : StatusText::tr("%1, not on holidays", "working hours").arg(hours)};
    const bool runs = state == SlaState::Running || state == SlaState::AtRisk || state == SlaState::Breached;
    const Instant on = calendar.addWorkingMs(now, 1);
    if (runs && on - now > 1) {
        const QDate today = calendar.dateAt(now);
        const QString when = isolate(dateTimeWords(on, now));
        if (calendar.holidays.contains(today))
            lines += StatusText::tr("Stands still now, on a holiday; goes on %1", "date and time").arg(when);
        else if (!calendar.isWorkingDay(today))
            lines += StatusText::tr("Stands still now, on a day off; goes on %1", "date and time").arg(when);
        else
            lines += StatusText::tr("Stands still now, outside working hours; goes on %1", "date and time").arg(when);
    }
    lines += StatusText::tr("Working hours and holidays are set in the playbook %1, under \"calendar\"")
                 .arg(isolate(playbook.id));
    return lines;
}

QString pauseWords(const domain::Pause &pause)
{
    const QString subject = isolate(pause.subject.isEmpty() ? StatusText::tr("documents") : pause.subject);
    const QString person = isolate(pause.waitingFor.isEmpty() ? StatusText::tr("the partner") : pause.waitingFor);
    switch (pause.reason) {
    case domain::PauseReason::AwaitingDocument:
        return StatusText::tr("Waiting for %1 from %2", "a document, then a person").arg(subject, person);
    case domain::PauseReason::DocumentExpired:
        return StatusText::tr("Waiting for a renewed %1 from %2", "a document, then a person").arg(subject, person);
    case domain::PauseReason::Asked:
        return pause.subject.isEmpty()
                   ? StatusText::tr("Waiting for an answer from %1", "a person").arg(person)
                   : StatusText::tr("Waiting for another %1 from %2", "a document, then a person").arg(subject, person);
    case domain::PauseReason::RetryRejected:
        return StatusText::tr("Rejected; waiting for %1 to file again", "a person").arg(person);
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::words
