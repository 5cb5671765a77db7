#include "store/sqlreviewrepository.h"

#include "store/partnerturn.h"
#include "store/reviewjson.h"
#include "store/rowreading.h"
#include "store/statement.h"

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::DocumentVerdict;
using domain::Endorsement;
using domain::PartnerRequest;
using domain::Presence;
using domain::ReviewAct;
using domain::ReviewTrail;

namespace {

#define OF_PARTNERS " WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, number"

Result<DocumentVerdict> readVerdict(const Row &row)
{
    auto answer = enumOf(row, 4, domain::allDocumentAnswers, domain::documentAnswerName, "document_verdicts"_L1);
    if (!answer)
        return answer.error();
    return DocumentVerdict{row.text(0), row.text(1), row.integer(2), row.text(3),   *answer,
                           row.text(5), row.text(6), row.text(7),    row.instant(8)};
}

Result<PartnerRequest> readRequest(const Row &row)
{
    auto end = enumOf(row, 8, domain::allRequestEnds, domain::requestEndName, "partner_requests"_L1);
    if (!end)
        return end.error();
    return PartnerRequest{row.text(0), row.text(1),          row.integer(2), row.text(3),
                          row.text(4), row.text(5),          row.text(6),    row.instant(7),
                          *end,        row.instantOrNone(9), row.text(10),   row.text(11)};
}

Result<ReviewAct> readAct(const Row &row)
{
    auto kind = enumOf(row, 3, domain::allReviewActKinds, domain::reviewActKindName, "review_acts"_L1);
    if (!kind)
        return kind.error();
    return ReviewAct{row.text(0), row.text(1),          row.integer(2), *kind,       row.integer(4), row.integer(5),
                     row.text(6), row.instantOrNone(7), row.text(8),    row.text(9), row.instant(10)};
}

Result<Endorsement> readEndorsement(const Row &row)
{
    constexpr auto table = "approval_endorsements"_L1;
    auto evidence = evidenceOf(row, 8, table);
    if (!evidence)
        return evidence.error();
    auto role = roleOf(row, 10, table);
    if (!role)
        return role.error();
    return Endorsement{row.text(0), row.text(1),     row.integer(2), row.text(3), row.text(4),
                       row.text(5), row.text(6),     row.integer(7), *evidence,   row.text(9),
                       *role,       row.instant(11), row.instant(12)};
}

// The number that the partner's next row takes. `sql` asks for the last one.
Result<qint64> nextNumber(Connection &connection, const QString &sql, const QString &partnerId)
{
    auto last = Statement(connection, sql).bind(partnerId).number();
    return last ? Result<qint64>(*last + 1) : last;
}

Result<qint64> numbered(const Result<void> &inserted, qint64 number)
{
    return inserted ? Result<qint64>(number) : Result<qint64>(inserted.error());
}

} // namespace

Result<qint64> SqlReviewRepository::insert(const DocumentVerdict &verdict)
{
    auto partner = lockPartner(m_connection, verdict.partnerId);
    if (!partner)
        return partner.error();
    auto number =
        nextNumber(m_connection, u"SELECT coalesce(max(number), 0) FROM document_verdicts WHERE partner_id = ?"_s,
                   verdict.partnerId);
    if (!number)
        return number;
    Statement statement(m_connection,
                        u"INSERT INTO document_verdicts (partner_id, number, id, document_id, answer, reason, comment,"
                        " judged_by, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(verdict.partnerId).bind(*number).bind(verdict.id).bind(verdict.documentId);
    statement.bind(QString(domain::documentAnswerName(verdict.answer))).bind(verdict.reason).bind(verdict.comment);
    auto inserted = statement.bind(verdict.judgedBy).bind(verdict.judgedAt).run();
    if (!inserted)
        return inDetail(inserted.error(), {{}, verdict.judgedBy, partner->approverRole}, partner->name);
    return *number;
}

Result<qint64> SqlReviewRepository::insert(const PartnerRequest &request)
{
    if (auto partner = lockPartner(m_connection, request.partnerId); !partner)
        return partner.error();
    auto number =
        nextNumber(m_connection, u"SELECT coalesce(max(number), 0) FROM partner_requests WHERE partner_id = ?"_s,
                   request.partnerId);
    if (!number)
        return number;
    Statement statement(m_connection,
                        u"INSERT INTO partner_requests (partner_id, number, id, document_kind, text, asked_of,"
                        " asked_by, asked_at, ending, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '')"_s);
    statement.bind(request.partnerId).bind(*number).bind(request.id).bind(request.documentKind).bind(request.text);
    return numbered(statement.bind(request.askedOf).bind(request.askedBy).bind(request.askedAt).run(), *number);
}

Result<qint64> SqlReviewRepository::insert(const ReviewAct &act)
{
    if (auto partner = lockPartner(m_connection, act.partnerId); !partner)
        return partner.error();
    auto number = nextNumber(m_connection, u"SELECT coalesce(max(number), 0) FROM review_acts WHERE partner_id = ?"_s,
                             act.partnerId);
    if (!number)
        return number;
    Statement statement(m_connection,
                        u"INSERT INTO review_acts (partner_id, number, id, kind, after_decision, revision, subject,"
                        " until, note, acted_by, acted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(act.partnerId).bind(*number).bind(act.id).bind(QString(domain::reviewActKindName(act.kind)));
    statement.bind(act.afterDecision).bind(act.revision).bind(act.subject).bind(act.until);
    return numbered(statement.bind(act.note).bind(act.by).bind(act.at).run(), *number);
}

Result<qint64> SqlReviewRepository::insert(const Endorsement &endorsement)
{
    auto partner = lockPartner(m_connection, endorsement.partnerId);
    if (!partner)
        return partner.error();
    auto number =
        nextNumber(m_connection, u"SELECT coalesce(max(number), 0) FROM approval_endorsements WHERE partner_id = ?"_s,
                   endorsement.partnerId);
    if (!number)
        return number;
    auto decided =
        Statement(m_connection, u"SELECT coalesce(max(decided_at), 0) FROM partner_approvals WHERE partner_id = ?"_s)
            .bind(endorsement.partnerId)
            .number();
    if (!decided)
        return decided;
    const QString role(domain::roleName(endorsement.endorsedRole));
    Statement statement(m_connection,
                        u"INSERT INTO approval_endorsements (partner_id, number, id, notes, partner_comment,"
                        " policy_document, reviewed_digest, dossier_revision, evidence, endorsed_by, endorsed_role,"
                        " endorsed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(endorsement.partnerId).bind(*number).bind(endorsement.id).bind(endorsement.notes);
    statement.bind(endorsement.partnerComment).bind(endorsement.policyDocument).bind(endorsement.reviewedDigest);
    statement.bind(endorsement.dossierRevision).bind(evidenceText(endorsement.evidence)).bind(endorsement.endorsedBy);
    // One that a clock set back dates before the last decision would count for nothing.
    statement.bind(role).bind(std::max(endorsement.endorsedAt, Instant{*decided})).bind(endorsement.expiresAt);
    if (auto inserted = statement.run(); !inserted)
        return inDetail(inserted.error(), {endorsement.notes, endorsement.endorsedBy, role}, partner->name);
    return *number;
}

Result<void> SqlReviewRepository::close(const PartnerRequest &request)
{
    auto partner = lockPartner(m_connection, request.partnerId);
    if (!partner)
        return partner.error();
    Statement statement(m_connection,
                        u"UPDATE partner_requests SET ending = ?, closed_at = ?, closed_by = ?, answer = ?"
                        " WHERE id = ? AND partner_id = ? AND ending = ''"_s);
    statement.bind(QString(domain::requestEndName(request.end))).bind(request.closedAt).bind(request.closedBy);
    return statement.bind(request.answer)
        .bind(request.id)
        .bind(request.partnerId)
        .expectOne({ErrorKind::NotFound, ErrorCode::NothingAsked, partner->name, {}});
}

Result<ReviewTrail> SqlReviewRepository::ofPartner(const QString &partnerId)
{
    return ofPartners(partnerId, partnerId);
}

Result<ReviewTrail> SqlReviewRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    const auto rowsOf = [&](const QString &sql) {
        Statement statement(m_connection, sql);
        statement.bind(firstId).bind(lastId);
        return statement;
    };
    auto verdicts = rowsOf(u"SELECT id, partner_id, number, document_id, answer, reason, comment, judged_by, judged_at"
                           " FROM document_verdicts" OF_PARTNERS ""_s)
                        .list<DocumentVerdict>(readVerdict);
    if (!verdicts)
        return verdicts.error();
    auto requests = rowsOf(u"SELECT id, partner_id, number, document_kind, text, asked_of, asked_by, asked_at, ending,"
                           " closed_at, closed_by, answer FROM partner_requests" OF_PARTNERS ""_s)
                        .list<PartnerRequest>(readRequest);
    if (!requests)
        return requests.error();
    auto acts = rowsOf(u"SELECT id, partner_id, number, kind, after_decision, revision, subject, until, note, acted_by,"
                       " acted_at FROM review_acts" OF_PARTNERS ""_s)
                    .list<ReviewAct>(readAct);
    if (!acts)
        return acts.error();
    auto endorsements =
        rowsOf(u"SELECT id, partner_id, number, notes, partner_comment, policy_document, reviewed_digest,"
               " dossier_revision, evidence, endorsed_by, endorsed_role, endorsed_at, expires_at"
               " FROM approval_endorsements" OF_PARTNERS ""_s)
            .list<Endorsement>(readEndorsement);
    if (!endorsements)
        return endorsements.error();
    return ReviewTrail{*std::move(verdicts), *std::move(requests), *std::move(acts), *std::move(endorsements)};
}

Result<void> SqlReviewRepository::arrive(const QString &partnerId, const QString &subject)
{
    // Whoever was gone for long begins anew.
    Statement update(m_connection, u"UPDATE review_presence SET since = CASE WHEN seen_at < ? THEN ? ELSE since END,"
                                   " seen_at = ? WHERE partner_id = ? AND subject = ?"_s);
    update.bind(m_now + -domain::presenceMs).bind(m_now).bind(m_now);
    auto there = update.bind(partnerId).bind(subject).affected();
    if (!there)
        return there.error();
    if (*there > 0)
        return {};
    Statement insert(m_connection,
                     u"INSERT INTO review_presence (partner_id, subject, since, seen_at) VALUES (?, ?, ?, ?)"_s);
    return insert.bind(partnerId).bind(subject).bind(m_now).bind(m_now).run();
}

Result<void> SqlReviewRepository::leave(const QString &partnerId, const QString &subject)
{
    Statement statement(m_connection, u"DELETE FROM review_presence WHERE partner_id = ? AND subject = ?"_s);
    return statement.bind(partnerId).bind(subject).run();
}

Result<QList<Presence>> SqlReviewRepository::present(const QString &partnerId)
{
    return Statement(m_connection, u"SELECT subject, since, seen_at FROM review_presence WHERE partner_id = ?"
                                   " AND seen_at >= ? ORDER BY since, subject"_s)
        .bind(partnerId)
        .bind(m_now + -domain::presenceMs)
        .list<Presence>([](const Row &row) {
            return Result<Presence>(Presence{row.text(0), row.instant(1), row.instant(2)});
        });
}

} // namespace gatehouse::store
