#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/history.h"

#include <QDialog>

namespace gatehouse::ui {

// All keys on one page, those of the menus as they are set; those that work where one is come first.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const Actions &actions, Area here, QWidget *parent = nullptr);
};

// Name, version, licence.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
