#pragma once

#include <QAccessible>
#include <QWidget>

namespace gatehouse::ui {

/// What assistive technology is told about a widget that paints itself.
struct AccessibleFacts
{
    QAccessible::Role role = QAccessible::StaticText;
    QString name;
    QString value;
    int current = 0;
    int maximum = 0; ///< above 0 for values that can be counted, from 0 to here
    bool pressable = false;
};

/// Base of widgets without child widgets for their words: without it a screen reader sees an empty rectangle.
/// An accessibleName set on the widget beats the one of its facts.
class PaintedWidget : public QWidget
{
    Q_OBJECT

public:
    explicit PaintedWidget(QWidget *parent = nullptr);

    virtual AccessibleFacts accessibleFacts() const = 0;
    /// What a click does, for those that are pressable.
    virtual void press() { }

protected:
    /// Call when the facts have changed.
    void announceFacts();
};

} // namespace gatehouse::ui
