#pragma once

#include "base/clock.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace gatehouse::ui {

// Which pages somebody saw, and for how long documents were looked at. A page counts once it was seen for 700 ms
// without a break; time counts while setWatched(true). GUI thread.
class ViewingRecord final : public QObject
{
    Q_OBJECT

public:
    // The clock must outlive the record.
    explicit ViewingRecord(const base::Clock &clock, QObject *parent = nullptr);

    // What can be seen now; no document or page -1: nothing.
    void setShown(const QString &document, int page);
    void setWatched(bool watched);
    QSet<int> pages(const QString &document) const { return m_seen.value(document); }
    qint64 timeSpentMs() const;
    // Forgets all documents but these.
    void keepOnly(const QStringList &documents);
    // Everything begins anew; what is shown now is no longer.
    void clear();

Q_SIGNALS:
    void pageSeen(const QString &document, int page);

private:
    const base::Clock &m_clock;
    QHash<QString, QSet<int>> m_seen;
    QTimer m_timer;
    QString m_document;
    int m_page = -1;
    std::optional<base::Instant> m_watchedSince;
    qint64 m_spentMs = 0;
};

} // namespace gatehouse::ui
