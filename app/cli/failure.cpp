#include "cli/failure.h"

#include "cli/clitext.h"
#include "cli/terminaltext.h"
#include "domain/tenant.h"
#include "words/textmarks.h"

#include <QJsonArray>

namespace gatehouse::cli {

namespace {

QString message(const Failure &failure)
{
    return QStringList{failure.words.what, failure.words.why, failure.words.todo}.join(QLatin1Char(' '));
}

words::ErrorWords plainWords(words::ErrorWords words)
{
    for (QString *part : {&words.what, &words.why, &words.todo, &words.runbook})
        *part = words::plain(*part);
    return words;
}

} // namespace

ExitCode exitCode(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::NotFound: return ExitCode::NotFound;
    case base::ErrorKind::Conflict: return ExitCode::Conflict;
    case base::ErrorKind::Denied: return ExitCode::Denied;
    case base::ErrorKind::Invalid: return ExitCode::Usage;
    case base::ErrorKind::Unreachable: return ExitCode::Unreachable;
    case base::ErrorKind::Cancelled:
    case base::ErrorKind::Corrupt:
    case base::ErrorKind::Internal: return ExitCode::Other;
    }
    Q_UNREACHABLE();
}

Failure failureOf(const base::Error &error)
{
    return {exitCode(error.kind),
            base::errorKindName(error.kind),
            base::errorCodeName(error.code),
            error.subject,
            error.arguments,
            plainWords(words::errorWords(error)),
            error};
}

Failure withOption(Failure failure, const QString &option)
{
    if (!failure.error)
        return failure;
    base::Error called = *failure.error;
    called.subject = QStringLiteral("--") + option;
    failure.words = plainWords(words::errorWords(called));
    return failure;
}

Failure withoutSecrets(Failure failure)
{
    failure.subject = domain::withoutAccessKeys(failure.subject);
    for (QString &argument : failure.arguments)
        argument = domain::withoutAccessKeys(argument);
    for (QString *text : {&failure.words.what, &failure.words.why, &failure.words.todo})
        *text = domain::withoutAccessKeys(*text);
    return failure;
}

Failure usageFailure(const QString &what, const QString &why, const QString &todo)
{
    return {ExitCode::Usage,
            base::errorKindName(base::ErrorKind::Invalid),
            QStringLiteral("usage"),
            {},
            {},
            {what, why, todo, QStringLiteral("command-line#usage")}};
}

Failure existingFile(const QString &name)
{
    return {ExitCode::Conflict,
            base::errorKindName(base::ErrorKind::Conflict),
            QStringLiteral("output-exists"),
            name,
            {},
            {CliText::tr("Nothing was written to %1.").arg(name),
             CliText::tr("Something with this name is there already, and it was left as it is."),
             CliText::tr("Choose another name, or move away what is there."), QStringLiteral("command-line#output")}};
}

Failure missingFolder(const QString &name, const QString &folder)
{
    return {ExitCode::Usage,
            base::errorKindName(base::ErrorKind::Invalid),
            QStringLiteral("output-folder"),
            name,
            {folder},
            {CliText::tr("Nothing was written to %1.").arg(name), CliText::tr("There is no folder %1.").arg(folder),
             CliText::tr("Create the folder first, or choose another place."), QStringLiteral("command-line#output")}};
}

Failure unwritableFile(const QString &name, const QString &reason)
{
    return {ExitCode::Other,
            base::errorKindName(base::ErrorKind::Internal),
            QStringLiteral("output-lost"),
            name,
            {reason},
            {CliText::tr("%1 can't be written.").arg(name), CliText::tr("The system says: %1.").arg(reason),
             CliText::tr("Choose another file, or make room, and ask again."), QStringLiteral("command-line#output")}};
}

QString errorLine(const Failure &failure)
{
    QString line = QStringLiteral("gatehouse-admin: ") + visibleLine(message(failure));
    // Last and without a full stop, so that it can be marked and run.
    if (!failure.words.runbook.isEmpty())
        line += QStringLiteral(" Runbook: gatehouse-admin runbook show ") + visibleLine(failure.words.runbook);
    return line;
}

QJsonObject errorObject(const Failure &failure)
{
    return {{QStringLiteral("error"),
             QJsonObject{{QStringLiteral("code"), failure.code},
                         {QStringLiteral("kind"), failure.kind},
                         {QStringLiteral("exit"), int(failure.exit)},
                         {QStringLiteral("subject"), failure.subject},
                         {QStringLiteral("arguments"), QJsonArray::fromStringList(failure.arguments)},
                         {QStringLiteral("message"), message(failure)},
                         {QStringLiteral("what"), failure.words.what},
                         {QStringLiteral("why"), failure.words.why},
                         {QStringLiteral("todo"), failure.words.todo},
                         {QStringLiteral("runbook"), failure.words.runbook}}}};
}

} // namespace gatehouse::cli
