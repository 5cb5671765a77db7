#include "words/errorwordgroups.h"
#include "words/textmarks.h"

namespace gatehouse::words {

namespace {

using base::ErrorCode;

// What the item asks for, by the name of its type.
QString wantedOf(const QStringList &arguments)
{
    const QString type = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (type == QLatin1StringView("number")) {
        if (!rest.value(0).isEmpty() && !rest.value(1).isEmpty())
            return ErrorText::tr("A number from %1 to %2 is expected.").arg(rest.value(0), rest.value(1));
        return rest.value(0).isEmpty() ? ErrorText::tr("A number is expected, e.g. 1000 or 0.5.")
                                       : ErrorText::tr("A number of at least %1 is expected.").arg(rest.value(0));
    }
    if (type == QLatin1StringView("yes_no"))
        return ErrorText::tr("The answer is yes or no.");
    if (type == QLatin1StringView("choice") || type == QLatin1StringView("profile"))
        return ErrorText::tr("It takes one of: %1.").arg(listOf(rest));
    if (type == QLatin1StringView("date"))
        return ErrorText::tr("A date is expected, as 2026-03-31.");
    if (type == QLatin1StringView("table")) {
        return rest.isEmpty() ? ErrorText::tr("A table is expected: a JSON list of objects, one for each row.")
                              : ErrorText::tr("The table takes at most %1 rows.").arg(rest.value(0));
    }
    return ErrorText::tr("A text is expected.");
}

ErrorWords valueErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::ItemValueMissing:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("It is done once it has its value, and none was given."),
                ErrorText::tr("Give the value."),
                {}};
    case ErrorCode::ItemValueWrong:
        return {ErrorText::tr("The value of %1 was not taken.").arg(subject),
                wantedOf(error.arguments),
                ErrorText::tr("Correct it and try again."),
                {}};
    case ErrorCode::ItemTakesNoValue:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("A value was given, and the item asks for none."),
                ErrorText::tr("Leave the value out; what there is to say goes into the reason."),
                {}};
    case ErrorCode::ItemEvidenceMissing:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("Its playbook asks for evidence, and none was given."),
                ErrorText::tr("Cite a document, a policy document or a link."),
                {}};
    default: return {};
    }
}

} // namespace

ErrorWords itemErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::ItemNotFound:
        return {ErrorText::tr("The item %1 can't be found.").arg(subject),
                ErrorText::tr("The partner's playbook has no item with this id."),
                error.arguments.isEmpty() ? ErrorText::tr("List the partner's items and use an id from the list.")
                                          : ErrorText::tr("Close to it: %1.").arg(listOf(error.arguments)),
                {}};
    case ErrorCode::ItemDoneByFact:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("A fact makes it done, and nobody ticks it."),
                ErrorText::tr("Do what it tells of; it is done by itself then."),
                {}};
    case ErrorCode::ItemWaits:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("These checklists come first and aren't done: %1.").arg(listOf(error.arguments)),
                ErrorText::tr("Complete them, or have what is open in them exempted."),
                {}};
    case ErrorCode::ItemDoesNotApply:
        return {ErrorText::tr("The item was not recorded: %1.").arg(subject),
                ErrorText::tr("It doesn't apply by the answer to: %1.").arg(isolate(error.arguments.value(0))),
                ErrorText::tr("Answer that item, or correct its answer, first."),
                {}};
    case ErrorCode::ItemNeedsNoExemption:
        return {ErrorText::tr("The item was not exempted: %1.").arg(subject),
                ErrorText::tr("It is done, or readiness doesn't wait for it."),
                ErrorText::tr("Nothing has to be done."),
                {}};
    case ErrorCode::ExemptionTooLong:
        return {ErrorText::tr("The item was not exempted."),
                ErrorText::tr("An exemption lasts %1 days at most; %2 is later (%3).", "days, a date, a field")
                    .arg(error.arguments.value(1), isolate(error.arguments.value(0)), subject),
                ErrorText::tr("Give an earlier date. Another exemption may follow it."),
                {}};
    case ErrorCode::PlaybookUnchanged:
        return {ErrorText::tr("%1 was not moved.").arg(subject),
                ErrorText::tr("It is on %1 already.").arg(isolate(error.arguments.value(0))),
                ErrorText::tr("Name another version of its playbook."),
                {}};
    default: return valueErrorWords(error);
    }
}

} // namespace gatehouse::words
