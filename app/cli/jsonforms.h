#pragma once

#include "domain/event.h"
#include "domain/readiness.h"
#include "operations/queries.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse::cli {

// What --json prints. Names are part of the interface: add keys, never rename or drop one.
// Instants are ISO 8601 in UTC or null, dates YYYY-MM-DD or "", durations whole milliseconds of working time.

QJsonObject receiptJson(const domain::Receipt &receipt);
QJsonObject summaryJson(const domain::PartnerSummary &summary);
QJsonObject partnerJson(const operations::PartnerView &view);
// With "digest", which approve and reject take as --reviewed.
QJsonObject reviewJson(const operations::PartnerView &view);
QJsonObject readinessJson(const domain::Readiness &readiness);
QJsonObject accessJson(const domain::AccessAnswer &answer);
QJsonArray contactsJson(const QList<domain::Contact> &contacts);
QJsonObject operatorJson(const domain::Operator &row);
QJsonObject eventJson(const domain::Event &event);
QJsonObject playbookJson(const domain::Playbook &playbook);

QJsonArray evidenceListJson(const QList<domain::Evidence> &evidence);
QJsonValue instantJson(const std::optional<base::Instant> &at);

} // namespace gatehouse::cli
