#pragma once

#include <QLoggingCategory>

namespace gatehouse::base {

// Categories by what a reader of a log looks for. Switched by QT_LOGGING_RULES, e.g. "gatehouse.store.debug=true".
// Values that a person typed, subjects and object contents are never logged.
Q_DECLARE_LOGGING_CATEGORY(lcStore)      // gatehouse.store: statements that failed, migrations, retries
Q_DECLARE_LOGGING_CATEGORY(lcOperations) // gatehouse.operations: what ran, for whom, how it ended
Q_DECLARE_LOGGING_CATEGORY(lcUi)         // gatehouse.ui: theme, navigation, unexpected states

} // namespace gatehouse::base
