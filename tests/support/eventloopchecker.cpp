#include "support/eventloopchecker.h"

namespace gatehouse::support {

EventLoopChecker::EventLoopChecker()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(std::chrono::milliseconds(2));
    connect(&m_timer, &QTimer::timeout, this, &EventLoopChecker::tick);
    m_sinceTick.start();
    m_timer.start();
}

void EventLoopChecker::tick()
{
    m_longestMs = qMax(m_longestMs, m_sinceTick.restart());
    ++m_ticks;
}

std::chrono::milliseconds EventLoopChecker::longestGap() const
{
    return std::chrono::milliseconds(qMax(m_longestMs, m_sinceTick.elapsed()));
}

bool EventLoopChecker::stayedFree(std::chrono::milliseconds limit) const
{
    return m_ticks > 0 && longestGap() <= limit;
}

QString EventLoopChecker::report() const
{
    return QStringLiteral("%1 ticks, longest gap %2 ms").arg(m_ticks).arg(qint64(longestGap().count()));
}

} // namespace gatehouse::support
