#include "benchmarks/paintwatch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>

namespace gatehouse::bench {

namespace {

// A pass may start a timer of 0 ms that paints in the next.
constexpr int quietPasses = 3;
constexpr qint64 patienceMs = 60'000;

double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

PaintWatch::PaintWatch(QWidget &window) : m_window(window)
{
    qApp->installEventFilter(this);
    settle();
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched->isWidgetType()
        && static_cast<QWidget *>(watched)->window() == &m_window)
        ++m_paints;
    return false;
}

void PaintWatch::settle()
{
    for (int quiet = 0; quiet < quietPasses; ++quiet) {
        const int before = m_paints;
        QCoreApplication::processEvents();
        if (m_paints != before)
            quiet = 0;
    }
}

double PaintWatch::untilPainted(const std::function<void()> &act)
{
    settle();
    QElapsedTimer timer;
    timer.start();
    double painted = -1;
    int seen = m_paints;
    act();
    for (int quiet = 0; quiet < quietPasses || painted < 0; ++quiet) {
        QCoreApplication::processEvents();
        if (m_paints != seen) {
            painted = elapsedMs(timer);
            seen = m_paints;
            quiet = 0;
        }
        if (timer.elapsed() > patienceMs)
            qFatal("nothing was painted within a minute");
    }
    return painted;
}

void waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (timer.elapsed() > patienceMs)
            qFatal("what was waited for did not come within a minute");
    }
}

double longestPass(const std::function<bool()> &done)
{
    double longest = 0;
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        QElapsedTimer pass;
        pass.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, elapsedMs(pass));
        if (timer.elapsed() > patienceMs)
            qFatal("what was waited for did not come within a minute");
    }
    return longest;
}

} // namespace gatehouse::bench
