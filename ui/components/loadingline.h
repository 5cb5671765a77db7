#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace gatehouse::ui {

/// A line of 2 px along the top edge of its parent while something is read for longer than `patience`. It lies over
/// what is there, so nothing moves when it comes or goes, and stands still: it says that something is read, not how
/// far.
class LoadingLine final : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingLine(QWidget *parent, std::chrono::milliseconds patience = std::chrono::milliseconds(300));

    /// May be called again while it runs.
    void start();
    void stop();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QTimer m_delay;
};

} // namespace gatehouse::ui
