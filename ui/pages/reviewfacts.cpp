#include "ui/pages/reviewfacts.h"

#include "ui/pages/marks.h"
#include "words/datewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::ui {

using domain::DossierDocument;
using domain::PartnerFacts;
using operations::PartnerView;
using Sign = FactChange::Sign;

namespace {

struct FactText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::ReviewFacts)
};

QString nothing()
{
    return QString(QChar(0x2014));
}

QDate today(const PartnerView &view)
{
    return view.asOf.toUtc().toLocalTime().date();
}

// "12 pages, 9c1e…", or the size while nobody knows the pages. Four characters tell two files of a table apart, and
// fit.
QString documentFacts(const DossierDocument &document, const PageCounts &pages)
{
    const QString hash = document.sha256.left(4) + QChar(0x2026);
    const int count = pages.value(document.id);
    const QString size = count > 0 ? FactText::tr("%n page(s)", nullptr, count) : words::bytesWords(document.size);
    return FactText::tr("%1, %2", "pages or size, then a short hash").arg(size, words::isolate(hash));
}

QString validity(const PartnerView &view, const DossierDocument &document)
{
    const QDate last = domain::lastValidDay(view.playbook, document);
    return last.isValid() ? words::dayWords(last, today(view)) : FactText::tr("no end");
}

QString shortTitle(const PartnerView &view, const DossierDocument &document)
{
    const domain::DocumentRule *rule = view.playbook.document(document.kind);
    return rule ? rule->shortTitle : document.kind;
}

const DossierDocument *ofKind(const QList<DossierDocument> &documents, const QString &kind)
{
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&kind](const DossierDocument &document) { return document.kind == kind; });
    return found == documents.end() ? nullptr : &*found;
}

void compareDocuments(const PartnerFacts &before, const PartnerView &now, const PageCounts &pages,
                      QList<FactChange> &changes)
{
    const QList<DossierDocument> old = domain::dossierAt(before.documents);
    for (const DossierDocument &document : domain::dossierAt(now.facts.documents)) {
        const DossierDocument *was = ofKind(old, document.kind);
        if (was && was->id == document.id)
            continue;
        const QString title = words::documentTitle(now.playbook, document.kind);
        changes += FactChange{was ? Sign::Changed : Sign::Added, title, was ? documentFacts(*was, pages) : nothing(),
                              documentFacts(document, pages), document.id};
        const QString until = validity(now, document);
        const QString wasUntil = was ? validity(now, *was) : nothing();
        if (was && until != wasUntil)
            changes +=
                FactChange{Sign::Changed, FactText::tr("%1 valid until", "a document").arg(shortTitle(now, document)),
                           wasUntil, until, document.id};
    }
}

void compareContacts(const PartnerFacts &before, const PartnerView &now, QList<FactChange> &changes)
{
    const auto holds = [](const QList<domain::Contact> &contacts, const QString &id) {
        return std::any_of(contacts.begin(), contacts.end(), [&id](const auto &contact) { return contact.id == id; });
    };
    const QList<domain::Contact> old = domain::roster(before.contacts);
    const QList<domain::Contact> current = domain::roster(now.facts.contacts);
    for (const domain::Contact &contact : current) {
        if (!holds(old, contact.id))
            changes += FactChange{Sign::Added,
                                  FactText::tr("Contact"),
                                  nothing(),
                                  FactText::tr("%1, %2", "a person, then a role").arg(contact.name, contact.role),
                                  {}};
    }
    for (const domain::Contact &contact : old) {
        if (!holds(current, contact.id))
            changes += FactChange{
                Sign::Removed, FactText::tr("Contact"), contact.name, FactText::tr("removed", "a contact"), {}};
    }
}

void compareNames(const PartnerFacts &before, const PartnerView &now, QList<FactChange> &changes)
{
    const auto compare = [&changes](const QString &field, const QString &was, const QString &is) {
        if (was != is)
            changes += FactChange{was.isEmpty()  ? Sign::Added
                                  : is.isEmpty() ? Sign::Removed
                                                 : Sign::Changed,
                                  field,
                                  was.isEmpty() ? nothing() : was,
                                  is.isEmpty() ? nothing() : is,
                                  {}};
    };
    compare(FactText::tr("Name"), before.partner.name, now.facts.partner.name);
    compare(FactText::tr("Legal name"), before.partner.legalName, now.facts.partner.legalName);
    compare(FactText::tr("Region"), before.partner.region, now.facts.partner.region);
}

// Takes back what an event changed.
void undo(const domain::Event &event, domain::Partner &partner)
{
    const auto take = [&event](const char *key, QString &field) {
        if (event.before.contains(QLatin1StringView(key)))
            field = event.before.value(QLatin1StringView(key)).toString();
    };
    take("name", partner.name);
    take("legal_name", partner.legalName);
    take("region", partner.region);
}

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

QList<FactChange> changesBetween(const PartnerFacts &before, const PartnerView &now, const PageCounts &pages)
{
    QList<FactChange> changes;
    compareNames(before, now, changes);
    compareDocuments(before, now, pages, changes);
    compareContacts(before, now, changes);
    return changes;
}

PartnerFacts factsAtDecision(const PartnerView &view, const QList<domain::Event> &events)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    PartnerFacts then = view.facts;
    then.documents = last ? domain::dossierAt(view.facts.documents, last->dossierRevision) : QList<DossierDocument>();
    if (!last)
        return then;
    then.contacts.removeIf([&](const domain::Contact &contact) { return contact.addedAt > last->decidedAt; });
    for (domain::Contact &contact : then.contacts) {
        if (contact.removedAt && *contact.removedAt > last->decidedAt)
            contact.removedAt.reset();
    }
    QList<domain::Event> newestFirst = events;
    std::sort(newestFirst.begin(), newestFirst.end(),
              [](const domain::Event &a, const domain::Event &b) { return a.number > b.number; });
    for (const domain::Event &event : std::as_const(newestFirst)) {
        if (event.at > last->decidedAt && event.type == QStringLiteral("partner.updated"))
            undo(event, then.partner);
    }
    return then;
}

QList<NewDocument> newDocuments(const PartnerView &view)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    const QList<DossierDocument> old =
        last ? domain::dossierAt(view.facts.documents, last->dossierRevision) : QList<DossierDocument>();
    QList<NewDocument> fresh;
    for (const DossierDocument &document : domain::dossierAt(view.facts.documents)) {
        const DossierDocument *was = ofKind(old, document.kind);
        if (!was)
            fresh += NewDocument{document, std::nullopt};
        else if (was->id != document.id)
            fresh += NewDocument{document, *was};
    }
    return fresh;
}

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
