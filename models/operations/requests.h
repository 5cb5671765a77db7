#pragma once

#include "operations/transaction.h"

#include <functional>

namespace gatehouse::operations {

// Opens a request to the partner and tells it ("partner.asked"); answers its id. `person`: who was asked, by name.
base::Result<QString> openRequest(Transaction &transaction, const domain::PartnerFacts &facts, const QString &kind,
                                  const QString &text, const QString &person);

// Closes those of the open requests that `which` says yes to and tells each ("partner.answered"); answers their ids.
base::Result<QStringList> closeRequests(Transaction &transaction, const domain::PartnerFacts &facts,
                                        domain::RequestEnd end,
                                        const std::function<bool(const domain::PartnerRequest &)> &which,
                                        const QString &answer = {});

} // namespace gatehouse::operations
