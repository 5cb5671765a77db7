#include "words/errorwordgroups.h"
#include "words/textmarks.h"

namespace gatehouse::words {

namespace {

using base::ErrorCode;

ErrorWords dossierErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::PlaybookNotFound:
        return {ErrorText::tr("The playbook %1 can't be found.").arg(subject),
                ErrorText::tr("None of the installed playbooks has this name."),
                ErrorText::tr("List the playbooks and use one of their ids."),
                {}};
    case ErrorCode::RunbookNotFound:
        return {ErrorText::tr("The runbook %1 can't be found.").arg(subject),
                ErrorText::tr("No runbook has this id or alias, or it has no such section."),
                error.arguments.isEmpty()
                    ? ErrorText::tr("List the runbooks, or search them for words of the problem.")
                    : ErrorText::tr("Called almost so: %1.", "names of runbooks").arg(listOf(error.arguments)),
                {}};
    case ErrorCode::DocumentKindUnknown:
        return {ErrorText::tr("The document was not filed."),
                ErrorText::tr("The partner's playbook has no documents of the kind “%1”.").arg(subject),
                ErrorText::tr("Use one of: %1.").arg(listOf(error.arguments)),
                {}};
    case ErrorCode::DocumentNotFound:
        return {ErrorText::tr("The document %1 can't be found.").arg(subject),
                ErrorText::tr("The partner's dossier holds no document with this id or of this kind."),
                ErrorText::tr("Show the partner and use an id or a kind from its dossier."),
                {}};
    case ErrorCode::ValidityInPast:
        return {ErrorText::tr("The document was not filed."),
                ErrorText::tr("Its last valid day, %1, is over.").arg(subject),
                ErrorText::tr("File a document that is still valid, or correct the date."),
                {}};
    case ErrorCode::ObjectMissing:
        return {ErrorText::tr("The document can't be read."),
                ErrorText::tr("Its file %1 is missing from the object store.").arg(subject),
                ErrorText::tr("Restore the file from a backup, or have the document filed again."),
                {}};
    case ErrorCode::ObjectAltered:
        return {ErrorText::tr("The document can't be trusted."),
                ErrorText::tr("Its file %1 is not the one that was filed: the hash differs.").arg(subject),
                ErrorText::tr("Find out who changed it, then restore it or have the document filed again."),
                {}};
    default: return {};
    }
}

ErrorWords contactErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::SubjectInUse:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr(
                    "The subject %1 belongs to a contact already, of this partner or another, or to a removed one "
                    "whose identity task is open.")
                    .arg(subject),
                ErrorText::tr("Use another subject, or remove and release that contact first."),
                {}};
    case ErrorCode::SubjectIsOperator:
        return {
            ErrorText::tr("Nothing was saved."),
            ErrorText::tr("The subject %1 is an operator's, and a partner can't take operators into its roster: they "
                          "could no longer decide on it.")
                .arg(subject),
            ErrorText::tr("Leave this contact out, or ask a root admin to add it."),
            {}};
    case ErrorCode::SubjectDuplicate:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("The subject %1 stands twice in the roster.").arg(subject),
                ErrorText::tr("Give each contact a subject of their own."),
                {}};
    case ErrorCode::SubmitterNotInRoster:
        return {ErrorText::tr("The application was not taken."),
                ErrorText::tr("The submitting subject %1 isn't among its contacts.").arg(subject),
                ErrorText::tr("Add the submitter to the contacts, or name the contact who submits."),
                {}};
    case ErrorCode::ContactNotFound:
        return {ErrorText::tr("The contact %1 can't be found.").arg(subject),
                ErrorText::tr("The roster of %1 has nobody with this subject in that state.")
                    .arg(isolate(error.arguments.value(0))),
                ErrorText::tr("List the contacts and use a subject from the list."),
                {}};
    default: return dossierErrorWords(error);
    }
}

} // namespace

ErrorWords partnerErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::PartnerNotFound:
        return {ErrorText::tr("The partner %1 can't be found.").arg(subject),
                ErrorText::tr("No partner that you may see has this id, short name, name or legal name."),
                ErrorText::tr("List the partners and use a name from the list."),
                {}};
    case ErrorCode::PartnerAmbiguous:
        return {ErrorText::tr("%1 could be several partners.").arg(subject),
                ErrorText::tr("It is the name or the short name of these: %1.").arg(listOf(error.arguments)),
                ErrorText::tr("Name one of these instead."),
                {}};
    case ErrorCode::PartnerNameInUse:
        return {ErrorText::tr("The partner was not added."),
                ErrorText::tr("Another partner has the short name of %1.").arg(subject),
                ErrorText::tr("Choose another name, or work with the partner that is there."),
                {}};
    default: return contactErrorWords(error);
    }
}

} // namespace gatehouse::words
