#include "operations/everyoperation.h"

#include "operations/objectoperations.h"
#include "operations/tenantqueries.h"

namespace gatehouse::operationstest {

using base::ErrorCode;
using domain::OperationKind;
using domain::Role;
using domain::Verdict;
using operations::Operation;

namespace {

template <class Concrete>
std::unique_ptr<Operation> owned(Concrete operation)
{
    return std::make_unique<Concrete>(std::move(operation));
}

QString addedContact(Desk &desk, const QString &partner)
{
    const QString subject = desk.fresh("staff");
    Desk::expected(desk.root().run(addition(partner, subject)));
    return subject;
}

QString removedContact(Desk &desk, const QString &partner)
{
    const QString subject = addedContact(desk, partner);
    Desk::expected(desk.root().run(removal(partner, subject)));
    return subject;
}

QString addedOperator(Desk &desk)
{
    const QString subject = desk.fresh("operator");
    Desk::expected(desk.root().run(grant(subject, Role::Support)));
    return subject;
}

// The partner, on the version of its playbook that has items.
QString withItems(Desk &desk, const QString &partner)
{
    if (desk.view(partner).facts.partner.playbookVersion != ItemPlaybooks::version)
        Desk::expected(desk.root().run(moving(partner, ItemPlaybooks::version)));
    return partner;
}

QString inAMonth(Desk &desk, const QString &partner)
{
    return (desk.view(partner).asOf + 30 * base::msPerDay).toUtc().date().toString(Qt::ISODate);
}

int otherVersion(Desk &desk, const QString &partner)
{
    return desk.view(partner).facts.partner.playbookVersion == ItemPlaybooks::version ? 2 : ItemPlaybooks::version;
}

base::Instant tomorrow(Desk &desk, const QString &partner)
{
    return desk.view(partner).asOf + base::msPerDay;
}

// The first refusal, or done.
template <class... Results>
Outcome firstRefusal(const Results &...results)
{
    Outcome outcome;
    (void)((results || (outcome = Outcome(results.error()), false)) && ...);
    return outcome;
}

Outcome tenantQuery(Person &person, OperationKind kind, const QByteArray &key)
{
    using namespace operations;
    if (kind == OperationKind::VerifyAccessKey)
        return firstRefusal(person.ask(VerifyAccessKey{key}));
    return firstRefusal(person.ask(ShowTenant{key}), person.ask(ListTenants{}));
}

bool isTenantQuery(OperationKind kind)
{
    return kind == OperationKind::ReadTenants || kind == OperationKind::VerifyAccessKey;
}

Outcome query(Person &person, OperationKind kind, const QString &partner)
{
    using namespace operations;
    if (kind == OperationKind::ReadPartners)
        return firstRefusal(person.ask(ShowPartner{partner}), person.ask(ListPartners{}), person.ask(BoardPage{}),
                            person.ask(WhoAmI{}));
    if (kind == OperationKind::ReadDossierFile)
        return firstRefusal(person.ask(ReadDocument{partner, QStringLiteral("kyb")}));
    if (kind == OperationKind::CheckAccess)
        return firstRefusal(person.ask(CheckAccess{partner, QStringLiteral("invoice.create")}));
    if (kind == OperationKind::ReadOperators)
        return firstRefusal(person.ask(ListOperators{}));
    if (kind == OperationKind::CheckObjects)
        return firstRefusal(person.ask(operations::CheckObjects{}));
    if (kind == OperationKind::OpenReview) {
        OpenReview open;
        open.partner = partner;
        return firstRefusal(person.run(open));
    }
    return firstRefusal(person.ask(ListEvents{partner, {}, kind}));
}

} // namespace

Outcome attempt(Person &person, const Operation &operation)
{
    return firstRefusal(person.run(operation));
}

std::unique_ptr<Operation> goodOperation(Desk &desk, OperationKind kind, const QString &partner)
{
    using namespace operations;
    switch (kind) {
    case OperationKind::SubmitPartner: {
        const QString subject = desk.fresh("staff");
        return owned(submission(Desk::application(desk.fresh("Partner"), {subject}), subject));
    }
    case OperationKind::UpdatePartner: return owned(newRegion(partner, desk.fresh("Region")));
    case OperationKind::AddContact: return owned(addition(partner, desk.fresh("staff")));
    case OperationKind::RemoveContact: return owned(removal(partner, addedContact(desk, partner)));
    case OperationKind::ReleaseContact: return owned(release(partner, removedContact(desk, partner)));
    case OperationKind::FileDocument: return owned(filing(partner, QStringLiteral("kyb")));
    case OperationKind::Approve: return owned(desk.decision(partner, Verdict::Approve));
    case OperationKind::Reject: return owned(desk.decision(partner, Verdict::Reject));
    case OperationKind::JudgeDocument: return owned(acceptance(partner, QStringLiteral("kyb")));
    case OperationKind::AssignReview: return owned(assignment(partner, desk.root().subject()));
    case OperationKind::SnoozeReview: return owned(snooze(partner, tomorrow(desk, partner)));
    case OperationKind::EscalateReview: return owned(escalation(partner, desk.root().subject()));
    case OperationKind::AskPartner: return owned(question(partner));
    case OperationKind::SetItem: return owned(setting(withItems(desk, partner), "partner-note", desk.fresh("note")));
    case OperationKind::ExemptItem:
        return owned(exemption(withItems(desk, partner), "contract-signed", inAMonth(desk, partner)));
    case OperationKind::MovePlaybook: return owned(moving(partner, otherVersion(desk, partner)));
    case OperationKind::SweepObjects: return owned(SweepObjects{});
    case OperationKind::AddOperator: return owned(grant(desk.fresh("operator"), Role::Support, QStringLiteral("Sam")));
    case OperationKind::RevokeOperator: return owned(revocation(addedOperator(desk), Role::Support));
    // Of a partner that no other operation has shut.
    case OperationKind::CreateTenant: return owned(tenantOf(desk.newPartner()));
    case OperationKind::RevokeTenant: return owned(tenantRevocation(desk.newKey()));
    case OperationKind::ReplaceAccessKey: return owned(replacement(desk.newKey()));
    // A heartbeat leaves no receipt, so what is asked of all that do is not asked of it; see TestReview.
    case OperationKind::OpenReview:
    case OperationKind::ReadPartners:
    case OperationKind::ReadDossierFile:
    case OperationKind::CheckAccess:
    case OperationKind::ReadOperators:
    case OperationKind::ReadEvents:
    case OperationKind::ExportEvents:
    case OperationKind::CheckObjects:
    case OperationKind::ReadTenants:
    case OperationKind::VerifyAccessKey: return nullptr;
    }
    Q_UNREACHABLE();
}

Outcome tryGood(Desk &desk, Person &person, OperationKind kind, const QString &partner, const QString &submitter)
{
    if (kind == OperationKind::SubmitPartner)
        return attempt(person, submission(Desk::application(desk.fresh("Partner"), {submitter}), submitter));
    if (isTenantQuery(kind))
        return tenantQuery(person, kind, desk.newKey());
    if (const auto operation = goodOperation(desk, kind, partner))
        return attempt(person, *operation);
    return query(person, kind, partner);
}

Outcome tryBad(Person &person, OperationKind kind, const QString &partner)
{
    using namespace operations;
    const auto nobody = QStringLiteral("nobody");
    switch (kind) {
    case OperationKind::SubmitPartner: return attempt(person, submission({}, person.subject()));
    case OperationKind::UpdatePartner: return attempt(person, newRegion(partner, QString(201, QLatin1Char('x'))));
    case OperationKind::AddContact: return attempt(person, addition(partner, QString()));
    case OperationKind::RemoveContact: return attempt(person, removal(partner, nobody));
    case OperationKind::ReleaseContact: return attempt(person, release(partner, nobody));
    case OperationKind::FileDocument: return attempt(person, filing(partner, nobody));
    case OperationKind::Approve:
    case OperationKind::Reject: {
        Decide decide;
        decide.partner = partner;
        decide.verdict = kind == OperationKind::Approve ? Verdict::Approve : Verdict::Reject;
        return attempt(person, decide);
    }
    case OperationKind::JudgeDocument:
        return attempt(person, askingAgain(partner, QStringLiteral("kyb"), QStringLiteral("nothing")));
    case OperationKind::AssignReview: return attempt(person, assignment(partner, nobody));
    case OperationKind::SnoozeReview: return attempt(person, snooze(partner, base::Instant{1}));
    case OperationKind::EscalateReview: return attempt(person, escalation(partner, nobody));
    case OperationKind::AskPartner: return attempt(person, question(partner, nobody));
    case OperationKind::SetItem: return attempt(person, setting(partner, "nobody"));
    case OperationKind::ExemptItem: return attempt(person, exemption(partner, "nobody", QString()));
    case OperationKind::MovePlaybook: return attempt(person, moving(partner, 99));
    case OperationKind::AddOperator: return attempt(person, grant(QString(), Role::Support));
    case OperationKind::RevokeOperator: return attempt(person, revocation(nobody, Role::Support));
    case OperationKind::ReadDossierFile: return firstRefusal(person.ask(ReadDocument{partner, nobody}));
    case OperationKind::CheckAccess: return firstRefusal(person.ask(CheckAccess{partner, nobody}));
    // These take no input but the partner.
    case OperationKind::OpenReview:
    case OperationKind::ReadPartners:
    case OperationKind::ReadOperators:
    case OperationKind::ReadEvents:
    case OperationKind::ExportEvents:
    case OperationKind::CheckObjects: return query(person, kind, partner);
    case OperationKind::SweepObjects: return attempt(person, SweepObjects{});
    case OperationKind::CreateTenant: return attempt(person, tenantOf(partner, QString()));
    case OperationKind::RevokeTenant: return attempt(person, tenantRevocation("nobody"));
    case OperationKind::ReplaceAccessKey: return attempt(person, replacement("nobody"));
    case OperationKind::ReadTenants:
    case OperationKind::VerifyAccessKey: return tenantQuery(person, kind, "nobody");
    }
    Q_UNREACHABLE();
}

ErrorCode badInputCode(OperationKind kind)
{
    switch (kind) {
    case OperationKind::SubmitPartner: return ErrorCode::KeyMissing;
    case OperationKind::UpdatePartner: return ErrorCode::TextTooLong;
    case OperationKind::AddContact:
    case OperationKind::AddOperator:
    case OperationKind::CreateTenant: return ErrorCode::TextMissing;
    case OperationKind::RemoveContact:
    case OperationKind::ReleaseContact: return ErrorCode::ContactNotFound;
    case OperationKind::FileDocument: return ErrorCode::DocumentKindUnknown;
    case OperationKind::Approve:
    case OperationKind::Reject: return ErrorCode::NoteTooShort;
    case OperationKind::RevokeOperator: return ErrorCode::OperatorNotFound;
    case OperationKind::RevokeTenant:
    case OperationKind::ReplaceAccessKey:
    case OperationKind::ReadTenants: return ErrorCode::TenantNotFound;
    case OperationKind::VerifyAccessKey: return ErrorCode::AccessKeyMalformed;
    case OperationKind::SetItem:
    case OperationKind::ExemptItem: return ErrorCode::ItemNotFound;
    case OperationKind::MovePlaybook: return ErrorCode::PlaybookNotFound;
    case OperationKind::JudgeDocument: return ErrorCode::ValueUnknown;
    case OperationKind::AssignReview:
    case OperationKind::EscalateReview: return ErrorCode::AssigneeCantDecide;
    case OperationKind::SnoozeReview: return ErrorCode::MomentInPast;
    case OperationKind::AskPartner: return ErrorCode::DocumentKindUnknown;
    case OperationKind::ReadDossierFile: return ErrorCode::DocumentNotFound;
    case OperationKind::CheckAccess: return ErrorCode::AccessGateUnknown;
    case OperationKind::OpenReview:
    case OperationKind::ReadPartners:
    case OperationKind::ReadOperators:
    case OperationKind::ReadEvents:
    case OperationKind::ExportEvents:
    case OperationKind::CheckObjects:
    case OperationKind::SweepObjects: return ErrorCode::Cancelled; // as codeOf() says of what was done
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::operationstest
