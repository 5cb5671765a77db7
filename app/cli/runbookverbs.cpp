#include "cli/commands.h"
#include "cli/runbooktext.h"
#include "cli/verbparts.h"

namespace gatehouse::cli {

namespace {

QStringList listedRunbookKinds(const domain::PlaybookSource &)
{
    return runbookKindNames();
}

} // namespace

QList<Verb> runbookVerbs()
{
    return {
        {"runbook list",
         QT_TRANSLATE_NOOP("Verbs", "List the runbooks"),
         QT_TRANSLATE_NOOP("Verbs",
                           "A team adds its own, or overrides one, in the folder GATEHOUSE_RUNBOOKS or in runbooks "
                           "beside the workspace file."),
         {},
         {optional("kind", "KIND",
                   QT_TRANSLATE_NOOP("Verbs", "troubleshooting, procedure, reference, dashboard or template."),
                   ValueKind::Word, listedRunbookKinds)},
         Effect::Reads,
         listRunbooks},
        {"runbook show",
         QT_TRANSLATE_NOOP("Verbs", "Show a runbook, or one section of it"),
         nullptr,
         {{"RUNBOOK", QT_TRANSLATE_NOOP("Verbs", "Id or alias, with #SECTION or not: approvals#notes.")}},
         {optional("partner", "PARTNER", QT_TRANSLATE_NOOP("Verbs", "Fill in what is known of this partner."),
                   ValueKind::Word)},
         Effect::Reads,
         showRunbook},
        {"runbook search",
         QT_TRANSLATE_NOOP("Verbs", "Search the runbooks for words or an error code"),
         nullptr,
         {{"TEXT...", QT_TRANSLATE_NOOP("Verbs", "Words, or beginnings of words, that all have to stand there."),
           ValueKind::Word, Occurrence::Repeated}},
         {},
         Effect::Reads,
         searchRunbooks},
        {"runbook check",
         QT_TRANSLATE_NOOP("Verbs", "Look for what is wrong with the runbooks"),
         QT_TRANSLATE_NOOP("Verbs",
                           "Broken links, error codes and gates that lead nowhere, pages that nothing leads to, "
                           "reviews that are due. Exit code 1: something was found."),
         {},
         {},
         Effect::Reads,
         checkRunbooks},
    };
}

} // namespace gatehouse::cli
