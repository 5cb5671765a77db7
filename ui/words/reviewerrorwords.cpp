#include "domain/review.h"
#include "words/datewords.h"
#include "words/errorwordgroups.h"
#include "words/textmarks.h"

namespace gatehouse::words {

using base::ErrorCode;

namespace {

// " (12 Mar 2026 14:24 UTC)", or nothing where no time is told.
QString whenGiven(const QString &iso)
{
    const QDateTime when = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return when.isValid() ? QStringLiteral(" (%1)").arg(isolate(exactMoment(base::Instant::fromDateTime(when))))
                          : QString();
}

QString unreadableReason(const QString &reason)
{
    if (reason == QLatin1StringView("empty"))
        return ErrorText::tr("It holds no bytes.");
    if (reason == QLatin1StringView("encrypted"))
        return ErrorText::tr("It is protected by a password.");
    if (reason == QLatin1StringView("unknown"))
        return ErrorText::tr("It is no PDF, PNG, JPEG, TIFF or plain text, whatever its name says.");
    if (reason == QLatin1StringView("slow"))
        return ErrorText::tr("It took longer than five seconds.");
    if (reason == QLatin1StringView("large"))
        return ErrorText::tr("It is larger than can be drawn.");
    return ErrorText::tr("It is damaged.");
}

ErrorWords viewErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    const QString why = unreadableReason(error.arguments.value(0));
    switch (error.code) {
    case ErrorCode::DocumentUnreadable:
        return {ErrorText::tr("%1 can't be shown.").arg(subject),
                why,
                ErrorText::tr("Save a copy to look at it elsewhere, or ask the partner for a new file."),
                {}};
    case ErrorCode::PageUnreadable:
        return {ErrorText::tr("Page %1 can't be shown.").arg(subject),
                why,
                ErrorText::tr("The other pages can. Try again, or ask the partner for a new file."),
                {}};
    case ErrorCode::RendererMissing:
        return {ErrorText::tr("Documents can't be shown."),
                ErrorText::tr("The program that draws them didn't start: %1.").arg(subject),
                ErrorText::tr("Install Gatehouse again, whole; documents can be saved and read elsewhere meanwhile."),
                {}};
    default: return {};
    }
}

ErrorWords nothingAskedWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    const QString given = error.arguments.value(0);
    const QStringList open = error.arguments.mid(1);
    const QString why = open.isEmpty()
                            ? ErrorText::tr("No question to %1 is open.").arg(subject)
                            : ErrorText::tr("No open question to %1 has the id %2.").arg(subject, isolate(given));
    const QString todo = open.isEmpty() ? ErrorText::tr("Show the review to see what was asked and answered.")
                                        : ErrorText::tr("These are open: %1.").arg(listOf(open));
    return {ErrorText::tr("Nothing was changed."), why, todo, {}};
}

} // namespace

ErrorWords reviewErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    const QString first = isolate(error.arguments.value(0));
    switch (error.code) {
    case ErrorCode::DocumentAskedAgain:
        return {ErrorText::tr("%1 can't be approved.").arg(subject),
                ErrorText::tr("A reviewer asked for another document: %1.").arg(listOf(error.arguments)),
                ErrorText::tr("Wait for the new one, or accept the document that is there."),
                {}};
    case ErrorCode::RequestStands:
        return {ErrorText::tr("What %1 was asked for stays open.").arg(subject),
                ErrorText::tr("A reviewer wants another document, and no answer replaces it: %1.")
                    .arg(listOf(error.arguments)),
                ErrorText::tr("File the new document, or accept the one that is there."),
                {}};
    case ErrorCode::SecondDeciderNeeded:
        return {ErrorText::tr("The second approval of %1 wasn't recorded.").arg(subject),
                ErrorText::tr("Its playbook asks for two people, and you gave the first approval%1.")
                    .arg(whenGiven(error.arguments.value(0))),
                ErrorText::tr("Ask another decider to review it."),
                {}};
    case ErrorCode::DecidersMissing:
        return {ErrorText::tr("%1 can't be approved.").arg(subject),
                ErrorText::tr("Its playbook asks for %1 deciders; %2 can decide on this partner now.")
                    .arg(first, isolate(error.arguments.value(1))),
                ErrorText::tr("Ask a root admin to give somebody else the role."),
                {}};
    case ErrorCode::AssigneeCantDecide:
        return {ErrorText::tr("The review of %1 stays where it is.").arg(first),
                ErrorText::tr("%1 can't decide on this partner: no role that decides, in its roster, or its submitter.")
                    .arg(subject),
                ErrorText::tr("Choose somebody from those who can decide; review show names them."),
                {}};
    case ErrorCode::MomentMalformed:
        return {ErrorText::tr("Nothing was changed."),
                ErrorText::tr("“%1” is no time for %2.").arg(first, subject),
                ErrorText::tr("Write it as 2026-03-16, 2026-03-16T14:30Z, 4h or 2d."),
                {}};
    case ErrorCode::MomentInPast:
        return {ErrorText::tr("Nothing was changed."),
                ErrorText::tr("%1 has passed already (%2).").arg(first, subject),
                ErrorText::tr("Give a time that lies ahead."),
                {}};
    case ErrorCode::MomentTooFar:
        return {ErrorText::tr("Nothing was changed."),
                ErrorText::tr("A review can be put off for %1 days at most; %2 is later (%3).", "days, a time, a field")
                    .arg(error.arguments.value(1), first, subject),
                ErrorText::tr("Give an earlier time. It can be put off again then."),
                {}};
    case ErrorCode::NothingAsked: return nothingAskedWords(error);
    case ErrorCode::NothingToTakeBack:
        return {ErrorText::tr("Nothing was changed."),
                error.arguments.value(0) == domain::reviewActKindName(domain::ReviewActKind::Snoozed)
                    ? ErrorText::tr("The review of %1 isn't put off.").arg(subject)
                    : ErrorText::tr("The review of %1 isn't escalated to anybody.").arg(subject),
                ErrorText::tr("Show the review to see how it stands."),
                {}};
    default: return viewErrorWords(error);
    }
}

} // namespace gatehouse::words
