#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/partnertext.h"
#include "cli/session.h"
#include "operations/decide.h"
#include "operations/queries.h"
#include "words/datewords.h"
#include "words/statuswords.h"

namespace gatehouse::cli {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using domain::Verdict;

QString decisionSentence(const QJsonObject &result, Verdict verdict)
{
    const QString number = QString::number(result.value(QLatin1StringView("number")).toInteger());
    if (verdict == Verdict::Approve)
        return CliText::tr("Approved; decision %1.").arg(number);
    return result.value(QLatin1StringView("suspended")).toBool()
               ? CliText::tr("Suspended; decision %1. Every access of the partner is closed.").arg(number)
               : CliText::tr("Rejected; decision %1.").arg(number);
}

// A missing --reviewed is a mistake in the call, not news about the partner. The operation hears of it all the same,
// since it has to say first whether the caller may decide at all.
Failure decisionFailure(const Error &error, const QString &reviewed)
{
    if (error.code == ErrorCode::ReviewChanged && reviewed.trimmed().isEmpty())
        return usageFailure(CliText::tr("The decision wasn't recorded."), CliText::tr("The call has no --reviewed."),
                            CliText::tr("Show the review and give its digest."));
    return failureOf(error);
}

Outcome decide(Session &session, Verdict verdict)
{
    const Arguments &arguments = session.arguments();
    auto notes = session.textOption(QStringLiteral("notes"));
    if (!notes)
        return failureOf(notes.error());
    operations::Decide operation;
    operation.partner = arguments.positionals.value(0);
    operation.verdict = verdict;
    operation.finality = arguments.isSet(QStringLiteral("final")) ? domain::Finality::Final : domain::Finality::Retry;
    operation.notes = *notes;
    operation.partnerComment = arguments.value(QStringLiteral("partner-comment"));
    operation.evidence = arguments.values(QStringLiteral("evidence"));
    operation.policyDocument = arguments.value(QStringLiteral("policy-document"));
    operation.reviewed = arguments.value(QStringLiteral("reviewed"));
    auto receipt = session.run(operation);
    if (!receipt)
        return decisionFailure(receipt.error(), operation.reviewed);
    session.printDone(*receipt, decisionSentence(receipt->result, verdict));
    return {};
}

QString openSentence(const operations::CheckAccess::Answered &answered)
{
    if (!answered.answer.since)
        return CliText::tr("%1 is open for %2.", "an access gate, then a partner")
            .arg(answered.answer.gate, answered.partner.name);
    return CliText::tr("%1 is open for %2 since %3.", "an access gate, a partner, a time")
        .arg(answered.answer.gate, answered.partner.name, words::exactMoment(*answered.answer.since));
}

Failure closedFailure(const operations::CheckAccess::Answered &answered)
{
    Failure failure = failureOf(
        {ErrorKind::Denied,
         ErrorCode::AccessClosed,
         answered.partner.name,
         {answered.answer.gate, QString(domain::accessReasonName(answered.answer.reason)), answered.answer.guidance}});
    if (!answered.answer.runbook.isEmpty()) {
        failure.words.runbook = answered.answer.runbook;
        failure.words.todo += QLatin1Char(' ') + CliText::tr("Runbook: %1.").arg(answered.answer.runbook);
    }
    return failure;
}

} // namespace

Outcome showReview(Session &session)
{
    auto view = session.ask(operations::ShowPartner{session.arguments().positionals.value(0)});
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json)
        session.printJson(reviewJson(*view));
    else
        session.printText(reviewText(*view));
    return {};
}

Outcome approvePartner(Session &session)
{
    return decide(session, Verdict::Approve);
}

Outcome rejectPartner(Session &session)
{
    return decide(session, Verdict::Reject);
}

Outcome checkGate(Session &session)
{
    const QStringList &words = session.arguments().positionals;
    auto answered = session.ask(operations::CheckAccess{words.value(0), words.value(1)});
    if (!answered)
        return failureOf(answered.error());
    const bool open = answered->answer.verdict == domain::AccessVerdict::Open;
    if (session.format() == Format::Json) {
        QJsonObject json = accessJson(answered->answer);
        json.insert(QStringLiteral("partner"), answered->partner.id);
        json.insert(QStringLiteral("status"), QString(domain::approvalStatusName(answered->status)));
        session.printJson(json);
    } else if (open) {
        session.printText(openSentence(*answered));
    }
    return open ? Outcome() : closedFailure(*answered);
}

} // namespace gatehouse::cli
