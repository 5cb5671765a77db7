#include "cli/commands.h"
#include "cli/verbparts.h"

namespace gatehouse::cli {

namespace {

QList<Verb> actVerbs()
{
    return {
        {"review assign",
         QT_TRANSLATE_NOOP("Verbs", "Give the next decision on a partner to somebody"),
         QT_TRANSLATE_NOOP("Verbs", "It keeps nobody else from deciding, and ends with the decision."),
         {partner},
         {optional("to", "SUBJECT", QT_TRANSLATE_NOOP("Verbs", "Who reviews; without it, you."), ValueKind::Word),
          flag("nobody", QT_TRANSLATE_NOOP("Verbs", "Give it back instead."))},
         Effect::Changes,
         assignReview,
         nullptr,
         "[--to SUBJECT | --nobody]"},
        {"review snooze",
         QT_TRANSLATE_NOOP("Verbs", "Put a review off, or take it up again"),
         QT_TRANSLATE_NOOP("Verbs",
                           "For 30 days at most. The review clock runs on. It comes back by itself when something "
                           "is filed."),
         {partner},
         {optional("until", "WHEN",
                   QT_TRANSLATE_NOOP("Verbs", "4h, 2d, a day as 2026-03-16 or a time as 2026-03-16T14:30Z."),
                   ValueKind::Word),
          optional("note", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Why; - reads standard input.")),
          flag("wake", QT_TRANSLATE_NOOP("Verbs", "Take it up again instead."))},
         Effect::Changes,
         snoozeReview,
         nullptr,
         "(--until WHEN --note TEXT | --wake)"},
        {"review escalate",
         QT_TRANSLATE_NOOP("Verbs", "Ask somebody else who can decide to look at a review"),
         nullptr,
         {partner},
         {optional("to", "SUBJECT", QT_TRANSLATE_NOOP("Verbs", "Who should look at it."), ValueKind::Word),
          optional("note", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Why; - reads standard input.")),
          flag("take-back", QT_TRANSLATE_NOOP("Verbs", "Take an escalation back instead."))},
         Effect::Changes,
         escalateReview,
         nullptr,
         "(--to SUBJECT --note TEXT | --take-back)"},
    };
}

QList<Verb> requestVerbs()
{
    return {
        {"review ask",
         QT_TRANSLATE_NOOP("Verbs", "Record that a partner was asked, and print the mail"),
         QT_TRANSLATE_NOOP(
             "Verbs", "Sending the mail is yours. The review clock stands still until the question is answered: by "
                      "review answer, or by filing the document that was asked for."),
         {partner},
         {optional("question", "TEXT", QT_TRANSLATE_NOOP("Verbs", "As the partner reads it; - reads standard input.")),
          optional("kind", "KIND", QT_TRANSLATE_NOOP("Verbs", "Ask for a new document of this kind."), ValueKind::Word),
          optional("contact", "SUBJECT",
                   QT_TRANSLATE_NOOP("Verbs", "Contact to ask; without it, who submitted the application."),
                   ValueKind::Word),
          flag("draft", QT_TRANSLATE_NOOP("Verbs", "Print the mail only; nothing is recorded."))},
         Effect::Changes,
         askPartner},
        {"review answer",
         QT_TRANSLATE_NOOP("Verbs", "Record that a partner answered; the review clock goes on"),
         nullptr,
         {partner},
         {optional("id", "ID", QT_TRANSLATE_NOOP("Verbs", "Of the question, from review show; without it, all."),
                   ValueKind::Word),
          optional("note", "TEXT", QT_TRANSLATE_NOOP("Verbs", "What was answered; - reads standard input.")),
          flag("withdraw", QT_TRANSLATE_NOOP("Verbs", "The question is taken back instead."))},
         Effect::Changes,
         answerRequest},
    };
}

} // namespace

QList<Verb> reviewVerbs()
{
    const QList<Verb> first{
        {"review list",
         QT_TRANSLATE_NOOP("Verbs", "List the reviews that wait, and those decided in the last 7 days"),
         nullptr,
         {},
         {flag("mine", QT_TRANSLATE_NOOP("Verbs", "Only those assigned or escalated to you.")),
          flag("unassigned", QT_TRANSLATE_NOOP("Verbs", "Only those that nobody has."))},
         Effect::Reads,
         listReviews},
        {"review show",
         QT_TRANSLATE_NOOP("Verbs", "Show what a decision on a partner rests on, with its digest"),
         nullptr,
         {partner},
         {},
         Effect::Reads,
         showReview},
        {"review verdict",
         QT_TRANSLATE_NOOP("Verbs", "Accept a document, or ask the partner for another"),
         QT_TRANSLATE_NOOP("Verbs",
                           "Asked again, the review clock stands still until one is filed; the mail to the partner is "
                           "printed, sending it is yours. playbook show names the reasons of each kind."),
         {partner, {"DOC", QT_TRANSLATE_NOOP("Verbs", "Id of a document, or its kind for the current one.")}},
         {flag("accept", QT_TRANSLATE_NOOP("Verbs", "The document is as it should be.")),
          optional("ask-again", "REASON", QT_TRANSLATE_NOOP("Verbs", "Why another is needed: a reason of its kind."),
                   ValueKind::Word),
          optional("comment", "TEXT", QT_TRANSLATE_NOOP("Verbs", "What the partner is told; - reads standard input."))},
         Effect::Changes,
         judgeDocument,
         nullptr,
         "(--accept | --ask-again REASON) [--comment TEXT]"},
    };
    return first + actVerbs() + requestVerbs();
}

} // namespace gatehouse::cli
