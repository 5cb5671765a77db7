#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace gatehouse::ui {

/// Draws the ring of 2 px around the button or field that has the focus, however it got it. Views mark their current
/// row instead and get no ring.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);

    /// The widget that is ringed now, or null.
    QWidget *target() const;

    /// Whether this kind of widget gets a ring; the dynamic property `focusRing` (bool) beats its kind.
    static bool wants(const QWidget *widget);

private:
    void follow(QWidget *widget);

    // The frame is a child of the ringed widget's parent and dies with it.
    QPointer<QFocusFrame> m_frame;
};

} // namespace gatehouse::ui
