#include "base/logging.h"

namespace gatehouse::base {

Q_LOGGING_CATEGORY(lcStore, "gatehouse.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOperations, "gatehouse.operations", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "gatehouse.ui", QtInfoMsg)

} // namespace gatehouse::base
