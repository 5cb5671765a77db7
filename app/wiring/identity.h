#pragma once

#include "base/result.h"

#include <QStringList>

namespace gatehouse::wiring {

// The login name of the user this process runs as, from the user database and never from the environment, which the
// user could set to somebody else's. "uid-1000" where the database knows no name.
QString osUser();

// OTC_ROOT_ADMIN_SUBJECTS: subjects that a new workspace makes root admins, separated by commas; empty when unset.
// Each once, in their order. Error: that of domain::checkedSubject for the first that is none.
base::Result<QStringList> rootAdminSubjects();

} // namespace gatehouse::wiring
