#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace gatehouse::support {

// Proves that the thread it was made in stayed free while something else worked: it ticks every 2 ms, and whatever
// blocks the event loop shows as a long gap. Time in which others had the processor that the thread wanted is no part
// of a gap (Linux tells it): a busy machine says nothing about a loop. Use:
//   EventLoopChecker checker;
//   auto future = runner.run(request);
//   QTRY_VERIFY(future.isFinished());
//   QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
class EventLoopChecker : public QObject
{
public:
    EventLoopChecker();

    int ticks() const { return m_ticks; }
    // The longest time between two ticks, or since the last one if that is longer.
    std::chrono::milliseconds longestGap() const;
    // At least one tick, and no gap above `limit`. The default is far above what a busy machine does to a free loop and
    // far below what any database or file work given to the wrong thread is made to take in a test.
    bool stayedFree(std::chrono::milliseconds limit = std::chrono::milliseconds(250)) const;
    QString report() const;

private:
    void tick();
    qint64 gapMs() const; // since the last tick

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_waitedNs = 0; // for a processor, until the last tick
    qint64 m_longestMs = 0;
    int m_ticks = 0;
};

} // namespace gatehouse::support
