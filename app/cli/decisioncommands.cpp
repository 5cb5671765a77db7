#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/partnertext.h"
#include "cli/session.h"
#include "operations/decide.h"
#include "operations/queries.h"
#include "words/datewords.h"
#include "words/namewords.h"
#include "words/statuswords.h"

#include <QRegularExpression>

namespace gatehouse::cli {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using domain::Verdict;

QString decisionSentence(const QJsonObject &result, Verdict verdict)
{
    const QString number = QString::number(result.value(QLatin1StringView("number")).toInteger());
    const bool again = result.value(QLatin1StringView("again")).toBool();
    if (verdict == Verdict::Approve)
        return again ? CliText::tr("Approved again; decision %1. Nothing had changed since the last approval.")
                           .arg(number)
                     : CliText::tr("Approved; decision %1.").arg(number);
    if (result.value(QLatin1StringView("suspended")).toBool())
        return again ? CliText::tr("Suspended again; decision %1. Every access of the partner was closed already.")
                           .arg(number)
                     : CliText::tr("Suspended; decision %1. Every access of the partner is closed.").arg(number);
    return again ? CliText::tr("Rejected again; decision %1. Nothing had changed since the last rejection.").arg(number)
                 : CliText::tr("Rejected; decision %1.").arg(number);
}

// What a decision needs and the call leaves out, as options.
QStringList missingOptions(const operations::Decide &operation)
{
    QStringList missing;
    if (operation.notes.trimmed().isEmpty())
        missing.append(QStringLiteral("--notes"));
    if (operation.evidence.join(QString()).trimmed().isEmpty() && operation.policyDocument.trimmed().isEmpty())
        missing.append(QStringLiteral("--evidence"));
    if (operation.reviewed.trimmed().isEmpty())
        missing.append(QStringLiteral("--reviewed"));
    return missing;
}

// Of any version: a digest of an older program is not malformed, it is out of date.
bool looksLikeDigest(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^v[0-9]+([.][0-9a-f]{32})+$"));
    return shape.match(text).hasMatch();
}

Failure incompleteCall(const QStringList &missing)
{
    const bool onlyDigest = missing == QStringList{QStringLiteral("--reviewed")};
    return usageFailure(CliText::tr("The decision wasn't recorded."),
                        CliText::tr("The call has no %1.", "options").arg(missing.join(QStringLiteral(", "))),
                        onlyDigest ? CliText::tr("Show the review and give its digest.")
                                   : CliText::tr("Show the review, then say in a note what you saw, cite it, and give "
                                                 "the digest of the review."));
}

// What is missing or malformed in the call is no news about the partner. The operation hears of it all the same, since
// it has to say first whether the caller may decide at all.
Failure decisionFailure(Session &session, const Error &error, const operations::Decide &operation)
{
    const QStringList missing = missingOptions(operation);
    const bool aboutTheCall = error.code == ErrorCode::NoteTooShort || error.code == ErrorCode::EvidenceMissing;
    if (aboutTheCall && missing.size() > 1)
        return incompleteCall(missing);
    const QString reviewed = operation.reviewed.trimmed();
    if (error.code == ErrorCode::ReviewChanged && reviewed.isEmpty())
        return incompleteCall(missing);
    if (error.code == ErrorCode::ReviewChanged && !looksLikeDigest(reviewed))
        return usageFailure(CliText::tr("The decision wasn't recorded."),
                            CliText::tr("“%1” is no digest.").arg(reviewed),
                            CliText::tr("Take it from review show, whole."));
    if (error.code == ErrorCode::OnTheRoster || error.code == ErrorCode::OwnRequest) {
        Failure failure = failureOf(error);
        const auto view = session.ask(operations::ShowPartner{operation.partner});
        if (view && view->deciders && view->deciders->isEmpty())
            failure.words.todo = nobodyDecides(*view);
        return failure;
    }
    // The table of permissions says who decides on some partner; who decides on this one, its playbook says.
    if (error.code == ErrorCode::NotPermitted) {
        const auto view = session.ask(operations::ShowPartner{operation.partner});
        if (view && view->playbook.approver) {
            Error narrowed = error;
            narrowed.arguments = QStringList{QString(domain::roleName(*view->playbook.approver))};
            return failureOf(narrowed);
        }
    }
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
        return decisionFailure(session, receipt.error(), operation);
    const QString expires = receipt->result.value(QLatin1StringView("expires_at")).toString();
    session.printDone(
        *receipt, expires.isEmpty()
                      ? decisionSentence(receipt->result, verdict)
                      : CliText::tr("First of two approvals. Another decider has until %1.", "a time").arg(expires));
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
    Failure failure = failureOf({ErrorKind::Denied,
                                 ErrorCode::AccessClosed,
                                 answered.partner.name,
                                 {answered.answer.gate, QString(domain::accessReasonName(answered.answer.reason)),
                                  words::accessGuidance(answered.answer)}});
    if (const auto &decision = answered.decision) {
        failure.words.why = CliText::tr("%1 by %2, %3.", "a verdict, a subject, a time")
                                .arg(words::verdictWords(decision->verdict, decision->finality,
                                                         answered.status == domain::ApprovalStatus::Suspended),
                                     decision->decidedBy, words::exactMoment(decision->decidedAt));
    }
    if (!answered.answer.runbook.isEmpty())
        failure.words.runbook = answered.answer.runbook;
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
        const auto &decision = answered->decision;
        json.insert(QStringLiteral("decided_by"), decision ? QJsonValue(decision->decidedBy) : QJsonValue());
        json.insert(QStringLiteral("decided_at"), decision ? QJsonValue(decision->decidedAt.toIso()) : QJsonValue());
        json.insert(QStringLiteral("final"), decision && decision->finality == domain::Finality::Final);
        session.printJson(json);
    } else if (open) {
        session.printText(openSentence(*answered));
    }
    return open ? Outcome() : closedFailure(*answered);
}

} // namespace gatehouse::cli
