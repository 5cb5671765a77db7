#include "support/eventloopchecker.h"

#include <QFile>

namespace gatehouse::support {

namespace {

// For how long this thread was ready to run and had no processor.
qint64 waitedNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
}

} // namespace

EventLoopChecker::EventLoopChecker()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(std::chrono::milliseconds(2));
    connect(&m_timer, &QTimer::timeout, this, &EventLoopChecker::tick);
    m_waitedNs = waitedNs();
    m_sinceTick.start();
    m_timer.start();
}

void EventLoopChecker::tick()
{
    m_longestMs = qMax(m_longestMs, gapMs());
    m_waitedNs = waitedNs();
    m_sinceTick.restart();
    ++m_ticks;
}

qint64 EventLoopChecker::gapMs() const
{
    return (m_sinceTick.nsecsElapsed() - (waitedNs() - m_waitedNs)) / 1000000;
}

std::chrono::milliseconds EventLoopChecker::longestGap() const
{
    return std::chrono::milliseconds(qMax(m_longestMs, gapMs()));
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
