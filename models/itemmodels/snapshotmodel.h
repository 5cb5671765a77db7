#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QString>

namespace gatehouse::itemmodels {

// Rows that are made anew with every load, and a model that tells views only what became of them: rows are the same by
// their key, so selection and scroll survive a load. For lists of up to a few thousand rows.
//
// A Row is copyable, comparable by == and has a `QString key`; equal keys are told apart by their order.
template <class Row>
class SnapshotModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    const QList<Row> &rows() const { return m_rows; }

    void setRows(const QList<Row> &rows)
    {
        if (!removeWhatIsNotIn(rows))
            return reset(rows);
        for (qsizetype row = 0; row < rows.size(); ++row)
            settle(rows.at(row), row);
    }

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

private:
    void reset(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    // False, and nothing done, when no row stays: the list is about something else.
    bool removeWhatIsNotIn(const QList<Row> &rows)
    {
        QHash<QString, int> wanted;
        for (const Row &row : rows)
            ++wanted[row.key];
        QList<qsizetype> gone;
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            if (wanted.value(m_rows.at(row).key) > 0)
                --wanted[m_rows.at(row).key];
            else
                gone.prepend(row);
        }
        if (gone.size() == m_rows.size())
            return false;
        for (const qsizetype row : gone) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            m_rows.removeAt(row);
            endRemoveRows();
        }
        return true;
    }

    // Brings `wanted` to its row; the rows before it are in their places.
    void settle(const Row &wanted, qsizetype to)
    {
        qsizetype from = to;
        while (from < m_rows.size() && m_rows.at(from).key != wanted.key)
            ++from;
        const int place = static_cast<int>(to);
        if (from == m_rows.size()) {
            beginInsertRows({}, place, place);
            m_rows.insert(to, wanted);
            endInsertRows();
            return;
        }
        if (from != to) {
            beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, place);
            m_rows.move(from, to);
            endMoveRows();
        }
        if (m_rows.at(to) == wanted)
            return;
        m_rows[to] = wanted;
        Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
    }

    QList<Row> m_rows;
};

} // namespace gatehouse::itemmodels
