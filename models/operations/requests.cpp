#include "operations/requests.h"

#include "domain/reviewstate.h"

namespace gatehouse::operations {

using base::Result;
using domain::PartnerRequest;

Result<QString> openRequest(Transaction &transaction, const domain::PartnerFacts &facts, const QString &kind,
                            const QString &text, const QString &person)
{
    PartnerRequest request;
    request.id = transaction.newId();
    request.partnerId = facts.partner.id;
    request.documentKind = kind;
    request.text = text;
    request.askedOf = person;
    request.askedBy = transaction.actor().subject;
    request.askedAt = transaction.now();
    if (auto written = transaction.unit().reviews().insert(request); !written)
        return written.error();
    const QJsonObject told{
        {QStringLiteral("kind"), kind}, {QStringLiteral("text"), text}, {QStringLiteral("asked_of"), person}};
    auto recorded = transaction.record(QStringLiteral("partner.asked"), request.partnerId, request.id, {}, told);
    if (!recorded)
        return recorded.error();
    return request.id;
}

Result<QStringList> closeRequests(Transaction &transaction, const domain::PartnerFacts &facts, domain::RequestEnd end,
                                  const std::function<bool(const PartnerRequest &)> &which, const QString &answer)
{
    QStringList closed;
    for (PartnerRequest &request : domain::openRequests(facts.review.requests)) {
        if (!which(request))
            continue;
        request.end = end;
        request.closedAt = transaction.now();
        request.closedBy = transaction.actor().subject;
        request.answer = answer;
        if (auto written = transaction.unit().reviews().close(request); !written)
            return written.error();
        const QJsonObject told{{QStringLiteral("end"), QString(domain::requestEndName(end))},
                               {QStringLiteral("answer"), answer},
                               {QStringLiteral("text"), request.text}};
        auto recorded = transaction.record(QStringLiteral("partner.answered"), request.partnerId, request.id, {}, told);
        if (!recorded)
            return recorded.error();
        closed.append(request.id);
    }
    return closed;
}

} // namespace gatehouse::operations
