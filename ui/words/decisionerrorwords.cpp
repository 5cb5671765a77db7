#include "words/datewords.h"
#include "words/errorwordgroups.h"
#include "words/namewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

namespace gatehouse::words {

namespace {

using base::ErrorCode;

// A part of domain::ReviewDigest as people call it.
QString digestPart(const QString &part)
{
    if (part == QLatin1StringView("dossier"))
        return ErrorText::tr("the dossier", "changed since the review");
    if (part == QLatin1StringView("roster"))
        return ErrorText::tr("the contacts", "changed since the review");
    if (part == QLatin1StringView("scopes"))
        return ErrorText::tr("the scopes", "changed since the review");
    if (part == QLatin1StringView("playbook"))
        return ErrorText::tr("the playbook", "changed since the review");
    if (part == QLatin1StringView("decision"))
        return ErrorText::tr("the last decision", "changed since the review");
    if (part == QLatin1StringView("partner"))
        return ErrorText::tr("the partner's name or application", "changed since the review");
    return part;
}

QString decidedWords(domain::Verdict verdict)
{
    return verdict == domain::Verdict::Approve ? ErrorText::tr("approved", "what the last decision was")
                                               : ErrorText::tr("rejected", "what the last decision was");
}

// "the last decision (approved, mara, 12 Mar 2026 14:24 UTC)": with what, who and when, where the arguments tell.
QString changedParts(const QStringList &arguments)
{
    QHash<QString, QString> authors; // by part: "mara, 12 Mar 2026 14:24 UTC"
    for (const QString &argument : arguments) {
        const QDateTime when = QDateTime::fromString(argument.section(QLatin1Char(' '), 1, 1), Qt::ISODateWithMs);
        if (when.isValid())
            authors.insert(argument.section(QLatin1Char(' '), 0, 0),
                           ErrorText::tr("%1, %2", "who, then when")
                               .arg(isolate(argument.section(QLatin1Char(' '), 2)),
                                    isolate(exactMoment(base::Instant::fromDateTime(when)))));
    }
    const QString decision = QStringLiteral("decision");
    for (const auto verdict : domain::allVerdicts) {
        if (arguments.contains(QStringLiteral("verdict %1").arg(domain::verdictName(verdict))))
            authors[decision] = ErrorText::tr("%1, %2", "what was decided, then who and when")
                                    .arg(decidedWords(verdict), authors.value(decision));
    }
    QStringList named;
    for (const QString &argument : arguments) {
        if (authors.contains(argument))
            named.append(
                ErrorText::tr("%1 (%2)", "what changed, by whom").arg(digestPart(argument), authors.value(argument)));
        else if (!argument.contains(QLatin1Char(' ')))
            named.append(digestPart(argument));
    }
    return listOf(named);
}

QString namedRoles(const QStringList &roleNames)
{
    QList<domain::Role> roles;
    for (const QString &name : roleNames) {
        if (const auto role = domain::roleFromName(name))
            roles.append(*role);
    }
    return rolesList(roles);
}

// "kyb:0", "kyb:four": the document may well be there, the page can't be.
bool isPageMistake(const QString &evidence)
{
    const qsizetype colon = evidence.lastIndexOf(QLatin1Char(':'));
    return colon > 0 && !evidence.contains(QLatin1StringView("://"))
           && QStringView(evidence).sliced(colon + 1).toInt() < 1;
}

// Who may instead, in one sentence whichever rule refused.
QString thoseWhoCan(const QStringList &roleNames)
{
    return roleNames.isEmpty() ? ErrorText::tr("Nobody can: the playbook asks for no decision.")
                               : ErrorText::tr("Those who can: %1.").arg(namedRoles(roleNames));
}

// `standing` as an independence check names it; a database knows only that it is one of the two.
QString standingWords(const QString &standing)
{
    if (standing == QLatin1StringView("listed"))
        return ErrorText::tr("You are in its roster.");
    if (standing == QLatin1StringView("removed"))
        return ErrorText::tr("You were in its roster, and your identity task is still open.");
    return ErrorText::tr("You are in its roster, or you were and your identity task is still open.");
}

ErrorWords operatorErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    const QString role = isolate(ownerWords(error.arguments.value(0)));
    switch (error.code) {
    case ErrorCode::OperatorNotFound:
        if (error.arguments.isEmpty())
            return {ErrorText::tr("Nothing was changed."),
                    ErrorText::tr("%1 is no operator: no role is held by this subject now.").arg(subject),
                    ErrorText::tr("List the operators and use a subject from the list."),
                    {}};
        return {ErrorText::tr("Nothing was revoked."),
                ErrorText::tr("%1 doesn't hold the role %2 now.").arg(subject, role),
                ErrorText::tr("List the operators and use a subject and role from the list."),
                {}};
    case ErrorCode::OperatorExists:
        return {ErrorText::tr("Nothing was added."),
                ErrorText::tr("%1 holds the role %2 already.").arg(subject, role),
                ErrorText::tr("Nothing is left to do, or choose another role."),
                {}};
    case ErrorCode::LastRootAdmin:
        return {ErrorText::tr("%1 stays a root admin.").arg(subject),
                ErrorText::tr("Nobody else is one, and somebody has to be able to grant roles."),
                ErrorText::tr("Add another root admin first."),
                {}};
    default: return {};
    }
}

ErrorWords accessErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::ActingNotAllowed:
        return {ErrorText::tr("You can't act as %1 here.").arg(subject),
                ErrorText::tr("On a shared backend the login decides who acts."),
                ErrorText::tr("Leave the subject out, or sign in with a login of that subject."),
                {}};
    case ErrorCode::AccessClosed: {
        const QString guidance = error.arguments.value(2);
        return {ErrorText::tr("%1 is closed for %2.").arg(isolate(error.arguments.value(0)), subject),
                ErrorText::tr("The reason: %1.").arg(isolate(accessReasonWords(error.arguments.value(1)))),
                guidance.isEmpty() ? ErrorText::tr("Show the partner to see what is missing.") : guidance,
                {}};
    }
    case ErrorCode::AccessGateUnknown:
        return {ErrorText::tr("There is no access gate “%1”.").arg(subject),
                ErrorText::tr("No installed playbook defines it."),
                ErrorText::tr("Use one of: %1.").arg(listOf(error.arguments)),
                {}};
    default: return operatorErrorWords(error);
    }
}

// Of what is no decision.
ErrorWords rosterWords(const QString &partner, const QString &operationName, const QStringList &roleNames)
{
    const QString refused =
        ErrorText::tr("You can't %1.", "an operation, e.g. approve a partner").arg(operationWords(operationName));
    if (operationName == domain::operationName(domain::OperationKind::ReleaseContact))
        return {
            refused,
            ErrorText::tr("You were in the roster of %1 yourself, and released you could decide on it.").arg(partner),
            ErrorText::tr("Ask another root admin or tenant admin to do it."),
            {}};
    return {
        refused,
        ErrorText::tr("You are in the roster of %1, or you were and your identity task is still open.").arg(partner),
        ErrorText::tr("Ask one of these who isn't in the roster: %1.", "roles").arg(namedRoles(roleNames)),
        {}};
}

} // namespace

ErrorWords decisionErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::NoteTooShort:
        return {ErrorText::tr("The decision wasn't recorded."),
                ErrorText::tr("Its note has %1 characters; it needs at least %2.")
                    .arg(isolate(error.arguments.value(1)), isolate(error.arguments.value(0))),
                ErrorText::tr("Say in the note what you saw and where, then record it again."),
                {}};
    case ErrorCode::EvidenceMissing:
        return {ErrorText::tr("The decision wasn't recorded."),
                ErrorText::tr("It cites no evidence."),
                ErrorText::tr("Cite at least one document, page, policy document or link."),
                {}};
    case ErrorCode::EvidenceUnknown:
        if (isPageMistake(error.subject))
            return {ErrorText::tr("The decision wasn't recorded."),
                    ErrorText::tr("The evidence %1 names no page: pages are numbers from 1.").arg(subject),
                    ErrorText::tr("Cite a document and a page, as in kyb:1, or the document alone."),
                    {}};
        return {ErrorText::tr("The decision wasn't recorded."),
                ErrorText::tr("The evidence %1 is no current document of this partner, policy id or https link.")
                    .arg(subject),
                ErrorText::tr("Show the review and cite a document id or kind from it."),
                {}};
    case ErrorCode::DossierIncomplete:
        return {ErrorText::tr("%1 can't be approved.").arg(subject),
                ErrorText::tr("Missing or expired: %1.").arg(listOf(error.arguments)),
                ErrorText::tr("Have these filed, or reject with a note."),
                {}};
    case ErrorCode::ReviewChanged:
        return {ErrorText::tr("The decision on %1 wasn't recorded.").arg(subject),
                ErrorText::tr("Changed since you opened the review: %1.").arg(changedParts(error.arguments)),
                ErrorText::tr("Review what is new, then decide again."),
                {}};
    case ErrorCode::PolicyDocumentMissing:
        return {ErrorText::tr("%1 can't be approved.").arg(subject),
                ErrorText::tr("Its playbook asks for a legal or policy document id."),
                ErrorText::tr("Give the id of that document and record it again."),
                {}};
    case ErrorCode::NothingSubmitted:
        return {ErrorText::tr("%1 can't be decided on.").arg(subject),
                ErrorText::tr("Nothing was submitted for review."),
                ErrorText::tr("Wait for the application and its documents."),
                {}};
    case ErrorCode::RejectedForGood:
        return {ErrorText::tr("Nothing was recorded for %1.").arg(subject),
                ErrorText::tr("The last decision is final."),
                ErrorText::tr("Ask a root admin, who can file for the partner or decide anew."),
                {}};
    default: return {};
    }
}

ErrorWords permissionErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::NotPermitted:
        // A database knows no operations: its refusal names the workspace.
        if (error.arguments.isEmpty() && operationWords(error.subject) == error.subject)
            return {ErrorText::tr("You can't work in %1.").arg(subject),
                    ErrorText::tr("The database refused your login, or what it may do there."),
                    ErrorText::tr("Check user and password. Who looks after the database lets a login in: GRANT "
                                  "gatehouse_operators TO that login."),
                    {}};
        return {
            ErrorText::tr("You can't %1.", "an operation, e.g. approve a partner").arg(operationWords(error.subject)),
            thoseWhoCan(error.arguments),
            ErrorText::tr("Ask one of them, or ask a root admin for the role."),
            {}};
    case ErrorCode::NotYourPartner:
        return {error.subject.isEmpty() ? ErrorText::tr("You can't do this for all partners.")
                                        : ErrorText::tr("You can't do this for %1.").arg(subject),
                ErrorText::tr("You aren't in the roster, and you hold no role that may."),
                ErrorText::tr("Ask a contact of the partner or a root admin."),
                {}};
    case ErrorCode::OwnRequest:
        return {ErrorText::tr("You can't decide on %1.").arg(subject),
                ErrorText::tr("You submitted it yourself."),
                ErrorText::tr("Ask another root admin to decide."),
                {}};
    case ErrorCode::OnTheRoster:
        if (operationWords(error.arguments.value(0)) != error.arguments.value(0))
            return rosterWords(subject, error.arguments.first(), error.arguments.mid(1));
        return {ErrorText::tr("You can't decide on %1.").arg(subject),
                standingWords(error.arguments.value(0)),
                ErrorText::tr("Ask someone who isn't in the roster to decide."),
                {}};
    case ErrorCode::NotOnAllowlist:
        return {ErrorText::tr("You can't decide on this partner."),
                error.arguments.isEmpty() ? ErrorText::tr("You aren't on the list of those who do.")
                                          : thoseWhoCan(error.arguments),
                ErrorText::tr("Ask one of them, or ask a root admin for the role."),
                {}};
    default: return accessErrorWords(error);
    }
}

ErrorWords requestErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::Internal:
        return {ErrorText::tr("Gatehouse stopped this because of a fault of its own."),
                error.subject.isEmpty() ? ErrorText::tr("The cause isn't known.")
                                        : ErrorText::tr("It broke in: %1.").arg(subject),
                ErrorText::tr("Nothing was saved; try again, and report it if it comes back."),
                {}};
    case ErrorCode::Cancelled:
        return {ErrorText::tr("It was cancelled."),
                ErrorText::tr("Something newer took its place, or it was stopped."),
                ErrorText::tr("Start it again if it's still wanted."),
                {}};
    case ErrorCode::RequestIdReused:
        return {ErrorText::tr("Nothing was done."),
                ErrorText::tr("The request id %1 was used before, for something else.").arg(subject),
                ErrorText::tr("Use a new request id for a new request."),
                {}};
    case ErrorCode::ConcurrentChange:
        return {ErrorText::tr("Nothing was saved."),
                error.subject.isEmpty()
                    ? ErrorText::tr("Others changed the same thing at the same time.")
                    : ErrorText::tr("Others changed the same thing at the same time (%1).").arg(subject),
                ErrorText::tr("Look at what is there now and try again."),
                {}};
    case ErrorCode::ConstraintViolated:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("The database refused it by its rule %1.").arg(subject),
                ErrorText::tr("Look at what is there now, correct the request and try again."),
                {}};
    case ErrorCode::AppendOnly:
        return {ErrorText::tr("Nothing was changed."),
                ErrorText::tr("%1 only grows; its rows stay as they are.").arg(subject),
                ErrorText::tr("Record a new entry that corrects the old one."),
                {}};
    case ErrorCode::ReferenceMissing:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("It refers to something that isn't there (%1).").arg(subject),
                ErrorText::tr("Look at what is there now and try again."),
                {}};
    default: return {};
    }
}

} // namespace gatehouse::words
