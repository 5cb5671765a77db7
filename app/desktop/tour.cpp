#include "desktop/tour.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>

#include <chrono>
#include <cstdio>

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds pollEvery(40);
constexpr std::chrono::minutes patience(1);
// Layout, polish and painting of what has just become complete take a few turns of the loop.
constexpr int settledPolls = 4;

// The window with the dialogs over it: a desktop would put them together, and there may be none.
QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        const auto *dialog = qobject_cast<const QDialog *>(top);
        if (!dialog || !dialog->isVisible())
            continue;
        const QPixmap over = const_cast<QDialog *>(dialog)->grab();
        const QRect place(QPoint((window.width() - dialog->width()) / 2, (window.height() - dialog->height()) / 3),
                          dialog->size());
        painter.fillRect(window.rect(), QColor(0, 0, 0, 60));
        painter.drawPixmap(place.topLeft(), over);
        painter.setPen(QColor(0, 0, 0, 120));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace

Tour::Tour(Desktop &desktop, ui::Theme &theme, QString folder, QSize size)
    : m_desktop(desktop), m_folder(std::move(folder)), m_size(size), m_script(desktop, theme, m_data.path())
{
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
}

void Tour::start()
{
    if (!m_data.isValid() || !QDir().mkpath(m_folder)) {
        Q_EMIT failed(tr("%1 can't be written to.").arg(m_folder));
        return;
    }
    m_desktop.window().resize(m_size);
    m_desktop.window().activateWindow();
    begin();
    m_timer.start();
}

void Tour::begin()
{
    m_since.start();
    m_readyPolls = 0;
    m_script.steps().at(m_at).act();
}

void Tour::poll()
{
    const TourStep &step = m_script.steps().at(m_at);
    if (!step.isThere()) {
        m_readyPolls = 0;
        if (m_since.hasExpired(std::chrono::milliseconds(patience).count())) {
            m_timer.stop();
            Q_EMIT failed(tr("The screen “%1” did not appear.").arg(step.picture));
        }
        return;
    }
    if (++m_readyPolls >= settledPolls)
        takePicture();
}

void Tour::takePicture()
{
    const QString name = m_script.steps().at(m_at).picture;
    if (!name.isEmpty()) {
        const QString path = QDir(m_folder).absoluteFilePath(name + QStringLiteral(".png"));
        if (!pictureOf(m_desktop.window()).save(path)) {
            m_timer.stop();
            Q_EMIT failed(tr("%1 can't be written.").arg(path));
            return;
        }
        std::puts(qPrintable(path));
    }
    if (++m_at < m_script.steps().size()) {
        begin();
        return;
    }
    m_timer.stop();
    Q_EMIT finished();
}

} // namespace gatehouse::desktop
