#include "cli/commands.h"
#include "cli/verbparts.h"

namespace gatehouse::cli {

namespace {

constexpr Argument item{"ITEM", QT_TRANSLATE_NOOP("Verbs", "Id of an item, from item list.")};

QStringList recordNames(const domain::PlaybookSource &)
{
    return {QStringLiteral("done"), QStringLiteral("open"), QStringLiteral("not-applicable")};
}

} // namespace

QList<Verb> itemVerbs()
{
    return {
        {"item list",
         QT_TRANSLATE_NOOP("Verbs", "List a partner's checklists, item by item"),
         nullptr,
         {partner},
         {flag("open", QT_TRANSLATE_NOOP("Verbs", "Only what readiness waits for.")),
          optional("checklist", "ID", QT_TRANSLATE_NOOP("Verbs", "Only this checklist."), ValueKind::Word)},
         Effect::Reads,
         listItems},
        {"item set",
         QT_TRANSLATE_NOOP("Verbs", "Record a checklist item: done, with its value or evidence"),
         QT_TRANSLATE_NOOP("Verbs",
                           "An item that asks for a value is done once it has one; a table is given as a JSON list of "
                           "objects. Several items are recorded all or none."),
         {partner, item},
         {optional("state", "STATE", QT_TRANSLATE_NOOP("Verbs", "done, open or not-applicable; done without it."),
                   ValueKind::Word, recordNames),
          optional("value", "VALUE",
                   QT_TRANSLATE_NOOP("Verbs", "The value that the item asks for; - reads standard input.")),
          {"evidence", "REF",
           QT_TRANSLATE_NOOP("Verbs",
                             "What shows it: DOC[:PAGE] of the dossier, policy:ID or an https link. Repeatable."),
           ValueKind::Text, Occurrence::Repeated},
          {"also", "ITEM", QT_TRANSLATE_NOOP("Verbs", "Another item to record in the same way. Repeatable."),
           ValueKind::Word, Occurrence::Repeated},
          optional("reason", "TEXT",
                   QT_TRANSLATE_NOOP("Verbs", "Why; needed where it isn't applicable; - reads standard input."))},
         Effect::Changes,
         setItem,
         "gatehouse-admin item set calder-voss plan --value enterprise\n"
         "gatehouse-admin item set calder-voss contract-signed --evidence policy:MSA-2026-14\n"},
        {"item exempt",
         QT_TRANSLATE_NOOP("Verbs", "Let a partner go on without an item until a day"),
         QT_TRANSLATE_NOOP(
             "Verbs", "You approve it. When it ends the item is open again; item set --state open ends it before."),
         {partner, item},
         {optional("reason", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Why; - reads standard input.")),
          optional("until", "DATE", QT_TRANSLATE_NOOP("Verbs", "Last day that it counts, as 2026-12-31."),
                   ValueKind::Word)},
         Effect::Changes,
         exemptItem,
         nullptr,
         "--reason TEXT --until DATE"},
    };
}

} // namespace gatehouse::cli
