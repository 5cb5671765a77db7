#include "domain/facts.h"

#include <algorithm>

namespace gatehouse::domain {

QList<Contact> roster(const QList<Contact> &contacts)
{
    QList<Contact> present;
    std::copy_if(contacts.cbegin(), contacts.cend(), std::back_inserter(present),
                 [](const Contact &contact) { return !contact.removedAt; });
    return present;
}

QList<Contact> openIdentities(const QList<Contact> &contacts)
{
    QList<Contact> open;
    std::copy_if(contacts.cbegin(), contacts.cend(), std::back_inserter(open),
                 [](const Contact &contact) { return contact.removedAt && !contact.releasedAt; });
    return open;
}

Standing standingOf(const QString &subject, const QList<Contact> &contacts)
{
    auto standing = Standing::Outside;
    for (const Contact &contact : contacts) {
        if (contact.subject != subject)
            continue;
        if (!contact.removedAt)
            return Standing::InRoster;
        if (!contact.releasedAt)
            standing = Standing::Removed;
    }
    return standing;
}

QString spokesperson(const PartnerFacts &facts)
{
    const Contact *chosen = nullptr;
    for (const Contact &contact : facts.contacts) {
        if (contact.removedAt)
            continue;
        if (contact.subject == facts.partner.submittedBy)
            return contact.name;
        if (!chosen)
            chosen = &contact;
    }
    return chosen ? chosen->name : facts.partner.name;
}

} // namespace gatehouse::domain
