#pragma once

#include "domain/sincedecision.h"

namespace gatehouse::words {

// A change as a row of a table reads it. Data inside is isolated: a terminal shows plain() of it.
struct ChangeWords
{
    domain::FactChange::Sign sign = domain::FactChange::Sign::Changed;
    QString field;  // "KYB package", "KYB valid until", "Contact"
    QString before; // an em dash where there was nothing
    QString after;
    QString documentId; // where it can be looked at; empty: nowhere
};

// `now`: the newer of the two states that were compared; it knows every document and contact of both.
QList<ChangeWords> changeWords(const QList<domain::FactChange> &changes, const domain::PartnerFacts &now,
                               const domain::Playbook &playbook, base::Instant asOf,
                               const domain::PageCounts &pages = {});

} // namespace gatehouse::words
