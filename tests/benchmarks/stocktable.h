#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QStyle>
#include <QTableView>

#include <memory>

namespace gatehouse::bench {

// What a board's repaint is measured against: Qt's own table view and delegate over the same words in cells of the same
// size. The words of the first screen repeat from there on, so that the model costs nothing.
class StockTable final : public QTableView
{
public:
    // Takes words, widths, heights and font from `board`, which shows its first screen.
    explicit StockTable(const QTableView &board);

private:
    std::unique_ptr<QStyle> m_style;
};

} // namespace gatehouse::bench
