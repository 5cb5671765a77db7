#pragma once

#include <QString>

namespace gatehouse::bench {

// Measures the board over a folder that seedBoard() made and prints its lines.
void measureBoard(const QString &folder, int partners);

} // namespace gatehouse::bench
