#pragma once

#include <QByteArray>
#include <QList>

namespace gatehouse::fuzz {

// With --corpus=FOLDER among the arguments: writes each of `frames` into a file there and ends the program.
void writeCorpusIfAsked(int argc, char **argv, const QList<QByteArray> &frames);

// A rule that does not hold: the fuzzer takes it for a crash and keeps what led to it.
inline void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

} // namespace gatehouse::fuzz
