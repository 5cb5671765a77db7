#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/moment.h"
#include "cli/reviewjson.h"
#include "cli/reviewtext.h"
#include "cli/session.h"
#include "operations/reviewoperations.h"
#include "words/datewords.h"

namespace gatehouse::cli {

namespace {

using domain::PartnerSummary;
using operations::WhoAmI;

QString partnerOf(Session &session)
{
    return session.arguments().positionals.value(0);
}

// Neither of two options, or both.
Outcome eitherOr(const QString &one, const QString &other, bool both)
{
    return usageFailure(CliText::tr("Nothing was recorded."),
                        both ? CliText::tr("%1 and %2 exclude each other.", "two options").arg(one, other)
                             : CliText::tr("The call has neither %1 nor %2.", "two options").arg(one, other),
                        CliText::tr("Give one of them."));
}

// The acting subject: what "me" means.
base::Result<WhoAmI::Me> me(Session &session)
{
    return session.ask(WhoAmI{});
}

bool isWanted(const PartnerSummary &row, const Arguments &arguments, const QString &self)
{
    if (arguments.isSet(QStringLiteral("mine")) && row.assignee != self && row.escalatedTo != self)
        return false;
    return !arguments.isSet(QStringLiteral("unassigned")) || domain::isUnassigned(row);
}

} // namespace

Outcome listReviews(Session &session)
{
    auto asking = me(session);
    if (!asking)
        return failureOf(asking.error());
    auto rows = session.ask(operations::ReviewQueue{});
    if (!rows)
        return failureOf(rows.error());
    rows->removeIf(
        [&](const PartnerSummary &row) { return !isWanted(row, session.arguments(), asking->actor.subject); });
    const base::Instant now = session.now();
    if (session.format() == Format::Human) {
        session.printText(queueText(*rows, asking->names, now).trimmed());
        return {};
    }
    QJsonArray reviews;
    for (const PartnerSummary &row : std::as_const(*rows))
        reviews.append(queueJson(row, domain::queueGroup(row, now, QTimeZone::systemTimeZone())));
    session.printJson({{QStringLiteral("reviews"), reviews}});
    return {};
}

Outcome judgeDocument(Session &session)
{
    const Arguments &arguments = session.arguments();
    const bool accept = arguments.isSet(QStringLiteral("accept"));
    if (accept == arguments.isSet(QStringLiteral("ask-again")))
        return eitherOr(QStringLiteral("--accept"), QStringLiteral("--ask-again"), accept);
    auto comment = session.textOption(QStringLiteral("comment"));
    if (!comment)
        return failureOf(comment.error());
    operations::JudgeDocument operation;
    operation.partner = partnerOf(session);
    operation.document = arguments.positionals.value(1);
    operation.answer = accept ? domain::DocumentAnswer::Accepted : domain::DocumentAnswer::AskedAgain;
    operation.reason = arguments.value(QStringLiteral("ask-again"));
    operation.comment = *comment;
    auto view = session.ask(operations::ShowPartner{operation.partner});
    auto asking = me(session);
    if (!view || !asking)
        return failureOf(view ? asking.error() : view.error());
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    const QString kind = receipt->result.value(QLatin1StringView("kind")).toString();
    if (accept) {
        session.printDone(*receipt, CliText::tr("Accepted: %1.", "kind of document").arg(kind));
        return {};
    }
    const QString text = operations::documentRequestText(
        view->playbook, kind, receipt->result.value(QLatin1StringView("reason")).toString(),
        receipt->result.value(QLatin1StringView("comment")).toString());
    const auto draft = words::askDraft(view->facts, view->playbook, text, kind, {}, asking->name);
    session.printDone(
        *receipt,
        mailText(draft) + QStringLiteral("\n\n")
            + CliText::tr("Asked for again: %1. The review clock stands still.", "kind of document").arg(kind));
    return {};
}

Outcome assignReview(Session &session)
{
    const Arguments &arguments = session.arguments();
    const bool nobody = arguments.isSet(QStringLiteral("nobody"));
    if (nobody && arguments.isSet(QStringLiteral("to")))
        return eitherOr(QStringLiteral("--to"), QStringLiteral("--nobody"), true);
    operations::AssignReview operation;
    operation.partner = partnerOf(session);
    operation.assignee = arguments.value(QStringLiteral("to"));
    if (!nobody && operation.assignee.isEmpty()) {
        auto asking = me(session);
        if (!asking)
            return failureOf(asking.error());
        operation.assignee = asking->actor.subject;
    }
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, nobody ? CliText::tr("Nobody has this review now.")
                                       : CliText::tr("Assigned to %1.", "a person").arg(operation.assignee));
    return {};
}

Outcome snoozeReview(Session &session)
{
    const Arguments &arguments = session.arguments();
    if (arguments.isSet(QStringLiteral("wake")) == arguments.isSet(QStringLiteral("until")))
        return eitherOr(QStringLiteral("--until"), QStringLiteral("--wake"), arguments.isSet(QStringLiteral("wake")));
    auto note = session.textOption(QStringLiteral("note"));
    if (!note)
        return failureOf(note.error());
    operations::SnoozeReview operation;
    operation.partner = partnerOf(session);
    operation.note = *note;
    if (arguments.isSet(QStringLiteral("until"))) {
        // From the authority's time, which judges it: this machine's may be ahead.
        auto view = session.ask(operations::ShowPartner{operation.partner});
        if (!view)
            return failureOf(view.error());
        auto until = readMoment(arguments.value(QStringLiteral("until")), QStringLiteral("--until"), view->asOf);
        if (!until)
            return failureOf(until.error());
        operation.until = *until;
    }
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(
        *receipt, operation.until ? CliText::tr("Put off until %1.", "a time").arg(words::exactMoment(*operation.until))
                                  : CliText::tr("Taken up again."));
    return {};
}

Outcome escalateReview(Session &session)
{
    const Arguments &arguments = session.arguments();
    if (arguments.isSet(QStringLiteral("take-back")) == arguments.isSet(QStringLiteral("to")))
        return eitherOr(QStringLiteral("--to"), QStringLiteral("--take-back"), arguments.isSet(QStringLiteral("to")));
    auto note = session.textOption(QStringLiteral("note"));
    if (!note)
        return failureOf(note.error());
    operations::EscalateReview operation;
    operation.partner = partnerOf(session);
    operation.to = arguments.value(QStringLiteral("to"));
    operation.note = *note;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, operation.to.isEmpty() ? CliText::tr("The escalation is taken back.")
                                                       : CliText::tr("Escalated to %1.", "a person").arg(operation.to));
    return {};
}

Outcome askPartner(Session &session)
{
    const Arguments &arguments = session.arguments();
    auto question = session.textOption(QStringLiteral("question"));
    if (!question)
        return failureOf(question.error());
    operations::AskPartner operation;
    operation.partner = partnerOf(session);
    operation.text = *question;
    operation.documentKind = arguments.value(QStringLiteral("kind"));
    operation.contact = arguments.value(QStringLiteral("contact"));
    auto view = session.ask(operations::ShowPartner{operation.partner});
    auto asking = me(session);
    if (!view || !asking)
        return failureOf(view ? asking.error() : view.error());
    const auto draft = words::askDraft(view->facts, view->playbook, operation.text, operation.documentKind.toLower(),
                                       operation.contact, asking->name);
    if (arguments.isSet(QStringLiteral("draft"))) {
        if (session.format() == Format::Json)
            session.printJson({{QStringLiteral("to"), draft.to},
                               {QStringLiteral("subject"), draft.subject},
                               {QStringLiteral("body"), draft.body}});
        else
            session.printText(mailText(draft));
        return {};
    }
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, mailText(draft) + QStringLiteral("\n\n")
                                    + CliText::tr("Recorded: %1 was asked. The review clock stands still.", "a person")
                                          .arg(receipt->result.value(QLatin1StringView("asked_of")).toString()));
    return {};
}

Outcome answerRequest(Session &session)
{
    const Arguments &arguments = session.arguments();
    auto note = session.textOption(QStringLiteral("note"));
    if (!note)
        return failureOf(note.error());
    operations::CloseRequest operation;
    operation.partner = partnerOf(session);
    operation.request = arguments.value(QStringLiteral("id"));
    operation.answer = *note;
    if (arguments.isSet(QStringLiteral("withdraw")))
        operation.end = domain::RequestEnd::Withdrawn;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, operation.end == domain::RequestEnd::Withdrawn
                                    ? CliText::tr("Taken back; the review clock goes on.")
                                    : CliText::tr("Answered; the review clock goes on."));
    return {};
}

} // namespace gatehouse::cli
