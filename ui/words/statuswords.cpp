#include "words/statuswords.h"

#include "words/datewords.h"
#include "words/namewords.h"
#include "words/statustext.h"
#include "words/textmarks.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace gatehouse::words {

using domain::AccessReason;
using domain::ApprovalStatus;
using domain::EvidenceKind;
using domain::GateState;
using domain::ReadinessGate;
using domain::Stage;

namespace {

// The kind alone would mean the newest.
QString citedTitle(const domain::DossierDocument &cited, const QList<domain::DossierDocument> &documents,
                   const domain::Playbook &playbook)
{
    const QString title = documentTitle(playbook, cited.kind);
    const QList<domain::DossierDocument> newest = domain::dossierAt(documents);
    const bool current =
        std::any_of(newest.cbegin(), newest.cend(), [&cited](const auto &one) { return one.id == cited.id; });
    return current ? title
                   : StatusText::tr("%1 rev %2", "a document, then its revision")
                         .arg(title, QString::number(cited.revision));
}

} // namespace

QString stageWords(Stage stage)
{
    switch (stage) {
    case Stage::PreSales: return StatusText::tr("Pre-sales", "stage, short");
    case Stage::Contract: return StatusText::tr("Contract", "stage, short");
    case Stage::Setup: return StatusText::tr("Setup", "stage, short");
    case Stage::Validation: return StatusText::tr("Validation", "stage, short");
    case Stage::GoLive: return StatusText::tr("Go-live", "stage, short");
    case Stage::Hypercare: return StatusText::tr("Hypercare", "stage, short");
    }
    Q_UNREACHABLE();
}

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::PreSales: return StatusText::tr("Pre-sales technical", "stage");
    case Stage::Contract: return StatusText::tr("Contract & legal", "stage");
    case Stage::Setup: return StatusText::tr("Technical setup", "stage");
    case Stage::Validation: return StatusText::tr("Validation", "stage");
    case Stage::GoLive: return StatusText::tr("Go-live", "stage");
    case Stage::Hypercare: return StatusText::tr("Hypercare", "stage");
    }
    Q_UNREACHABLE();
}

QString readinessGateWords(ReadinessGate gate)
{
    switch (gate) {
    case ReadinessGate::AccountIntake: return StatusText::tr("Account intake", "readiness gate");
    case ReadinessGate::TenantProvisioning: return StatusText::tr("Tenant provisioning", "readiness gate");
    case ReadinessGate::IdentityProvider: return StatusText::tr("Identity provider", "readiness gate");
    case ReadinessGate::AccessRequests: return StatusText::tr("Access requests", "readiness gate");
    case ReadinessGate::Integrations: return StatusText::tr("Integrations", "readiness gate");
    case ReadinessGate::EvidencePack: return StatusText::tr("Evidence pack", "readiness gate");
    case ReadinessGate::BillingProfile: return StatusText::tr("Billing profile", "readiness gate");
    }
    Q_UNREACHABLE();
}

QString gateStateWords(GateState state)
{
    switch (state) {
    case GateState::Todo: return StatusText::tr("To do", "readiness gate");
    case GateState::InProgress: return StatusText::tr("In progress", "readiness gate");
    case GateState::Blocked: return StatusText::tr("Blocked", "readiness gate");
    case GateState::Done: return StatusText::tr("Done", "readiness gate");
    }
    Q_UNREACHABLE();
}

QString gateStandingWords(const domain::GateStanding &standing)
{
    if (standing.openStep.isEmpty())
        return gateStateWords(standing.state);
    // Playbooks name a step by what is true once it is done, so its name alone would read as a fact.
    const QString step = isolate(standing.openStep);
    switch (standing.state) {
    case GateState::Todo: return StatusText::tr("Open: %1", "readiness gate, a step").arg(step);
    case GateState::InProgress: return StatusText::tr("Next: %1", "readiness gate, a step").arg(step);
    case GateState::Blocked: return StatusText::tr("Blocked: %1", "readiness gate, a step").arg(step);
    case GateState::Done: return gateStateWords(standing.state);
    }
    Q_UNREACHABLE();
}

QString gateCountWords(int done, int used)
{
    const QLocale locale;
    return StatusText::tr("%1/%2 gates", "readiness gates done, of how many")
        .arg(locale.toString(done), locale.toString(used));
}

QString approvalWords(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::NotUsed: return StatusText::tr("Not used", "approval");
    case ApprovalStatus::NotSubmitted: return StatusText::tr("Not submitted", "approval");
    case ApprovalStatus::PendingReview: return StatusText::tr("Pending review", "approval");
    case ApprovalStatus::Approved: return StatusText::tr("Approved", "approval");
    case ApprovalStatus::Rejected: return StatusText::tr("Rejected", "approval");
    case ApprovalStatus::Suspended: return StatusText::tr("Suspended", "approval");
    }
    Q_UNREACHABLE();
}

QString verdictWords(domain::Verdict verdict, domain::Finality finality, bool suspends)
{
    if (verdict == domain::Verdict::Approve)
        return StatusText::tr("Approved", "decision");
    if (suspends)
        return finality == domain::Finality::Final ? StatusText::tr("Suspended for good", "decision")
                                                   : StatusText::tr("Suspended", "decision");
    return finality == domain::Finality::Final ? StatusText::tr("Rejected for good", "decision")
                                               : StatusText::tr("Rejected, may file again", "decision");
}

QString verdictWords(const domain::Decision &decision, const QList<domain::Decision> &decisions)
{
    return verdictWords(decision.verdict, decision.finality, domain::suspends(decision, decisions));
}

QString accessReasonWords(AccessReason reason)
{
    switch (reason) {
    case AccessReason::Open: return StatusText::tr("open", "access");
    case AccessReason::NotSubmitted: return StatusText::tr("not submitted for review", "why access is closed");
    case AccessReason::PendingReview: return StatusText::tr("review pending", "why access is closed");
    case AccessReason::Rejected: return StatusText::tr("rejected", "why access is closed");
    case AccessReason::Suspended: return StatusText::tr("suspended", "why access is closed");
    case AccessReason::DocumentMissing: return StatusText::tr("a document is missing", "why access is closed");
    case AccessReason::ApprovalExpired: return StatusText::tr("the approval has expired", "why access is closed");
    case AccessReason::ItemsOpen: return StatusText::tr("checklist items are open", "why access is closed");
    case AccessReason::NotAvailable: return StatusText::tr("not available yet", "why access is closed");
    case AccessReason::ConditionUnmet: return StatusText::tr("a step is open", "why access is closed");
    case AccessReason::NotDefined: return StatusText::tr("the playbook doesn't grant it", "why access is closed");
    }
    Q_UNREACHABLE();
}

QString accessReasonWords(const QString &reasonName)
{
    for (int reason = int(AccessReason::Open); reason <= int(AccessReason::NotDefined); ++reason) {
        if (reasonName == domain::accessReasonName(AccessReason(reason)))
            return accessReasonWords(AccessReason(reason));
    }
    return reasonName;
}

QString accessWords(const domain::AccessAnswer &answer, Instant now)
{
    if (answer.verdict == domain::AccessVerdict::Closed)
        return StatusText::tr("Closed: %1", "access, then why").arg(accessReasonWords(answer.reason));
    if (!answer.since)
        return StatusText::tr("Open", "access");
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDate day = answer.since->toUtc().toTimeZone(zone).date();
    return StatusText::tr("Open since %1", "access, then a date")
        .arg(isolate(dayWords(day, now.toUtc().toTimeZone(zone).date())));
}

QString accessGuidance(const domain::AccessAnswer &answer)
{
    if (!answer.decidesAnew)
        return answer.guidance;
    return StatusText::tr("It stays closed until one of the %1 decides anew.", "access; roles, e.g. root admins")
        .arg(rolesWords(*answer.decidesAnew));
}

QString evidenceWords(const domain::Evidence &evidence, const QList<domain::DossierDocument> &documents,
                      const domain::Playbook &playbook)
{
    switch (evidence.kind) {
    case EvidenceKind::Link: return isolate(evidence.target);
    case EvidenceKind::Policy: return StatusText::tr("Policy %1", "id of a document").arg(isolate(evidence.target));
    case EvidenceKind::Document: break;
    }
    QString title = evidence.target;
    for (const domain::DossierDocument &document : documents) {
        if (document.id == evidence.target)
            title = citedTitle(document, documents, playbook);
    }
    if (evidence.page <= 0)
        return isolate(title);
    return StatusText::tr("%1 p. %2", "a document, then a page number")
        .arg(isolate(title), QString::number(evidence.page)); // not grouped: it is a name, not a quantity
}

QString bytesWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

} // namespace gatehouse::words
