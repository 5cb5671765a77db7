#pragma once

#include <QUrl>

#include <functional>

namespace gatehouse::ui {

// Hands a link to the desktop (a mail draft to its mail program), so that a test can see which. False: nothing on this
// computer takes it.
using LinkOpener = std::function<bool(const QUrl &link)>;

} // namespace gatehouse::ui
