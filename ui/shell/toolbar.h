#pragma once

#include "ui/shell/actions.h"

#include <QToolBar>

class QPushButton;
class QToolButton;

namespace gatehouse::ui {

class ElidedLabel;
class TextLabel;

// Back, forward, where this is, one line about it, and what can be done here.
class Toolbar final : public QToolBar
{
    Q_OBJECT

public:
    explicit Toolbar(Actions &actions, QWidget *parent = nullptr);

    void showBoard(const QString &summary);
    void showApprovals(const QString &summary);
    void showPartner(const QString &name);
    void showNothing();

private:
    void showArea(const QString &title, const QString &summary);
    QToolButton *addArrow(const QString &icon, const QString &name, Act act);

    Actions &m_actions;
    QPushButton *m_board;
    TextLabel *m_arrow;
    ElidedLabel *m_title;
    TextLabel *m_summary;
    QPushButton *m_newPartner;
    QPushButton *m_fileDocument;
};

} // namespace gatehouse::ui
