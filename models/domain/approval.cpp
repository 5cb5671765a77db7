#include "domain/approval.h"

#include "domain/playbook.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

bool everyKindWasFiled(const Playbook &playbook, const QList<DossierDocument> &documents)
{
    return std::all_of(playbook.documents.cbegin(), playbook.documents.cend(), [&](const DocumentRule &rule) {
        return std::any_of(documents.cbegin(), documents.cend(),
                           [&](const DossierDocument &document) { return document.kind == rule.kind; });
    });
}

} // namespace

QLatin1StringView verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve: return QLatin1StringView("approved");
    case Verdict::Reject: return QLatin1StringView("rejected");
    }
    Q_UNREACHABLE();
}

QLatin1StringView finalityName(Finality finality)
{
    switch (finality) {
    case Finality::Retry: return QLatin1StringView("retry");
    case Finality::Final: return QLatin1StringView("final");
    }
    Q_UNREACHABLE();
}

QLatin1StringView evidenceKindName(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Document: return QLatin1StringView("document");
    case EvidenceKind::Policy: return QLatin1StringView("policy");
    case EvidenceKind::Link: return QLatin1StringView("link");
    }
    Q_UNREACHABLE();
}

QLatin1StringView approvalStatusName(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::NotUsed: return QLatin1StringView("not_used");
    case ApprovalStatus::NotSubmitted: return QLatin1StringView("draft");
    case ApprovalStatus::PendingReview: return QLatin1StringView("pending_review");
    case ApprovalStatus::Approved: return QLatin1StringView("approved");
    case ApprovalStatus::Rejected: return QLatin1StringView("rejected");
    case ApprovalStatus::Suspended: return QLatin1StringView("suspended");
    }
    Q_UNREACHABLE();
}

const Decision *lastDecision(const QList<Decision> &decisions)
{
    const auto last = std::max_element(decisions.cbegin(), decisions.cend(),
                                       [](const Decision &a, const Decision &b) { return a.number < b.number; });
    return last == decisions.cend() ? nullptr : &*last;
}

const Decision *finalRejection(const Playbook &playbook, const QList<Decision> &decisions)
{
    if (!playbook.approver)
        return nullptr;
    const Decision *last = lastDecision(decisions);
    return last && last->verdict == Verdict::Reject && last->finality == Finality::Final ? last : nullptr;
}

bool suspends(const Decision &decision, const QList<Decision> &decisions)
{
    return decision.verdict == Verdict::Reject
           && std::any_of(decisions.cbegin(), decisions.cend(), [&](const Decision &earlier) {
                  return earlier.number < decision.number && earlier.verdict == Verdict::Approve;
              });
}

const DossierDocument *firstFiledAfter(const Decision &decision, const QList<DossierDocument> &documents)
{
    const DossierDocument *first = nullptr;
    for (const DossierDocument &document : documents) {
        if (document.revision > decision.dossierRevision && (!first || document.revision < first->revision))
            first = &document;
    }
    return first;
}

ApprovalStatus approvalStatus(const Playbook &playbook, const QList<Decision> &decisions,
                              const QList<DossierDocument> &documents)
{
    if (!playbook.approver)
        return ApprovalStatus::NotUsed;
    const Decision *last = lastDecision(decisions);
    if (!last)
        return everyKindWasFiled(playbook, documents) ? ApprovalStatus::PendingReview : ApprovalStatus::NotSubmitted;
    if (last->verdict == Verdict::Approve)
        return ApprovalStatus::Approved;
    if (last->finality == Finality::Retry && firstFiledAfter(*last, documents))
        return ApprovalStatus::PendingReview;
    return suspends(*last, decisions) ? ApprovalStatus::Suspended : ApprovalStatus::Rejected;
}

} // namespace gatehouse::domain
