#include "ui/style/systemscheme.h"

#include "ui/style/portalwatch.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace gatehouse::ui {

SystemScheme::SystemScheme(QObject *parent) : QObject(parent) { }

SystemScheme::~SystemScheme()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // A thread stuck in a dead bus is left to the end of the process: waiting for it would hold up quitting.
    constexpr unsigned long PatienceMs = 200;
    if (m_thread->wait(PatienceMs))
        delete m_thread;
}

void SystemScheme::start()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto read = [this](Qt::ColorScheme scheme) {
        setWish(scheme == Qt::ColorScheme::Dark    ? Wish::Dark
                : scheme == Qt::ColorScheme::Light ? Wish::Light
                                                   : Wish::NoPreference);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, read);
    read(QGuiApplication::styleHints()->colorScheme());
#endif
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    startPortal();
#endif
}

void SystemScheme::startPortal()
{
    if (m_thread)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("portal"));
    auto *watch = new PortalWatch;
    watch->moveToThread(m_thread);
    connect(m_thread, &QThread::started, watch, &PortalWatch::open);
    connect(m_thread, &QThread::finished, watch, &QObject::deleteLater);
    connect(watch, &PortalWatch::contrast, this, [this](uint value) { setContrast(contrastFromPortal(value)); });
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    connect(watch, &PortalWatch::colorScheme, this, [this](uint value) { setWish(wishFromPortal(value)); });
#endif
    m_thread->start();
}

SystemScheme::Wish SystemScheme::wishFromPortal(uint colorScheme)
{
    switch (colorScheme) {
    case 1: return Wish::Dark;
    case 2: return Wish::Light;
    default: return Wish::NoPreference;
    }
}

SystemScheme::Contrast SystemScheme::contrastFromPortal(uint contrast)
{
    return contrast == 1 ? Contrast::High : Contrast::Normal;
}

void SystemScheme::setWish(Wish wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    Q_EMIT changed();
}

void SystemScheme::setContrast(Contrast contrast)
{
    if (contrast == m_contrast)
        return;
    m_contrast = contrast;
    Q_EMIT changed();
}

} // namespace gatehouse::ui
