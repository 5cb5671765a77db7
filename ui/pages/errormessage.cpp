#include "ui/pages/errormessage.h"

#include "words/errorwords.h"

#include <QCoreApplication>

namespace gatehouse::ui {

MessageBanner::Message errorMessage(const base::Error &error, const QStringList &actions)
{
    const words::ErrorWords words = words::errorWords(error);
    MessageBanner::Message message;
    message.title = words.what;
    message.text = words.why + QLatin1Char(' ') + words.todo;
    message.actions = actions;
    message.details = QCoreApplication::translate("gatehouse::ui::ErrorMessage", "Code: %1. Runbook: %2. Gatehouse %3.")
                          .arg(base::errorCodeName(error.code), words.runbook, QCoreApplication::applicationVersion());
    return message;
}

} // namespace gatehouse::ui
