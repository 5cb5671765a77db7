#pragma once

#include "operations/itemoperations.h"
#include "operations/queries.h"

#include <QJsonArray>

#include <functional>

namespace gatehouse::cli {

using ItemWanted = std::function<bool(const domain::ItemStanding &)>;

// A partner's items by checklist, those that `wanted` says yes to.
QString itemsText(const operations::PartnerView &view, const ItemWanted &wanted);
// Each with phase, checklist, state, what it asks for and what was recorded last.
QJsonArray itemsJson(const operations::PartnerView &view, const ItemWanted &wanted);

QString moveText(const operations::PlaybookMovePlan &plan);
QJsonObject moveJson(const operations::PlaybookMovePlan &plan);

} // namespace gatehouse::cli
