#pragma once

#include "ui/style/typography.h"

#include <QTableView>

namespace gatehouse::ui {

class BoardDelegate;
class BoardPresenter;

/// The table that boards and lists share: fixed row heights by density, whole-row selection and hover, no grid.
/// Group rows are ordinary rows of the model; a click on one, or Enter while it is current, asks for
/// folding. While the current cell is the first one shown, the whole row has the focus; further in, the cell has it.
/// The presenter must outlive the table.
class BoardTable : public QTableView
{
    Q_OBJECT

public:
    explicit BoardTable(const BoardPresenter &presenter, QWidget *parent = nullptr);

    void setDensity(Density density);
    Density density() const;

    /// Column widths come from reference strings in the table's font plus `extra` px for glyphs and bars.
    int widthFor(const QString &reference, int extra) const;
    void setColumnWidthFor(int column, const QString &reference, int extra = 0);

Q_SIGNALS:
    void groupToggled(const QModelIndex &index);
    /// Enter, or a double click, on a row that is no group.
    void opened(const QModelIndex &index);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool isGroup(const QModelIndex &index) const;
    void applyFont();
    void setHoveredRow(int row);
    void updateRow(int row);

    const BoardPresenter &m_presenter;
    BoardDelegate *m_delegate;
    int m_hoveredRow = -1;
};

} // namespace gatehouse::ui
