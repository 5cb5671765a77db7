#include "ui/pages/decisiondraft.h"

#include "domain/text.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::ui {

using domain::Verdict;
using operations::PartnerView;

namespace {

struct Text
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
    return requirement(missing.isEmpty(), Text::tr("All documents filed and valid"),
                       Text::tr("Missing or expired: %1").arg(words::listOf(missing)));
}

Requirement evidenceRequirement(const QStringList &evidence, bool policy, const PartnerView &view)
{
    const bool replaced = std::any_of(evidence.begin(), evidence.end(), [&view](const QString &one) {
        return evidenceStanding(one, view) == EvidenceStanding::Replaced;
    });
    const qsizetype links = evidence.size() + (policy ? 1 : 0);
    return requirement(links > 0 && !replaced,
                       links == 1 ? Text::tr("1 evidence link") : Text::tr("%1 evidence links").arg(links),
                       replaced ? Text::tr("Take the replaced evidence out") : Text::tr("Link one piece of evidence"));
}

QString accessTitles(const PartnerView &view)
{
    QStringList titles;
    for (const domain::AccessRule &rule : view.playbook.access) {
        if (rule.conditions.contains(domain::Condition::Approved))
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

Suspends wouldSuspend(const PartnerView &view)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    domain::Decision next;
    next.verdict = Verdict::Reject;
    next.number = last ? last->number + 1 : 1;
    return domain::suspends(next, view.facts.decisions) ? Suspends::Yes : Suspends::No;
}

QList<Requirement> requirements(const DecisionDraft &draft, const PartnerView &view)
{
    QList<Requirement> list;
    list += requirement(draft.verdict.has_value(), Text::tr("Decision chosen"), Text::tr("Choose approve or reject"));
    const int written = domain::lengthOf(draft.note);
    list +=
        requirement(written >= domain::noteLeast && written <= domain::noteMost, Text::tr("Note written"),
                    written > domain::noteMost ? Text::tr("Note too long by %1").arg(written - domain::noteMost)
                                               : Text::tr("Note: %1 more characters").arg(domain::noteLeast - written));
    const bool policy = !draft.policyDocument.trimmed().isEmpty();
    list += evidenceRequirement(draft.evidence, policy, view);
    if (draft.verdict == Verdict::Approve) {
        list += dossierRequirement(view);
        if (view.playbook.policyDocumentRequired)
            list += requirement(policy, Text::tr("Policy document named"), Text::tr("Name the policy document"));
    }
    return list;
}

QString firstMissing(const DecisionDraft &draft, const PartnerView &view)
{
    for (const Requirement &one : requirements(draft, view)) {
        if (one.met == Requirement::Met::No)
            return one.text;
    }
    return {};
}

QString consequence(const DecisionDraft &draft, const PartnerView &view)
{
    if (!draft.verdict)
        return Text::tr("A decision is permanent and stands under your name. A correction is a new decision.");
    if (*draft.verdict == Verdict::Approve) {
        return Text::tr("Permanent. Recorded as partner.approved under your name. Opens %1 for this partner.")
            .arg(accessTitles(view));
    }
    const QString after = draft.finality == domain::Finality::Final
                              ? Text::tr("For good: only a root admin re-opens it.")
                              : Text::tr("The partner may file again.");
    if (wouldSuspend(view) == Suspends::Yes && view.readiness.approval == domain::ApprovalStatus::Approved)
        return Text::tr("Permanent. Suspends the partner: %1 stop now. Nothing is deleted. %2")
            .arg(accessTitles(view), after);
    if (wouldSuspend(view) == Suspends::Yes)
        return Text::tr("Permanent. Keeps the partner suspended: %1 stay closed. %2").arg(accessTitles(view), after);
    return Text::tr("Permanent. Recorded as partner.rejected under your name. %1").arg(after);
}

QString recordLabel(const DecisionDraft &draft, const PartnerView &view)
{
    if (!draft.verdict)
        return Text::tr("Record decision");
    if (*draft.verdict == Verdict::Approve)
        return Text::tr("Record approval");
    return wouldSuspend(view) == Suspends::Yes ? Text::tr("Suspend partner") : Text::tr("Record rejection");
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
        title = Text::tr("%1 p. %2", "document, page").arg(title, parts.page);
    return evidenceStanding(evidence, view) == EvidenceStanding::Replaced ? Text::tr("%1, replaced since").arg(title)
                                                                          : title;
}

operations::Decide decideFrom(const DecisionDraft &draft, const PartnerView &view)
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
    return decide;
}

} // namespace gatehouse::ui
