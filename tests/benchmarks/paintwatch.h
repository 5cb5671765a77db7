#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

namespace gatehouse::bench {

// Sees every paint event of a window: an item view may paint in a later pass of the event loop than the change that
// asked for it, so only counting them tells when a change is on the screen.
class PaintWatch final : public QObject
{
public:
    // `window` is shown already and outlives the watch.
    explicit PaintWatch(QWidget &window);

    // Milliseconds from the beginning of `act` to the end of the last paint event that follows from it.
    double untilPainted(const std::function<void()> &act);
    // Lets everything happen that is due.
    void settle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    int m_paints = 0;
};

// Works through events until `done` says so; ends the program after a minute.
void waitUntil(const std::function<bool()> &done);
// The same; the longest time in milliseconds for which the event loop was held by one pass, as a person feels it.
double longestPass(const std::function<bool()> &done);

} // namespace gatehouse::bench
