#pragma once

#include <QDialog>

namespace gatehouse::ui {

// The one question before something that can't be undone. Its button repeats the act; the way out is the default and
// has the focus. Opened with open(), never executed; deletes itself.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString title;
        QString asked;       // "Suspend Calder & Voss?"
        QString consequence; // what the act does
        QString act;         // words of the button that does it
        QString stay;        // words of the button that doesn't
    };

    explicit ConfirmDialog(const Question &question, QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
