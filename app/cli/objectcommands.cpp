#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/reviewjson.h"
#include "cli/session.h"
#include "cli/table.h"
#include "operations/objectoperations.h"
#include "words/errorwords.h"
#include "words/statuswords.h"

#include <QJsonArray>

namespace gatehouse::cli {

namespace {

using operations::DocumentCheck;

QString stateWords(const DocumentCheck &check)
{
    return check.fault ? words::errorWords(*check.fault).what : CliText::tr("as it was filed", "a document");
}

// Of one partner.
QString checkTable(const QList<DocumentCheck> &checks)
{
    Table table({CliText::tr("REV"), CliText::tr("KIND"), CliText::tr("STATE"), CliText::tr("ID")});
    for (const DocumentCheck &check : checks)
        table.addRow(
            {QString::number(check.document.revision), check.document.kind, stateWords(check), check.document.id});
    return table.text();
}

// What isn't as it was filed, of all partners.
QString badTable(const QList<DocumentCheck> &checks)
{
    Table table(
        {CliText::tr("PARTNER"), CliText::tr("REV"), CliText::tr("KIND"), CliText::tr("STATE"), CliText::tr("ID")});
    for (const DocumentCheck &check : checks)
        table.addRow({check.document.partnerId, QString::number(check.document.revision), check.document.kind,
                      stateWords(check), check.document.id});
    return table.text();
}

// The exit code and words of the first fault.
Outcome outcomeOf(const QList<DocumentCheck> &checks)
{
    for (const DocumentCheck &check : checks) {
        if (check.fault)
            return failureOf(*check.fault);
    }
    return {};
}
Outcome outcomeOf(const operations::CheckObjects::Found &found)
{
    if (Outcome bad = outcomeOf(found.bad))
        return bad;
    return found.unlisted.isEmpty() ? Outcome() : failureOf(found.unlisted.constFirst());
}

// What a sweep left although it is an orphan, or may hold orphans.
Outcome outcomeOfSweep(const QStringList &failed, const QStringList &unlisted, const QString &why)
{
    if (!failed.isEmpty())
        return failureOf({base::ErrorKind::Denied, base::ErrorCode::WorkspaceReadOnly, failed.constFirst(), {}});
    if (!unlisted.isEmpty())
        return failureOf({base::ErrorKind::Unreachable, base::ErrorCode::FileUnreadable, unlisted.constFirst(), {why}});
    return {};
}

QStringList texts(const QJsonObject &result, const char *member)
{
    return result.value(QLatin1StringView(member)).toVariant().toStringList();
}

} // namespace

Outcome verifyDossier(Session &session)
{
    auto checks = session.ask(operations::VerifyDossier{session.arguments().positionals.value(0)});
    if (!checks)
        return failureOf(checks.error());
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("documents"), checksJson(*checks)}});
    else
        session.printText(checks->isEmpty() ? CliText::tr("Nothing was filed.") : checkTable(*checks).trimmed());
    return outcomeOf(*checks);
}

Outcome checkObjects(Session &session)
{
    auto found = session.ask(operations::CheckObjects{});
    if (!found)
        return failureOf(found.error());
    if (session.format() == Format::Json) {
        session.printJson(foundJson(*found));
        return outcomeOf(*found);
    }
    const auto documents = int(found->documents);
    QString text = CliText::tr("%n document(s) looked at: all as they were filed.", nullptr, documents);
    if (!found->bad.isEmpty())
        text = CliText::tr("%n document(s) looked at. These are not as they were filed:", nullptr, documents)
               + QLatin1Char('\n') + badTable(found->bad).trimmed();
    for (const domain::ObjectStore::Entry &entry : std::as_const(found->orphans))
        text += QLatin1Char('\n')
                + CliText::tr("Nothing names %1 (%2).", "an object, its size")
                      .arg(entry.key, words::bytesWords(entry.size));
    if (found->foreign > 0)
        text +=
            QLatin1Char('\n')
            + CliText::tr("%n stored file(s) of no partner of this workspace, left alone.", nullptr, found->foreign);
    for (const base::Error &error : std::as_const(found->unlisted))
        text += QLatin1Char('\n') + CliText::tr("What is stored below %1 can't be listed.").arg(error.subject);
    session.printText(text);
    return outcomeOf(*found);
}

Outcome sweepObjects(Session &session)
{
    auto receipt = session.run(operations::SweepObjects{});
    if (!receipt)
        return failureOf(receipt.error());
    const QJsonObject &result = receipt->result;
    const int removed = int(result.value(QLatin1StringView("removed")).toArray().size());
    const int kept = result.value(QLatin1StringView("kept")).toInt();
    const QStringList failed = texts(result, "failed");
    const QStringList unlisted = texts(result, "unlisted");
    const bool whole = failed.isEmpty() && unlisted.isEmpty();
    QString sentence = whole ? CliText::tr("Nothing to remove.") : CliText::tr("Nothing was removed.");
    if (removed > 0)
        sentence = CliText::tr("%n stored file(s) removed, %1.", "a size", removed)
                       .arg(words::bytesWords(result.value(QLatin1StringView("bytes")).toInteger()));
    if (kept > 0)
        sentence += QLatin1Char(' ') + CliText::tr("%n younger than an hour, left alone.", nullptr, kept);
    if (const int foreign = result.value(QLatin1StringView("foreign")).toInt(); foreign > 0)
        sentence += QLatin1Char(' ') + CliText::tr("%n of no partner of this workspace, left alone.", nullptr, foreign);
    if (!failed.isEmpty())
        sentence += QLatin1Char(' ')
                    + CliText::tr("%n can't be removed, such as %1.", nullptr, int(failed.size())).arg(failed.at(0));
    if (!unlisted.isEmpty())
        sentence += QLatin1Char(' ')
                    + CliText::tr("What is stored below %1 can't be listed.").arg(unlisted.join(QStringLiteral(", ")));
    session.printDone(*receipt, sentence);
    return outcomeOfSweep(failed, unlisted, result.value(QLatin1StringView("unlisted_why")).toString());
}

} // namespace gatehouse::cli
