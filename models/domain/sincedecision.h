#pragma once

#include "domain/event.h"
#include "domain/facts.h"
#include "domain/playbook.h"

#include <QHash>

#include <optional>

namespace gatehouse::domain {

// The partner as the last decision saw it; as it was submitted, with nothing filed, when nobody has decided. `updates`:
// what was changed on the partner itself since (partner.updated), in any order.
PartnerFacts factsAtDecision(const PartnerFacts &now, const QList<Event> &updates);

// Page counts of documents, as far as they are known by now: document id -> pages.
using PageCounts = QHash<QString, int>;

// One thing that differs between two states of a partner. Only what is known as data is told, never what a document
// may say.
struct FactChange
{
    enum class Sign { Added, Removed, Changed };
    enum class Fact { Name, LegalName, Region, Document, ValidUntil, Contact };
    Sign sign = Sign::Changed;
    Fact fact = Fact::Name;
    // As stored: a text, the id of a document or contact, a day (YYYY-MM-DD; empty: no end). Empty where there was
    // nothing.
    QString before;
    QString after;
    QString documentId; // the current document that it is about; empty: about none

    friend bool operator==(const FactChange &, const FactChange &) = default;
};

// Names first, then documents, then contacts. Both states are of one partner, on this playbook.
QList<FactChange> changesBetween(const PartnerFacts &before, const PartnerFacts &now, const Playbook &playbook);

// Documents that are not those the last decision saw, with the one each replaces; all of them when nobody has decided.
struct NewDocument
{
    DossierDocument now;
    std::optional<DossierDocument> before;
};
QList<NewDocument> newDocuments(const PartnerFacts &facts);

} // namespace gatehouse::domain
