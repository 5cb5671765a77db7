#include "ui/pages/permission.h"

#include "words/errorwords.h"

namespace gatehouse::ui {

QString permissionObstacle(domain::OperationKind kind, const operations::Actor &me, const operations::PartnerView &view)
{
    switch (domain::permission(kind, me.roles)) {
    case domain::Permission::Yes: return {};
    case domain::Permission::OwnPartner:
        if (domain::standingOf(me.subject, view.facts.contacts) == domain::Standing::InRoster)
            return {};
        return words::oneLine({base::ErrorKind::Denied, base::ErrorCode::NotYourPartner, view.facts.partner.name, {}});
    case domain::Permission::No: break;
    }
    QStringList may;
    for (domain::Role role : domain::rolesThatMay(kind))
        may += QLatin1StringView(domain::roleName(role)).toString();
    return words::oneLine({base::ErrorKind::Denied, base::ErrorCode::NotPermitted,
                           QLatin1StringView(domain::operationName(kind)).toString(), may});
}

} // namespace gatehouse::ui
