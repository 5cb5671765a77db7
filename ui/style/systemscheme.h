#pragma once

#include <QObject>
#include <QThread>

namespace gatehouse::ui {

/// What the desktop asks for, followed live. Never waits: the portal is asked from a thread of its
/// own, because a session bus that accepts and then says nothing would hold up the window.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    enum class Wish : quint8 { NoPreference, Dark, Light };
    enum class Contrast : quint8 { Normal, High };

    explicit SystemScheme(QObject *parent = nullptr);
    ~SystemScheme() override;

    Wish wish() const { return m_wish; }
    Contrast contrast() const { return m_contrast; }

    /// Starts following; changed() may come at any time after.
    void start();

    /// Values of org.freedesktop.appearance: color-scheme 0 none, 1 dark, 2 light; contrast 1 high. Unknown numbers
    /// count as no preference, as the portal's documentation asks.
    static Wish wishFromPortal(uint colorScheme);
    static Contrast contrastFromPortal(uint contrast);

Q_SIGNALS:
    void changed();

private:
    void startPortal();
    void setWish(Wish wish);
    void setContrast(Contrast contrast);

    Wish m_wish = Wish::NoPreference;
    Contrast m_contrast = Contrast::Normal;
    QThread *m_thread = nullptr;
};

} // namespace gatehouse::ui
