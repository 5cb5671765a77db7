#include "ui/components/button.h"

#include <QStyle>

namespace gatehouse::ui {

void setButtonKind(QPushButton *button, ButtonKind kind)
{
    const char *name = kind == ButtonKind::Primary ? "primary" : kind == ButtonKind::Link ? "link" : "plain";
    button->setProperty("kind", QLatin1StringView(name).toString());
    // In a dialog Enter presses the button that has the focus, as in every other program.
    button->setAutoDefault(true);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    // The sheet's [kind] selectors are only looked at when a widget is polished; what is new will be.
    if (button->testAttribute(Qt::WA_WState_Polished)) {
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setButtonKind(button, kind);
    return button;
}

} // namespace gatehouse::ui
