#include "store/sqldecisionrepository.h"

#include "store/partnerturn.h"
#include "store/reviewjson.h"
#include "store/rowreading.h"
#include "store/statement.h"

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;
using domain::Decision;
using domain::Evidence;

namespace {

constexpr auto decisionsTable = "partner_approvals"_L1;

Result<Decision> readDecision(const Row &row)
{
    auto verdict = enumOf(row, 3, domain::allVerdicts, domain::verdictName, decisionsTable);
    if (!verdict)
        return verdict.error();
    auto finality = enumOf(row, 4, domain::allFinalities, domain::finalityName, decisionsTable);
    if (!finality)
        return finality.error();
    auto role = roleOf(row, 11, decisionsTable);
    if (!role)
        return role.error();
    auto seen = seenOf(row, 13, decisionsTable);
    if (!seen)
        return seen.error();
    return Decision{row.text(0), row.text(1),     row.integer(2), *verdict,        *finality,   row.text(5),
                    row.text(6), row.text(7),     row.text(8),    row.integer(9),  {},          row.text(10),
                    *role,       row.instant(12), *seen,          row.integer(14), row.text(15)};
}

struct CitedRow
{
    QString decisionId;
    Evidence evidence;
};

Result<CitedRow> readEvidence(const Row &row)
{
    auto kind = enumOf(row, 1, domain::allEvidenceKinds, domain::evidenceKindName, "approval_evidence"_L1);
    if (!kind)
        return kind.error();
    return CitedRow{row.text(0), {*kind, row.text(2), int(row.integer(3)), row.text(4)}};
}

} // namespace

Result<qint64> SqlDecisionRepository::insert(const Decision &decision)
{
    auto partner = lockPartner(m_connection, decision.partnerId);
    if (!partner)
        return partner.error();
    struct Last
    {
        qint64 number;
        Instant at;
    };
    // Later than any first approval, or it would not end it.
    auto last = Statement(m_connection, u"SELECT coalesce(max(number), 0), coalesce(max(decided_at), 0),"
                                        " (SELECT coalesce(max(endorsed_at) + 1, 0) FROM approval_endorsements"
                                        " WHERE partner_id = ?) FROM partner_approvals WHERE partner_id = ?"_s)
                    .bind(decision.partnerId)
                    .bind(decision.partnerId)
                    .first<Last>([](const Row &row) {
                        return Result<Last>(Last{row.integer(0), std::max(row.instant(1), row.instant(2))});
                    });
    if (!last)
        return last.error();
    // Evidence first: the schema holds a decision to having some, and one that is there takes no more.
    if (auto cited = insertEvidence(decision); !cited)
        return cited.error();
    const qint64 number = (*last)->number + 1;
    // A clock that was set back must not keep anybody from suspending a partner.
    if (auto inserted = insertRow(decision, number, std::max(decision.decidedAt, (*last)->at)); !inserted)
        return inDetail(inserted.error(),
                        {decision.notes, decision.decidedBy, QString(domain::roleName(decision.decidedRole))},
                        partner->name);
    return number;
}

Result<void> SqlDecisionRepository::insertEvidence(const Decision &decision)
{
    qint64 position = 0;
    for (const Evidence &evidence : decision.evidence) {
        Statement statement(m_connection,
                            u"INSERT INTO approval_evidence (decision_id, position, kind, target, page, sha256)"
                            " VALUES (?, ?, ?, ?, ?, ?)"_s);
        statement.bind(decision.id).bind(++position).bind(QString(domain::evidenceKindName(evidence.kind)));
        if (auto inserted = statement.bind(evidence.target).bind(evidence.page).bind(evidence.sha256).run(); !inserted)
            return inserted;
    }
    return {};
}

Result<void> SqlDecisionRepository::insertRow(const Decision &decision, qint64 number, Instant decidedAt)
{
    Statement statement(m_connection,
                        u"INSERT INTO partner_approvals (partner_id, number, id, verdict, finality, notes,"
                        " partner_comment, policy_document, reviewed_digest, dossier_revision, decided_by,"
                        " decided_role, decided_at, seen, review_seconds, endorsement)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(decision.partnerId).bind(number).bind(decision.id);
    statement.bind(QString(domain::verdictName(decision.verdict)))
        .bind(QString(domain::finalityName(decision.finality)));
    statement.bind(decision.notes).bind(decision.partnerComment).bind(decision.policyDocument);
    statement.bind(decision.reviewedDigest).bind(decision.dossierRevision).bind(decision.decidedBy);
    statement.bind(QString(domain::roleName(decision.decidedRole))).bind(decidedAt);
    return statement.bind(seenText(decision.seen)).bind(decision.reviewSeconds).bind(decision.endorsement).run();
}

Result<QList<Decision>> SqlDecisionRepository::ofPartner(const QString &partnerId)
{
    return ofPartners(partnerId, partnerId);
}

Result<QList<Decision>> SqlDecisionRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    auto decisions =
        Statement(m_connection, u"SELECT id, partner_id, number, verdict, finality, notes, partner_comment,"
                                " policy_document, reviewed_digest, dossier_revision, decided_by, decided_role,"
                                " decided_at, seen, review_seconds, endorsement FROM partner_approvals WHERE "
                                "partner_id >= ? AND partner_id <= ?"
                                " ORDER BY partner_id, number"_s)
            .bind(firstId)
            .bind(lastId)
            .list<Decision>(readDecision);
    if (!decisions || decisions->isEmpty())
        return decisions;
    if (auto added = addEvidence(*decisions, firstId, lastId); !added)
        return added.error();
    return decisions;
}

Result<void> SqlDecisionRepository::addEvidence(QList<Decision> &decisions, const QString &firstId,
                                                const QString &lastId)
{
    auto cited =
        Statement(m_connection, u"SELECT decision_id, kind, target, page, sha256 FROM approval_evidence"
                                " JOIN partner_approvals ON partner_approvals.id = decision_id"
                                " WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, number, position"_s)
            .bind(firstId)
            .bind(lastId)
            .list<CitedRow>(readEvidence);
    if (!cited)
        return cited.error();
    // Both lists are in the decisions' order.
    auto decision = decisions.begin();
    for (const CitedRow &row : std::as_const(*cited)) {
        while (decision->id != row.decisionId) {
            if (++decision == decisions.end())
                return corruptRow("approval_evidence"_L1);
        }
        decision->evidence.append(row.evidence);
    }
    return {};
}

} // namespace gatehouse::store
