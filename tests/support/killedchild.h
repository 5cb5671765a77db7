#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::support {

// A test program started once more, as somebody who is killed at work. That one says "ready", then "did X" a line for
// each thing that is done for good.
struct ChildRole
{
    QString name;   // what to do
    QString place;  // where
    QString detail; // whatever else the role needs
};

// In the child: what it was started as; without a name in the parent.
ChildRole childRole();
void childSays(const QString &line);

// Starts this program's `test` ("TestCrash", "isTheOneWhoIsKilled") in a role, kills it by SIGKILL `afterMs` after it
// was ready and had done `least`, and gives what it had done by then.
QStringList doneBeforeKill(const QStringList &test, const ChildRole &role, int afterMs, int least);

} // namespace gatehouse::support
