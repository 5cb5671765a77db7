#include "domain/sincedecision.h"

#include <algorithm>

namespace gatehouse::domain {

using Fact = FactChange::Fact;
using Sign = FactChange::Sign;

namespace {

QList<DossierDocument> decidedDossier(const PartnerFacts &facts)
{
    const Decision *last = lastDecision(facts.decisions);
    return last ? dossierAt(facts.documents, last->dossierRevision) : QList<DossierDocument>();
}

const DossierDocument *ofKind(const QList<DossierDocument> &documents, const QString &kind)
{
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&kind](const DossierDocument &document) { return document.kind == kind; });
    return found == documents.end() ? nullptr : &*found;
}

// Takes back what an event changed.
void undo(const Event &event, Partner &partner)
{
    const auto take = [&event](const char *key, QString &field) {
        if (event.before.contains(QLatin1StringView(key)))
            field = event.before.value(QLatin1StringView(key)).toString();
    };
    take("name", partner.name);
    take("legal_name", partner.legalName);
    take("region", partner.region);
}

void compareTexts(const Partner &before, const Partner &now, QList<FactChange> &changes)
{
    const auto compare = [&changes](Fact fact, const QString &was, const QString &is) {
        if (was != is)
            changes += FactChange{was.isEmpty()  ? Sign::Added
                                  : is.isEmpty() ? Sign::Removed
                                                 : Sign::Changed,
                                  fact,
                                  was,
                                  is,
                                  {}};
    };
    compare(Fact::Name, before.name, now.name);
    compare(Fact::LegalName, before.legalName, now.legalName);
    compare(Fact::Region, before.region, now.region);
}

void compareDocuments(const PartnerFacts &before, const PartnerFacts &now, const Playbook &playbook,
                      QList<FactChange> &changes)
{
    const auto until = [&playbook](const DossierDocument &document) {
        return lastValidDay(playbook, document).toString(Qt::ISODate); // empty of a null date
    };
    const QList<DossierDocument> old = dossierAt(before.documents);
    for (const DossierDocument &document : dossierAt(now.documents)) {
        const DossierDocument *was = ofKind(old, document.kind);
        if (was && was->id == document.id)
            continue;
        changes += FactChange{was ? Sign::Changed : Sign::Added, Fact::Document, was ? was->id : QString(), document.id,
                              document.id};
        if (was && until(*was) != until(document))
            changes += FactChange{Sign::Changed, Fact::ValidUntil, until(*was), until(document), document.id};
    }
}

void compareContacts(const PartnerFacts &before, const PartnerFacts &now, QList<FactChange> &changes)
{
    const auto holds = [](const QList<Contact> &contacts, const QString &id) {
        return std::any_of(contacts.begin(), contacts.end(), [&id](const auto &contact) { return contact.id == id; });
    };
    const QList<Contact> old = roster(before.contacts);
    const QList<Contact> current = roster(now.contacts);
    for (const Contact &contact : current) {
        if (!holds(old, contact.id))
            changes += FactChange{Sign::Added, Fact::Contact, {}, contact.id, {}};
    }
    for (const Contact &contact : old) {
        if (!holds(current, contact.id))
            changes += FactChange{Sign::Removed, Fact::Contact, contact.id, {}, {}};
    }
}

} // namespace

PartnerFacts factsAtDecision(const PartnerFacts &now, const QList<Event> &updates)
{
    const Decision *last = lastDecision(now.decisions);
    PartnerFacts then = now;
    then.documents = decidedDossier(now);
    if (!last)
        return then;
    then.contacts.removeIf([&](const Contact &contact) { return contact.addedAt > last->decidedAt; });
    for (Contact &contact : then.contacts) {
        if (contact.removedAt && *contact.removedAt > last->decidedAt)
            contact.removedAt.reset();
    }
    QList<Event> newestFirst = updates;
    std::sort(newestFirst.begin(), newestFirst.end(),
              [](const Event &a, const Event &b) { return a.number > b.number; });
    for (const Event &event : std::as_const(newestFirst)) {
        if (event.at > last->decidedAt)
            undo(event, then.partner);
    }
    return then;
}

QList<FactChange> changesBetween(const PartnerFacts &before, const PartnerFacts &now, const Playbook &playbook)
{
    QList<FactChange> changes;
    compareTexts(before.partner, now.partner, changes);
    compareDocuments(before, now, playbook, changes);
    compareContacts(before, now, changes);
    return changes;
}

QList<NewDocument> newDocuments(const PartnerFacts &facts)
{
    const QList<DossierDocument> old = decidedDossier(facts);
    QList<NewDocument> fresh;
    for (const DossierDocument &document : dossierAt(facts.documents)) {
        const DossierDocument *was = ofKind(old, document.kind);
        if (!was)
            fresh += NewDocument{document, std::nullopt};
        else if (was->id != document.id)
            fresh += NewDocument{document, *was};
    }
    return fresh;
}

} // namespace gatehouse::domain
