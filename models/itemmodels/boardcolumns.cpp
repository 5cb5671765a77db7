#include "itemmodels/boardcolumns.h"

namespace gatehouse::itemmodels {

using domain::DossierState;
using domain::PartnerSummary;
using domain::SlaState;

namespace {

quint8 bitOf(BoardModel::View view)
{
    return static_cast<quint8>(1u << static_cast<unsigned>(view));
}

quint8 viewsOf(const PartnerSummary &row)
{
    using View = BoardModel::View;
    const bool changed = row.changedSinceDecision.has_value();
    unsigned views = bitOf(View::All);
    if (row.approval == domain::ApprovalStatus::PendingReview
        || (row.approval == domain::ApprovalStatus::Approved && changed))
        views |= bitOf(View::AwaitingReview);
    if (row.sla == SlaState::AtRisk || row.sla == SlaState::Breached)
        views |= bitOf(View::SlaAtRisk);
    if (row.blockerCount > 0)
        views |= bitOf(View::Blocked);
    if (row.dossier == DossierState::Expiring || row.dossier == DossierState::Expired)
        views |= bitOf(View::DossiersExpiring);
    return static_cast<quint8>(views);
}

bool runs(SlaState state)
{
    return state == SlaState::Running || state == SlaState::AtRisk || state == SlaState::Breached;
}

} // namespace

BoardColumns::BoardColumns(const QLocale &locale) : names(locale), owners{QString()}
{
    m_ownerIndex.insert(QString(), 0);
}

BoardColumns BoardColumns::make(QList<PartnerSummary> rows, const QLocale &locale)
{
    BoardColumns columns(locale);
    const int size = static_cast<int>(rows.size());
    columns.rows = std::move(rows);
    columns.resize(size);
    columns.text.reserve(size, 72);
    columns.m_slots.assign(size, [&columns](int slot) { return std::as_const(columns.rows)[slot].id; });
    std::vector<const QString *> names;
    names.reserve(static_cast<size_t>(size));
    for (int slot = 0; slot < size; ++slot) {
        const PartnerSummary &row = std::as_const(columns.rows)[slot];
        columns.text.append(row.name, row.legalName, row.slug);
        columns.derive(slot);
        columns.countIn(slot, 1);
        names.push_back(&row.name);
    }
    columns.names.assign(names);
    return columns;
}

void BoardColumns::resize(int size)
{
    const auto count = static_cast<size_t>(size);
    for (auto *column : {&stage, &move, &approval, &dossier, &inViews})
        column->resize(count);
    slaLeft.resize(count);
    slaRead.resize(count);
    slaKey.resize(count);
    owner.resize(count);
}

void BoardColumns::derive(int slot)
{
    const PartnerSummary &row = std::as_const(rows)[slot];
    const auto i = static_cast<size_t>(slot);
    stage[i] = static_cast<quint8>(row.stage);
    move[i] = static_cast<quint8>(row.move);
    approval[i] = static_cast<quint8>(row.approval);
    dossier[i] = static_cast<quint8>(1u << static_cast<unsigned>(row.dossier))
                 | (row.changedSinceDecision ? changedBit : quint8{0});
    inViews[i] = viewsOf(row);
    slaLeft[i] = runs(row.sla) ? row.slaTargetMs - row.slaUsedMs : noClock;
    slaRead[i] = runs(row.sla) ? readingIndex(row) : 0;
    owner[i] = ownerIndex(row.owner);
    if (runs(row.sla))
        slaKey[i] = static_cast<quint64>(row.slaDeadline.ms) & SortKey::most;
    else if (row.sla == SlaState::Paused)
        slaKey[i] =
            SortKey::last | (static_cast<quint64>(row.slaPausedSince.value_or(domain::Instant{}).ms) & SortKey::most);
    else
        slaKey[i] = SortKey::last | SortKey::most;
}

int BoardColumns::slotOf(const QString &id) const
{
    return m_slots.find(id, [this](int slot) { return rows[slot].id; });
}

void BoardColumns::countIn(int slot, int by)
{
    const auto i = static_cast<size_t>(slot);
    moveCounts[move[i]] += by;
    for (size_t view = 0; view < views; ++view)
        viewCounts[view] += (inViews[i] >> view) & 1 ? by : 0;
}

quint32 BoardColumns::ownerIndex(const QString &subject)
{
    const auto known = m_ownerIndex.constFind(subject);
    if (known != m_ownerIndex.cend())
        return *known;
    const auto index = static_cast<quint32>(owners.size());
    owners.append(subject);
    m_ownerIndex.insert(subject, index);
    return index;
}

quint32 BoardColumns::readingIndex(const PartnerSummary &row)
{
    const auto next = static_cast<quint32>(readings.size());
    const auto found = m_readingIndex.constFind({{row.playbookId, row.playbookVersion}, row.slaReadAt.ms});
    if (found != m_readingIndex.cend())
        return *found;
    readings.append({row.playbookId, row.playbookVersion, row.slaReadAt});
    m_readingIndex.insert({{row.playbookId, row.playbookVersion}, row.slaReadAt.ms}, next);
    return next;
}

void BoardColumns::replace(int slot, const PartnerSummary &row)
{
    const PartnerSummary old = std::exchange(rows[slot], row);
    countIn(slot, -1);
    derive(slot);
    countIn(slot, 1);
    if (old.name != row.name || old.legalName != row.legalName || old.slug != row.slug)
        text.replace(slot, row.name, row.legalName, row.slug);
    if (old.name != row.name)
        names.rename(slot, row.name, [this](int other) { return std::as_const(rows)[other].name; });
}

int BoardColumns::add(const PartnerSummary &row)
{
    const int slot = size();
    rows.append(row);
    resize(slot + 1);
    derive(slot);
    countIn(slot, 1);
    m_slots.add([this](int other) { return std::as_const(rows)[other].id; });
    text.append(row.name, row.legalName, row.slug);
    names.insert(slot, row.name, [this](int other) { return std::as_const(rows)[other].name; });
    return slot;
}

} // namespace gatehouse::itemmodels
