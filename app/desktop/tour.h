#pragma once

#include "desktop/desktop.h"
#include "desktop/tourscript.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

namespace gatehouse::desktop {

// Shows every screen and state that exists, one after the other, and saves a picture of each. Works on data of its own
// in a temporary folder. Waits for what is shown, never for a fixed time; a step that doesn't get there in a minute
// ends the tour with a failure.
class Tour final : public QObject
{
    Q_OBJECT

public:
    // `folder` is made when missing.
    Tour(Desktop &desktop, ui::Theme &theme, QString folder, QSize size);

    void start();

Q_SIGNALS:
    // Every picture was saved, or what went wrong.
    void finished();
    void failed(const QString &reason);

private:
    void begin();
    void poll();
    void takePicture();

    Desktop &m_desktop;
    QString m_folder;
    QSize m_size;
    QTemporaryDir m_data;
    TourScript m_script;
    qsizetype m_at = 0;
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_readyPolls = 0;
};

} // namespace gatehouse::desktop
