#pragma once

#include "base/ids.h"
#include "store/connection.h"

#include <QStringList>

namespace gatehouse::store {

// The first rows of a workspace.
struct Seed
{
    base::Instant now;
    QString objectFolder; // empty: beside the file
    QString creator;      // becomes root admin and grants the others
    QString osUser;       // who sits at the machine
    QStringList rootAdmins;
    base::IdSource &ids;
};

// Inside the transaction that made the schema. The workspace's id is drawn here.
base::Result<void> writeSeed(Connection &connection, const Seed &seed);

} // namespace gatehouse::store
