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
    // A role is missing; without arguments it is the database that refuses, and says something else.
    const bool denied = error.code == base::ErrorCode::NotPermitted && !error.arguments.isEmpty();
    state->setTexts(denied ? ViewerText::tr("Files are for root admins.") : words.what,
                    words.why + QLatin1Char(' ') + words.todo + QLatin1Char('\n')
                        + ViewerText::tr("Runbook: %1").arg(words::isolate(words.runbook)),
                    ViewerText::tr("Try again"));
}

} // namespace gatehouse::ui
