#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/session.h"
#include "operations/filedocument.h"
#include "operations/queries.h"

#include <QFile>
#include <QFileInfo>

namespace gatehouse::cli {

namespace {

// A dossier holds personal data: only its owner may read the copy. Nothing that is there is overwritten.
Outcome writeNewFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return unwritableFile(name, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const Failure failure = unwritableFile(name, file.errorString());
        file.remove();
        return failure;
    }
    return {};
}

} // namespace

Outcome fileDocument(Session &session)
{
    const Arguments &arguments = session.arguments();
    const QString name = arguments.value(QStringLiteral("object"));
    auto bytes = Session::readFile(name, operations::documentMostBytes);
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
                               receipt->result.value(QLatin1StringView("document")).toString()));
    return {};
}

Outcome getDocument(Session &session)
{
    const QStringList &words = session.arguments().positionals;
    auto content = session.ask(operations::ReadDocument{words.value(0), words.value(1)});
    if (!content)
        return failureOf(content.error());
    const QString output = session.arguments().value(QStringLiteral("output"));
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
