#pragma once

#include "base/instant.h"
#include "domain/roles.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::domain {

using base::Instant;

// A row of `partners`. approvedAt/approvedBy are written by the database alone, from the latest decision.
struct Partner
{
    QString id;   // ULID, lower case
    QString slug; // unique; what a person types
    QString name;
    QString legalName;
    QString playbookId;
    int playbookVersion = 0;          // the partner stays on the version it started with
    std::optional<Role> approverRole; // copied from that playbook so that the database can hold decisions to it
    int deciders = 1;                 // people it takes to approve, copied likewise: 1 or 2
    QString region;                   // free text such as "EU"; empty: not known
    QString owner;                    // subject of the operator who looks after it; empty: nobody yet
    QString submittedBy;              // subject that applies
    QString enteredBy;   // subject of the operator who typed it in; the same as submittedBy when nobody did
    QString application; // canonical JSON of the application as it was submitted
    Instant createdAt;
    Instant updatedAt; // refreshed by every filing and every change
    std::optional<Instant> approvedAt;
    QString approvedBy; // empty unless the latest decision approves

    friend bool operator==(const Partner &, const Partner &) = default;
};

// A row of `partner_contacts`. A removed contact has no rights, but its subject stays reserved until the task to
// deactivate it at the identity provider is done (releasedAt).
struct Contact
{
    QString id;
    QString partnerId;
    QString name;
    QString email;
    QString phone;   // may be empty
    QString role;    // the partner's own word, e.g. "Compliance officer"
    QString subject; // unique across all partners while not released
    Instant addedAt;
    std::optional<Instant> removedAt;
    QString removedBy;
    std::optional<Instant> releasedAt;

    friend bool operator==(const Contact &, const Contact &) = default;
};

} // namespace gatehouse::domain
