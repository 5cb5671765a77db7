#pragma once

#include "itemmodels/printedmodel.h"

#include <QObject>

namespace gatehouse::test {

// Keeps a copy of a board by its signals alone, as a view does, and writes down what was signalled: "insert 3",
// "remove 2", "move 1 4" (row, destination as in beginMoveRows), "changed 0", "layout", "reset"; runs as "insert 3-5".
// rows() differs from the model when a signal was wrong or missing.
class ModelMirror
{
public:
    explicit ModelMirror(const itemmodels::BoardModel &model) : m_model(model), m_rows(printedRows(model))
    {
        using Model = QAbstractItemModel;
        const auto on = [&](auto signal, auto slot) { QObject::connect(&model, signal, &m_context, slot); };
        on(&Model::rowsInserted, [this](const QModelIndex &, int first, int last) {
            note(QStringLiteral("insert"), first, last);
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, printedRow(m_model, row));
        });
        on(&Model::rowsRemoved, [this](const QModelIndex &, int first, int last) {
            note(QStringLiteral("remove"), first, last);
            m_rows.remove(first, last - first + 1);
        });
        on(&Model::rowsMoved, [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
            m_signalled.append(QStringLiteral("move %1 %2").arg(first).arg(to));
            m_rows.move(first, to > first ? to - 1 : to);
        });
        on(&Model::dataChanged, [this](const QModelIndex &from, const QModelIndex &to) {
            note(QStringLiteral("changed"), from.row(), to.row());
            for (int row = from.row(); row <= to.row(); ++row)
                m_rows[row] = printedRow(m_model, row);
        });
        on(&Model::layoutChanged, [this] { all(QStringLiteral("layout")); });
        on(&Model::modelReset, [this] { all(QStringLiteral("reset")); });
    }

    QStringList rows() const { return m_rows; }
    QStringList signalled() const { return m_signalled; }

private:
    void note(const QString &what, int first, int last)
    {
        const QString rows = first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
        m_signalled.append(what + u' ' + rows);
    }
    void all(const QString &what)
    {
        m_signalled.append(what);
        m_rows = printedRows(m_model);
    }

    const itemmodels::BoardModel &m_model;
    QStringList m_rows;
    QStringList m_signalled;
    QObject m_context;
};

} // namespace gatehouse::test
