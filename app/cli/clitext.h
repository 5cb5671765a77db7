#pragma once

#include <QCoreApplication>

namespace gatehouse::cli {

// One context for what the verbs print, so that a translator has it together.
struct CliText
{
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

} // namespace gatehouse::cli
