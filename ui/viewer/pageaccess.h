#pragma once

namespace gatehouse::ui {

// Lets assistive technology read pages: name, words and changes of the one that a PageView shows. May be called again.
void installPageAccess();

} // namespace gatehouse::ui
