#include "itemmodels/boardorder.h"

#include <numeric>

namespace gatehouse::itemmodels {

namespace {

using domain::ApprovalStatus;
using domain::DossierState;
using domain::PartnerSummary;

// What a person has to look at first comes first.
quint64 urgency(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::PendingReview: return 0;
    case ApprovalStatus::Suspended: return 1;
    case ApprovalStatus::Rejected: return 2;
    case ApprovalStatus::NotSubmitted: return 3;
    case ApprovalStatus::Approved: return 4;
    case ApprovalStatus::NotUsed: break;
    }
    return SortKey::last;
}

quint64 dossierSortKey(const PartnerSummary &row)
{
    constexpr qint64 anyDays = qint64{1} << 32; // makes negative days positive
    const auto key = [](quint64 rank, qint64 within) { return rank << 48 | static_cast<quint64>(within); };
    switch (row.dossier) {
    case DossierState::Expired: return key(0, row.dossierDays + anyDays);
    case DossierState::Missing: return key(1, 0);
    case DossierState::Partial: return key(2, 0);
    case DossierState::Expiring: return key(3, row.dossierDays + anyDays);
    case DossierState::Current:
        return row.changedSinceDecision ? key(4, row.changedSinceDecision->ms) : key(5, row.dossierDays + anyDays);
    case DossierState::NotUsed: break;
    }
    return SortKey::last;
}

quint64 blockersKey(const PartnerSummary &row)
{
    if (row.blockerCount <= 0)
        return SortKey::last;
    const bool now = row.blocker && row.blocker->severity == domain::Severity::Now;
    constexpr quint64 anyCount = 0xffff;
    return (now ? 0 : anyCount + 1) + (anyCount - std::min(static_cast<quint64>(row.blockerCount), anyCount));
}

} // namespace

quint64 BoardOrder::keyOf(const BoardColumns &columns, int slot) const
{
    const auto i = static_cast<size_t>(slot);
    const auto key = [&]() -> quint64 {
        switch (column) {
        case BoardModel::Partner: return columns.names.rank(slot);
        case BoardModel::Stage: return columns.stage[i];
        case BoardModel::Dossier: return dossierSortKey(columns.rows[slot]);
        case BoardModel::Approval: return urgency(static_cast<ApprovalStatus>(columns.approval[i]));
        case BoardModel::Blockers: return blockersKey(columns.rows[slot]);
        case BoardModel::SlaClock: return columns.slaKey[i];
        case BoardModel::Owner: return columns.owner[i] == 0 ? SortKey::last : m_ownerRanks[columns.owner[i]];
        case BoardModel::Updated: return static_cast<quint64>(columns.rows[slot].updatedAt.ms) & SortKey::most;
        }
        return SortKey::last;
    }();
    return direction == Qt::AscendingOrder ? key : SortKey::descending(key);
}

void BoardOrder::rankOwners(const BoardColumns &columns, const QHash<QString, QString> &names)
{
    QStringList shown;
    shown.reserve(columns.owners.size());
    for (const QString &subject : columns.owners)
        shown.append(names.value(subject, subject));
    std::vector<quint32> owners(static_cast<size_t>(shown.size()));
    std::iota(owners.begin(), owners.end(), 0u);
    std::sort(owners.begin(), owners.end(), [&](quint32 a, quint32 b) {
        if (a == 0 || b == 0)
            return b == 0 && a != 0;
        return columns.names.before(shown[a], static_cast<int>(a), shown[b], static_cast<int>(b));
    });
    m_ownerRanks.resize(owners.size());
    for (size_t rank = 0; rank < owners.size(); ++rank)
        m_ownerRanks[owners[rank]] = static_cast<quint32>(rank);
}

void BoardOrder::sortBase(const BoardColumns &columns)
{
    m_base = columns.names.order();
    sortStably(m_base, columns.slaKey);
}

void BoardOrder::sort(const BoardColumns &columns)
{
    if (m_base.size() != static_cast<size_t>(columns.size()))
        sortBase(columns);
    m_keys.resize(m_base.size());
    for (int slot = 0; slot < columns.size(); ++slot)
        m_keys[static_cast<size_t>(slot)] = keyOf(columns, slot);
    m_slots = m_base;
    sortStably(m_slots, m_keys);
}

bool BoardOrder::before(const BoardColumns &columns, quint32 a, quint32 b) const
{
    if (m_keys[a] != m_keys[b])
        return m_keys[a] < m_keys[b];
    if (columns.slaKey[a] != columns.slaKey[b])
        return columns.slaKey[a] < columns.slaKey[b];
    return columns.names.rank(static_cast<int>(a)) < columns.names.rank(static_cast<int>(b));
}

void BoardOrder::update(const BoardColumns &columns, int slot)
{
    m_base.clear();
    const auto self = static_cast<quint32>(slot);
    if (m_keys.size() == self)
        m_keys.push_back(0);
    else
        m_slots.erase(std::find(m_slots.begin(), m_slots.end(), self));
    if (column == BoardModel::Partner || column == BoardModel::Owner) {
        // A name or an owner that comes or goes shifts the ranks of those behind it, though not their order.
        for (int other = 0; other < columns.size(); ++other)
            m_keys[static_cast<size_t>(other)] = keyOf(columns, other);
    }
    m_keys[self] = keyOf(columns, slot);
    const auto place = std::lower_bound(m_slots.begin(), m_slots.end(), self,
                                        [&](quint32 a, quint32 b) { return before(columns, a, b); });
    m_slots.insert(place, self);
}

} // namespace gatehouse::itemmodels
