#pragma once

#include <QAction>
#include <QHash>

class QToolButton;

namespace gatehouse::ui {

// Everything a viewer can be told to do by key or button.
enum class ViewerAct {
    PreviousPage,
    NextPage,
    StepLeft,
    StepRight,
    ScrollBack,
    ScrollOn,
    FirstPage,
    LastPage,
    ZoomIn,
    ZoomOut,
    WholeSize,
    FitWidth,
    Rotate,
    MarkChanges,
    NextChange,
    PreviousChange,
    FindNext,
    FindPrevious,
    // Their keys are the window's, too; while the viewer has the focus they are its own: see DossierView::event().
    Find,
    Evidence,
};

// The viewer's actions. Their keys work while the viewer, or something in it, has the focus.
class ViewerActions final : public QObject
{
    Q_OBJECT

public:
    // Adds the actions to the viewer.
    explicit ViewerActions(QWidget *viewer);

    struct Key
    {
        QString keys; // as they stand on the keyboard, "Right"
        QString does; // "Next page"
    };
    // All keys of a viewer, for a list of them; those for changes are the window's, too.
    static QList<Key> keys();

    QAction *operator[](ViewerAct act) const { return m_actions.value(act); }
    // Enabled without a reason, else disabled, with the reason in the tooltip.
    void setObstacle(ViewerAct act, const QString &reason);
    // A button of the toolbar: icon or words of the action, its tooltip with the key, its state.
    QToolButton *makeButton(ViewerAct act) const;

private:
    QHash<ViewerAct, QAction *> m_actions;
};

} // namespace gatehouse::ui
