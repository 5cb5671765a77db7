#include "domain/review.h"

namespace gatehouse::domain {

QLatin1StringView documentAnswerName(DocumentAnswer answer)
{
    switch (answer) {
    case DocumentAnswer::Accepted: return QLatin1StringView("accepted");
    case DocumentAnswer::AskedAgain: return QLatin1StringView("asked_again");
    }
    Q_UNREACHABLE();
}

QLatin1StringView requestEndName(RequestEnd end)
{
    switch (end) {
    case RequestEnd::Open: return QLatin1StringView("");
    case RequestEnd::Answered: return QLatin1StringView("answered");
    case RequestEnd::Filed: return QLatin1StringView("filed");
    case RequestEnd::Accepted: return QLatin1StringView("accepted");
    case RequestEnd::Decided: return QLatin1StringView("decided");
    case RequestEnd::Withdrawn: return QLatin1StringView("withdrawn");
    }
    Q_UNREACHABLE();
}

QLatin1StringView reviewActKindName(ReviewActKind kind)
{
    switch (kind) {
    case ReviewActKind::Assigned: return QLatin1StringView("assigned");
    case ReviewActKind::Snoozed: return QLatin1StringView("snoozed");
    case ReviewActKind::Escalated: return QLatin1StringView("escalated");
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::domain
