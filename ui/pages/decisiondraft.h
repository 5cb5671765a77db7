#pragma once

#include "operations/decide.h"
#include "operations/queries.h"

namespace gatehouse::ui {

// One thing that a decision needs, and whether it is there.
struct Requirement
{
    enum class Met { No, Yes } met = Met::No;
    QString text;
};

// What a reviewer has put together so far, apart from any widget.
struct DecisionDraft
{
    std::optional<domain::Verdict> verdict;
    domain::Finality finality = domain::Finality::Retry;
    QString note;
    QString partnerComment;
    QString policyDocument;
    QStringList evidence; // DOC[:PAGE] or a link, as operations::Decide has it

    bool isEmpty() const;
};

// Whether a rejection now would be a suspension: the last decision approves.
enum class Suspends { No, Yes };
Suspends wouldSuspend(const operations::PartnerView &view);

// In the order in which they are ticked; the button works once all are met.
QList<Requirement> requirements(const DecisionDraft &draft, const operations::PartnerView &view);
// The first thing that is missing, or empty.
QString firstMissing(const DecisionDraft &draft, const operations::PartnerView &view);
// What recording this does, said before it is done.
QString consequence(const DecisionDraft &draft, const operations::PartnerView &view);
// "Record approval", "Record rejection", "Suspend partner".
QString recordLabel(const DecisionDraft &draft, const operations::PartnerView &view);
// "KYB p. 4"; a document that a newer revision has replaced says so.
QString evidenceLabel(const QString &evidence, const operations::PartnerView &view);
enum class EvidenceStanding { Current, Replaced };
EvidenceStanding evidenceStanding(const QString &evidence, const operations::PartnerView &view);

// The draft as the operation wants it, bound to what `view` showed. The verdict must be chosen.
operations::Decide decideFrom(const DecisionDraft &draft, const operations::PartnerView &view);

} // namespace gatehouse::ui
