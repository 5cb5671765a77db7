#pragma once

#include "domain/reviewqueue.h"
#include "itemmodels/snapshotmodel.h"

#include <QSet>

#include <functional>

namespace gatehouse::itemmodels {

// A row of the queue as it is kept: a partner, or the header of its group.
struct QueueRow
{
    QString key; // partner id; of a header the group's name after a "#"
    domain::QueueGroup group = domain::QueueGroup::None;
    bool header = false;
    int count = 0; // headers: partners in the group that pass the filter, folded or not
    bool folded = false;
    domain::PartnerSummary partner; // not of headers

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

// The queue of those who decide, as a flat list: groups in the order of their urgency, each under a header row that
// folds it (domain::queueGroup(), domain::isBefore()). Keeps only partners that stand in the queue. Changes come as
// moves, insertions and removals of rows, so selection survives them. GUI thread only.
class ReviewQueueModel final : public SnapshotModel<QueueRow>
{
    Q_OBJECT

public:
    enum class RowKind { Partner, Group };
    Q_ENUM(RowKind)
    enum class Folding { Open, Folded };

    enum Role {
        RowKindRole = Qt::UserRole + 1, // RowKind
        QueueGroupRole,                 // domain::QueueGroup, of headers too
        PartnerIdRole,                  // QString; empty in headers
        QueueReasonRole,                // domain::QueueReason
        SummaryRole,                    // domain::PartnerSummary
        CountRole,                      // int, in headers
        FoldedRole,                     // bool, in headers
    };

    explicit ReviewQueueModel(QObject *parent = nullptr);

    // All partners there are; those outside the queue are passed over.
    void setRows(const QList<domain::PartnerSummary> &rows);
    // Partners that were added or changed, whole.
    void applyChanges(const QList<domain::PartnerSummary> &rows);
    // Time has passed: groups may be others now.
    void tick();
    // What time it is, and where the reader's days begin. Without it every clock stands at its epoch.
    void setClock(std::function<domain::Instant()> now, const QTimeZone &zone = QTimeZone::systemTimeZone());
    // Subject -> display name of operators, for the filter.
    void setNames(const QHash<QString, QString> &names);
    // Whom "mine" means.
    void setSelf(const QString &subject);

    // Words that all have to stand in the partner's name, legal name or assignee; "mine": assigned or escalated to
    // oneself; "unassigned".
    void setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    // Of the group of a header row; remembered while the model lives.
    void setFolded(const QModelIndex &header, Folding folding);

    // Whatever is filtered: partners that wait for us (overdue, due today or later), and those of them overdue.
    int waitingCount() const;
    int overdueCount() const;
    // Those decided within the last days, newest first.
    QList<domain::PartnerSummary> decided() const;

    // The partner of a row; empty for a header.
    QString partnerAt(int row) const;
    // -1 when it isn't shown.
    int rowOfPartner(const QString &id) const;
    // Also of partners that are filtered away or folded; nothing when it isn't in the queue. Valid until the model
    // changes.
    const domain::PartnerSummary *partner(const QString &id) const;
    domain::QueueGroup groupOf(const QString &id) const;

    // Of those shown: the partner so many steps from this one (1: next, -1: previous); of one that is not shown, the
    // first or last. Empty where there is none.
    QString neighbour(const QString &id, int step) const;
    // Of those that wait for us, filtered or not: the one that is most urgent, without `id`. Empty where there is none.
    QString nextWaiting(const QString &id) const;
    // The same of those that nobody was given.
    QString nextUnassigned(const QString &id) const;

    // Sentences are made by who knows words: asked for Qt::AccessibleTextRole and Qt::ToolTipRole.
    using Words = std::function<QVariant(const QModelIndex &index, int role)>;
    void setWords(Words words);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // Any of the counts, or the order, may have changed.
    void countsChanged();

private:
    bool keep(const domain::PartnerSummary &row);
    bool passes(const domain::PartnerSummary &row) const;
    void arrange();
    template <class Wanted>
    QString firstWaiting(const QString &id, Wanted wanted) const;

    std::function<domain::Instant()> m_now;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QHash<QString, domain::PartnerSummary> m_partners; // in the queue, by id
    QStringList m_order;                               // all of them, as they stand in the queue
    QHash<QString, QString> m_names;
    QString m_self;
    QString m_filter;
    QList<QByteArray> m_wanted; // folded words of the filter
    QSet<domain::QueueGroup> m_folded;
    Words m_words;
};

} // namespace gatehouse::itemmodels
