#include "ui/viewer/viewingrecord.h"

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds seenAfter(700);

} // namespace

ViewingRecord::ViewingRecord(const base::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setObjectName(QStringLiteral("seenTimer"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(seenAfter);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_seen[m_document] += m_page;
        Q_EMIT pageSeen(m_document, m_page);
    });
}

void ViewingRecord::setShown(const QString &document, int page)
{
    const bool same = document == m_document && page == m_page;
    if (same && (m_timer.isActive() || page < 0))
        return;
    m_timer.stop();
    m_document = document;
    m_page = page;
    if (page >= 0 && !document.isEmpty() && !m_seen.value(document).contains(page))
        m_timer.start();
}

void ViewingRecord::setWatched(bool watched)
{
    if (watched == m_watchedSince.has_value())
        return;
    m_spentMs = timeSpentMs();
    m_watchedSince = watched ? std::optional(m_clock.now()) : std::nullopt;
}

qint64 ViewingRecord::timeSpentMs() const
{
    // A clock that was set back takes no time away.
    return m_spentMs + (m_watchedSince ? qMax<qint64>(0, m_clock.now().ms - m_watchedSince->ms) : 0);
}

void ViewingRecord::keepOnly(const QStringList &documents)
{
    m_seen.removeIf([&documents](const auto &entry) { return !documents.contains(entry.key()); });
    if (!documents.contains(m_document))
        setShown({}, -1);
}

void ViewingRecord::clear()
{
    setShown({}, -1);
    m_seen.clear();
    m_spentMs = 0;
    if (m_watchedSince)
        m_watchedSince = m_clock.now();
}

} // namespace gatehouse::ui
