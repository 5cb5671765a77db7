#pragma once

namespace gatehouse::ui {

/// Registers tokens, style sheet and icons. A static library's resources are dropped by the linker unless asked for.
void ensureResources();

} // namespace gatehouse::ui
