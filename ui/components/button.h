#pragma once

#include <QPushButton>

namespace gatehouse::ui {

/// Primary is the one filled button of a page; Link is an underlined word for ways out that change nothing.
enum class ButtonKind : quint8 { Plain, Primary, Link };

/// Turns an existing button into one of the kinds; call before it is shown.
void setButtonKind(QPushButton *button, ButtonKind kind);

QPushButton *makeButton(const QString &text, ButtonKind kind = ButtonKind::Plain, QWidget *parent = nullptr);

} // namespace gatehouse::ui
