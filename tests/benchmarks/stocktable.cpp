#include "benchmarks/stocktable.h"

#include <QHeaderView>
#include <QStyleFactory>

namespace gatehouse::bench {

namespace {

class StockCells final : public QAbstractTableModel
{
public:
    StockCells(const QAbstractItemModel &board, int screen, QObject *parent)
        : QAbstractTableModel(parent), m_rows(board.rowCount())
    {
        for (int column = 0; column < board.columnCount(); ++column)
            m_titles.append(board.headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(m_rows, screen); ++row) {
            QStringList words;
            for (int column = 0; column < board.columnCount(); ++column)
                words.append(board.index(row, column).data().toString());
            m_words.append(words);
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return m_words.at(index.row() % m_words.size()).at(index.column());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_titles.at(section)) : QVariant();
    }

private:
    int m_rows;
    QStringList m_titles;
    QList<QStringList> m_words;
};

} // namespace

StockTable::StockTable(const QTableView &board)
{
    constexpr int screen = 64;
    // Qt's own style as well: ours would make it slower to beat.
    m_style.reset(QStyleFactory::create(QStringLiteral("Fusion")));
    for (QWidget *widget : {static_cast<QWidget *>(this), viewport(), static_cast<QWidget *>(horizontalHeader())})
        widget->setStyle(m_style.get());
    setModel(new StockCells(*board.model(), screen, this));
    setFont(board.font());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(board.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setFixedHeight(board.horizontalHeader()->height());
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnWidth(column, board.columnWidth(column));
    horizontalHeader()->setStretchLastSection(true);
    resize(board.size());
}

} // namespace gatehouse::bench
