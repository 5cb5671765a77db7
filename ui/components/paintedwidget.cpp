#include "ui/components/paintedwidget.h"

#include <QAccessibleWidget>

namespace gatehouse::ui {

namespace {

class PaintedInterface final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit PaintedInterface(PaintedWidget *widget) : QAccessibleWidget(widget), m_widget(widget) { }

    QAccessible::Role role() const override { return m_widget->accessibleFacts().role; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return m_widget->accessibleName().isEmpty() ? m_widget->accessibleFacts().name : m_widget->accessibleName();
        if (kind == QAccessible::Value)
            return m_widget->accessibleFacts().value;
        return QAccessibleWidget::text(kind);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface && m_widget->accessibleFacts().maximum > 0)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_widget->accessibleFacts().pressable && m_widget->isEnabled())
            names.prepend(pressAction());
        return names;
    }

    void doAction(const QString &name) override
    {
        if (name == pressAction() && m_widget->accessibleFacts().pressable && m_widget->isEnabled())
            m_widget->press();
        else
            QAccessibleWidget::doAction(name);
    }

    QVariant currentValue() const override { return m_widget->accessibleFacts().current; }
    QVariant maximumValue() const override { return m_widget->accessibleFacts().maximum; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant &) override { } // shown, not set

private:
    PaintedWidget *m_widget;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<PaintedWidget *>(object);
    return widget ? new PaintedInterface(widget) : nullptr;
}

} // namespace

PaintedWidget::PaintedWidget(QWidget *parent) : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed);
}

void PaintedWidget::announceFacts()
{
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace gatehouse::ui
