#pragma once

#include "ui/delegates/boardpresenter.h"
#include "ui/delegates/boardtable.h"

namespace gatehouse::ui {

// One row of a small table, ready to paint.
struct CellRow
{
    QString key;                   // what the row is about; selection follows it
    QList<CellPresentation> cells; // one per column
    QString toolTip;

    friend bool operator==(const CellRow &, const CellRow &) = default;
};

// A table of a few dozen rows whose cells are made anew with every load. Large or live lists have models of their own.
class CellTable final : public BoardTable
{
    Q_OBJECT

public:
    explicit CellTable(const QStringList &headers, QWidget *parent = nullptr);

    void setRows(const QList<CellRow> &rows);
    QString keyAt(const QModelIndex &index) const;
    // As high as all rows together: the page around it scrolls, not the table.
    enum class Height { Free, AllRows };
    void setHeight(Height height);
    // The column that takes what is left.
    void setStretch(int column);

private:
    class Cells;
    Cells *m_cells;
    Height m_height = Height::Free;
};

CellPresentation textCell(const QString &text, Emphasis emphasis = Emphasis::Quiet);
CellPresentation strongCell(const QString &text, const QString &suffix = {});
struct Mark;
CellPresentation statusCell(const Mark &mark, const QString &text);

} // namespace gatehouse::ui

Q_DECLARE_METATYPE(gatehouse::ui::CellPresentation)
