#pragma once

#include "base/error.h"
#include "words/errorwords.h"

#include <QJsonObject>

#include <optional>

namespace gatehouse::cli {

// Stable: scripts depend on them, and the man page lists them.
enum class ExitCode { Done = 0, Other = 1, Usage = 2, Denied = 3, NotFound = 4, Conflict = 5, Unreachable = 6 };

ExitCode exitCode(base::ErrorKind kind);

// Why a call ended without doing what it was asked to.
struct Failure
{
    ExitCode exit = ExitCode::Other;
    QString kind; // errorKindName
    QString code; // errorCodeName, or "usage"
    QString subject;
    QStringList arguments;
    words::ErrorWords words;
    std::optional<base::Error> error = {}; // that of the operation it comes from
};

Failure failureOf(const base::Error &error);
// The same for a reader of the call: what the operation calls a field is said to be the option --`option`. Scripts
// read the field still.
Failure withOption(Failure failure, const QString &option);
// The same without a whole access key in any of its texts, wherever in the call somebody put one.
Failure withoutSecrets(Failure failure);
// The call itself can't be understood: exit 2, code "usage".
Failure usageFailure(const QString &what, const QString &why, const QString &todo);
// Something stands where an answer was to be written, and it was left as it is: exit 5, code "output-exists".
Failure existingFile(const QString &name);
// A file was named in a folder that isn't there: exit 2, code "output-folder".
Failure missingFolder(const QString &name, const QString &folder);
// An answer could not be written to the file that was named: exit 1.
Failure unwritableFile(const QString &name, const QString &reason);

// One line without a line break and without characters that move a terminal's cursor, whatever the data holds:
// "gatehouse-admin: What. Why. What to do. Runbook: gatehouse-admin runbook show approvals#notes"
QString errorLine(const Failure &failure);
// {"error": {"code", "kind", "exit", "subject", "arguments", "message", "what", "why", "todo", "runbook"}}
QJsonObject errorObject(const Failure &failure);

// What a command ends with; nothing: it is done.
using Outcome = std::optional<Failure>;

} // namespace gatehouse::cli
