#include "operations/decide.h"

#include "domain/reviewdigest.h"
#include "domain/text.h"
#include "operations/independence.h"

#include <QJsonArray>
#include <QUrl>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Decision;
using domain::Evidence;
using domain::EvidenceKind;
using domain::OperationKind;
using domain::Verdict;

namespace {

constexpr int referenceMost = 500;

bool isLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1StringView("https") && !url.host().isEmpty();
}

Result<Evidence> linkOrPolicy(const QString &given)
{
    static const QString policyPrefix = QStringLiteral("policy:");
    const bool policy = given.startsWith(policyPrefix);
    auto target = domain::checkedText(policy ? given.mid(policyPrefix.size()) : given, QStringLiteral("evidence"), 1,
                                      referenceMost);
    if (!target)
        return target.error();
    if (!policy && !isLink(given))
        return Error{ErrorKind::Invalid, ErrorCode::EvidenceUnknown, given, {}};
    return Evidence{policy ? EvidenceKind::Policy : EvidenceKind::Link, *target, 0, {}};
}

// DOC[:PAGE]: id or kind of a document of the dossier as it stands. What was replaced is no part of what was reviewed.
Result<Evidence> documentPage(const QString &given, const domain::PartnerFacts &facts)
{
    const Error unknown{ErrorKind::Invalid, ErrorCode::EvidenceUnknown, given, {}};
    QString wanted = given;
    int page = 0;
    if (const auto colon = given.lastIndexOf(QLatin1Char(':')); colon >= 0) {
        bool number = false;
        page = QStringView(given).sliced(colon + 1).toInt(&number);
        if (!number || page < 1)
            return unknown;
        wanted = given.left(colon);
    }
    const auto found = domain::currentDocument(facts.documents, wanted);
    if (!found)
        return unknown;
    return Evidence{EvidenceKind::Document, found->id, page, found->sha256};
}

Result<QList<Evidence>> readEvidence(const QStringList &given, const QString &policyDocument,
                                     const domain::PartnerFacts &facts)
{
    QList<Evidence> evidence;
    for (const QString &raw : given) {
        const QString reference = raw.trimmed();
        const bool elsewhere =
            reference.startsWith(QLatin1StringView("policy:")) || reference.startsWith(QLatin1StringView("https://"));
        auto one = elsewhere ? linkOrPolicy(reference) : documentPage(reference, facts);
        if (!one)
            return one.error();
        if (!evidence.contains(*one))
            evidence.append(*one);
    }
    const Evidence policy{EvidenceKind::Policy, policyDocument, 0, {}};
    if (!policyDocument.isEmpty() && !evidence.contains(policy))
        evidence.append(policy);
    if (evidence.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::EvidenceMissing, {}, {}};
    return evidence;
}

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

// What an approval needs beyond a note: every required document there and in date, and the bytes as they were filed.
Result<void> checkApprovable(Transaction &transaction, const domain::Playbook &playbook,
                             const domain::PartnerFacts &facts, const QString &policyDocument)
{
    const QStringList open = domain::openKinds(domain::dossierStanding(playbook, facts, transaction.now()));
    if (!open.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::DossierIncomplete, facts.partner.name, open};
    if (playbook.policyDocumentRequired && policyDocument.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::PolicyDocumentMissing, facts.partner.name, {}};
    for (const auto &document : domain::dossierAt(facts.documents)) {
        if (auto bytes = transaction.bytesOf(document); !bytes)
            return bytes.error();
    }
    return {};
}

QJsonArray evidenceJson(const QList<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence) {
        array.append(QJsonObject{{QStringLiteral("kind"), QString(domain::evidenceKindName(one.kind))},
                                 {QStringLiteral("target"), one.target},
                                 {QStringLiteral("page"), one.page}});
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
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("final"), finality == domain::Finality::Final},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("partner_comment"), partnerComment},
            {QStringLiteral("evidence"), QJsonArray::fromStringList(evidence)},
            {QStringLiteral("policy_document"), policyDocument},
            {QStringLiteral("reviewed"), reviewed}};
}

Result<QJsonObject> Decide::execute(Transaction &transaction) const
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    auto playbook = transaction.playbookOf(facts->partner);
    if (!playbook)
        return playbook.error();
    if (auto obstacle = independenceObstacle(transaction.actor(), *playbook, *facts))
        return *obstacle;

    Decision decision;
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
    const auto digest = domain::reviewDigest(*playbook, *facts);
    if (const QStringList changed = digest.changedSince(reviewed.trimmed()); !changed.isEmpty())
        return Error{ErrorKind::Conflict, ErrorCode::ReviewChanged, facts->partner.name, changed};
    auto cited = readEvidence(evidence, *policy, *facts);
    if (!cited)
        return cited.error();
    if (verdict == Verdict::Approve) {
        if (auto approvable = checkApprovable(transaction, *playbook, *facts, *policy); !approvable)
            return approvable.error();
    }

    decision.id = transaction.newId();
    decision.partnerId = facts->partner.id;
    decision.verdict = verdict;
    decision.finality = verdict == Verdict::Reject ? finality : domain::Finality::Retry;
    decision.notes = *note;
    decision.partnerComment = *comment;
    decision.policyDocument = *policy;
    decision.reviewedDigest = digest.text();
    decision.dossierRevision = facts->documents.isEmpty() ? 0 : facts->documents.constLast().revision;
    decision.evidence = *cited;
    decision.decidedBy = transaction.actor().subject;
    decision.decidedRole = *playbook->approver;
    decision.decidedAt = transaction.now();
    const bool again = saysTheSameAgain(verdict, *facts, digest);
    auto written = write(transaction, *playbook, *facts, std::move(decision));
    if (written)
        written->insert(QStringLiteral("again"), again);
    return written;
}

Result<QJsonObject> Decide::write(Transaction &transaction, const domain::Playbook &playbook,
                                  domain::PartnerFacts &facts, Decision decision) const
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
    const QJsonObject told{{QStringLiteral("status"), QString(domain::approvalStatusName(after))},
                           {QStringLiteral("number"), decision.number},
                           {QStringLiteral("final"), decision.finality == domain::Finality::Final},
                           {QStringLiteral("suspended"), suspends},
                           {QStringLiteral("notes"), decision.notes},
                           {QStringLiteral("partner_comment"), decision.partnerComment},
                           {QStringLiteral("policy_document"), decision.policyDocument},
                           {QStringLiteral("revision"), decision.dossierRevision},
                           {QStringLiteral("reviewed"), decision.reviewedDigest},
                           {QStringLiteral("evidence"), evidenceJson(decision.evidence)}};
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
