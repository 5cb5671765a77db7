#pragma once

#include "operations/runner.h"
#include "wiring/samplescript.h"

#include <atomic>

namespace gatehouse::wiring {

// The time that the script says it is.
class ScriptedClock final : public base::Clock
{
public:
    base::Instant now() const override { return {m_ms}; }
    void set(base::Instant at) { m_ms = at.ms; }

private:
    std::atomic<qint64> m_ms = 0;
};

// The acts of a script with their moments, in the order of time over all partners, so that events are numbered as they
// would have been. Refers to the script.
class SampleTimeline
{
public:
    struct Turn
    {
        base::Instant at;
        const SamplePartner *partner = nullptr;
        const SampleAct *act = nullptr;
    };

    SampleTimeline(const SampleScript &script, const domain::BusinessCalendar &calendar, base::Instant now);

    const SampleScript &script() const { return m_script; }
    const QList<Turn> &turns() const { return m_turns; }
    base::Instant begin() const; // a day before the first act: when the workspace is made
    base::Instant end() const { return m_now; }

private:
    const SampleScript &m_script;
    base::Instant m_now;
    QList<Turn> m_turns;
};

// Plays a timeline through the operations.
class SamplePlayer
{
public:
    SamplePlayer(const SampleTimeline &timeline, const domain::Playbook &playbook, operations::OperationRunner &runner,
                 base::IdSource &ids, ScriptedClock &clock, QString osUser);

    // Adds the operators, then plays every partner's history. The first refusal ends it.
    base::Result<void> play();

private:
    using Turn = SampleTimeline::Turn;

    base::Result<void> addOperators();
    base::Result<void> playTurn(const Turn &turn);
    base::Result<void> submit(const SamplePartner &partner);
    base::Result<void> file(const Turn &turn);
    base::Result<void> decide(const Turn &turn);
    base::Result<void> run(const operations::Operation &operation, const QString &subject);
    base::Result<void> removeOrRelease(const Turn &turn);
    base::Result<void> review(const Turn &turn);
    base::Result<void> judge(const Turn &turn);
    QByteArray paper(const Turn &turn, const QString &validUntil) const;

    const SampleTimeline &m_timeline;
    const SampleScript &m_script;
    const domain::Playbook &m_playbook;
    operations::OperationRunner &m_runner;
    base::IdSource &m_ids;
    ScriptedClock &m_clock;
    QString m_osUser;
    QHash<const SamplePartner *, QString> m_partnerIds;
};

} // namespace gatehouse::wiring
