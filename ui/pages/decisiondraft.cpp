#include "ui/pages/decisiondraft.h"

#include "domain/text.h"
#include "words/datewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::ui {

using domain::Verdict;
using operations::PartnerView;

namespace {

struct DraftText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::DecisionDraft)
};

Requirement requirement(bool met, const QString &done, const QString &missing)
{
    return met ? Requirement{Requirement::Met::Yes, done} : Requirement{Requirement::Met::No, missing};
}

Requirement dossierRequirement(const PartnerView &view)
{
    QStringList missing;
    for (const QString &kind : domain::openKinds(view.readiness.dossier)) {
        const domain::DocumentRule *rule = view.playbook.document(kind);
        missing += rule ? rule->shortTitle : kind;
    }
    return requirement(missing.isEmpty(), DraftText::tr("All documents filed and valid"),
                       DraftText::tr("Missing or expired: %1").arg(words::listOf(missing)));
}

Requirement evidenceRequirement(const QStringList &evidence, bool policy, const PartnerView &view)
{
    const bool replaced = std::any_of(evidence.begin(), evidence.end(), [&view](const QString &one) {
        return evidenceStanding(one, view) == EvidenceStanding::Replaced;
    });
    const qsizetype links = evidence.size() + (policy ? 1 : 0);
    return requirement(links > 0 && !replaced,
                       links == 1 ? DraftText::tr("1 evidence link") : DraftText::tr("%1 evidence links").arg(links),
                       replaced ? DraftText::tr("Take the replaced evidence out")
                                : DraftText::tr("Link one piece of evidence"));
}

// A reviewer asked for another document: as long as that stands, approving would contradict it.
void addAskedAgain(const PartnerView &view, QList<Requirement> &list)
{
    QStringList kinds;
    for (const QString &kind : domain::askedAgainKinds(view.facts)) {
        const domain::DocumentRule *rule = view.playbook.document(kind);
        kinds += rule ? rule->shortTitle : kind;
    }
    if (!kinds.isEmpty())
        list += Requirement{Requirement::Met::No, DraftText::tr("Asked for again: %1").arg(words::listOf(kinds))};
}

Requirement viewingRequirement(const Viewing &viewing)
{
    const bool changes = viewing.of == Viewing::Of::Changes;
    const int open = viewing.pages - viewing.viewed;
    if (open <= 0)
        return {Requirement::Met::Yes, changes ? DraftText::tr("All changed pages viewed: %n", nullptr, viewing.pages)
                                               : DraftText::tr("All pages viewed: %n", nullptr, viewing.pages)};
    return {Requirement::Met::Warned,
            changes ? DraftText::tr("%1 of %n changed page(s) not viewed", nullptr, viewing.pages).arg(open)
                    : DraftText::tr("%1 of %n page(s) not viewed", nullptr, viewing.pages).arg(open)};
}

// Who else could give the second approval, for people.
QString otherDeciders(const PartnerView &view, const QString &subject)
{
    QStringList names = view.deciders.value_or(QStringList());
    names.removeAll(view.names.value(subject, subject));
    return names.isEmpty() ? DraftText::tr("Somebody else who decides") : words::listOf(names);
}

QString approvalConsequence(const PartnerView &view, const QString &opens, const QString &subject)
{
    switch (approvalTurn(view, subject)) {
    case ApprovalTurn::Only: break;
    case ApprovalTurn::First:
        return DraftText::tr(
                   "Permanent. The first of two approvals: opens nothing yet. Still needed within %n hour(s), on "
                   "this same dossier: %1.",
                   nullptr, view.playbook.secondWithinHours)
            .arg(otherDeciders(view, subject));
    case ApprovalTurn::Second:
        return DraftText::tr("Permanent. The second of two approvals, after %1. Opens %2 for this partner.")
            .arg(words::isolate(view.names.value(view.readiness.review.endorsement->endorsedBy,
                                                 view.readiness.review.endorsement->endorsedBy)),
                 opens);
    case ApprovalTurn::Given: return secondAwaited(view, subject);
    }
    return DraftText::tr("Permanent. Recorded as partner.approved under your name. Opens %1 for this partner.")
        .arg(opens);
}

QString accessTitles(const PartnerView &view)
{
    QStringList titles;
    for (const domain::AccessRule &rule : view.playbook.access) {
        if (rule.asksFor(domain::Condition::Approved))
            titles += rule.title;
    }
    return words::listOf(titles);
}

struct Parts
{
    QString document;
    QString page;
};

// DOC[:PAGE]; a link has colons of its own and is all document.
Parts partsOf(const QString &evidence)
{
    const bool link = evidence.startsWith(QStringLiteral("https://"));
    const qsizetype colon = link ? -1 : evidence.lastIndexOf(QLatin1Char(':'));
    return colon < 0 ? Parts{evidence, {}} : Parts{evidence.left(colon), evidence.mid(colon + 1)};
}

} // namespace

bool DecisionDraft::isEmpty() const
{
    return !verdict && note.trimmed().isEmpty() && partnerComment.trimmed().isEmpty()
           && policyDocument.trimmed().isEmpty() && evidence.isEmpty();
}

ApprovalTurn approvalTurn(const PartnerView &view, const QString &subject)
{
    if (view.playbook.deciders < 2)
        return ApprovalTurn::Only;
    const auto &first = view.readiness.review.endorsement;
    if (!first)
        return ApprovalTurn::First;
    return first->endorsedBy == subject ? ApprovalTurn::Given : ApprovalTurn::Second;
}

QString secondAwaited(const PartnerView &view, const QString &subject)
{
    return DraftText::tr("You gave the first of two approvals. Who can give the second, until %1: %2.",
                         "date and time, people")
        .arg(words::isolate(words::dateTimeWords(view.readiness.review.endorsement->expiresAt, view.asOf)),
             otherDeciders(view, subject));
}

Suspends wouldSuspend(const PartnerView &view)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    domain::Decision next;
    next.verdict = Verdict::Reject;
    next.number = last ? last->number + 1 : 1;
    if (!last || !domain::suspends(next, view.facts.decisions))
        return Suspends::No;
    return last->verdict == Verdict::Approve ? Suspends::Yes : Suspends::Still;
}

QString rejectHint(const PartnerView &view)
{
    switch (wouldSuspend(view)) {
    case Suspends::Yes: return DraftText::tr("suspend", "a key's act");
    case Suspends::Still: return DraftText::tr("keep suspended", "a key's act");
    case Suspends::No: break;
    }
    return DraftText::tr("reject", "a key's act");
}

QList<Requirement> requirements(const DecisionDraft &draft, const PartnerView &view, const QString &subject,
                                const Viewing &viewing)
{
    QList<Requirement> list;
    list += requirement(draft.verdict.has_value(), DraftText::tr("Decision chosen"),
                        DraftText::tr("Choose approve or reject"));
    const int written = domain::lengthOf(draft.note);
    list += requirement(written >= domain::noteLeast && written <= domain::noteMost, DraftText::tr("Note written"),
                        written > domain::noteMost
                            ? DraftText::tr("Note too long by %1").arg(written - domain::noteMost)
                            : DraftText::tr("Note: %1 more characters").arg(domain::noteLeast - written));
    const bool policy = !draft.policyDocument.trimmed().isEmpty();
    list += evidenceRequirement(draft.evidence, policy, view);
    if (draft.verdict == Verdict::Approve) {
        list += dossierRequirement(view);
        if (view.playbook.policyDocumentRequired)
            list +=
                requirement(policy, DraftText::tr("Policy document named"), DraftText::tr("Name the policy document"));
        addAskedAgain(view, list);
        if (approvalTurn(view, subject) == ApprovalTurn::Given)
            list += Requirement{Requirement::Met::No, DraftText::tr("The second approval is somebody else's")};
    }
    if (viewing.pages > 0)
        list += viewingRequirement(viewing);
    if (viewing.refused > 0)
        list +=
            Requirement{Requirement::Met::Warned,
                        viewing.refused == 1 ? DraftText::tr("1 document can't be shown")
                                             : DraftText::tr("%n documents can't be shown", nullptr, viewing.refused)};
    return list;
}

QString firstMissing(const DecisionDraft &draft, const PartnerView &view, const QString &subject)
{
    for (const Requirement &one : requirements(draft, view, subject)) {
        if (one.met == Requirement::Met::No)
            return one.text;
    }
    return {};
}

QString consequence(const DecisionDraft &draft, const PartnerView &view, const QString &subject)
{
    if (!draft.verdict)
        return DraftText::tr("A decision is permanent and stands under your name. A correction is a new decision.");
    if (*draft.verdict == Verdict::Approve)
        return approvalConsequence(view, accessTitles(view), subject);
    const QString after = draft.finality == domain::Finality::Final
                              ? DraftText::tr("For good: only a root admin re-opens it.")
                              : DraftText::tr("The partner may file again.");
    if (wouldSuspend(view) == Suspends::Yes && view.readiness.approval == domain::ApprovalStatus::Approved)
        return DraftText::tr("Permanent. Suspends the partner: %1 stop now. Nothing is deleted. %2")
            .arg(accessTitles(view), after);
    if (wouldSuspend(view) != Suspends::No)
        return DraftText::tr("Permanent. Keeps the partner suspended: %1 stay closed. %2")
            .arg(accessTitles(view), after);
    return DraftText::tr("Permanent. Recorded as partner.rejected under your name. %1").arg(after);
}

QString recordLabel(const DecisionDraft &draft, const PartnerView &view, const QString &subject)
{
    if (!draft.verdict)
        return DraftText::tr("Record decision");
    if (*draft.verdict == Verdict::Approve)
        return approvalTurn(view, subject) == ApprovalTurn::First ? DraftText::tr("Record first approval")
                                                                  : DraftText::tr("Record approval");
    switch (wouldSuspend(view)) {
    case Suspends::Yes: return DraftText::tr("Suspend partner");
    case Suspends::Still: return DraftText::tr("Keep suspended");
    case Suspends::No: break;
    }
    return DraftText::tr("Record rejection");
}

EvidenceStanding evidenceStanding(const QString &evidence, const PartnerView &view)
{
    const QString id = partsOf(evidence).document;
    const QList<domain::DossierDocument> &all = view.facts.documents;
    const auto is = [&id](const domain::DossierDocument &document) { return document.id == id; };
    const bool known = std::any_of(all.begin(), all.end(), is); // else a link or a policy document
    return known && !domain::currentDocument(all, id) ? EvidenceStanding::Replaced : EvidenceStanding::Current;
}

QString evidenceLabel(const QString &evidence, const PartnerView &view)
{
    const Parts parts = partsOf(evidence);
    QString title = parts.document;
    for (const domain::DossierDocument &document : view.facts.documents) {
        if (document.id != parts.document)
            continue;
        const domain::DocumentRule *rule = view.playbook.document(document.kind);
        title = rule ? rule->shortTitle : document.kind;
    }
    if (!parts.page.isEmpty())
        title = DraftText::tr("%1 p. %2", "document, page").arg(title, parts.page);
    return evidenceStanding(evidence, view) == EvidenceStanding::Replaced
               ? DraftText::tr("%1, replaced since").arg(title)
               : title;
}

operations::Decide decideFrom(const DecisionDraft &draft, const PartnerView &view, const Viewing &viewing)
{
    operations::Decide decide;
    decide.partner = view.facts.partner.id;
    decide.verdict = draft.verdict.value_or(Verdict::Reject);
    decide.finality = decide.verdict == Verdict::Reject ? draft.finality : domain::Finality::Retry;
    decide.notes = draft.note.trimmed();
    decide.partnerComment = draft.partnerComment.trimmed();
    decide.evidence = draft.evidence;
    decide.policyDocument = draft.policyDocument.trimmed();
    decide.reviewed = view.reviewDigest;
    decide.seen = viewing.seen;
    decide.reviewSeconds = viewing.seconds;
    return decide;
}

} // namespace gatehouse::ui
