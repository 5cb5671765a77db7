#pragma once

#include "base/instant.h"
#include "domain/permissions.h"
#include "domain/secret.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace gatehouse::domain {

using base::Instant;

// A place in the history of a workspace: an event, or before all of them. A workspace that is brought back from a
// backup gives its numbers anew, but never an id.
struct EventMark
{
    qint64 number = 0; // 0: before the first
    QString id;

    friend bool operator==(const EventMark &, const EventMark &) = default;
};

// A row of `events`, append-only, written in the transaction of the change it tells.
struct Event
{
    qint64 number = 0; // set by the database, ascending
    QString id;
    Instant at;
    QString type;       // "partner.approved", "operator.added"
    QString actor;      // subject; on PostgreSQL set by the database from the login
    QString onBehalfOf; // empty unless a gateway wrote it
    QString osUser;     // who sat at the machine: --as is a claim
    QString partnerId;  // empty for events not about a partner
    QString subject;    // what it is about: a contact subject, a document id, ...
    QJsonObject before;
    QJsonObject after;
    QString requestId; // receipt
    // False: no program of ours wrote this row; a state that isn't JSON stands above as {"unreadable": its text}.
    bool readable = true;
};

// The stored answer to a request id.
struct Receipt
{
    QString requestId;
    OperationKind operation = OperationKind::ReadPartners;
    QString requestDigest; // sha256 of the canonical request
    QString actor;
    QString osUser;
    Instant at;
    QJsonObject result;
    bool replayed = false; // true: this request id was done before; nothing happened now (not stored)
    // What the operation made to be shown once, a whole access key (not stored): none when replayed.
    std::shared_ptr<const Secret> secret = {};
};

// A row of `operators`: one role of one subject. Revoked rows stay.
struct Operator
{
    QString subject;
    Role role = Role::Support;
    QString name; // display name, may be empty
    QString grantedBy;
    Instant grantedAt;
    std::optional<Instant> revokedAt;
    QString revokedBy;
};

} // namespace gatehouse::domain
