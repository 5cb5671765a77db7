#pragma once

class QCoreApplication;

namespace gatehouse::words {

// The sentences of the user's language, Qt's own too, until `app` dies. English when there are none in that language:
// its catalogue holds the plural forms. Once for each application, in its thread.
void installTranslations(QCoreApplication &app);

} // namespace gatehouse::words
