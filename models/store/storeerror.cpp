#include "store/storeerror.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;

namespace {

struct RuleRow
{
    const char *rule;
    ErrorKind kind;
    ErrorCode code;
    const char *subject; // when the text brings none
};

// One row for each GHnnn that the schemas raise (resources/schema/*/): SQLite by text, PostgreSQL as SQLSTATE.
constexpr RuleRow ruleRows[] = {
    {"GH001", ErrorKind::Denied, ErrorCode::AppendOnly, ""},
    {"GH002", ErrorKind::Invalid, ErrorCode::NoteTooShort, ""},
    {"GH003", ErrorKind::Denied, ErrorCode::NotOnAllowlist, ""},
    {"GH004", ErrorKind::Denied, ErrorCode::OnTheRoster, ""},
    {"GH005", ErrorKind::Denied, ErrorCode::ConstraintViolated, "partners.approved_at"},
    {"GH006", ErrorKind::Denied, ErrorCode::AccessClosed, ""},
    {"GH007", ErrorKind::Denied, ErrorCode::AppendOnly, ""},
    {"GH008", ErrorKind::Denied, ErrorCode::ConstraintViolated, "key"},
    {"GH009", ErrorKind::Denied, ErrorCode::OwnRequest, ""},
    {"GH010", ErrorKind::Denied, ErrorCode::NotPermitted, ""},
    {"GH011", ErrorKind::Conflict, ErrorCode::ConcurrentChange, ""},
    {"GH012", ErrorKind::Invalid, ErrorCode::EvidenceMissing, ""},
    {"GH013", ErrorKind::Denied, ErrorCode::SecondDeciderNeeded, ""},
    {"GH014", ErrorKind::Invalid, ErrorCode::ConstraintViolated, "value"},
    {"GH016", ErrorKind::Conflict, ErrorCode::TenantRevoked, ""},
};

struct UniqueRow
{
    const char *constraint;
    ErrorCode code;
};

// Unique constraints that mean something to a person; the rest is ConstraintViolated with the constraint's name.
constexpr UniqueRow uniqueRows[] = {
    {"uq_partners_slug", ErrorCode::PartnerNameInUse},
    {"uq_partner_contacts_subject", ErrorCode::SubjectInUse},
    {"uq_operators_subject_role", ErrorCode::OperatorExists},
    // Two programs took the same turn: whoever repeats the whole finds the other's row.
    {"uq_receipts_request_id", ErrorCode::ConcurrentChange},
    {"uq_partner_approvals_number", ErrorCode::ConcurrentChange},
    {"uq_dossier_documents_revision", ErrorCode::ConcurrentChange},
    {"uq_operators_number", ErrorCode::ConcurrentChange},
    {"uq_document_verdicts_number", ErrorCode::ConcurrentChange},
    {"uq_partner_requests_number", ErrorCode::ConcurrentChange},
    {"uq_review_acts_number", ErrorCode::ConcurrentChange},
    {"uq_approval_endorsements_number", ErrorCode::ConcurrentChange},
    {"uq_review_presence_subject", ErrorCode::ConcurrentChange},
    {"uq_access_keys_number", ErrorCode::ConcurrentChange},
    {"uq_access_keys_live", ErrorCode::ConcurrentChange},
    // Chance gave what another key has: the next attempt draws anew.
    {"uq_access_keys_prefix", ErrorCode::ConcurrentChange},
    {"uq_access_keys_hash", ErrorCode::ConcurrentChange},
};

Error conflictOf(const QString &constraint)
{
    const auto row = std::find_if(std::cbegin(uniqueRows), std::cend(uniqueRows), [&](const UniqueRow &candidate) {
        return constraint == QLatin1StringView(candidate.constraint);
    });
    const ErrorCode code = row == std::cend(uniqueRows) ? ErrorCode::ConstraintViolated : row->code;
    return {ErrorKind::Conflict, code, constraint, {}};
}

Error unreachable(ErrorCode code, const Complaint &complaint)
{
    return {ErrorKind::Unreachable, code, complaint.place, {}};
}

Error corrupt(const Complaint &complaint)
{
    return {ErrorKind::Corrupt, ErrorCode::WorkspaceCorrupt, complaint.place, {}};
}

Error internal(const Complaint &complaint)
{
    return {ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("database error ") + complaint.code, {}};
}

Error sqliteError(const Complaint &complaint)
{
    const int code = complaint.code.toInt();
    switch (code) {
    case 2067: // CONSTRAINT_UNIQUE
    case 1555: // CONSTRAINT_PRIMARYKEY
    case 2579: // CONSTRAINT_ROWID
        return conflictOf(constraintNamed(complaint));
    case 275:  // CONSTRAINT_CHECK
    case 1299: // CONSTRAINT_NOTNULL
    case 3091: // CONSTRAINT_DATATYPE, of a STRICT table
        return {ErrorKind::Invalid, ErrorCode::ConstraintViolated, constraintNamed(complaint), {}};
    case 787: // CONSTRAINT_FOREIGNKEY; SQLite does not say which
        return {ErrorKind::Invalid, ErrorCode::ReferenceMissing, {}, {}};
    case 1811: // CONSTRAINT_TRIGGER
        return errorOfRule(complaint.text.section(QLatin1Char(' '), 0, 0), complaint.text.section(QLatin1Char(' '), 1));
    default: break;
    }
    switch (code & 0xff) {
    case 8: // READONLY
    case 3: // PERM
        return {ErrorKind::Denied, ErrorCode::WorkspaceReadOnly, complaint.place, {}};
    case 5: // BUSY, also as 261 and 517
    case 6: // LOCKED
        return unreachable(ErrorCode::WorkspaceBusy, complaint);
    case 13: // FULL
        return unreachable(ErrorCode::WorkspaceFull, complaint);
    case 10: // IOERR
    case 14: // CANTOPEN
    case 15: // PROTOCOL
    case 7:  // NOMEM
        return unreachable(ErrorCode::WorkspaceUnreachable, complaint);
    case 11: // CORRUPT
    case 26: // NOTADB
        return corrupt(complaint);
    case 9: // INTERRUPT
        return {ErrorKind::Cancelled, ErrorCode::Cancelled, {}, {}};
    default: return internal(complaint);
    }
}

// Errors that SQLSTATE's whole code decides.
std::optional<Error> postgresErrorOfCode(const Complaint &complaint)
{
    const QString &code = complaint.code;
    if (code == QLatin1StringView("23505"))
        return conflictOf(constraintNamed(complaint));
    if (code == QLatin1StringView("23503"))
        return Error{ErrorKind::Invalid, ErrorCode::ReferenceMissing, constraintNamed(complaint), {}};
    if (code == QLatin1StringView("55P03")) // lock_timeout: whoever holds it may hold it for long
        return unreachable(ErrorCode::WorkspaceBusy, complaint);
    if (code == QLatin1StringView("42P06")) // our schema's name is taken
        return Error{ErrorKind::Conflict, ErrorCode::WorkspaceExists, complaint.place, {QStringLiteral("gatehouse")}};
    if (code == QLatin1StringView("40001") || code == QLatin1StringView("40P01"))
        return Error{ErrorKind::Conflict, ErrorCode::ConcurrentChange, {}, {}};
    if (code == QLatin1StringView("42501") || code == QLatin1StringView("28000") || code == QLatin1StringView("28P01"))
        return Error{ErrorKind::Denied, ErrorCode::NotPermitted, complaint.place, {}};
    if (code == QLatin1StringView("25006")) // read-only transaction or server
        return Error{ErrorKind::Denied, ErrorCode::WorkspaceReadOnly, complaint.place, {}};
    if (code == QLatin1StringView("3F000") || code == QLatin1StringView("42P01")) // no such schema, no such table
        return Error{ErrorKind::NotFound, ErrorCode::SchemaMissing, complaint.place, {}};
    if (code == QLatin1StringView("3D000")) // no such database
        return Error{ErrorKind::NotFound, ErrorCode::WorkspaceNotFound, complaint.place, {}};
    if (code == QLatin1StringView("53100")) // disk full
        return unreachable(ErrorCode::WorkspaceFull, complaint);
    if (code == QLatin1StringView("XX001") || code == QLatin1StringView("XX002"))
        return corrupt(complaint);
    if (code == QLatin1StringView("57014"))
        return Error{ErrorKind::Cancelled, ErrorCode::Cancelled, {}, {}};
    return {};
}

// libpq gives no SQLSTATE of a server that answered and let nobody in; only its sentence tells, where it is in English.
QString codeOfRefusal(const QString &text)
{
    static const QRegularExpression nobody(QStringLiteral(
        R"(FATAL: +([A-Za-z]+ authentication failed|role ".*" (does not exist|is not permitted)|no pg_hba\.conf entry|)"
        R"(pg_hba\.conf rejects|permission denied for database))"));
    static const QRegularExpression nothing(QStringLiteral(R"(FATAL: +database ".*" does not exist)"));
    if (nobody.match(text).hasMatch())
        return QStringLiteral("28000");
    return nothing.match(text).hasMatch() ? QStringLiteral("3D000") : QString();
}

Error postgresError(const Complaint &given)
{
    Complaint complaint = given;
    if (complaint.code.isEmpty())
        complaint.code = codeOfRefusal(complaint.text);
    const QString &code = complaint.code;
    if (code.startsWith(QLatin1StringView("GH")))
        return errorOfRule(code, {});
    if (auto known = postgresErrorOfCode(complaint))
        return *known;
    if (code.startsWith(QLatin1StringView("23")) || code.startsWith(QLatin1StringView("22")))
        return {ErrorKind::Invalid, ErrorCode::ConstraintViolated, constraintNamed(complaint), {}};
    if (stateAfter(complaint) == ConnectionState::Lost || code.startsWith(QLatin1StringView("53")))
        return unreachable(ErrorCode::WorkspaceUnreachable, complaint);
    return internal(complaint);
}

// SQLite names columns: "UNIQUE constraint failed: partners.slug" or "..: operators.subject, operators.role".
QString constraintOfColumns(const QString &columns)
{
    QString name;
    const QStringList parts = columns.split(QStringLiteral(", "));
    for (const QString &part : parts)
        name += QLatin1Char('_')
                + (name.isEmpty() ? part.section(QLatin1Char('.'), 0, 0) + QLatin1Char('_') : QString())
                + part.section(QLatin1Char('.'), 1);
    return QStringLiteral("uq") + name;
}

} // namespace

Error errorOfRule(const QString &rule, const QString &argument)
{
    static const QLatin1StringView taken("GH020");
    if (rule == taken)
        return conflictOf(argument);
    const auto row = std::find_if(std::cbegin(ruleRows), std::cend(ruleRows),
                                  [&](const RuleRow &candidate) { return rule == QLatin1StringView(candidate.rule); });
    if (row == std::cend(ruleRows))
        return {ErrorKind::Internal, ErrorCode::Internal, rule, {}};
    // What the text says is for who reads raw SQL's answer; a door has its own words for the code.
    return {row->kind, row->code, QString::fromLatin1(row->subject), {}};
}

QString constraintNamed(const Complaint &complaint)
{
    // Only the first line: PostgreSQL's second holds values, which could look like one of our names.
    const QString line = complaint.text.section(QLatin1Char('\n'), 0, 0);
    static const QRegularExpression ours(QStringLiteral(R"(\b(?:uq|ck|fk|pk)_[a-z_]+\b)"));
    if (const auto match = ours.match(line); match.hasMatch())
        return match.captured();
    static const QRegularExpression columns(QStringLiteral(R"(constraint failed: ([a-z_]+\.[a-z_., ]+)$)"));
    if (const auto match = columns.match(line); match.hasMatch())
        return constraintOfColumns(match.captured(1));
    return {};
}

ConnectionState stateAfter(const Complaint &complaint)
{
    if (complaint.dialect == Dialect::Sqlite)
        return ConnectionState::Usable;
    const QString &code = complaint.code;
    const bool lost =
        code.isEmpty() || code.startsWith(QLatin1StringView("08")) || code.startsWith(QLatin1StringView("57P"));
    return lost ? ConnectionState::Lost : ConnectionState::Usable;
}

Error errorOf(const Complaint &complaint)
{
    return complaint.dialect == Dialect::Sqlite ? sqliteError(complaint) : postgresError(complaint);
}

} // namespace gatehouse::store
