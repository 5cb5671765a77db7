#include "itemmodels/reviewqueuemodel.h"

#include "itemmodels/searchtext.h"

#include <QSet>

#include <algorithm>

namespace gatehouse::itemmodels {

using domain::PartnerSummary;
using domain::QueueGroup;

namespace {

bool waitsForUs(QueueGroup group)
{
    return group == QueueGroup::Overdue || group == QueueGroup::DueToday || group == QueueGroup::Later;
}

} // namespace

ReviewQueueModel::ReviewQueueModel(QObject *parent)
    : SnapshotModel<QueueRow>(parent), m_now([] { return domain::Instant(); })
{ }

void ReviewQueueModel::setRows(const QList<PartnerSummary> &rows)
{
    m_partners.clear();
    for (const PartnerSummary &row : rows)
        keep(row);
    arrange();
}

void ReviewQueueModel::applyChanges(const QList<PartnerSummary> &rows)
{
    bool any = false;
    for (const PartnerSummary &row : rows)
        any = keep(row) || any;
    if (any)
        arrange();
}

// Whether the queue is another one now.
bool ReviewQueueModel::keep(const PartnerSummary &row)
{
    if (domain::queueGroup(row, m_now(), m_zone) == QueueGroup::None)
        return m_partners.remove(row.id) > 0;
    PartnerSummary &kept = m_partners[row.id];
    if (kept == row)
        return false;
    kept = row;
    return true;
}

void ReviewQueueModel::tick()
{
    const domain::Instant now = m_now();
    m_partners.removeIf([&](auto row) { return domain::queueGroup(*row, now, m_zone) == QueueGroup::None; });
    arrange();
}

void ReviewQueueModel::setClock(std::function<domain::Instant()> now, const QTimeZone &zone)
{
    m_now = std::move(now);
    m_zone = zone;
    tick();
}

void ReviewQueueModel::setNames(const QHash<QString, QString> &names)
{
    m_names = names;
    arrange();
}

void ReviewQueueModel::setSelf(const QString &subject)
{
    m_self = subject;
    arrange();
}

void ReviewQueueModel::setFilter(const QString &text)
{
    m_filter = text;
    m_wanted.clear();
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        // What is nothing but marks searches for nothing.
        if (const QByteArray one = folded(word); !one.isEmpty())
            m_wanted.append(one);
    }
    arrange();
}

bool ReviewQueueModel::passes(const PartnerSummary &row) const
{
    if (m_wanted.isEmpty())
        return true;
    const QByteArray text =
        folded(row.name) + '\n' + folded(row.legalName) + '\n' + folded(m_names.value(row.assignee, row.assignee));
    return std::all_of(m_wanted.cbegin(), m_wanted.cend(), [&](const QByteArray &word) {
        if (word == "mine")
            return !m_self.isEmpty() && (row.assignee == m_self || row.escalatedTo == m_self);
        if (word == "unassigned")
            return domain::isUnassigned(row);
        return text.contains(word);
    });
}

// Brings the rows into order and tells views what became of each.
void ReviewQueueModel::arrange()
{
    const domain::Instant now = m_now();
    m_order = m_partners.keys();
    std::sort(m_order.begin(), m_order.end(), [&](const QString &a, const QString &b) {
        return domain::isBefore(*m_partners.constFind(a), *m_partners.constFind(b), now, m_zone);
    });
    QList<QueueRow> rows;
    qsizetype header = -1;
    for (const QString &id : std::as_const(m_order)) {
        const PartnerSummary &partner = *m_partners.constFind(id);
        if (!passes(partner))
            continue;
        const QueueGroup group = domain::queueGroup(partner, now, m_zone);
        if (header < 0 || rows.at(header).group != group) {
            header = rows.size();
            rows.append(
                QueueRow{u'#' + QString(domain::queueGroupName(group)), group, true, 0, m_folded.contains(group), {}});
        }
        ++rows[header].count;
        if (!rows.at(header).folded)
            rows.append(QueueRow{id, group, false, 0, false, partner});
    }
    SnapshotModel<QueueRow>::setRows(rows);
    Q_EMIT countsChanged();
}

void ReviewQueueModel::setFolded(const QModelIndex &header, Folding folding)
{
    if (!checkIndex(header, CheckIndexOption::IndexIsValid) || !rows().at(header.row()).header)
        return;
    const QueueGroup group = rows().at(header.row()).group;
    if (folding == Folding::Folded)
        m_folded.insert(group);
    else
        m_folded.remove(group);
    arrange();
}

int ReviewQueueModel::waitingCount() const
{
    const domain::Instant now = m_now();
    return static_cast<int>(std::count_if(m_partners.cbegin(), m_partners.cend(), [&](const PartnerSummary &row) {
        return waitsForUs(domain::queueGroup(row, now, m_zone));
    }));
}

int ReviewQueueModel::overdueCount() const
{
    const domain::Instant now = m_now();
    return static_cast<int>(std::count_if(m_partners.cbegin(), m_partners.cend(), [&](const PartnerSummary &row) {
        return domain::queueGroup(row, now, m_zone) == QueueGroup::Overdue;
    }));
}

QList<PartnerSummary> ReviewQueueModel::decided() const
{
    QList<PartnerSummary> rows;
    for (const QString &id : m_order) {
        if (const PartnerSummary &row = *m_partners.constFind(id); row.queue == domain::QueueReason::None)
            rows.append(row);
    }
    return rows;
}

QString ReviewQueueModel::partnerAt(int row) const
{
    return row < 0 || row >= rows().size() ? QString() : rows().at(row).partner.id;
}

int ReviewQueueModel::rowOfPartner(const QString &id) const
{
    for (qsizetype row = 0; row < rows().size(); ++row) {
        if (!rows().at(row).header && rows().at(row).key == id)
            return static_cast<int>(row);
    }
    return -1;
}

const PartnerSummary *ReviewQueueModel::partner(const QString &id) const
{
    const auto found = m_partners.constFind(id);
    return found == m_partners.constEnd() ? nullptr : &*found;
}

QueueGroup ReviewQueueModel::groupOf(const QString &id) const
{
    const PartnerSummary *found = partner(id);
    return found ? domain::queueGroup(*found, m_now(), m_zone) : QueueGroup::None;
}

QString ReviewQueueModel::neighbour(const QString &id, int step) const
{
    const int count = rowCount();
    int row = rowOfPartner(id);
    if (row < 0)
        row = step > 0 ? -1 : count;
    for (row += step; row >= 0 && row < count; row += step) {
        if (!rows().at(row).header)
            return rows().at(row).key;
    }
    return {};
}

template <class Wanted>
QString ReviewQueueModel::firstWaiting(const QString &id, Wanted wanted) const
{
    for (const QString &each : m_order) {
        const PartnerSummary &row = *m_partners.constFind(each);
        if (each != id && waitsForUs(domain::queueGroup(row, m_now(), m_zone)) && wanted(row))
            return each;
    }
    return {};
}

QString ReviewQueueModel::nextWaiting(const QString &id) const
{
    return firstWaiting(id, [](const PartnerSummary &) { return true; });
}

QString ReviewQueueModel::nextUnassigned(const QString &id) const
{
    return firstWaiting(id, domain::isUnassigned);
}

void ReviewQueueModel::setWords(Words words)
{
    m_words = std::move(words);
}

int ReviewQueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant ReviewQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow &row = rows().at(index.row());
    switch (role) {
    case RowKindRole: return QVariant::fromValue(row.header ? RowKind::Group : RowKind::Partner);
    case QueueGroupRole: return QVariant::fromValue(row.group);
    case CountRole: return row.header ? row.count : QVariant();
    case FoldedRole: return row.header ? row.folded : QVariant();
    case PartnerIdRole: return row.partner.id;
    case QueueReasonRole: return row.header ? QVariant() : QVariant::fromValue(row.partner.queue);
    case SummaryRole: return row.header ? QVariant() : QVariant::fromValue(row.partner);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return m_words ? m_words(index, role) : QVariant();
    case Qt::DisplayRole: return row.header ? QVariant() : row.partner.name;
    default: return {};
    }
}

Qt::ItemFlags ReviewQueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return rows().at(index.row()).header ? always : always | Qt::ItemIsSelectable;
}

} // namespace gatehouse::itemmodels
