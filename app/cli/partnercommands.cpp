#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/partnertext.h"
#include "cli/session.h"
#include "cli/table.h"
#include "operations/partneroperations.h"
#include "operations/queries.h"
#include "words/namewords.h"
#include "words/statuswords.h"

namespace gatehouse::cli {

namespace {

// An application is a page of text; this is what the strict reader takes.
constexpr qint64 applicationMostBytes = 4LL * 1024 * 1024;

QString valueOf(const QJsonObject &result, const char *key)
{
    return result.value(QLatin1StringView(key)).toString();
}

QStringList listOf(const QJsonObject &result, const char *key)
{
    return result.value(QLatin1StringView(key)).toVariant().toStringList();
}

QString resultSubject(const domain::Receipt &receipt)
{
    return valueOf(receipt.result, "subject");
}

// Without the playbook there is no clock to tell.
words::DayLength dayOf(const domain::PartnerSummary &row, const domain::PlaybookSource &playbooks)
{
    const auto playbook = playbooks.playbook(row.playbookId, row.playbookVersion);
    return playbook ? words::DayLength{playbook->calendar.workingDayMs()} : words::eightHourDay;
}

Table partnerTable(const QList<domain::PartnerSummary> &rows, const domain::PlaybookSource &playbooks,
                   base::Instant now)
{
    Table table({CliText::tr("PARTNER"), CliText::tr("SHORT NAME"), CliText::tr("STAGE"), CliText::tr("DOSSIER"),
                 CliText::tr("APPROVAL"), CliText::tr("BLOCKERS"), CliText::tr("CLOCK"), CliText::tr("NEXT MOVE")});
    for (const domain::PartnerSummary &row : rows) {
        const QString blockers = row.blocker
                                     ? CliText::tr("%1: %2", "how many blockers, then the worst")
                                           .arg(QString::number(row.blockerCount), words::blockerWords(*row.blocker))
                                     : QStringLiteral("-");
        table.addRow({row.name, row.slug, words::stageWords(row.stage), words::dossierWords(row, now),
                      words::approvalWords(row.approval), blockers,
                      words::clockWords(words::clockFigures(row), now, dayOf(row, playbooks)),
                      words::nextMoveWords(row.move)});
    }
    return table;
}

// A file that lacks something is written more easily beside one that is whole.
Failure applicationFailure(const base::Error &error)
{
    Failure failure = failureOf(error);
    using base::ErrorCode;
    if (error.code == ErrorCode::KeyMissing || error.code == ErrorCode::KeyUnknown
        || error.code == ErrorCode::KeyWrongType)
        failure.words.todo +=
            QLatin1Char(' ') + CliText::tr("gatehouse-admin partner submit --help shows a whole one.");
    return failure;
}

operations::ShowPartner partnerQuery(const Session &session)
{
    return {session.arguments().positionals.value(0)};
}

} // namespace

Outcome submitPartner(Session &session)
{
    const QString name = session.arguments().value(QStringLiteral("file"));
    auto bytes = Session::readFile(name, applicationMostBytes);
    if (!bytes)
        return failureOf(bytes.error());
    auto payload = session.environment().jsonReader().readObject(*bytes, name);
    if (!payload)
        return failureOf(payload.error());
    operations::SubmitPartner operation;
    operation.playbookId = session.arguments().value(QStringLiteral("playbook"));
    operation.payload = std::move(*payload);
    operation.submitter = session.arguments().value(QStringLiteral("submitter"));
    auto receipt = session.run(operation);
    if (!receipt)
        return applicationFailure(receipt.error());
    const QStringList awaited = listOf(receipt->result, "awaiting");
    const QString submitted = CliText::tr("Submitted %1 as %2.", "a partner, then its short name")
                                  .arg(valueOf(receipt->result, "name"), valueOf(receipt->result, "slug"));
    session.printDone(*receipt, awaited.isEmpty() ? submitted
                                                  : CliText::tr("%1 File these documents next: %2.",
                                                                "a sentence, then kinds of documents")
                                                        .arg(submitted, awaited.join(QStringLiteral(", "))));
    return {};
}

Outcome listPartners(Session &session)
{
    auto rows = session.ask(operations::ListPartners{});
    if (!rows)
        return failureOf(rows.error());
    if (session.format() == Format::Json) {
        QJsonArray array;
        for (const domain::PartnerSummary &row : std::as_const(*rows))
            array.append(summaryJson(row));
        session.printJson({{QStringLiteral("partners"), array}, {QStringLiteral("as_of"), session.now().toIso()}});
    } else if (rows->isEmpty()) {
        const auto me = session.ask(operations::WhoAmI{});
        session.printText(me && me->actor.roles.isEmpty() ? CliText::tr("No partners that you may see.")
                                                          : CliText::tr("No partners."));
    } else {
        session.printText(partnerTable(*rows, session.environment().playbooks(), session.now()).text());
    }
    return {};
}

Outcome showPartner(Session &session)
{
    auto view = session.ask(partnerQuery(session));
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json)
        session.printJson(partnerJson(*view));
    else
        session.printText(partnerText(*view));
    return {};
}

Outcome showReadiness(Session &session)
{
    auto view = session.ask(partnerQuery(session));
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json) {
        QJsonObject json = readinessJson(view->readiness);
        json.insert(QStringLiteral("partner"), view->facts.partner.id);
        json.insert(QStringLiteral("as_of"), view->asOf.toIso());
        session.printJson(json);
    } else {
        session.printText(readinessText(*view));
    }
    return {};
}

Outcome updatePartner(Session &session)
{
    const Arguments &arguments = session.arguments();
    const auto given = [&arguments](const QString &name) {
        return arguments.isSet(name) ? std::optional(arguments.value(name)) : std::nullopt;
    };
    operations::UpdatePartner operation;
    operation.partner = arguments.positionals.value(0);
    operation.name = given(QStringLiteral("name"));
    operation.legalName = given(QStringLiteral("legal-name"));
    operation.region = given(QStringLiteral("region"));
    operation.owner = given(QStringLiteral("owner"));
    if (!operation.name && !operation.legalName && !operation.region && !operation.owner)
        return usageFailure(CliText::tr("Nothing was changed."), CliText::tr("The call names nothing to change."),
                            CliText::tr("Give one of --name, --legal-name, --region, --owner."));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    const QStringList changed = listOf(receipt->result, "changed");
    session.printDone(*receipt, changed.isEmpty()
                                    ? CliText::tr("It was so already.")
                                    : CliText::tr("Changed: %1.", "fields").arg(changed.join(QStringLiteral(", "))));
    return {};
}

Outcome listContacts(Session &session)
{
    auto view = session.ask(partnerQuery(session));
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("partner"), view->facts.partner.id},
                           {QStringLiteral("contacts"), contactsJson(view->facts.contacts)}});
    else
        session.printText(contactsText(view->facts.contacts));
    return {};
}

Outcome addContact(Session &session)
{
    const Arguments &arguments = session.arguments();
    operations::AddContact operation;
    operation.partner = arguments.positionals.value(0);
    operation.name = arguments.value(QStringLiteral("name"));
    operation.email = arguments.value(QStringLiteral("email"));
    operation.phone = arguments.value(QStringLiteral("phone"));
    operation.role = arguments.value(QStringLiteral("role"));
    operation.subject = arguments.value(QStringLiteral("subject"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    QString sentence = CliText::tr("Added %1 to the roster.", "a subject").arg(resultSubject(*receipt));
    if (const QString role = valueOf(receipt->result, "decides_as"); !role.isEmpty())
        sentence += QLatin1Char(' ')
                    + CliText::tr("%1 is a %2 and can't decide on this partner while in its roster.",
                                  "a subject, then a role that decides")
                          .arg(resultSubject(*receipt), words::ownerWords(role));
    session.printDone(*receipt, sentence);
    return {};
}

Outcome removeContact(Session &session)
{
    operations::RemoveContact operation;
    operation.partner = session.arguments().positionals.value(0);
    operation.subject = session.arguments().positionals.value(1);
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(
        *receipt,
        CliText::tr("Removed %1. Deactivate the identity at its provider, then release the contact.", "a subject")
            .arg(resultSubject(*receipt)));
    return {};
}

Outcome releaseContact(Session &session)
{
    auto note = session.textOption(QStringLiteral("note"));
    if (!note)
        return failureOf(note.error());
    operations::ReleaseContact operation;
    operation.partner = session.arguments().positionals.value(0);
    operation.subject = session.arguments().positionals.value(1);
    operation.note = *note;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt,
                      CliText::tr("Released %1; the subject is free again.", "a subject").arg(resultSubject(*receipt)));
    return {};
}

} // namespace gatehouse::cli
