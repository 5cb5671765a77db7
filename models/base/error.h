#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace gatehouse::base {

// What a door does with an error depends on its kind alone (CLI exit code, colour of a banner).
enum class ErrorKind { NotFound, Conflict, Denied, Invalid, Unreachable, Cancelled, Corrupt, Internal };

// What went wrong, precisely. A door looks its sentence and its runbook up by this code (words/errorwords.h); the
// comment behind each code names its Error::subject and Error::arguments.
enum class ErrorCode {
    Internal,  // subject: what broke
    Cancelled, //
    // The workspace itself
    WorkspaceNotFound,    // subject: path or address, argument: the folder that is missing, when one was to be made in
    WorkspaceExists,      // subject: path or address, arguments: none, or the schema that somebody else made there
    WorkspaceUnreachable, // subject: path or address
    WorkspaceForbidden,   // subject: path; the operating system lets this user not read it
    WorkspaceBusy,        // subject: path; another program holds the write turn or a lock
    WorkspaceReadOnly,    // subject: path
    WorkspaceCorrupt,     // subject: path; or the table
    WorkspaceFull,        // subject: path; no space left
    WorkspaceUnsafe,      // subject: path of a file or folder that others own, may write to, or that is a link
    SchemaMissing,        // subject: path; not a Gatehouse workspace, or not initialised
    SchemaNewer,          // subject: path, arguments: its version, ours
    SchemaIncompatible,   // subject: path, arguments: its min_compatible, ours
    SchemaAltered,        // subject: path or address, arguments: the migration, table or trigger that is not ours
    // Input
    TextMissing,     // subject: field
    TextTooShort,    // subject: field, arguments: least characters, given
    TextTooLong,     // subject: field, arguments: most characters, given
    TextForbidden,   // subject: field; a character that can't be stored or would deceive, see domain/text.h
    DateMalformed,   // subject: field, arguments: given
    EmailMalformed,  // subject: field, arguments: given
    ValueUnknown,    // subject: field, arguments: given, then the accepted values
    KeyMissing,      // subject: path inside the file, e.g. contacts[2].subject
    KeyUnknown,      // subject: path inside the file
    KeyWrongType,    // subject: path inside the file, arguments: expected type
    FileUnreadable,  // subject: file, arguments: reason of the operating system
    FileEmpty,       // subject: file
    FileTooLarge,    // subject: file, arguments: limit in MiB
    JsonMalformed,   // subject: file, arguments: line, column, reason (English, from the parser)
    PlaybookInvalid, // subject: file, arguments: line, reason as "key: what is expected"; then those of further
                     // problems
    // Partners and contacts
    PartnerNotFound,   // subject: what was asked for
    PartnerAmbiguous,  // subject: what was asked for, arguments: slugs of those that match, or the id where the slug is
                       // what was asked for
    PartnerNameInUse,  // subject: name; another partner has the slug
    SubjectInUse,      // subject: the contact subject that a roster holds, this partner's own or another's
    SubjectIsOperator, // subject: the contact subject that holds a role, added by partner staff
    SubjectDuplicate,  // subject: the contact subject that stands twice in one roster
    SubmitterNotInRoster, // subject: submitting subject
    ContactNotFound,      // subject: contact subject, arguments: partner name
    PlaybookNotFound,     // subject: playbook id (and @version)
    RunbookNotFound,      // subject: runbook id, alias or id#section as asked for, arguments: what is called almost so
    // Tenants and access keys. No error repeats a whole key, or what may be most of one.
    TenantNotFound,     // subject: the prefix, or its beginning, that was asked for
    TenantAmbiguous,    // subject: the beginning that was asked for, arguments: the prefixes that begin so
    TenantRevoked,      // subject: tenant name, arguments: prefix of its key
    AccessKeyMalformed, //
    AccessKeyRefused,   // an unknown key and a wrong secret alike
    AccessKeyReplaced,  // subject: prefix, arguments: tenant name
    PartnerShut,        // subject: partner name, which was suspended or rejected for good
    // Items
    ItemNotFound,         // subject: what was asked for, arguments: ids of the playbook that resemble it
    ItemDoneByFact,       // subject: item title; a fact makes it done, nobody ticks it
    ItemWaits,            // subject: item title, arguments: titles of the checklists that come first
    ItemDoesNotApply,     // subject: item title, arguments: title of the item whose answer decides; by that answer
    ItemValueMissing,     // subject: item title
    ItemValueWrong,       // subject: item, or a cell of its table; arguments: see domain/itemvalue.h
    ItemTakesNoValue,     // subject: item title
    ItemEvidenceMissing,  // subject: item title
    ExemptionTooLong,     // subject: field, arguments: given, most days
    PlaybookUnchanged,    // subject: partner name, arguments: playbook@version it is on
    ItemNeedsNoExemption, // subject: item title; it is done, doesn't count or is exempt until then already
    // Dossier
    DocumentKindUnknown, // subject: kind, arguments: kinds of the playbook
    DocumentNotFound,    // subject: document id or kind
    ValidityInPast,      // subject: date
    ObjectMissing,       // subject: object key
    ObjectAltered,       // subject: object key
    DocumentUnreadable,  // subject: file name, arguments: why it can't be shown, see domain/documentpages.h
    PageUnreadable,      // subject: page number from 1, arguments: why it can't be shown, see domain/documentpages.h
    RendererMissing,     // subject: the helper program that shows documents
    // Decisions
    NoteTooShort,          // arguments: least characters, given
    EvidenceMissing,       //
    EvidenceUnknown,       // subject: DOC as given
    DossierIncomplete,     // subject: partner name, arguments: missing or expired kinds
    ReviewChanged,         // subject: partner name, arguments: what changed: parts of the digest that differ; then, of
                           // those whose author is known: "decision 2026-03-12T14:24:00.000Z mara"
    PolicyDocumentMissing, // subject: partner name
    NothingSubmitted,      // subject: partner name
    RejectedForGood,       // subject: partner name; final rejection, only a root admin re-opens
    DocumentAskedAgain,    // subject: partner name, arguments: kinds of which a reviewer asked for a new document
    RequestStands,         // subject: partner name, arguments: kinds as above, which no answer can replace
    SecondDeciderNeeded,   // subject: partner name, arguments: when the decider gave the first of two approvals
    DecidersMissing,       // subject: partner name, arguments: deciders needed, how many there are
    AssigneeCantDecide,    // subject: the assignee, arguments: partner name, code of the reason
    MomentMalformed,       // subject: field, arguments: given
    MomentInPast,          // subject: field, arguments: given
    MomentTooFar,          // subject: field, arguments: given, days that are the most
    NothingAsked,          // subject: partner name; arguments: the id that was given, ids of those open; both may lack
    NothingToTakeBack,     // subject: partner name, arguments: "snoozed" or "escalated", which it is not
    // Permission
    NotPermitted,      // subject: operation name, or "set-owner"; arguments: role names that may. Without arguments:
                       // the workspace that refuses a login
    NotYourPartner,    // subject: the partner as it was asked for; empty for all of them
    OwnRequest,        // subject: partner name; the decider submitted it
    OnTheRoster,       // subject: partner name; the decider stands in its roster; arguments: the operation's name
                       // when it is no decision, then role names that may; else "listed" or "removed" where known
    NotOnAllowlist,    // subject: deciding subject, arguments: role that decides
    ActingNotAllowed,  // --as on a backend; subject: given subject
    AccessClosed,      // subject: partner name, arguments: access gate, reason code, guidance
    AccessGateUnknown, // subject: access gate, arguments: the known ones
    // Operators
    OperatorNotFound, // subject: subject, arguments: role; none: it holds no role at all
    OperatorExists,   // subject: subject, arguments: role
    LastRootAdmin,    // subject: subject
    // Requests and the database
    RequestIdReused,    // subject: request id; same id with another body
    ConcurrentChange,   // subject: table; lost the race even after the retries
    ConstraintViolated, // subject: constraint or table
    AppendOnly,         // subject: table
    ReferenceMissing,   // subject: table
};

// Stable, lower-case, hyphenated name for JSON output, logs and runbook links: "subject-in-use".
QLatin1StringView errorCodeName(ErrorCode code);
// Every code once, in declaration order; the edges' tables are tested against it.
QList<ErrorCode> allErrorCodes();
QLatin1StringView errorKindName(ErrorKind kind);

// Codes and arguments, never sentences: the words are chosen at the edge that shows them.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QStringList arguments;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace gatehouse::base
