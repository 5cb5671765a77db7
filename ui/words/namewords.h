#pragma once

#include "domain/permissions.h"

#include <QString>

namespace gatehouse::words {

QString roleWords(domain::Role role);  // "root admin"
QString rolesWords(domain::Role role); // "root admins", several of them
// Of roles as they are stored ("root_admin"), or "partner"; what is neither is taken for a name and given back.
QString ownerWords(const QString &owner);
// "root admins and customer success": those who may, for "who can?".
QString rolesList(const QList<domain::Role> &roles);

// What is done, after "can": "approve a partner".
QString operationWords(domain::OperationKind kind);
// The same from the stored name ("approve"); an unknown name is given back.
QString operationWords(const QString &operationName);

} // namespace gatehouse::words
