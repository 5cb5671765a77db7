#pragma once

#include "documents/processdocumentopener.h"

#include <QList>

namespace gatehouse::test {

// The programs that were built with the tests.
QString realHelper();
QString fakeHelper();

// Children of this process that run or wait to be reaped.
QList<int> childProcesses();
// How many descriptors this process has open.
int openDescriptors();

// Patient enough for a slow machine with sanitizers: for tests that are not about time.
documents::ProcessDocumentOpener patientOpener(const QString &program);
// The argument of the error, or "ok".
template <class T>
QString outcomeOf(const base::Result<T> &result)
{
    return result ? QStringLiteral("ok") : result.error().arguments.value(0);
}

} // namespace gatehouse::test
