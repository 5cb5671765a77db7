#pragma once

#include <QByteArray>

namespace gatehouse::bench {

// Of lines as printLine() prints them: for each measurement and each size but the smallest, its median over that of the
// next smaller size, as {"name":"<name>-growth","n","median_ms","baseline","ratio"}. Cost grows no worse than
// linearly while the ratio stays below that of the sizes.
void printGrowth(const QByteArray &lines);

} // namespace gatehouse::bench
