#pragma once

#include <QDBusMessage>
#include <QObject>

namespace gatehouse::ui {

/// Reads and follows org.freedesktop.portal.Settings. Lives in a thread of its own: connecting to the bus
/// waits for it.
class PortalWatch final : public QObject
{
    Q_OBJECT

public:
    ~PortalWatch() override;

    void open();

Q_SIGNALS:
    void colorScheme(uint value);
    void contrast(uint value);

private Q_SLOTS:
    void onSettingChanged(const QDBusMessage &message);

private:
    // Qt keeps connections by name for the whole process; a second watch must not get the first one's, perhaps dead.
    QString connectionName() const;
    void report(const QString &key, const QVariant &value);
};

} // namespace gatehouse::ui
