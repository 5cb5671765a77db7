#include "ui/viewer/vieweractions.h"

#include "ui/style/icons.h"

#include <QGuiApplication>
#include <QToolButton>
#include <QWidget>

namespace gatehouse::ui {

namespace {

struct ActEntry
{
    ViewerAct act;
    const char *name; // of the button; the action is called alike
    const char *icon;
    const char *text; // translated in the context of ViewerActions
    const char *keys; // portable, several joined by "; "; the first is shown
};

constexpr ActEntry actEntries[] = {
    {ViewerAct::PreviousPage, "previousPage", "go-previous",
     QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Previous page"), ""},
    {ViewerAct::NextPage, "nextPage", "go-next", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Next page"), ""},
    {ViewerAct::StepLeft, "stepLeft", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "To the left"), "Left"},
    {ViewerAct::StepRight, "stepRight", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "To the right"), "Right"},
    {ViewerAct::ScrollBack, "scrollBack", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Scroll back"), "PgUp"},
    {ViewerAct::ScrollOn, "scrollOn", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Scroll on"), "PgDown"},
    {ViewerAct::FirstPage, "firstPage", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "First page"), "Home"},
    {ViewerAct::LastPage, "lastPage", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Last page"), "End"},
    {ViewerAct::ZoomIn, "zoomIn", "zoom-in", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Zoom in"), "+; ="},
    {ViewerAct::ZoomOut, "zoomOut", "zoom-out", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Zoom out"), "-"},
    {ViewerAct::WholeSize, "wholeSize", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Its own size, 100 %"),
     "0"},
    {ViewerAct::FitWidth, "fitWidth", "zoom-fit-width", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Fit width"),
     "W"},
    {ViewerAct::Rotate, "rotate", "object-rotate-right",
     QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Turn the pages"), ""},
    {ViewerAct::MarkChanges, "markChanges", "view-split-left-right",
     QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Mark changes"), ""},
    {ViewerAct::NextChange, "nextChange", "go-down", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Next change"),
     "N"},
    {ViewerAct::PreviousChange, "previousChange", "",
     QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Previous change"), "Shift+N"},
    {ViewerAct::FindNext, "findNext", "go-down", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Next find"), "F3"},
    {ViewerAct::FindPrevious, "findPrevious", "go-up",
     QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Previous find"), "Shift+F3"},
    {ViewerAct::Find, "find", "search", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Find in the document"), ""},
    {ViewerAct::Evidence, "evidence", "", QT_TRANSLATE_NOOP("gatehouse::ui::ViewerActions", "Take as evidence"), ""},
};

// The key that a tooltip names. Some act under another name, or are taken before they become shortcuts.
QKeySequence keyOf(ViewerAct act, const QKeySequence &own)
{
    const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    switch (act) {
    case ViewerAct::PreviousPage: return mirrored ? Qt::Key_Right : Qt::Key_Left;
    case ViewerAct::NextPage: return mirrored ? Qt::Key_Left : Qt::Key_Right;
    case ViewerAct::Find: return Qt::CTRL | Qt::Key_F;
    default: return own;
    }
}

} // namespace

QList<ViewerActions::Key> ViewerActions::keys()
{
    QList<Key> all;
    for (const ActEntry &entry : actEntries) {
        const auto own = QKeySequence::listFromString(QLatin1StringView(entry.keys), QKeySequence::PortableText);
        const QKeySequence key = keyOf(entry.act, own.value(0));
        switch (entry.act) {
        case ViewerAct::StepLeft: // turn pages, and are listed as that
        case ViewerAct::StepRight:
        case ViewerAct::NextChange:
        case ViewerAct::PreviousChange: continue;
        default: break;
        }
        if (!key.isEmpty())
            all += Key{key.toString(QKeySequence::NativeText), tr(entry.text)};
    }
    return all << Key{tr("1 … 9"), tr("Document in that place")};
}

ViewerActions::ViewerActions(QWidget *viewer) : QObject(viewer)
{
    for (const ActEntry &entry : actEntries) {
        auto *action = new QAction(tr(entry.text), this);
        action->setObjectName(QLatin1StringView(entry.name));
        action->setShortcuts(QKeySequence::listFromString(QLatin1StringView(entry.keys), QKeySequence::PortableText));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (*entry.icon)
            action->setIcon(icon(QLatin1StringView(entry.icon)));
        m_actions.insert(entry.act, action);
        setObstacle(entry.act, {});
        viewer->addAction(action);
    }
    for (ViewerAct act : {ViewerAct::FitWidth, ViewerAct::MarkChanges, ViewerAct::Find})
        m_actions.value(act)->setCheckable(true);
}

void ViewerActions::setObstacle(ViewerAct act, const QString &reason)
{
    QAction *action = m_actions.value(act);
    action->setEnabled(reason.isEmpty());
    const QString key = keyOf(act, action->shortcut()).toString(QKeySequence::NativeText);
    const QString name = key.isEmpty() ? action->text() : tr("%1 (%2)", "Next page (Right)").arg(action->text(), key);
    action->setToolTip(reason.isEmpty() ? name : reason);
}

QToolButton *ViewerActions::makeButton(ViewerAct act) const
{
    QAction *action = m_actions.value(act);
    auto *button = new QToolButton;
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    button->setProperty("kind", QStringLiteral("tool")); // 28 px, so that a row of them stays short
    const auto describe = [button, action] {
        button->setAccessibleDescription(action->isEnabled() ? QString() : action->toolTip());
    };
    connect(action, &QAction::changed, button, describe);
    return button;
}

} // namespace gatehouse::ui
