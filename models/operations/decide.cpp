#include "operations/decide.h"

#include "domain/reviewdigest.h"
#include "domain/reviewstate.h"
#include "domain/text.h"
#include "operations/approvability.h"
#include "operations/citedevidence.h"
#include "operations/independence.h"
#include "operations/lockedground.h"
#include "operations/requests.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Decision;
using domain::Endorsement;
using domain::OperationKind;
using domain::PartnerFacts;
using domain::Playbook;
using domain::SeenDocument;
using domain::Verdict;

namespace {

Result<QString> checkedNote(const QString &notes)
{
    auto text = domain::checkedText(notes, QStringLiteral("notes"), 0, domain::noteMost, domain::TextShape::Lines);
    if (!text)
        return text;
    const auto length = domain::lengthOf(*text);
    if (length < domain::noteLeast) {
        return Error{ErrorKind::Invalid,
                     ErrorCode::NoteTooShort,
                     {},
                     {QString::number(domain::noteLeast), QString::number(length)}};
    }
    return text;
}

// The parts that changed, then those of which it is known who changed them, and when: "decision <ISO time> <subject>";
// of a decision what it was as well: "verdict approved".
QStringList withAuthors(const QStringList &changed, const PartnerFacts &facts)
{
    QStringList parts = changed;
    const auto tell = [&](QLatin1StringView part, base::Instant at, const QString &who) {
        if (changed.contains(part))
            parts.append(QStringLiteral("%1 %2 %3").arg(part, at.toIso(), who));
    };
    if (!facts.documents.isEmpty())
        tell(QLatin1StringView("dossier"), facts.documents.constLast().filedAt, facts.documents.constLast().filedBy);
    const Decision *last = domain::lastDecision(facts.decisions);
    if (last && changed.contains(QLatin1StringView("decision"))) {
        tell(QLatin1StringView("decision"), last->decidedAt, last->decidedBy);
        parts.append(QStringLiteral("verdict %1").arg(domain::verdictName(last->verdict)));
    }
    return parts;
}

// What was looked at must be what is decided on, byte for byte; a page that is cited must be there.
Result<void> checkSeen(const Decide &request, const QList<domain::Evidence> &cited, const PartnerFacts &facts)
{
    static const QRegularExpression pages(QStringLiteral("^([0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*)?$"));
    for (const SeenDocument &seen : request.seen) {
        const auto document = domain::currentDocument(facts.documents, seen.documentId);
        if (!document || document->sha256 != seen.sha256)
            return Error{ErrorKind::Conflict, ErrorCode::ReviewChanged, facts.partner.name,
                         withAuthors({QStringLiteral("dossier")}, facts)};
        if (seen.pageCount < 0 || seen.pages.size() > seenPagesMost || !pages.match(seen.pages).hasMatch())
            return Error{ErrorKind::Invalid, ErrorCode::ValueUnknown, QStringLiteral("seen"), {seen.pages}};
        const auto beyond = std::find_if(cited.cbegin(), cited.cend(), [&](const domain::Evidence &evidence) {
            return evidence.target == seen.documentId && seen.pageCount > 0 && evidence.page > seen.pageCount;
        });
        if (beyond != cited.cend())
            return Error{ErrorKind::Invalid,
                         ErrorCode::EvidenceUnknown,
                         QStringLiteral("%1:%2").arg(document->kind).arg(beyond->page),
                         {}};
    }
    return {};
}

// Keeps the first of two approvals.
Result<QJsonObject> endorse(Transaction &transaction, const Playbook &playbook, const PartnerFacts &facts,
                            const Decision &decision)
{
    Endorsement first;
    first.id = decision.id;
    first.partnerId = decision.partnerId;
    first.notes = decision.notes;
    first.partnerComment = decision.partnerComment;
    first.policyDocument = decision.policyDocument;
    first.reviewedDigest = decision.reviewedDigest;
    first.dossierRevision = decision.dossierRevision;
    first.evidence = decision.evidence;
    first.endorsedBy = decision.decidedBy;
    first.endorsedRole = decision.decidedRole;
    first.endorsedAt = decision.decidedAt;
    first.expiresAt = decision.decidedAt + playbook.secondWithinHours * base::msPerHour;
    if (auto written = transaction.unit().reviews().insert(first); !written)
        return written.error();
    const auto status = domain::approvalStatus(playbook, facts.decisions, facts.documents);
    const QJsonObject told{{QStringLiteral("notes"), first.notes},
                           {QStringLiteral("expires_at"), first.expiresAt.toIso()},
                           {QStringLiteral("reviewed"), first.reviewedDigest},
                           {QStringLiteral("evidence"), evidenceJson(first.evidence)}};
    auto recorded =
        transaction.record(QStringLiteral("partner.approval_endorsed"), first.partnerId, first.id, {}, told);
    if (!recorded)
        return recorded.error();
    return QJsonObject{{QStringLiteral("partner"), first.partnerId},
                       {QStringLiteral("endorsement"), first.id},
                       {QStringLiteral("expires_at"), first.expiresAt.toIso()},
                       {QStringLiteral("status"), QString(domain::approvalStatusName(status))}};
}

QJsonArray seenJson(const QList<SeenDocument> &seen)
{
    QJsonArray array;
    for (const SeenDocument &one : seen) {
        array.append(QJsonObject{{QStringLiteral("document"), one.documentId},
                                 {QStringLiteral("sha256"), one.sha256},
                                 {QStringLiteral("page_count"), one.pageCount},
                                 {QStringLiteral("pages"), one.pages}});
    }
    return array;
}

// The same verdict once more, on a partner of which nothing but the decision has changed.
bool saysTheSameAgain(Verdict verdict, const domain::PartnerFacts &facts, const domain::ReviewDigest &digest)
{
    const Decision *last = domain::lastDecision(facts.decisions);
    return last && last->verdict == verdict
           && digest.changedSince(last->reviewedDigest) == QStringList{QStringLiteral("decision")};
}

} // namespace

OperationKind Decide::kind() const
{
    return verdict == Verdict::Approve ? OperationKind::Approve : OperationKind::Reject;
}

QJsonObject Decide::canonical() const
{
    QJsonObject json{{QStringLiteral("partner"), partner},
                     {QStringLiteral("final"), finality == domain::Finality::Final},
                     {QStringLiteral("notes"), notes},
                     {QStringLiteral("partner_comment"), partnerComment},
                     {QStringLiteral("evidence"), QJsonArray::fromStringList(evidence)},
                     {QStringLiteral("policy_document"), policyDocument},
                     {QStringLiteral("reviewed"), reviewed}};
    // Not where nothing was shown: the same call of an older program had the same digest.
    if (!seen.isEmpty())
        json.insert(QStringLiteral("seen"), seenJson(seen));
    return json;
}

Result<QJsonObject> Decide::execute(Transaction &transaction) const
{
    auto ground = lockedGround(transaction, independenceObstacle);
    if (!ground)
        return ground.error();
    auto &[facts, playbook] = *ground;
    auto decision = checked(transaction, playbook, facts);
    if (!decision)
        return decision.error();
    if (verdict == Verdict::Approve) {
        auto approvable = checkApprovable(transaction, playbook, facts, decision->policyDocument);
        if (!approvable)
            return approvable.error();
        if (playbook.deciders > 1) {
            auto first = firstApproval(transaction, playbook, facts);
            if (!first)
                return first.error();
            if (!*first)
                return endorse(transaction, playbook, facts, *decision);
            decision->endorsement = (*first)->id;
        }
    }
    const bool again = saysTheSameAgain(verdict, facts, domain::reviewDigest(playbook, facts));
    auto written = write(transaction, playbook, facts, *std::move(decision));
    if (written)
        written->insert(QStringLiteral("again"), again);
    return written;
}

Result<Decision> Decide::checked(Transaction &transaction, const Playbook &playbook, const PartnerFacts &facts) const
{
    auto note = checkedNote(notes);
    if (!note)
        return note.error();
    auto comment = domain::checkedText(partnerComment, QStringLiteral("partner_comment"), 0, domain::noteMost,
                                       domain::TextShape::Lines);
    if (!comment)
        return comment.error();
    auto policy = domain::checkedText(policyDocument, QStringLiteral("policy_document"), 0, referenceMost);
    if (!policy)
        return policy.error();
    // Before the evidence: a document that was replaced meanwhile is a change to look at, not a wrong reference.
    const auto digest = domain::reviewDigest(playbook, facts);
    if (const QStringList changed = digest.changedSince(reviewed.trimmed()); !changed.isEmpty())
        return Error{ErrorKind::Conflict, ErrorCode::ReviewChanged, facts.partner.name, withAuthors(changed, facts)};
    auto cited = readEvidence(evidence, *policy, facts);
    if (!cited)
        return cited.error();
    if (auto looked = checkSeen(*this, *cited, facts); !looked)
        return looked.error();

    Decision decision;
    decision.id = transaction.newId();
    decision.partnerId = facts.partner.id;
    decision.verdict = verdict;
    decision.finality = verdict == Verdict::Reject ? finality : domain::Finality::Retry;
    decision.notes = *note;
    decision.partnerComment = *comment;
    decision.policyDocument = *policy;
    decision.reviewedDigest = digest.text();
    decision.dossierRevision = facts.documents.isEmpty() ? 0 : facts.documents.constLast().revision;
    decision.evidence = *cited;
    decision.decidedBy = transaction.actor().subject;
    decision.decidedRole = *playbook.approver;
    decision.decidedAt = transaction.now();
    decision.seen = seen;
    decision.reviewSeconds = std::max<qint64>(0, reviewSeconds);
    return decision;
}

Result<QJsonObject> Decide::write(Transaction &transaction, const Playbook &playbook, PartnerFacts &facts,
                                  Decision decision) const
{
    const auto before = domain::approvalStatus(playbook, facts.decisions, facts.documents);
    auto number = transaction.unit().decisions().insert(decision);
    if (!number)
        return number.error();
    decision.number = *number;
    facts.decisions.append(decision);
    if (auto touched = transaction.unit().partners().touch(decision.partnerId); !touched)
        return touched.error();
    const auto after = domain::approvalStatus(playbook, facts.decisions, facts.documents);
    const bool suspends = after == domain::ApprovalStatus::Suspended;

    const QString type = QStringLiteral("partner.") + QString(domain::verdictName(verdict));
    // What was still asked of the partner is no longer waited for; but for a document that it has to file again before
    // anything can be approved.
    const bool final = decision.finality == domain::Finality::Final;
    const QStringList again = final ? QStringList() : domain::askedAgainKinds(facts);
    auto closed = closeRequests(transaction, facts, domain::RequestEnd::Decided,
                                [&](const auto &request) { return !again.contains(request.documentKind); });
    if (!closed)
        return closed.error();
    const QJsonObject told{{QStringLiteral("status"), QString(domain::approvalStatusName(after))},
                           {QStringLiteral("number"), decision.number},
                           {QStringLiteral("final"), decision.finality == domain::Finality::Final},
                           {QStringLiteral("suspended"), suspends},
                           {QStringLiteral("notes"), decision.notes},
                           {QStringLiteral("partner_comment"), decision.partnerComment},
                           {QStringLiteral("policy_document"), decision.policyDocument},
                           {QStringLiteral("revision"), decision.dossierRevision},
                           {QStringLiteral("reviewed"), decision.reviewedDigest},
                           {QStringLiteral("evidence"), evidenceJson(decision.evidence)},
                           {QStringLiteral("seen"), seenJson(decision.seen)},
                           {QStringLiteral("review_seconds"), decision.reviewSeconds},
                           {QStringLiteral("endorsement"), decision.endorsement}};
    const QJsonObject was{{QStringLiteral("status"), QString(domain::approvalStatusName(before))}};
    if (auto recorded = transaction.record(type, decision.partnerId, decision.id, was, told); !recorded)
        return recorded.error();
    return QJsonObject{{QStringLiteral("partner"), decision.partnerId},
                       {QStringLiteral("decision"), decision.id},
                       {QStringLiteral("number"), decision.number},
                       {QStringLiteral("verdict"), QString(domain::verdictName(verdict))},
                       {QStringLiteral("status"), QString(domain::approvalStatusName(after))},
                       {QStringLiteral("suspended"), suspends}};
}

} // namespace gatehouse::operations
