#include "words/errorwords.h"

#include "words/errorwordgroups.h"

namespace gatehouse::words {

namespace {

using base::ErrorCode;

enum class Group { Workspace, Input, Partner, Tenant, Item, Decision, Review, Permission, Request };

struct Entry
{
    Group group = Group::Request;
    QLatin1StringView runbook;
};

Entry entry(Group group, const char *runbook)
{
    return {group, QLatin1StringView(runbook)};
}

// Longer than a function should be: one line per code in one switch, so that -Wswitch finds a code without an entry.
Entry entryOf(ErrorCode code) // NOLINT(readability-function-size)
{
    switch (code) {
    case ErrorCode::Internal: return entry(Group::Request, "support#report");
    case ErrorCode::Cancelled: return entry(Group::Request, "support#cancelled");
    case ErrorCode::WorkspaceNotFound: return entry(Group::Workspace, "workspace#not-found");
    case ErrorCode::WorkspaceExists: return entry(Group::Workspace, "workspace#exists");
    case ErrorCode::WorkspaceUnreachable: return entry(Group::Workspace, "workspace#unreachable");
    case ErrorCode::WorkspaceForbidden: return entry(Group::Workspace, "workspace#rights");
    case ErrorCode::WorkspaceBusy: return entry(Group::Workspace, "workspace#busy");
    case ErrorCode::WorkspaceReadOnly: return entry(Group::Workspace, "workspace#read-only");
    case ErrorCode::WorkspaceCorrupt: return entry(Group::Workspace, "workspace#corrupt");
    case ErrorCode::WorkspaceFull: return entry(Group::Workspace, "workspace#full");
    case ErrorCode::WorkspaceUnsafe: return entry(Group::Workspace, "workspace#unsafe");
    case ErrorCode::SchemaMissing: return entry(Group::Workspace, "workspace#not-initialised");
    case ErrorCode::SchemaNewer: return entry(Group::Workspace, "workspace#newer");
    case ErrorCode::SchemaIncompatible: return entry(Group::Workspace, "workspace#incompatible");
    case ErrorCode::SchemaAltered: return entry(Group::Workspace, "workspace#altered");
    case ErrorCode::TextMissing:
    case ErrorCode::TextTooShort:
    case ErrorCode::TextTooLong:
    case ErrorCode::TextForbidden: return entry(Group::Input, "input#text");
    case ErrorCode::EmailMalformed: return entry(Group::Input, "input#values");
    case ErrorCode::DateMalformed: return entry(Group::Input, "input#dates");
    case ErrorCode::ValueUnknown: return entry(Group::Input, "input#values");
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyUnknown:
    case ErrorCode::KeyWrongType: return entry(Group::Input, "intake#application-file");
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileTooLarge: return entry(Group::Input, "input#files");
    case ErrorCode::JsonMalformed: return entry(Group::Input, "intake#application-file");
    case ErrorCode::PlaybookInvalid: return entry(Group::Input, "playbooks#validate");
    case ErrorCode::PartnerNotFound:
    case ErrorCode::PartnerAmbiguous: return entry(Group::Partner, "partners#find");
    case ErrorCode::PartnerNameInUse: return entry(Group::Partner, "partners#names");
    case ErrorCode::SubjectInUse:
    case ErrorCode::SubjectDuplicate: return entry(Group::Partner, "contacts#subject-in-use");
    case ErrorCode::SubjectIsOperator: return entry(Group::Partner, "contacts#operators");
    case ErrorCode::SubmitterNotInRoster: return entry(Group::Partner, "intake#roster");
    case ErrorCode::ContactNotFound: return entry(Group::Partner, "contacts#find");
    case ErrorCode::ItemNotFound:
    case ErrorCode::ItemDoneByFact: return entry(Group::Item, "items#set");
    case ErrorCode::ItemWaits: return entry(Group::Item, "items#waits");
    case ErrorCode::ItemDoesNotApply: return entry(Group::Item, "items#applies");
    case ErrorCode::ItemValueMissing:
    case ErrorCode::ItemValueWrong:
    case ErrorCode::ItemTakesNoValue: return entry(Group::Item, "items#values");
    case ErrorCode::ItemEvidenceMissing: return entry(Group::Item, "items#evidence");
    case ErrorCode::PlaybookUnchanged: return entry(Group::Item, "playbooks#move");
    case ErrorCode::ExemptionTooLong:
    case ErrorCode::ItemNeedsNoExemption: return entry(Group::Item, "items#exemptions");
    case ErrorCode::PlaybookNotFound: return entry(Group::Partner, "playbooks#find");
    case ErrorCode::RunbookNotFound: return entry(Group::Partner, "runbooks#links");
    case ErrorCode::TenantNotFound:
    case ErrorCode::TenantAmbiguous: return entry(Group::Tenant, "tenants#find");
    case ErrorCode::TenantRevoked: return entry(Group::Tenant, "tenants#revoke");
    case ErrorCode::AccessKeyMalformed: return entry(Group::Tenant, "access-keys#format");
    case ErrorCode::AccessKeyRefused: return entry(Group::Tenant, "access-keys#not-working");
    case ErrorCode::AccessKeyReplaced: return entry(Group::Tenant, "access-keys#lost");
    case ErrorCode::PartnerShut: return entry(Group::Tenant, "access-keys#not-working");
    case ErrorCode::DocumentKindUnknown: return entry(Group::Partner, "dossier#kinds");
    case ErrorCode::DocumentNotFound: return entry(Group::Partner, "dossier#find");
    case ErrorCode::ValidityInPast: return entry(Group::Partner, "dossier#validity");
    case ErrorCode::ObjectMissing: return entry(Group::Partner, "dossier#object-missing");
    case ErrorCode::ObjectAltered: return entry(Group::Partner, "dossier#object-altered");
    case ErrorCode::DocumentUnreadable:
    case ErrorCode::PageUnreadable:
    case ErrorCode::RendererMissing: return entry(Group::Review, "dossier#cant-be-shown");
    case ErrorCode::NoteTooShort: return entry(Group::Decision, "approvals#notes");
    case ErrorCode::EvidenceMissing:
    case ErrorCode::EvidenceUnknown: return entry(Group::Decision, "approvals#evidence");
    case ErrorCode::DossierIncomplete: return entry(Group::Decision, "approvals#dossier-incomplete");
    case ErrorCode::ReviewChanged: return entry(Group::Decision, "approvals#review-changed");
    case ErrorCode::PolicyDocumentMissing: return entry(Group::Decision, "approvals#policy-document");
    case ErrorCode::NothingSubmitted: return entry(Group::Decision, "approvals#nothing-submitted");
    case ErrorCode::RejectedForGood: return entry(Group::Decision, "approvals#final-rejection");
    case ErrorCode::DocumentAskedAgain:
    case ErrorCode::RequestStands: return entry(Group::Review, "approvals#verdicts");
    case ErrorCode::SecondDeciderNeeded:
    case ErrorCode::DecidersMissing: return entry(Group::Review, "approvals#two-deciders");
    case ErrorCode::AssigneeCantDecide: return entry(Group::Review, "approvals#assignment");
    case ErrorCode::MomentMalformed:
    case ErrorCode::MomentInPast:
    case ErrorCode::MomentTooFar: return entry(Group::Review, "input#dates");
    case ErrorCode::NothingAsked: return entry(Group::Review, "approvals#questions");
    case ErrorCode::NothingToTakeBack: return entry(Group::Review, "approvals#assignment");
    case ErrorCode::NotPermitted: return entry(Group::Permission, "permissions#who-may");
    case ErrorCode::NotYourPartner: return entry(Group::Permission, "permissions#own-partner");
    case ErrorCode::OwnRequest:
    case ErrorCode::OnTheRoster: return entry(Group::Permission, "approvals#own-request");
    case ErrorCode::NotOnAllowlist: return entry(Group::Permission, "approvals#allowlist");
    case ErrorCode::ActingNotAllowed: return entry(Group::Permission, "permissions#acting-as");
    case ErrorCode::AccessClosed: return entry(Group::Permission, "approvals#kyb-review");
    case ErrorCode::AccessGateUnknown: return entry(Group::Permission, "access#gates");
    case ErrorCode::OperatorNotFound: return entry(Group::Permission, "operators#find");
    case ErrorCode::OperatorExists: return entry(Group::Permission, "operators#add");
    case ErrorCode::LastRootAdmin: return entry(Group::Permission, "operators#last-root-admin");
    case ErrorCode::RequestIdReused: return entry(Group::Request, "requests#reused");
    case ErrorCode::ConcurrentChange: return entry(Group::Request, "requests#concurrent-change");
    case ErrorCode::ConstraintViolated: return entry(Group::Request, "requests#refused-by-database");
    case ErrorCode::AppendOnly: return entry(Group::Request, "requests#append-only");
    case ErrorCode::ReferenceMissing: return entry(Group::Request, "requests#refused-by-database");
    }
    Q_UNREACHABLE();
}

ErrorWords wordsOf(Group group, const base::Error &error)
{
    switch (group) {
    case Group::Workspace: return workspaceErrorWords(error);
    case Group::Input: return inputErrorWords(error);
    case Group::Partner: return partnerErrorWords(error);
    case Group::Tenant: return tenantErrorWords(error);
    case Group::Item: return itemErrorWords(error);
    case Group::Decision: return decisionErrorWords(error);
    case Group::Review: return reviewErrorWords(error);
    case Group::Permission: return permissionErrorWords(error);
    case Group::Request: return requestErrorWords(error);
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorWords errorWords(const base::Error &error)
{
    const Entry entry = entryOf(error.code);
    ErrorWords words = wordsOf(entry.group, error);
    words.runbook = entry.runbook;
    return words;
}

QString oneLine(const base::Error &error)
{
    const ErrorWords words = errorWords(error);
    return ErrorText::tr("%1 %2 %3", "An error in one line: what happened, why, what to do")
        .arg(words.what, words.why, words.todo);
}

QString runbookOf(base::ErrorCode code)
{
    return entryOf(code).runbook;
}

} // namespace gatehouse::words
