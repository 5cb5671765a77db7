#pragma once

#include <QtGlobal>

namespace gatehouse::ui {

/// What a state means to the reader. A tone never stands alone: a shape and a word always say the same.
enum class Tone : quint8 { Neutral, Ok, Progress, Warn, Danger, Hold };

} // namespace gatehouse::ui
