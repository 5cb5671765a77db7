#pragma once

#include "base/clock.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace gatehouse::ui {

// Which pages of a dossier somebody saw, and for how long it was looked at. A page counts once it was seen for 700 ms
// without a break; time counts while setWatched(true). Of the last 64 partners it is kept while others are looked at.
// GUI thread.
class ViewingRecord final : public QObject
{
    Q_OBJECT

public:
    // The clock must outlive the record.
    explicit ViewingRecord(const base::Clock &clock, QObject *parent = nullptr);

    // Whose documents are looked at from now on: each id with the hash of its bytes. Pages count for those bytes only,
    // and time for exactly this dossier.
    void setDossier(const QString &partner, const QHash<QString, QString> &hashes);
    // What can be seen now; no document or page -1: nothing.
    void setShown(const QString &document, int page);
    void setWatched(bool watched);
    QSet<int> pages(const QString &document) const { return m_reviews.constFirst().seen.value(document); }
    qint64 timeSpentMs() const;

Q_SIGNALS:
    void pageSeen(const QString &document, int page);

private:
    struct Review
    {
        QString partner;
        QHash<QString, QString> hashes;
        QHash<QString, QSet<int>> seen; // of each document
        qint64 spentMs = 0;
    };

    const base::Clock &m_clock;
    QList<Review> m_reviews{Review()}; // the current one first
    QTimer m_timer;
    QString m_document;
    int m_page = -1;
    std::optional<base::Instant> m_watchedSince;
};

} // namespace gatehouse::ui
