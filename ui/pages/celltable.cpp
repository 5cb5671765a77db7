#include "ui/pages/celltable.h"

#include "itemmodels/snapshotmodel.h"
#include "ui/pages/marks.h"
#include "words/textmarks.h"

#include <QHeaderView>

namespace gatehouse::ui {

namespace {

constexpr int cellRole = Qt::UserRole + 1;
constexpr int keyRole = Qt::UserRole + 2;

class Presenter final : public BoardPresenter
{
public:
    CellPresentation present(const QModelIndex &index) const override
    {
        return index.data(cellRole).value<CellPresentation>();
    }
};

const Presenter &presenter()
{
    static const Presenter only;
    return only;
}

} // namespace

class CellTable::Cells final : public itemmodels::SnapshotModel<CellRow>
{
public:
    Cells(QStringList headers, QObject *parent) : SnapshotModel(parent), m_headers(std::move(headers)) { }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_headers.size());
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headers.value(section))
                                                                        : QVariant();
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const CellRow &row = rows().at(index.row());
        const CellPresentation cell = row.cells.value(index.column());
        switch (role) {
        case cellRole: return QVariant::fromValue(cell);
        case keyRole: return row.key;
        case Qt::DisplayRole: return cell.text;
        case Qt::AccessibleDescriptionRole: return row.toolTip;
        case Qt::ToolTipRole: return row.toolTip.isEmpty() ? words::plain(cell.text) : row.toolTip;
        case Qt::AccessibleTextRole: return index.column() == 0 ? sentence(row) : cell.text;
        default: return {};
        }
    }

private:
    static QString sentence(const CellRow &row)
    {
        QStringList parts;
        for (const CellPresentation &cell : row.cells) {
            if (!cell.text.isEmpty())
                parts += cell.text;
        }
        return parts.join(QStringLiteral(", "));
    }

    QStringList m_headers;
};

CellTable::CellTable(const QStringList &headers, QWidget *parent)
    : BoardTable(presenter(), parent), m_cells(new Cells(headers, this))
{
    setModel(m_cells);
    setSelectionMode(SingleSelection);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setAccessibleName(tr("Columns"));
}

void CellTable::setRows(const QList<CellRow> &rows)
{
    m_cells->setRows(rows);
    // What keys and buttons act on has to be seen.
    if (!currentIndex().isValid() && selectionMode() != NoSelection && !rows.isEmpty())
        setCurrentIndex(m_cells->index(0, 0));
    setHeight(m_height);
}

QString CellTable::keyAt(const QModelIndex &index) const
{
    return index.data(keyRole).toString();
}

void CellTable::setHeight(Height height)
{
    m_height = height;
    if (height == Height::Free)
        return;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(horizontalHeader()->height() + m_cells->rowCount() * verticalHeader()->defaultSectionSize());
}

void CellTable::setStretch(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

CellPresentation textCell(const QString &text, Emphasis emphasis)
{
    CellPresentation cell;
    cell.emphasis = emphasis;
    cell.text = text;
    return cell;
}

CellPresentation strongCell(const QString &text, const QString &suffix)
{
    CellPresentation cell;
    cell.kind = CellKind::Partner;
    cell.text = text;
    cell.suffix = suffix;
    return cell;
}

CellPresentation statusCell(const Mark &mark, const QString &text)
{
    CellPresentation cell;
    cell.kind = CellKind::Status;
    cell.glyph = mark.glyph;
    cell.tone = mark.tone;
    cell.emphasis = mark.emphasis;
    cell.text = text;
    return cell;
}

} // namespace gatehouse::ui
