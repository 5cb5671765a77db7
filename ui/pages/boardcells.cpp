#include "ui/pages/boardcells.h"

#include "ui/pages/celltable.h"
#include "ui/pages/marks.h"
#include "words/datewords.h"
#include "words/namewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

namespace gatehouse::ui {

using domain::PartnerSummary;
using domain::SlaState;
using itemmodels::BoardModel;

namespace {

// A few screens of the largest window.
constexpr int keptRows = 2000;

QString dash()
{
    return QString(QChar(0x2014));
}

} // namespace

BoardCells::BoardCells(const BoardModel &model, const domain::PlaybookSource &playbooks, const base::Clock &clock,
                       QObject *parent)
    : QObject(parent), m_model(model), m_calendars(playbooks), m_clock(clock), m_rows(keptRows)
{
    connect(&model, &BoardModel::dataChanged, this, &BoardCells::forgetRows);
    connect(&model, &BoardModel::modelReset, this, &BoardCells::forget);
    connect(&model, &BoardModel::loaded, this, &BoardCells::forget);
    // A row that leaves may come back changed.
    connect(&model, &BoardModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        forgetRows(m_model.index(first, 0), m_model.index(last, 0));
    });
    connect(&model, &BoardModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        forgetRows(m_model.index(first, 0), m_model.index(last, 0));
    });
}

void BoardCells::forget()
{
    m_rows.clear();
}

void BoardCells::forgetRows(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row) {
        if (const PartnerSummary *summary = m_model.partnerAt(m_model.index(row, 0)))
            m_rows.remove(summary->id);
    }
}

CellPresentation BoardCells::present(const QModelIndex &index) const
{
    if (const PartnerSummary *summary = m_model.partnerAt(index))
        return rowOf(*summary)[size_t(index.column())];
    return groupCell(index.data(BoardModel::GroupRole).value<BoardModel::Group>());
}

const BoardCells::Row &BoardCells::rowOf(const PartnerSummary &summary) const
{
    if (const Row *kept = m_rows.object(summary.id))
        return *kept;
    auto *row = new Row(makeRow(summary));
    m_rows.insert(summary.id, row);
    return *row;
}

BoardCells::Row BoardCells::makeRow(const PartnerSummary &summary) const
{
    const base::Instant now = m_clock.now();
    Row row;
    CellPresentation &partner = row[BoardModel::Partner];
    partner.kind = CellKind::Partner;
    partner.text = words::isolate(summary.name);
    partner.suffix = words::isolate(summary.label);

    CellPresentation &stage = row[BoardModel::Stage];
    stage.kind = CellKind::Stage;
    stage.emphasis = Emphasis::Quiet;
    stage.stage = int(summary.stage) + 1;
    stage.text = words::stageWords(summary.stage);

    row[BoardModel::Dossier] = statusCell(dossierMark(summary), words::dossierWords(summary, now));
    row[BoardModel::Approval] = statusCell(markOf(summary.approval), words::approvalWords(summary.approval));

    CellPresentation &blockers = row[BoardModel::Blockers];
    blockers.kind = CellKind::Blockers;
    blockers.count = summary.blocker ? summary.blockerCount : 0;
    blockers.text = summary.blocker ? words::blockerWords(*summary.blocker) : dash();
    blockers.tone = summary.blocker ? markOf(summary.blocker->severity).tone : Tone::Neutral;

    row[BoardModel::SlaClock] = clockCell(summary, m_calendars.of(summary), now);
    row[BoardModel::Owner] =
        textCell(summary.owner.isEmpty() ? dash() : words::isolate(m_model.ownerName(summary.owner)));
    row[BoardModel::Updated] = textCell(words::momentWords(summary.updatedAt, now));
    return row;
}

CellPresentation BoardCells::groupCell(const BoardModel::Group &group) const
{
    CellPresentation cell;
    cell.kind = CellKind::Group;
    cell.fold = group.folding == BoardModel::Folding::Folded ? Fold::Folded : Fold::Open;
    cell.count = group.count;
    switch (group.grouping) {
    case BoardModel::Grouping::NextMove:
        cell.text = words::nextMoveWords(group.move);
        cell.suffix = words::nextMoveExplanation(group.move);
        break;
    case BoardModel::Grouping::Stage: cell.text = words::stageTitle(group.stage); break;
    case BoardModel::Grouping::Owner:
        cell.text = group.owner.isEmpty() ? tr("Without an owner") : words::isolate(group.ownerName);
        break;
    case BoardModel::Grouping::None: break;
    }
    return cell;
}

QVariant BoardCells::words(const QModelIndex &index, int role) const
{
    const PartnerSummary *summary = m_model.partnerAt(index);
    if (!summary) {
        const CellPresentation cell = groupCell(index.data(BoardModel::GroupRole).value<BoardModel::Group>());
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %n partner(s)", "group header", cell.count).arg(cell.text);
        return role == Qt::DisplayRole && index.column() == 0 ? QVariant(cell.text) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return rowOf(*summary)[size_t(index.column())].text;
    case Qt::AccessibleTextRole:
        return index.column() == BoardModel::Partner ? sentence(*summary)
                                                     : rowOf(*summary)[size_t(index.column())].text;
    case Qt::ToolTipRole: return toolTip(*summary, index.column());
    default: return {};
    }
}

QString BoardCells::sentence(const PartnerSummary &summary) const
{
    const Row &row = rowOf(summary);
    QStringList parts = {summary.name};
    const domain::BusinessCalendar &calendar = m_calendars.of(summary);
    if (summary.sla != SlaState::None)
        parts += words::clockSentence(clockFiguresNow(summary, calendar, m_clock.now()), m_clock.now(),
                                      {calendar.workingDayMs()});
    parts += row[BoardModel::Approval].text;
    parts += tr("dossier: %1").arg(row[BoardModel::Dossier].text);
    if (summary.blocker)
        parts += tr("blocker: %1").arg(row[BoardModel::Blockers].text);
    parts += tr("stage: %1").arg(row[BoardModel::Stage].text);
    return parts.join(QStringLiteral(", "));
}

QString BoardCells::toolTip(const PartnerSummary &summary, int column) const
{
    switch (column) {
    case BoardModel::Partner:
        return tr("%1\n%2 · %3", "name, legal name, playbook and region")
            .arg(summary.name, summary.legalName, summary.label);
    case BoardModel::Stage: return words::stageTitle(summary.stage);
    case BoardModel::Blockers: return summary.blocker ? words::blockerSentence(*summary.blocker) : QString();
    case BoardModel::SlaClock:
        return summary.sla == SlaState::Running || summary.sla == SlaState::AtRisk || summary.sla == SlaState::Breached
                   ? tr("Review due %1").arg(words::exactMoment(summary.slaDeadline))
                   : words::clockStateWords(summary.sla);
    case BoardModel::Updated: return words::exactMoment(summary.updatedAt);
    default: return rowOf(summary)[size_t(column)].text;
    }
}

} // namespace gatehouse::ui
