#pragma once

#include "cli/environment.h"
#include "cli/output.h"

#include <QStringList>

namespace gatehouse::cli {

// The whole of gatehouse-admin: `words` are its arguments without the program's name. Returns its exit code.
int runProgram(const QStringList &words, Environment &environment, Output &output);

} // namespace gatehouse::cli
