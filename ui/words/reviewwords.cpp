#include "words/reviewwords.h"

#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::words {

namespace {

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

// Whom a question goes to, or nullptr. Points into `facts`.
const domain::Contact *addressee(const domain::PartnerFacts &facts, const QString &subject)
{
    const QString wanted = subject.isEmpty() ? facts.partner.submittedBy : subject;
    const domain::Contact *first = nullptr;
    for (const domain::Contact &contact : facts.contacts) {
        if (contact.removedAt)
            continue;
        if (contact.subject == wanted)
            return &contact;
        if (!first)
            first = &contact;
    }
    return subject.isEmpty() ? first : nullptr;
}

} // namespace

QString queueGroupWords(domain::QueueGroup group)
{
    switch (group) {
    case domain::QueueGroup::Overdue: return ReviewText::tr("Overdue", "group of reviews");
    case domain::QueueGroup::DueToday: return ReviewText::tr("Due today", "group of reviews");
    case domain::QueueGroup::Later: return ReviewText::tr("Later", "group of reviews");
    case domain::QueueGroup::Snoozed: return ReviewText::tr("Put off", "group of reviews");
    case domain::QueueGroup::WithPartner: return ReviewText::tr("With the partner", "group of reviews");
    case domain::QueueGroup::Decided: return ReviewText::tr("Decided in the last 7 days", "group of reviews");
    case domain::QueueGroup::None: return ReviewText::tr("Nothing to review", "group of reviews");
    }
    Q_UNREACHABLE();
}

QString queueReasonWords(domain::QueueReason reason, qint64 revision)
{
    const QString number = QString::number(revision);
    switch (reason) {
    case domain::QueueReason::None: return {};
    case domain::QueueReason::FirstReview: return ReviewText::tr("First submission", "why a review waits");
    case domain::QueueReason::Resubmitted:
        return ReviewText::tr("Revision %1 after a rejection", "why a review waits").arg(number);
    case domain::QueueReason::Changed:
        return ReviewText::tr("Revision %1, changed since the approval", "why a review waits").arg(number);
    case domain::QueueReason::ApprovalExpired: return ReviewText::tr("The approval has expired", "why a review waits");
    case domain::QueueReason::Suspended:
        return ReviewText::tr("Revision %1 after a suspension", "why a review waits").arg(number);
    }
    Q_UNREACHABLE();
}

QString documentAnswerWords(domain::DocumentAnswer answer)
{
    switch (answer) {
    case domain::DocumentAnswer::Accepted: return ReviewText::tr("Accepted", "a document");
    case domain::DocumentAnswer::AskedAgain: return ReviewText::tr("Asked for again", "a document");
    }
    Q_UNREACHABLE();
}

QString reasonWords(const domain::Playbook &playbook, const QString &kind, const QString &code)
{
    const domain::DocumentRule *rule = playbook.document(kind);
    const domain::ReasonRule *reason = rule ? rule->reason(code) : nullptr;
    return reason ? reason->title : code;
}

QString seenWords(const domain::SeenDocument &seen, const QList<domain::DossierDocument> &documents,
                  const domain::Playbook &playbook)
{
    const auto found = std::find_if(documents.cbegin(), documents.cend(),
                                    [&](const domain::DossierDocument &each) { return each.id == seen.documentId; });
    const QString title = found == documents.cend() ? seen.documentId : documentTitle(playbook, found->kind);
    const QString all = QString::number(seen.pageCount);
    if (seen.pages.isEmpty())
        return ReviewText::tr("%1: not seen", "a document").arg(isolate(title));
    if (seen.pages == QStringLiteral("1-") + all || (seen.pageCount == 1 && seen.pages == all))
        return ReviewText::tr("%1: all %2 pages", "a document, a number").arg(isolate(title), all);
    return ReviewText::tr("%1: pages %2 of %3", "a document, pages, a number").arg(isolate(title), seen.pages, all);
}

QString requestEndWords(const QString &endName)
{
    for (const domain::RequestEnd end : domain::allRequestEnds) {
        if (endName != domain::requestEndName(end))
            continue;
        switch (end) {
        case domain::RequestEnd::Open: return ReviewText::tr("Open", "a question to the partner");
        case domain::RequestEnd::Answered: return ReviewText::tr("Answered by the partner", "a question");
        case domain::RequestEnd::Filed: return ReviewText::tr("Answered by a new document", "a question");
        case domain::RequestEnd::Accepted: return ReviewText::tr("No longer needed: the document was accepted");
        case domain::RequestEnd::Decided: return ReviewText::tr("Ended by the decision", "a question");
        case domain::RequestEnd::Withdrawn: return ReviewText::tr("Question taken back");
        }
    }
    return endName;
}

QString requestWords(const domain::PartnerRequest &request, const domain::Playbook &playbook)
{
    if (request.documentKind.isEmpty())
        return request.text;
    return ReviewText::tr("%1: %2", "a document, what is asked about it")
        .arg(isolate(documentTitle(playbook, request.documentKind)), isolate(request.text));
}

MailDraft askDraft(const domain::PartnerFacts &facts, const domain::Playbook &playbook, const QString &text,
                   const QString &kind, const QString &contact, const QString &sender)
{
    const domain::Contact *person = addressee(facts, contact);
    const QString title = kind.isEmpty() ? QString() : documentTitle(playbook, kind);
    MailDraft draft;
    // One line each, whatever raw SQL put there: a line break in a head begins another field.
    const QString name = facts.partner.legalName.simplified();
    draft.to = person ? person->email.simplified() : QString();
    draft.subject =
        kind.isEmpty()
            ? ReviewText::tr("A question about the application of %1", "mail, subject").arg(name)
            : ReviewText::tr("%1: we need another %2", "mail, subject: a partner, then a document").arg(name, title);
    const QString greeting = person ? ReviewText::tr("Dear %1,", "mail").arg(person->name.simplified())
                                    : ReviewText::tr("Good day,", "mail");
    const QString opening =
        kind.isEmpty()
            ? ReviewText::tr("While reviewing your dossier we came upon a question:", "mail")
            : ReviewText::tr("While reviewing your dossier we could not accept this document: %1.", "mail").arg(title);
    const QString ending =
        kind.isEmpty()
            ? ReviewText::tr("The review waits for your answer. Please reply to this mail.", "mail")
            : ReviewText::tr("The review waits until it is filed again. Please do not send it by mail: file it the way "
                             "you filed the first one.",
                             "mail");
    draft.body = QStringList{greeting, opening, text.trimmed(), ending, sender}.join(QStringLiteral("\n\n"));
    return draft;
}

} // namespace gatehouse::words
