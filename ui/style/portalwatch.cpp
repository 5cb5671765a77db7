#include "ui/style/portalwatch.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace gatehouse::ui {

using namespace Qt::StringLiterals;

namespace {

const QString &appearance()
{
    static const QString group = u"org.freedesktop.appearance"_s;
    return group;
}

constexpr int ReplyTimeoutMs = 2000;

// Read() wraps its answer twice in a variant, ReadOne() and the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

PortalWatch::~PortalWatch()
{
    QDBusConnection::disconnectFromBus(connectionName());
}

QString PortalWatch::connectionName() const
{
    return u"gatehouse-theme-%1"_s.arg(quintptr(this));
}

void PortalWatch::open()
{
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    // libdbus remembers the session bus of the process's first question; the environment is what holds now.
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    QDBusConnection bus = address.isEmpty()
                              ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName())
                              : QDBusConnection::connectToBus(address, connectionName());
    if (!bus.isConnected())
        return;
    // The slot takes the bare message: QDBusVariant as a parameter is unknown to Qt 6.4 until the first message was
    // marshalled, and connect() then refuses.
    const bool following =
        bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(onSettingChanged(QDBusMessage)));
    if (!following)
        qWarning("The desktop's colour scheme is read once and not followed");
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s}) {
        QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
        call << appearance() << key;
        auto *pending = new QDBusPendingCallWatcher(bus.asyncCall(call, ReplyTimeoutMs), this);
        connect(pending, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *answered) {
            const QDBusMessage reply = answered->reply();
            if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
                report(key, reply.arguments().constFirst());
            answered->deleteLater();
        });
    }
}

void PortalWatch::onSettingChanged(const QDBusMessage &message)
{
    const QVariantList values = message.arguments();
    if (values.size() == 3 && values[0].toString() == appearance())
        report(values[1].toString(), values[2]);
}

void PortalWatch::report(const QString &key, const QVariant &value)
{
    const uint number = unwrapped(value).toUInt();
    if (key == "color-scheme"_L1)
        Q_EMIT colorScheme(number);
    else if (key == "contrast"_L1)
        Q_EMIT contrast(number);
}

} // namespace gatehouse::ui
