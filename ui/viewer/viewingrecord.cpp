#include "ui/viewer/viewingrecord.h"

#include <algorithm>
#include <utility>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds seenAfter(700);
constexpr qsizetype mostReviews = 64;

} // namespace

ViewingRecord::ViewingRecord(const base::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setObjectName(QStringLiteral("seenTimer"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(seenAfter);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_reviews.first().seen[m_document] += m_page;
        Q_EMIT pageSeen(m_document, m_page);
    });
}

void ViewingRecord::setDossier(const QString &partner, const QHash<QString, QString> &hashes)
{
    const bool watched = m_watchedSince.has_value();
    setWatched(false); // the time until now is that of the one before
    const bool another = partner != m_reviews.constFirst().partner;
    const auto known = std::find_if(m_reviews.constBegin(), m_reviews.constEnd(),
                                    [&partner](const Review &review) { return review.partner == partner; });
    Review review = known == m_reviews.constEnd() ? Review{partner, hashes, {}, 0}
                                                  : m_reviews.takeAt(known - m_reviews.constBegin());
    const auto sameBytes = [&](const QString &document) {
        return hashes.value(document) == review.hashes.value(document);
    };
    if (another || !sameBytes(m_document))
        setShown({}, -1);
    review.seen.removeIf([&](const auto &seen) { return !sameBytes(seen.key()); });
    if (review.hashes != hashes)
        review.spentMs = 0;
    review.hashes = hashes;
    m_reviews.prepend(std::move(review));
    if (m_reviews.size() > mostReviews)
        m_reviews.removeLast();
    setWatched(watched);
}

void ViewingRecord::setShown(const QString &document, int page)
{
    const bool same = document == m_document && page == m_page;
    if (same && (m_timer.isActive() || page < 0))
        return;
    m_timer.stop();
    m_document = document;
    m_page = page;
    if (page >= 0 && !document.isEmpty() && !pages(document).contains(page))
        m_timer.start();
}

void ViewingRecord::setWatched(bool watched)
{
    if (watched == m_watchedSince.has_value())
        return;
    m_reviews.first().spentMs = timeSpentMs();
    m_watchedSince = watched ? std::optional(m_clock.now()) : std::nullopt;
}

qint64 ViewingRecord::timeSpentMs() const
{
    // A clock that was set back takes no time away.
    return m_reviews.constFirst().spentMs
           + (m_watchedSince ? qMax<qint64>(0, m_clock.now().ms - m_watchedSince->ms) : 0);
}

} // namespace gatehouse::ui
