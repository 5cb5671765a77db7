#pragma once

#include "base/clock.h"
#include "itemmodels/boardmodel.h"
#include "ui/delegates/boardpresenter.h"
#include "ui/pages/clockcell.h"

#include <QCache>

#include <array>

namespace gatehouse::ui {

// The board's cells in words and shapes. Made once per partner and kept, since a view asks for every visible cell on
// every repaint; the model tells which partners changed, the page when time has passed.
class BoardCells final : public QObject, public BoardPresenter
{
    Q_OBJECT

public:
    BoardCells(const itemmodels::BoardModel &model, const domain::PlaybookSource &playbooks, const base::Clock &clock,
               QObject *parent = nullptr);

    CellPresentation present(const QModelIndex &index) const override;
    // For the model: sentences of tooltips and screen readers, words of the columns.
    QVariant words(const QModelIndex &index, int role) const;
    // Everything that a clock or a date says has to be said anew.
    void forget();
    const domain::BusinessCalendar &calendarOf(const QString &playbookId, int version) const
    {
        return m_calendars.of(playbookId, version);
    }

private:
    using Row = std::array<CellPresentation, itemmodels::BoardModel::columns>;
    const Row &rowOf(const domain::PartnerSummary &summary) const;
    Row makeRow(const domain::PartnerSummary &summary) const;
    CellPresentation groupCell(const itemmodels::BoardModel::Group &group) const;
    QString sentence(const domain::PartnerSummary &summary) const;
    QString toolTip(const domain::PartnerSummary &summary, int column) const;
    void forgetRows(const QModelIndex &first, const QModelIndex &last);

    const itemmodels::BoardModel &m_model;
    PlaybookCalendars m_calendars;
    const base::Clock &m_clock;
    mutable QCache<QString, Row> m_rows;
};

} // namespace gatehouse::ui
