#include "ui/pages/dossiercomparison.h"

#include "base/whendone.h"

#include <algorithm>

namespace gatehouse::ui {

using operations::PageComparison;
using operations::ViewedDocument;

DossierComparison::DossierComparison(operations::DocumentDesk *desk, QObject *parent)
    : QObject(parent), m_desk(desk) { }

DossierComparison::~DossierComparison() = default;

void DossierComparison::setDesk(operations::DocumentDesk *desk)
{
    m_pairs.clear();
    m_begun.clear();
    m_failed.clear();
    m_changes.clear();
    m_pagesBefore.clear();
    m_forms.clear();
    m_desk = desk;
}

void DossierComparison::compare(const QString &partner, const QList<domain::NewDocument> &documents)
{
    const auto wanted = [&documents](const QString &id) {
        return std::any_of(documents.begin(), documents.end(),
                           [&id](const domain::NewDocument &one) { return one.now.id == id; });
    };
    std::erase_if(m_pairs, [&](const std::unique_ptr<Pair> &pair) { return !wanted(pair->document); });
    for (QSet<QString> *set : {&m_begun, &m_failed})
        set->removeIf([&](const QString &known) { return !wanted(known); });
    m_changes.removeIf([&](auto known) { return !wanted(known.key()); });
    if (partner != m_partner) {
        m_pagesBefore.clear();
        m_forms.clear();
    }
    m_partner = partner;
    for (const domain::NewDocument &document : documents) {
        if (!m_desk || !document.before || m_begun.contains(document.now.id))
            continue;
        m_begun.insert(document.now.id);
        open(partner, document);
    }
}

void DossierComparison::forgetFailure(const QString &document)
{
    if (m_failed.remove(document))
        m_begun.remove(document);
}

void DossierComparison::forgetFailures()
{
    m_begun -= m_failed;
    m_failed.clear();
}

void DossierComparison::open(const QString &partner, const domain::NewDocument &document)
{
    auto pair = std::make_unique<Pair>();
    pair->document = document.now.id;
    pair->before = document.before->id;
    m_pairs.push_back(std::move(pair));
    const auto take = [this, partner](const QString &wanted, const QString &of, auto place) {
        base::whenDone(m_desk->open(partner, wanted), this,
                       [this, of, place](const base::Result<std::shared_ptr<ViewedDocument>> &shown) {
                           Pair *pair = pairOf(of);
                           if (!pair)
                               return;
                           if (!shown)
                               return fail(of);
                           (*pair).*place = *shown;
                           opened(of);
                       });
    };
    take(document.now.id, document.now.id, &Pair::now);
    take(document.before->id, document.now.id, &Pair::then);
}

void DossierComparison::opened(const QString &document)
{
    Pair *pair = pairOf(document);
    if (!pair->now || !pair->then || pair->comparison)
        return;
    m_pagesBefore.insert(pair->before, pair->then->pageCount());
    if (pair->then->mayHaveForm() || pair->now->mayHaveForm())
        m_forms.insert(document);
    pair->comparison = std::make_unique<PageComparison>(pair->then, pair->now);
    PageComparison *comparison = pair->comparison.get();
    // Queued: the comparison goes with its pair, and must not go while it speaks.
    connect(
        comparison, &PageComparison::compared, this,
        [this, document](const QList<domain::PageChange> &changes) {
            m_changes.insert(document, changes);
            Q_EMIT found(document);
            end(document);
        },
        Qt::QueuedConnection);
    connect(
        comparison, &PageComparison::failed, this, [this, document] { fail(document); }, Qt::QueuedConnection);
    comparison->start();
}

void DossierComparison::end(const QString &document)
{
    std::erase_if(m_pairs, [&document](const std::unique_ptr<Pair> &pair) { return pair->document == document; });
    if (m_pairs.empty() && !m_changes.isEmpty())
        Q_EMIT finished();
}

void DossierComparison::fail(const QString &document)
{
    m_failed.insert(document);
    end(document);
    Q_EMIT failed(document);
}

DossierComparison::Pair *DossierComparison::pairOf(const QString &document)
{
    const auto found = std::find_if(m_pairs.begin(), m_pairs.end(),
                                    [&document](const auto &pair) { return pair->document == document; });
    return found == m_pairs.end() ? nullptr : found->get();
}

std::optional<QList<domain::PageChange>> DossierComparison::changesOf(const QString &document) const
{
    const auto known = m_changes.constFind(document);
    return known == m_changes.constEnd() ? std::nullopt : std::optional(*known);
}

} // namespace gatehouse::ui
