#pragma once

#include "operations/objectoperations.h"
#include "operations/queries.h"

namespace gatehouse::ui {

struct Mark;

// One thing that differs from what was decided on. Only what is known as data is told, never what a document may say.
struct FactChange
{
    enum class Sign { Added, Removed, Changed };
    Sign sign = Sign::Changed;
    QString field;
    QString before; // an em dash where there was nothing
    QString after;
    QString documentId; // where it can be looked at; empty: nowhere

    friend bool operator==(const FactChange &, const FactChange &) = default;
};

// Page counts of documents, as far as they are known by now: document id -> pages.
using PageCounts = QHash<QString, int>;

// What differs between `before` and `now`: documents, contacts, names. Names before are told by events alone.
QList<FactChange> changesBetween(const domain::PartnerFacts &before, const operations::PartnerView &now,
                                 const PageCounts &pages = {});
// The partner as the last decision saw it; as it was submitted, with nothing filed, when nobody has decided. `events`:
// those of the partner, in any order.
domain::PartnerFacts factsAtDecision(const operations::PartnerView &view, const QList<domain::Event> &events);
// Documents that are not those the last decision saw, with the one each replaces; all of them when nobody has decided.
struct NewDocument
{
    domain::DossierDocument now;
    std::optional<domain::DossierDocument> before;
};
QList<NewDocument> newDocuments(const operations::PartnerView &view);

// One of the things that make a decision sound, as far as data can tell it.
struct ReviewCheck
{
    enum class State { Passed, Attention, Failed, Pending };
    enum class Help { None, HowToRevoke };
    State state = State::Passed;
    QString text;
    Help help = Help::None;

    friend bool operator==(const ReviewCheck &, const ReviewCheck &) = default;
};

// What VerifyDossier answered; nothing while it hasn't.
using FilesAnswer = std::optional<base::Result<QList<operations::DocumentCheck>>>;

// Whether the files are those that were filed.
ReviewCheck filesCheck(const operations::PartnerView &view, const FilesAnswer &files);
// `subject` decides.
QList<ReviewCheck> reviewChecks(const operations::PartnerView &view, const QString &subject, const FilesAnswer &files);
// Glyph and tone of a check. What it says stands beside them; grey where all is well.
Mark markOf(ReviewCheck::State state);

} // namespace gatehouse::ui
