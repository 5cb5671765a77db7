#include "operations/reviewoperations.h"

#include "domain/reviewstate.h"
#include "domain/text.h"
#include "operations/independence.h"
#include "operations/lockedground.h"
#include "operations/requests.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::ReviewAct;
using domain::ReviewActKind;

namespace {

constexpr int reasonMost = 500;
constexpr int questionMost = 2000;

// The ground under an act that decides nothing, and that is nobody's of the partner all the same.
Result<Ground> outsidersGround(Transaction &transaction, domain::OperationKind kind)
{
    return lockedGround(transaction,
                        [kind](const Actor &actor, const domain::Playbook &, const domain::PartnerFacts &facts) {
                            return rosterObstacle(actor, facts, kind);
                        });
}

// The act as it happens now. Its number is the authority's.
ReviewAct actOf(ReviewActKind kind, Transaction &transaction, const domain::PartnerFacts &facts)
{
    const domain::Decision *last = domain::lastDecision(facts.decisions);
    ReviewAct act;
    act.id = transaction.newId();
    act.partnerId = facts.partner.id;
    act.kind = kind;
    act.afterDecision = last ? last->number : 0;
    act.revision = facts.documents.isEmpty() ? 0 : facts.documents.constLast().revision;
    act.by = transaction.actor().subject;
    act.at = transaction.now();
    return act;
}

// Writes the act and tells it.
Result<QJsonObject> append(Transaction &transaction, const ReviewAct &act, QJsonObject told)
{
    if (auto written = transaction.unit().reviews().insert(act); !written)
        return written.error();
    const QString type = QStringLiteral("partner.review_") + QString(domain::reviewActKindName(act.kind));
    told.insert(QStringLiteral("note"), act.note);
    if (auto recorded = transaction.record(type, act.partnerId, act.id, {}, told); !recorded)
        return recorded.error();
    told.insert(QStringLiteral("partner"), act.partnerId);
    return told;
}

// Whether this subject could decide on the partner; why not is told by code.
Result<void> checkCanDecide(Transaction &transaction, const Ground &ground, const QString &subject)
{
    auto roles = transaction.unit().operators().rolesOf(subject);
    if (!roles)
        return roles.error();
    const Actor candidate{subject, {}, *roles};
    if (const auto obstacle = independenceObstacle(candidate, ground.playbook, ground.facts))
        return Error{ErrorKind::Invalid,
                     ErrorCode::AssigneeCantDecide,
                     subject,
                     {ground.facts.partner.name, QString(base::errorCodeName(obstacle->code))}};
    return {};
}

Result<QString> checkedAssignee(Transaction &transaction, const Ground &ground, const QString &given,
                                const QString &field)
{
    if (given.trimmed().isEmpty())
        return QString();
    auto subject = domain::checkedSubject(given, field);
    if (!subject)
        return subject;
    if (auto can = checkCanDecide(transaction, ground, *subject); !can)
        return can.error();
    return subject;
}

// Whom the question goes to, by name.
Result<QString> askedPerson(const domain::PartnerFacts &facts, const QString &contact)
{
    if (contact.isEmpty())
        return domain::spokesperson(facts);
    for (const domain::Contact &each : domain::roster(facts.contacts)) {
        if (each.subject == contact)
            return each.name;
    }
    return Error{ErrorKind::NotFound, ErrorCode::ContactNotFound, contact, {facts.partner.name}};
}

Result<QString> checkedReason(const domain::Playbook &playbook, const QString &kind, const QString &reason)
{
    const domain::DocumentRule *rule = playbook.document(kind);
    const QList<domain::ReasonRule> reasons = rule ? rule->reasons : domain::defaultReasons();
    QStringList accepted;
    for (const domain::ReasonRule &each : reasons) {
        if (each.code == reason)
            return reason;
        accepted.append(each.code);
    }
    return Error{ErrorKind::Invalid, ErrorCode::ValueUnknown, QStringLiteral("reason"), QStringList{reason} + accepted};
}

Error nothingToTakeBack(const domain::PartnerFacts &facts, ReviewActKind kind)
{
    return {ErrorKind::NotFound,
            ErrorCode::NothingToTakeBack,
            facts.partner.name,
            {QString(domain::reviewActKindName(kind))}};
}

domain::ReviewState stateOf(const Ground &ground, Transaction &transaction)
{
    return domain::reviewState(ground.playbook, ground.facts, transaction.now());
}

Error nothingAsked(const domain::PartnerFacts &facts, const QString &wanted)
{
    QStringList ids;
    if (!wanted.isEmpty()) {
        ids.append(wanted);
        for (const domain::PartnerRequest &open : domain::openRequests(facts.review.requests))
            ids.append(open.id);
    }
    return {ErrorKind::NotFound, ErrorCode::NothingAsked, facts.partner.name, ids};
}

} // namespace

QString documentRequestText(const domain::Playbook &playbook, const QString &kind, const QString &reason,
                            const QString &comment)
{
    const domain::DocumentRule *rule = playbook.document(kind);
    const domain::ReasonRule *why = rule ? rule->reason(reason) : nullptr;
    const QString title = why ? why->title : reason;
    return comment.isEmpty() ? title : title + QStringLiteral(": ") + comment;
}

QJsonObject JudgeDocument::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("document"), document},
            {QStringLiteral("answer"), QString(domain::documentAnswerName(answer))},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("comment"), comment}};
}

Result<QJsonObject> JudgeDocument::execute(Transaction &transaction) const
{
    auto ground = lockedGround(transaction, independenceObstacle);
    if (!ground)
        return ground.error();
    const auto found = domain::currentDocument(ground->facts.documents, document);
    if (!found)
        return Error{ErrorKind::NotFound, ErrorCode::DocumentNotFound, document, {}};
    const bool again = answer == domain::DocumentAnswer::AskedAgain;
    domain::DocumentVerdict verdict;
    if (again) {
        auto code = checkedReason(ground->playbook, found->kind, reason.trimmed());
        if (!code)
            return code.error();
        verdict.reason = *code;
    }
    auto told = domain::checkedText(comment, QStringLiteral("comment"), 0, questionMost, domain::TextShape::Lines);
    if (!told)
        return told.error();
    verdict.id = transaction.newId();
    verdict.partnerId = ground->facts.partner.id;
    verdict.documentId = found->id;
    verdict.answer = answer;
    verdict.comment = *told;
    verdict.judgedBy = transaction.actor().subject;
    verdict.judgedAt = transaction.now();
    if (auto written = transaction.unit().reviews().insert(verdict); !written)
        return written.error();
    // An earlier request for this kind is answered by the acceptance, or said anew by this one.
    auto closed =
        closeRequests(transaction, ground->facts, again ? domain::RequestEnd::Withdrawn : domain::RequestEnd::Accepted,
                      [&](const domain::PartnerRequest &request) { return request.documentKind == found->kind; });
    if (!closed)
        return closed.error();

    QJsonObject json{{QStringLiteral("document"), found->id},
                     {QStringLiteral("kind"), found->kind},
                     {QStringLiteral("revision"), found->revision},
                     {QStringLiteral("answer"), QString(domain::documentAnswerName(answer))},
                     {QStringLiteral("reason"), verdict.reason},
                     {QStringLiteral("comment"), verdict.comment}};
    const QString type = QStringLiteral("partner.document_") + QString(domain::documentAnswerName(answer));
    if (auto recorded = transaction.record(type, verdict.partnerId, found->id, {}, json); !recorded)
        return recorded.error();
    if (again) {
        const QString text = documentRequestText(ground->playbook, found->kind, verdict.reason, verdict.comment);
        auto request = openRequest(transaction, ground->facts, found->kind, text, domain::spokesperson(ground->facts));
        if (!request)
            return request.error();
        json.insert(QStringLiteral("request"), *request);
    }
    json.insert(QStringLiteral("partner"), verdict.partnerId);
    return json;
}

QJsonObject AssignReview::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("assignee"), assignee}};
}

Result<QJsonObject> AssignReview::execute(Transaction &transaction) const
{
    auto ground = outsidersGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto subject = checkedAssignee(transaction, *ground, assignee, QStringLiteral("assignee"));
    if (!subject)
        return subject.error();
    ReviewAct act = actOf(ReviewActKind::Assigned, transaction, ground->facts);
    act.subject = *subject;
    return append(transaction, act, {{QStringLiteral("assignee"), *subject}});
}

QJsonObject SnoozeReview::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("until"), until ? QJsonValue(until->toIso()) : QJsonValue()},
            {QStringLiteral("note"), note}};
}

Result<QJsonObject> SnoozeReview::execute(Transaction &transaction) const
{
    auto ground = outsidersGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto why = domain::checkedText(note, QStringLiteral("note"), until ? 1 : 0, reasonMost, domain::TextShape::Lines);
    if (!why)
        return why.error();
    if (until && *until <= transaction.now())
        return Error{ErrorKind::Invalid, ErrorCode::MomentInPast, QStringLiteral("until"), {until->toIso()}};
    if (until && *until - transaction.now() > domain::snoozeMostDays * base::msPerDay)
        return Error{ErrorKind::Invalid,
                     ErrorCode::MomentTooFar,
                     QStringLiteral("until"),
                     {until->toIso(), QString::number(domain::snoozeMostDays)}};
    if (!until && !stateOf(*ground, transaction).snoozed)
        return nothingToTakeBack(ground->facts, ReviewActKind::Snoozed);
    ReviewAct act = actOf(ReviewActKind::Snoozed, transaction, ground->facts);
    act.until = until;
    act.note = *why;
    return append(transaction, act, {{QStringLiteral("until"), until ? QJsonValue(until->toIso()) : QJsonValue()}});
}

QJsonObject EscalateReview::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("to"), to}, {QStringLiteral("note"), note}};
}

Result<QJsonObject> EscalateReview::execute(Transaction &transaction) const
{
    auto ground = outsidersGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto subject = checkedAssignee(transaction, *ground, to, QStringLiteral("to"));
    if (!subject)
        return subject.error();
    auto why = domain::checkedText(note, QStringLiteral("note"), subject->isEmpty() ? 0 : 1, reasonMost,
                                   domain::TextShape::Lines);
    if (!why)
        return why.error();
    if (subject->isEmpty() && !stateOf(*ground, transaction).escalated)
        return nothingToTakeBack(ground->facts, ReviewActKind::Escalated);
    ReviewAct act = actOf(ReviewActKind::Escalated, transaction, ground->facts);
    act.subject = *subject;
    act.note = *why;
    return append(transaction, act, {{QStringLiteral("to"), *subject}});
}

QJsonObject AskPartner::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("text"), text},
            {QStringLiteral("kind"), documentKind},
            {QStringLiteral("contact"), contact}};
}

Result<QJsonObject> AskPartner::execute(Transaction &transaction) const
{
    auto ground = outsidersGround(transaction, kind());
    if (!ground)
        return ground.error();
    if (auto closed = finalityObstacle(transaction.actor(), ground->playbook, ground->facts))
        return *closed;
    auto question = domain::checkedText(text, QStringLiteral("question"), 1, questionMost, domain::TextShape::Lines);
    if (!question)
        return question.error();
    const QString kindId = documentKind.trimmed().toLower();
    if (!kindId.isEmpty() && !ground->playbook.document(kindId)) {
        QStringList known;
        for (const domain::DocumentRule &rule : std::as_const(ground->playbook.documents))
            known.append(rule.kind);
        return Error{ErrorKind::Invalid, ErrorCode::DocumentKindUnknown, documentKind, known};
    }
    auto person = askedPerson(ground->facts, contact.trimmed());
    if (!person)
        return person.error();
    auto request = openRequest(transaction, ground->facts, kindId, *question, *person);
    if (!request)
        return request.error();
    return QJsonObject{{QStringLiteral("partner"), ground->facts.partner.id},
                       {QStringLiteral("request"), *request},
                       {QStringLiteral("asked_of"), *person}};
}

QJsonObject CloseRequest::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("close"), request},
            {QStringLiteral("end"), QString(domain::requestEndName(end))},
            {QStringLiteral("answer"), answer}};
}

Result<QJsonObject> CloseRequest::execute(Transaction &transaction) const
{
    auto ground = outsidersGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto told = domain::checkedText(answer, QStringLiteral("answer"), 0, questionMost, domain::TextShape::Lines);
    if (!told)
        return told.error();
    const QString wanted = request.trimmed();
    const QStringList again = domain::askedAgainKinds(ground->facts);
    QStringList standing;
    auto closed = closeRequests(
        transaction, ground->facts, end,
        [&](const domain::PartnerRequest &each) {
            const bool meant = wanted.isEmpty() || each.id == wanted;
            if (meant && again.contains(each.documentKind))
                standing.append(each.documentKind);
            return meant && !again.contains(each.documentKind);
        },
        *told);
    if (!closed)
        return closed.error();
    if (closed->isEmpty() && !standing.isEmpty())
        return Error{ErrorKind::Denied, ErrorCode::RequestStands, ground->facts.partner.name, standing};
    if (closed->isEmpty())
        return nothingAsked(ground->facts, wanted);
    return QJsonObject{{QStringLiteral("partner"), ground->facts.partner.id},
                       {QStringLiteral("requests"), QJsonArray::fromStringList(*closed)}};
}

QJsonObject OpenReview::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("here"), stay == Stay::Here}};
}

Result<QJsonObject> OpenReview::execute(Transaction &transaction) const
{
    auto &reviews = transaction.unit().reviews();
    const QString &subject = transaction.actor().subject;
    auto done = stay == Stay::Here ? reviews.arrive(transaction.partnerId(), subject)
                                   : reviews.leave(transaction.partnerId(), subject);
    if (!done)
        return done.error();
    return QJsonObject{};
}

} // namespace gatehouse::operations
