#include "ui/viewer/viewererror.h"

#include "ui/components/emptystate.h"
#include "words/errorwords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

struct ViewerText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::ViewerError)
};

} // namespace

void showViewerError(EmptyState *state, const base::Error &error)
{
    const words::ErrorWords words = words::errorWords(error);
    // Who may not read it may not a moment later either.
    const bool denied = error.kind == base::ErrorKind::Denied;
    state->setTexts(words.what,
                    words.why + QLatin1Char(' ') + words.todo + QLatin1Char('\n')
                        + ViewerText::tr("Runbook: %1").arg(words::isolate(words.runbook)),
                    denied ? QString() : ViewerText::tr("Try again"));
}

} // namespace gatehouse::ui
