#pragma once

#include "domain/application.h"
#include "domain/itemact.h"
#include "domain/review.h"
#include "domain/tenant.h"

namespace gatehouse::domain {

// Everything that rules about one partner read. Nothing here is derived.
struct PartnerFacts
{
    Partner partner;
    QList<Contact> contacts;          // removed ones included, by time added
    QList<DossierDocument> documents; // all revisions, by revision
    QList<Decision> decisions;        // by number
    ReviewTrail review;
    QList<Tenant> tenants = {}; // by createdAt, id
    QList<ItemAct> items = {};  // by number
};

// Contacts that were not removed.
QList<Contact> roster(const QList<Contact> &contacts);
// Contacts that were removed and whose identity is not yet known to be deactivated.
QList<Contact> openIdentities(const QList<Contact> &contacts);
// Whether `subject` stands in the roster for the purpose of independence: removed contacts count until released, so
// that nobody leaves a roster to decide on it.
enum class Standing { Outside, InRoster, Removed };
Standing standingOf(const QString &subject, const QList<Contact> &contacts);

// The name of the person a question to the partner goes to: who submitted, else the first of the roster; the partner's
// own name when the roster is empty.
QString spokesperson(const PartnerFacts &facts);

// The last day on which the document counts, in the calendar's zone: as filed, else the playbook's validity from the
// day of filing; a null date when unlimited.
QDate lastValidDay(const Playbook &playbook, const DossierDocument &document);

DossierStanding dossierStanding(const Playbook &playbook, const PartnerFacts &facts, Instant now);

} // namespace gatehouse::domain
