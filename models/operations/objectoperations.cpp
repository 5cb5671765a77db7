#include "operations/objectoperations.h"

#include <QJsonArray>
#include <QSet>

namespace gatehouse::operations {

using base::ErrorCode;
using base::Result;
using domain::DossierDocument;
using domain::ObjectStore;

namespace {

constexpr int checkedAtOnce = 500; // partners whose filings stand in memory

// Errors of the object alone; what breaks the reading of all of them is an error of the whole.
Result<DocumentCheck> check(Transaction &transaction, const DossierDocument &document)
{
    auto bytes = transaction.bytesOf(document);
    if (bytes)
        return DocumentCheck{document, {}};
    const ErrorCode code = bytes.error().code;
    if (code == ErrorCode::ObjectMissing || code == ErrorCode::ObjectAltered || code == ErrorCode::FileUnreadable)
        return DocumentCheck{document, bytes.error()};
    return bytes.error();
}

// Calls `with` for every filing of every partner, and answers the ids of all partners.
Result<QSet<QString>> forEachDocument(Transaction &transaction, auto with)
{
    QSet<QString> ids;
    QString after;
    for (;;) {
        auto partners = transaction.unit().partners().page(after, checkedAtOnce);
        if (!partners)
            return partners.error();
        if (partners->isEmpty())
            return ids;
        for (const domain::Partner &partner : std::as_const(*partners))
            ids.insert(partner.id);
        auto documents = transaction.unit().dossiers().ofPartners(partners->constFirst().id, partners->constLast().id);
        if (!documents)
            return documents.error();
        for (const DossierDocument &document : std::as_const(*documents)) {
            if (auto done = with(document); !done)
                return done.error();
        }
        after = partners->constLast().id;
    }
}

bool isOfOneOf(const QSet<QString> &partners, const QString &key)
{
    return key.startsWith(QLatin1StringView("partners/")) && partners.contains(key.section(QLatin1Char('/'), 1, 1));
}

struct Orphans
{
    QList<ObjectStore::Entry> old;
    int young = 0;   // a filing that is under way puts its object first and its row after
    int foreign = 0; // of a partner that is not known here: another workspace may keep its files there
};

// What no row names, of what was listed before the rows were read.
Orphans orphansAmong(const QList<ObjectStore::Entry> &entries, const QSet<QString> &named,
                     const QSet<QString> &partners, base::Instant now)
{
    Orphans orphans;
    for (const ObjectStore::Entry &entry : entries) {
        if (named.contains(entry.key))
            continue;
        if (!isOfOneOf(partners, entry.key))
            ++orphans.foreign;
        else if (now - entry.writtenAt < orphanLeastAgeMs)
            ++orphans.young;
        else
            orphans.old.append(entry);
    }
    return orphans;
}

} // namespace

Result<QList<DocumentCheck>> VerifyDossier::read(Transaction &transaction) const
{
    auto facts = transaction.facts();
    if (!facts)
        return facts.error();
    QList<DocumentCheck> checks;
    for (const DossierDocument &document : domain::dossierAt(facts->documents)) {
        auto checked = check(transaction, document);
        if (!checked)
            return checked.error();
        checks.append(*std::move(checked));
    }
    return checks;
}

Result<CheckObjects::Found> CheckObjects::read(Transaction &transaction) const
{
    auto listing = transaction.unit().objects().list();
    if (!listing)
        return listing.error();
    Found found;
    found.unlisted = std::move(listing->unreadable);
    QSet<QString> named;
    auto read = forEachDocument(transaction, [&](const DossierDocument &document) -> Result<void> {
        ++found.documents;
        named.insert(document.objectKey);
        auto checked = check(transaction, document);
        if (!checked)
            return checked.error();
        if (checked->fault)
            found.bad.append(*std::move(checked));
        return {};
    });
    if (!read)
        return read.error();
    Orphans orphans = orphansAmong(listing->entries, named, *read, transaction.now());
    found.orphans = std::move(orphans.old);
    found.foreign = orphans.foreign;
    return found;
}

Result<QJsonObject> SweepObjects::execute(Transaction &transaction) const
{
    auto listing = transaction.unit().objects().list();
    if (!listing)
        return listing.error();
    QSet<QString> named;
    auto read = forEachDocument(transaction, [&](const DossierDocument &document) -> Result<void> {
        named.insert(document.objectKey);
        return {};
    });
    if (!read)
        return read.error();
    const Orphans orphans = orphansAmong(listing->entries, named, *read, transaction.now());
    QJsonArray failed;
    for (const ObjectStore::Entry &entry : orphans.old) {
        if (auto gone = transaction.removeObject(entry); !gone && gone.error().code != ErrorCode::ObjectMissing)
            failed.append(entry.key);
    }
    QJsonArray unlisted;
    QString why;
    for (const base::Error &error : std::as_const(listing->unreadable)) {
        unlisted.append(error.subject);
        why = why.isEmpty() ? error.arguments.value(0) : why;
    }
    qint64 bytes = 0;
    for (const qint64 size : transaction.removedObjects())
        bytes += size;
    const QJsonObject told{{QStringLiteral("removed"), QJsonArray::fromStringList(transaction.removedObjects().keys())},
                           {QStringLiteral("bytes"), bytes},
                           {QStringLiteral("kept"), orphans.young},
                           {QStringLiteral("foreign"), orphans.foreign},
                           {QStringLiteral("failed"), failed},
                           {QStringLiteral("unlisted"), unlisted},
                           {QStringLiteral("unlisted_why"), why}};
    auto recorded = transaction.record(QStringLiteral("workspace.objects_swept"), {}, {}, {}, told);
    if (!recorded)
        return recorded.error();
    return told;
}

} // namespace gatehouse::operations
