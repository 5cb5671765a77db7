#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/newfile.h"
#include "cli/session.h"
#include "domain/documentpages.h"
#include "operations/filedocument.h"
#include "operations/queries.h"

#include <QFileInfo>

namespace gatehouse::cli {

namespace {

// The document's bytes and nothing else, for a pipe.
Outcome writeToStandardOutput(Session &session, const QByteArray &bytes)
{
    if (session.format() == Format::Json)
        return usageFailure(CliText::tr("Nothing was written."),
                            CliText::tr("--json and --output - both want standard output."),
                            CliText::tr("Leave one of them out."));
    session.output().write(bytes);
    return {};
}

Outcome writeNewFile(const QString &name, const QByteArray &bytes)
{
    NewFile file(name);
    if (auto failure = file.open())
        return failure;
    file.write(bytes);
    return file.commit();
}

// After a final rejection a filing changes nothing by itself.
QString standingSentence(const QString &status)
{
    if (status == domain::approvalStatusName(domain::ApprovalStatus::Suspended))
        return QLatin1Char(' ')
               + CliText::tr("It re-opens nothing: the suspension is final and stands until there is a new decision.");
    if (status == domain::approvalStatusName(domain::ApprovalStatus::Rejected))
        return QLatin1Char(' ')
               + CliText::tr("It re-opens nothing: the last rejection is final and stands until there is a new "
                             "decision.");
    return {};
}

} // namespace

Outcome fileDocument(Session &session)
{
    const Arguments &arguments = session.arguments();
    const QString name = arguments.value(QStringLiteral("object"));
    auto bytes = Session::readFile(name, domain::documentMostBytes);
    if (!bytes)
        return failureOf(bytes.error());
    operations::FileDocument operation;
    operation.partner = arguments.positionals.value(0);
    operation.documentKind = arguments.value(QStringLiteral("kind"));
    operation.bytes = std::move(*bytes);
    operation.fileName = QFileInfo(name).fileName();
    operation.validUntil = arguments.value(QStringLiteral("valid-until"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt,
                      CliText::tr("Filed %1 as revision %2, document %3.", "kind, revision, id")
                              .arg(receipt->result.value(QLatin1StringView("kind")).toString(),
                                   QString::number(receipt->result.value(QLatin1StringView("revision")).toInteger()),
                                   receipt->result.value(QLatin1StringView("document")).toString())
                          + standingSentence(receipt->result.value(QLatin1StringView("status")).toString()));
    return {};
}

Outcome getDocument(Session &session)
{
    const QStringList &words = session.arguments().positionals;
    auto content = session.ask(operations::ReadDocument{words.value(0), words.value(1)});
    if (!content)
        return failureOf(content.error());
    const QString output = session.arguments().value(QStringLiteral("output"));
    if (output == QLatin1StringView("-"))
        return writeToStandardOutput(session, content->bytes);
    if (auto failure = writeNewFile(output, content->bytes))
        return failure;
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("document"), content->document.id},
                           {QStringLiteral("kind"), content->document.kind},
                           {QStringLiteral("sha256"), content->document.sha256},
                           {QStringLiteral("size"), content->document.size},
                           {QStringLiteral("output"), output}});
    else
        session.printText(CliText::tr("Wrote %1, %2.", "a file, then its hash").arg(output, content->document.sha256));
    return {};
}

} // namespace gatehouse::cli
