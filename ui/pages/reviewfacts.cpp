#include "ui/pages/reviewfacts.h"

#include "ui/pages/marks.h"
#include "words/datewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::ui {

using domain::DossierDocument;
using operations::PartnerView;

namespace {

struct FactText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::ReviewFacts)
};

ReviewCheck check(bool passed, const QString &good, const QString &bad,
                  ReviewCheck::State otherwise = ReviewCheck::State::Attention)
{
    return passed ? ReviewCheck{ReviewCheck::State::Passed, good, {}} : ReviewCheck{otherwise, bad, {}};
}

ReviewCheck filedByContacts(const PartnerView &view)
{
    QStringList strangers;
    for (const DossierDocument &document : domain::dossierAt(view.facts.documents)) {
        if (domain::standingOf(document.filedBy, view.facts.contacts) != domain::Standing::InRoster)
            strangers += view.names.value(document.filedBy, document.filedBy);
    }
    strangers.removeDuplicates();
    QStringList subjects;
    for (const domain::Contact &contact : domain::roster(view.facts.contacts))
        subjects += contact.subject;
    if (subjects.removeDuplicates() > 0)
        return {ReviewCheck::State::Failed, FactText::tr("Two contacts have the same subject"), {}};
    return check(strangers.isEmpty(), FactText::tr("Filed by a contact in the roster; no duplicate subjects"),
                 FactText::tr("Filed by %1, not by a contact in the roster").arg(words::listOf(strangers)));
}

ReviewCheck independence(const PartnerView &view, const QString &subject)
{
    const auto standing = domain::standingOf(subject, view.facts.contacts);
    if (standing != domain::Standing::Outside)
        return {ReviewCheck::State::Failed, FactText::tr("You are a contact of this partner"), {}};
    return check(view.facts.partner.submittedBy != subject,
                 FactText::tr("You are not a contact of this partner, nor its submitter"),
                 FactText::tr("You submitted this partner"), ReviewCheck::State::Failed);
}

ReviewCheck inDate(const PartnerView &view)
{
    QStringList open;
    QStringList ending;
    for (const domain::DocumentStanding &standing : view.readiness.dossier.documents) {
        const QString told =
            FactText::tr("%1 %2", "a document, then its state")
                .arg(words::documentTitle(view.playbook, standing.kind), words::documentStateWords(standing).toLower());
        if (!domain::isCurrent(standing.state))
            open += told;
        else if (standing.state == domain::DocumentState::Expiring)
            ending += told;
    }
    if (!open.isEmpty())
        return {ReviewCheck::State::Failed, FactText::tr("Documents: %1").arg(words::listOf(open)), {}};
    return check(ending.isEmpty(), FactText::tr("All documents are there and in date"),
                 FactText::tr("In date, but: %1").arg(words::listOf(ending)));
}

void addPolicy(const PartnerView &view, QList<ReviewCheck> &checks)
{
    if (!view.playbook.policyDocumentRequired)
        return;
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    const QString known = last ? last->policyDocument : QString();
    checks += check(!known.isEmpty(), FactText::tr("Policy document on file: %1").arg(words::isolate(known)),
                    FactText::tr("No policy document on file; an approval names one"));
}

void addLeftoverAccess(const PartnerView &view, QList<ReviewCheck> &checks)
{
    for (const domain::Contact &contact : domain::openIdentities(view.facts.contacts)) {
        checks += ReviewCheck{ReviewCheck::State::Attention,
                              FactText::tr("Removed contact %1 can still sign in").arg(words::isolate(contact.name)),
                              ReviewCheck::Help::HowToRevoke};
    }
}

void addSecondPerson(const PartnerView &view, const QString &subject, QList<ReviewCheck> &checks)
{
    if (view.playbook.deciders < 2)
        return;
    const auto &first = view.readiness.review.endorsement;
    if (!first) {
        checks +=
            ReviewCheck{ReviewCheck::State::Attention, FactText::tr("Two people have to approve; nobody has yet"), {}};
        return;
    }
    const QString until = words::momentWords(first->expiresAt, view.asOf);
    const QString who = first->endorsedBy == subject
                            ? FactText::tr("you", "who gave the first approval")
                            : words::isolate(view.names.value(first->endorsedBy, first->endorsedBy));
    checks += check(first->endorsedBy != subject, FactText::tr("First of two approvals by %1").arg(who),
                    FactText::tr("First of two approvals by %1; ends %2", "you, then when").arg(who, until));
}

} // namespace

ReviewCheck filesCheck(const PartnerView &view, const FilesAnswer &files)
{
    if (!files)
        return {ReviewCheck::State::Pending, FactText::tr("Comparing files with their stored hashes…"), {}};
    if (!*files)
        return {ReviewCheck::State::Attention, FactText::tr("The files couldn't be compared with their hashes"), {}};
    QStringList bad;
    for (const operations::DocumentCheck &file : **files) {
        if (file.fault)
            bad += words::fileFaultWords(*file.fault, words::documentTitle(view.playbook, file.document.kind));
    }
    const int count = int((*files)->size());
    return check(bad.isEmpty(), FactText::tr("%n file(s) match the stored hashes", nullptr, count),
                 bad.join(QStringLiteral("; ")), ReviewCheck::State::Failed);
}

QList<ReviewCheck> reviewChecks(const PartnerView &view, const QString &subject, const FilesAnswer &files)
{
    QList<ReviewCheck> checks = {filedByContacts(view), independence(view, subject), filesCheck(view, files),
                                 inDate(view)};
    addPolicy(view, checks);
    addSecondPerson(view, subject, checks);
    addLeftoverAccess(view, checks);
    return checks;
}

Mark markOf(ReviewCheck::State state)
{
    switch (state) {
    case ReviewCheck::State::Passed: return {Glyph::Tick, Tone::Ok, Emphasis::Quiet};
    case ReviewCheck::State::Attention: return {Glyph::Triangle, Tone::Warn, Emphasis::Normal};
    case ReviewCheck::State::Failed: return {Glyph::DiamondAlert, Tone::Danger, Emphasis::Normal};
    case ReviewCheck::State::Pending: break;
    }
    return {Glyph::Unknown, Tone::Neutral, Emphasis::Quiet};
}

} // namespace gatehouse::ui
