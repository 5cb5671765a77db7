#pragma once

#include "operations/decide.h"
#include "operations/queries.h"

namespace gatehouse::ui {

// One thing that a decision needs, and whether it is there. Warned: it is not, and nobody is kept from deciding by it.
struct Requirement
{
    enum class Met { No, Yes, Warned } met = Met::No;
    QString text;

    friend bool operator==(const Requirement &, const Requirement &) = default;
};

// What the reviewer looked at, as the viewer counted it.
struct Viewing
{
    QList<domain::SeenDocument> seen;
    qint64 seconds = 0;
    // Pages that are new or changed since the last decision; of a first review all pages.
    int pages = 0;
    int viewed = 0;  // of those
    int refused = 0; // documents among those to be looked at that can't be shown: their pages aren't counted
    enum class Of { AllPages, Changes } of = Of::AllPages;
};

// Where the playbook asks for two people to approve: whether this person's approval would be the first or the second,
// or was the first already.
enum class ApprovalTurn { Only, First, Second, Given };
ApprovalTurn approvalTurn(const operations::PartnerView &view, const QString &subject);
// To whoever gave the first approval: until when a second is needed, and who can give it.
QString secondAwaited(const operations::PartnerView &view, const QString &subject);

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

// Whether a rejection now would be a suspension: the last decision approves, or was a suspension already.
enum class Suspends { No, Yes, Still };
Suspends wouldSuspend(const operations::PartnerView &view);
// "reject", "suspend" or "keep suspended", for a list of keys.
QString rejectHint(const operations::PartnerView &view);

// In the order in which they are ticked; the button works once none is missing. `subject` decides.
QList<Requirement> requirements(const DecisionDraft &draft, const operations::PartnerView &view,
                                const QString &subject = {}, const Viewing &viewing = {});
// The first thing that is missing, or empty.
QString firstMissing(const DecisionDraft &draft, const operations::PartnerView &view, const QString &subject = {});
// What recording this does, said before it is done.
QString consequence(const DecisionDraft &draft, const operations::PartnerView &view, const QString &subject = {});
// "Record approval", "Record first approval", "Record rejection", "Suspend partner", "Keep suspended".
QString recordLabel(const DecisionDraft &draft, const operations::PartnerView &view, const QString &subject = {});
// "KYB p. 4"; a document that a newer revision has replaced says so.
QString evidenceLabel(const QString &evidence, const operations::PartnerView &view);
enum class EvidenceStanding { Current, Replaced };
EvidenceStanding evidenceStanding(const QString &evidence, const operations::PartnerView &view);

// The draft as the operation wants it, bound to what `view` showed. The verdict must be chosen.
operations::Decide decideFrom(const DecisionDraft &draft, const operations::PartnerView &view,
                              const Viewing &viewing = {});

} // namespace gatehouse::ui
