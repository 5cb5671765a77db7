#pragma once

#include "ui/shell/actions.h"

#include <QDialog>

namespace gatehouse::ui {

// All keys on one page, those of the menus as they are set.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const Actions &actions, QWidget *parent = nullptr);
};

// Name, version, licence.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
