#pragma once

#include "base/error.h"
#include "ui/shell/actions.h"

#include <QWidget>

namespace gatehouse::ui {

class MessageBanner;
class TextLabel;

// What is there before a workspace is: create one, open one, or look around. Also says why one could not be opened.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(Actions &actions, QWidget *parent = nullptr);

    void showError(const base::Error &error);
    // A workspace is being opened or made; `what` says which.
    void showBusy(const QString &what);
    void showReady();

private:
    QWidget *makeChoice(Actions &actions, const QString &title, const QString &text, const QString &button,
                        const QString &name, Act act);

    MessageBanner *m_banner;
    TextLabel *m_busy;
    QWidget *m_choices;
};

} // namespace gatehouse::ui
