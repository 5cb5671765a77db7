#include "words/changewords.h"

#include "words/datewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::words {

using domain::FactChange;
using Fact = FactChange::Fact;

namespace {

struct ChangeText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::words::ChangeWords)
};

QString nothing()
{
    return QString(QChar(0x2014));
}

template <class T>
const T *withId(const QList<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&id](const T &one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

// "12 pages, 9c1e…", or the size while nobody knows the pages. Four characters tell two files of a table apart, and
// fit.
QString documentFacts(const QString &id, const domain::PartnerFacts &facts, const domain::PageCounts &pages)
{
    const domain::DossierDocument *document = withId(facts.documents, id);
    if (!document)
        return nothing();
    const QString hash = document->sha256.left(4) + QChar(0x2026);
    const int count = pages.value(id);
    const QString size = count > 0 ? ChangeText::tr("%n page(s)", nullptr, count) : bytesWords(document->size);
    return ChangeText::tr("%1, %2", "pages or size, then a short hash").arg(size, isolate(hash));
}

void tellContact(const domain::PartnerFacts &facts, ChangeWords &told, const FactChange &change)
{
    const bool added = change.sign == FactChange::Sign::Added;
    const domain::Contact *contact = withId(facts.contacts, added ? change.after : change.before);
    if (!contact)
        return;
    told.before = added ? nothing() : contact->name;
    told.after = added ? ChangeText::tr("%1, %2", "a person, then a role").arg(contact->name, contact->role)
                       : ChangeText::tr("removed", "a contact");
}

QString fieldWords(const FactChange &change, const QString &kind, const domain::Playbook &playbook)
{
    switch (change.fact) {
    case Fact::Name: return ChangeText::tr("Name");
    case Fact::LegalName: return ChangeText::tr("Legal name");
    case Fact::Region: return ChangeText::tr("Region");
    case Fact::Document: return documentTitle(playbook, kind);
    case Fact::ValidUntil: {
        const domain::DocumentRule *rule = playbook.document(kind);
        return ChangeText::tr("%1 valid until", "a document").arg(rule ? rule->shortTitle : kind);
    }
    case Fact::Contact: return ChangeText::tr("Contact");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ChangeWords> changeWords(const QList<FactChange> &changes, const domain::PartnerFacts &now,
                               const domain::Playbook &playbook, base::Instant asOf, const domain::PageCounts &pages)
{
    const QDate today = asOf.toUtc().toLocalTime().date();
    const auto dayOf = [today](const QString &day) {
        return day.isEmpty() ? ChangeText::tr("no end") : storedDayWords(day, today);
    };
    QList<ChangeWords> told;
    for (const FactChange &change : changes) {
        const domain::DossierDocument *document = withId(now.documents, change.documentId);
        ChangeWords words{change.sign, fieldWords(change, document ? document->kind : QString(), playbook),
                          change.before, change.after, change.documentId};
        if (change.fact == Fact::Document) {
            words.before = documentFacts(change.before, now, pages);
            words.after = documentFacts(change.after, now, pages);
        } else if (change.fact == Fact::ValidUntil) {
            words.before = dayOf(change.before);
            words.after = dayOf(change.after);
        } else if (change.fact == Fact::Contact) {
            tellContact(now, words, change);
        }
        if (words.before.isEmpty())
            words.before = nothing();
        if (words.after.isEmpty())
            words.after = nothing();
        told += words;
    }
    return told;
}

} // namespace gatehouse::words
