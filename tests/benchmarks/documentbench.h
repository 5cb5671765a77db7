#pragma once

#include <QString>

namespace gatehouse::bench {

// Makes a workspace in `folder` with a partner whose document has `pages` pages, opens it as the console does, looks at
// some of its pages, and prints what that took beside Qt Pdf in this process. Needs the event loop of the application.
void measureDocuments(const QString &folder, int pages);

} // namespace gatehouse::bench
