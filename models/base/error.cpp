#include "base/error.h"

namespace gatehouse::base {

// NOLINTNEXTLINE(readability-function-size): a table is as long as what it lists.
// One line for each code: -Wswitch makes a code without a name a compile error.
QLatin1StringView errorCodeName(ErrorCode code) // NOLINT(readability-function-size)
{
    switch (code) {
    case ErrorCode::Internal: return QLatin1StringView("internal");
    case ErrorCode::Cancelled: return QLatin1StringView("cancelled");
    case ErrorCode::WorkspaceNotFound: return QLatin1StringView("workspace-not-found");
    case ErrorCode::WorkspaceExists: return QLatin1StringView("workspace-exists");
    case ErrorCode::WorkspaceUnreachable: return QLatin1StringView("workspace-unreachable");
    case ErrorCode::WorkspaceForbidden: return QLatin1StringView("workspace-forbidden");
    case ErrorCode::WorkspaceBusy: return QLatin1StringView("workspace-busy");
    case ErrorCode::WorkspaceReadOnly: return QLatin1StringView("workspace-read-only");
    case ErrorCode::WorkspaceCorrupt: return QLatin1StringView("workspace-corrupt");
    case ErrorCode::WorkspaceFull: return QLatin1StringView("workspace-full");
    case ErrorCode::WorkspaceUnsafe: return QLatin1StringView("workspace-unsafe");
    case ErrorCode::SchemaMissing: return QLatin1StringView("schema-missing");
    case ErrorCode::SchemaNewer: return QLatin1StringView("schema-newer");
    case ErrorCode::SchemaIncompatible: return QLatin1StringView("schema-incompatible");
    case ErrorCode::SchemaAltered: return QLatin1StringView("schema-altered");
    case ErrorCode::TextMissing: return QLatin1StringView("text-missing");
    case ErrorCode::TextTooShort: return QLatin1StringView("text-too-short");
    case ErrorCode::TextTooLong: return QLatin1StringView("text-too-long");
    case ErrorCode::TextForbidden: return QLatin1StringView("text-forbidden");
    case ErrorCode::DateMalformed: return QLatin1StringView("date-malformed");
    case ErrorCode::EmailMalformed: return QLatin1StringView("email-malformed");
    case ErrorCode::ValueUnknown: return QLatin1StringView("value-unknown");
    case ErrorCode::KeyMissing: return QLatin1StringView("key-missing");
    case ErrorCode::KeyUnknown: return QLatin1StringView("key-unknown");
    case ErrorCode::KeyWrongType: return QLatin1StringView("key-wrong-type");
    case ErrorCode::FileUnreadable: return QLatin1StringView("file-unreadable");
    case ErrorCode::FileEmpty: return QLatin1StringView("file-empty");
    case ErrorCode::FileTooLarge: return QLatin1StringView("file-too-large");
    case ErrorCode::JsonMalformed: return QLatin1StringView("json-malformed");
    case ErrorCode::PlaybookInvalid: return QLatin1StringView("playbook-invalid");
    case ErrorCode::PartnerNotFound: return QLatin1StringView("partner-not-found");
    case ErrorCode::PartnerAmbiguous: return QLatin1StringView("partner-ambiguous");
    case ErrorCode::PartnerNameInUse: return QLatin1StringView("partner-name-in-use");
    case ErrorCode::SubjectInUse: return QLatin1StringView("subject-in-use");
    case ErrorCode::SubjectIsOperator: return QLatin1StringView("subject-is-operator");
    case ErrorCode::SubjectDuplicate: return QLatin1StringView("subject-duplicate");
    case ErrorCode::SubmitterNotInRoster: return QLatin1StringView("submitter-not-in-roster");
    case ErrorCode::ContactNotFound: return QLatin1StringView("contact-not-found");
    case ErrorCode::ItemNotFound: return QLatin1StringView("item-not-found");
    case ErrorCode::ItemDoneByFact: return QLatin1StringView("item-done-by-fact");
    case ErrorCode::ItemWaits: return QLatin1StringView("item-waits");
    case ErrorCode::ItemDoesNotApply: return QLatin1StringView("item-does-not-apply");
    case ErrorCode::ItemValueMissing: return QLatin1StringView("item-value-missing");
    case ErrorCode::ItemValueWrong: return QLatin1StringView("item-value-wrong");
    case ErrorCode::ItemTakesNoValue: return QLatin1StringView("item-takes-no-value");
    case ErrorCode::ItemEvidenceMissing: return QLatin1StringView("item-evidence-missing");
    case ErrorCode::ExemptionTooLong: return QLatin1StringView("exemption-too-long");
    case ErrorCode::PlaybookUnchanged: return QLatin1StringView("playbook-unchanged");
    case ErrorCode::ItemNeedsNoExemption: return QLatin1StringView("item-needs-no-exemption");
    case ErrorCode::PlaybookNotFound: return QLatin1StringView("playbook-not-found");
    case ErrorCode::RunbookNotFound: return QLatin1StringView("runbook-not-found");
    case ErrorCode::TenantNotFound: return QLatin1StringView("tenant-not-found");
    case ErrorCode::TenantAmbiguous: return QLatin1StringView("tenant-ambiguous");
    case ErrorCode::TenantRevoked: return QLatin1StringView("tenant-revoked");
    case ErrorCode::AccessKeyMalformed: return QLatin1StringView("access-key-malformed");
    case ErrorCode::AccessKeyRefused: return QLatin1StringView("access-key-refused");
    case ErrorCode::AccessKeyReplaced: return QLatin1StringView("access-key-replaced");
    case ErrorCode::PartnerShut: return QLatin1StringView("partner-shut");
    case ErrorCode::DocumentKindUnknown: return QLatin1StringView("document-kind-unknown");
    case ErrorCode::DocumentNotFound: return QLatin1StringView("document-not-found");
    case ErrorCode::ValidityInPast: return QLatin1StringView("validity-in-past");
    case ErrorCode::ObjectMissing: return QLatin1StringView("object-missing");
    case ErrorCode::ObjectAltered: return QLatin1StringView("object-altered");
    case ErrorCode::DocumentUnreadable: return QLatin1StringView("document-unreadable");
    case ErrorCode::PageUnreadable: return QLatin1StringView("page-unreadable");
    case ErrorCode::RendererMissing: return QLatin1StringView("renderer-missing");
    case ErrorCode::NoteTooShort: return QLatin1StringView("note-too-short");
    case ErrorCode::EvidenceMissing: return QLatin1StringView("evidence-missing");
    case ErrorCode::EvidenceUnknown: return QLatin1StringView("evidence-unknown");
    case ErrorCode::DossierIncomplete: return QLatin1StringView("dossier-incomplete");
    case ErrorCode::ReviewChanged: return QLatin1StringView("review-changed");
    case ErrorCode::PolicyDocumentMissing: return QLatin1StringView("policy-document-missing");
    case ErrorCode::NothingSubmitted: return QLatin1StringView("nothing-submitted");
    case ErrorCode::RejectedForGood: return QLatin1StringView("rejected-for-good");
    case ErrorCode::DocumentAskedAgain: return QLatin1StringView("document-asked-again");
    case ErrorCode::RequestStands: return QLatin1StringView("request-stands");
    case ErrorCode::SecondDeciderNeeded: return QLatin1StringView("second-decider-needed");
    case ErrorCode::DecidersMissing: return QLatin1StringView("deciders-missing");
    case ErrorCode::AssigneeCantDecide: return QLatin1StringView("assignee-cant-decide");
    case ErrorCode::MomentMalformed: return QLatin1StringView("moment-malformed");
    case ErrorCode::MomentInPast: return QLatin1StringView("moment-in-past");
    case ErrorCode::MomentTooFar: return QLatin1StringView("moment-too-far");
    case ErrorCode::NothingAsked: return QLatin1StringView("nothing-asked");
    case ErrorCode::NothingToTakeBack: return QLatin1StringView("nothing-to-take-back");
    case ErrorCode::NotPermitted: return QLatin1StringView("not-permitted");
    case ErrorCode::NotYourPartner: return QLatin1StringView("not-your-partner");
    case ErrorCode::OwnRequest: return QLatin1StringView("own-request");
    case ErrorCode::OnTheRoster: return QLatin1StringView("on-the-roster");
    case ErrorCode::NotOnAllowlist: return QLatin1StringView("not-on-allowlist");
    case ErrorCode::ActingNotAllowed: return QLatin1StringView("acting-not-allowed");
    case ErrorCode::AccessClosed: return QLatin1StringView("access-closed");
    case ErrorCode::AccessGateUnknown: return QLatin1StringView("access-gate-unknown");
    case ErrorCode::OperatorNotFound: return QLatin1StringView("operator-not-found");
    case ErrorCode::OperatorExists: return QLatin1StringView("operator-exists");
    case ErrorCode::LastRootAdmin: return QLatin1StringView("last-root-admin");
    case ErrorCode::RequestIdReused: return QLatin1StringView("request-id-reused");
    case ErrorCode::ConcurrentChange: return QLatin1StringView("concurrent-change");
    case ErrorCode::ConstraintViolated: return QLatin1StringView("constraint-violated");
    case ErrorCode::AppendOnly: return QLatin1StringView("append-only");
    case ErrorCode::ReferenceMissing: return QLatin1StringView("reference-missing");
    }
    Q_UNREACHABLE();
}

QList<ErrorCode> allErrorCodes()
{
    QList<ErrorCode> codes;
    for (int code = 0; code <= int(ErrorCode::ReferenceMissing); ++code)
        codes.append(ErrorCode(code));
    return codes;
}

QLatin1StringView errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return QLatin1StringView("not-found");
    case ErrorKind::Conflict: return QLatin1StringView("conflict");
    case ErrorKind::Denied: return QLatin1StringView("denied");
    case ErrorKind::Invalid: return QLatin1StringView("invalid");
    case ErrorKind::Unreachable: return QLatin1StringView("unreachable");
    case ErrorKind::Cancelled: return QLatin1StringView("cancelled");
    case ErrorKind::Corrupt: return QLatin1StringView("corrupt");
    case ErrorKind::Internal: return QLatin1StringView("internal");
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::base
