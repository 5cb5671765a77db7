#include "domain/sla.h"

#include <algorithm>
#include <limits>

namespace gatehouse::domain {

namespace {

using base::msPerMinute;

// Half open; `to` of the last span a clock has is `endOfTime`.
struct Span
{
    Instant from;
    Instant to;
};

constexpr Instant endOfTime{std::numeric_limits<qint64>::max()};

// When the clock stood still: sorted, disjoint, not before `start`.
QList<Span> stillSpans(const QList<Pause> &pauses, Instant start)
{
    QList<Span> spans;
    for (const Pause &pause : pauses) {
        const Span span{std::max(pause.from, start), pause.to.value_or(endOfTime)};
        if (span.from < span.to)
            spans.append(span);
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.from < b.from; });
    QList<Span> merged;
    for (const Span &span : std::as_const(spans)) {
        if (!merged.isEmpty() && span.from <= merged.last().to)
            merged.last().to = std::max(merged.last().to, span.to);
        else
            merged.append(span);
    }
    return merged;
}

// What is left between them: when it ran, and would run if nothing stopped it any more.
QList<Span> runningSpans(const QList<Span> &still, Instant start)
{
    QList<Span> running;
    Instant from = start;
    for (const Span &span : still) {
        if (from < span.from)
            running.append({from, span.from});
        from = span.to;
    }
    if (from < endOfTime)
        running.append({from, endOfTime});
    return running;
}

qint64 usedUntil(Instant stop, const QList<Span> &running, const BusinessCalendar &calendar)
{
    qint64 used = 0;
    for (const Span &span : running)
        used += calendar.workingMs(span.from, std::min(span.to, stop));
    return used;
}

// The earliest instant at which `ms` are used.
Instant whenUsed(qint64 ms, const QList<Span> &running, const BusinessCalendar &calendar)
{
    for (const Span &span : running) {
        if (span.to == endOfTime)
            return calendar.addWorkingMs(span.from, ms);
        const qint64 worked = calendar.workingMs(span.from, span.to);
        if (worked >= ms)
            return calendar.addWorkingMs(span.from, ms);
        ms -= worked;
    }
    return endOfTime;
}

qint64 riskMs(const SlaRule &rule)
{
    return std::max(rule.targetMinutes * msPerMinute * rule.atRiskPercent / 100, rule.atRiskMinutes * msPerMinute);
}

void readRunning(SlaReading &reading, const SlaRule &rule, const QList<Span> &running, const BusinessCalendar &calendar)
{
    const qint64 atRiskFrom = reading.targetMs - riskMs(rule);
    if (reading.usedMs > reading.targetMs) {
        reading.state = SlaState::Breached;
    } else if (reading.usedMs >= atRiskFrom) {
        reading.state = SlaState::AtRisk;
        reading.changesAt = whenUsed(reading.targetMs + 1, running, calendar);
    } else {
        reading.state = SlaState::Running;
        reading.changesAt = whenUsed(atRiskFrom, running, calendar);
    }
}

} // namespace

QLatin1StringView pauseReasonName(PauseReason reason)
{
    switch (reason) {
    case PauseReason::AwaitingDocument: return QLatin1StringView("awaiting_document");
    case PauseReason::DocumentExpired: return QLatin1StringView("document_expired");
    case PauseReason::Asked: return QLatin1StringView("asked");
    case PauseReason::RetryRejected: return QLatin1StringView("retry_rejected");
    }
    Q_UNREACHABLE();
}

QLatin1StringView slaStateName(SlaState state)
{
    switch (state) {
    case SlaState::None: return QLatin1StringView("none");
    case SlaState::Running: return QLatin1StringView("running");
    case SlaState::AtRisk: return QLatin1StringView("at_risk");
    case SlaState::Breached: return QLatin1StringView("breached");
    case SlaState::Paused: return QLatin1StringView("paused");
    case SlaState::Met: return QLatin1StringView("met");
    case SlaState::Missed: return QLatin1StringView("missed");
    }
    Q_UNREACHABLE();
}

SlaReading readClock(const SlaRule &rule, const BusinessCalendar &calendar, Instant start, QList<Pause> pauses,
                     std::optional<Instant> end, Instant now)
{
    SlaReading reading;
    reading.policy = rule.id;
    reading.start = start;
    reading.targetMs = rule.targetMinutes * msPerMinute;
    reading.pauses = std::move(pauses);

    const QList<Span> still = stillSpans(reading.pauses, start);
    const QList<Span> running = runningSpans(still, start);
    reading.usedMs = usedUntil(end.value_or(now), running, calendar);
    if (end) {
        reading.state = reading.usedMs <= reading.targetMs ? SlaState::Met : SlaState::Missed;
        reading.deadline = whenUsed(reading.targetMs, running, calendar);
        return reading;
    }
    const auto current = std::find_if(still.cbegin(), still.cend(),
                                      [now](const Span &span) { return span.from <= now && now < span.to; });
    if (current != still.cend()) {
        reading.state = SlaState::Paused;
        reading.pausedSince = current->from;
        if (current->to < endOfTime)
            reading.changesAt = current->to;
        return reading;
    }
    reading.deadline = whenUsed(reading.targetMs, running, calendar);
    readRunning(reading, rule, running, calendar);
    const auto next = std::find_if(still.cbegin(), still.cend(), [now](const Span &span) { return now < span.from; });
    if (next != still.cend())
        reading.changesAt = std::min(next->from, reading.changesAt.value_or(endOfTime));
    return reading;
}

qint64 usedMsAt(SlaState state, qint64 usedMs, Instant readAt, Instant now, const BusinessCalendar &calendar)
{
    const bool runs = state == SlaState::Running || state == SlaState::AtRisk || state == SlaState::Breached;
    return usedMs + (runs ? calendar.workingMs(readAt, now) : 0);
}

} // namespace gatehouse::domain
