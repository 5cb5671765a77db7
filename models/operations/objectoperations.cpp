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

// Calls `with` for every filing of every partner.
Result<void> forEachDocument(Transaction &transaction, auto with)
{
    QString after;
    for (;;) {
        auto partners = transaction.unit().partners().page(after, checkedAtOnce);
        if (!partners)
            return partners.error();
        if (partners->isEmpty())
            return {};
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

Result<QList<ObjectStore::Entry>> orphansAmong(Transaction &transaction, const QSet<QString> &named)
{
    auto entries = transaction.unit().objects().list();
    if (!entries)
        return entries;
    entries->removeIf([&](const ObjectStore::Entry &entry) { return named.contains(entry.key); });
    return entries;
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
    Found found;
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
    auto orphans = orphansAmong(transaction, named);
    if (!orphans)
        return orphans.error();
    found.orphans = *std::move(orphans);
    return found;
}

Result<QJsonObject> SweepObjects::execute(Transaction &transaction) const
{
    // What is stored is listed before the rows are read: an object whose row comes in between is never an orphan.
    auto entries = transaction.unit().objects().list();
    if (!entries)
        return entries.error();
    QSet<QString> named;
    auto read = forEachDocument(transaction, [&](const DossierDocument &document) -> Result<void> {
        named.insert(document.objectKey);
        return {};
    });
    if (!read)
        return read.error();
    QJsonArray removed;
    qint64 bytes = 0;
    int kept = 0;
    for (const ObjectStore::Entry &entry : std::as_const(*entries)) {
        if (named.contains(entry.key))
            continue;
        if (transaction.now() - entry.writtenAt < orphanLeastAgeMs) {
            ++kept;
            continue;
        }
        if (auto gone = transaction.unit().objects().remove(entry.key);
            !gone && gone.error().code != ErrorCode::ObjectMissing)
            return gone.error();
        removed.append(entry.key);
        bytes += entry.size;
    }
    const QJsonObject told{
        {QStringLiteral("removed"), removed}, {QStringLiteral("bytes"), bytes}, {QStringLiteral("kept"), kept}};
    auto recorded = transaction.record(QStringLiteral("workspace.objects_swept"), {}, {}, {}, told);
    if (!recorded)
        return recorded.error();
    return told;
}

} // namespace gatehouse::operations
