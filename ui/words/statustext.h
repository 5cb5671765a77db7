#pragma once

#include <QCoreApplication>

namespace gatehouse::words {

// One context for all states, so that a translator has them together.
struct StatusText
{
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};

} // namespace gatehouse::words
