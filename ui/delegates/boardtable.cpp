#include "ui/delegates/boardtable.h"

#include "ui/delegates/boarddelegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>

namespace gatehouse::ui {

BoardTable::BoardTable(const BoardPresenter &presenter, QWidget *parent)
    : QTableView(parent), m_presenter(presenter), m_delegate(new BoardDelegate(presenter, this))
{
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    applyFont();
}

void BoardTable::setDensity(Density density)
{
    m_delegate->setDensity(density);
    applyFont();
}

Density BoardTable::density() const
{
    return m_delegate->density();
}

int BoardTable::widthFor(const QString &reference, int extra) const
{
    return QFontMetrics(font()).horizontalAdvance(reference) + extra + 2 * BoardDelegate::CellMargin;
}

void BoardTable::setColumnWidthFor(int column, const QString &reference, int extra)
{
    setColumnWidth(column, widthFor(reference, extra));
}

void BoardTable::applyFont()
{
    const QFont wanted = roleFont(TextRole::Table);
    if (font() != wanted)
        setFont(wanted);
    horizontalHeader()->setFont(roleFont(TextRole::Secondary));
    horizontalHeader()->setFixedHeight(controlHeight(27, horizontalHeader()->font()));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(gatehouse::ui::rowHeight(m_delegate->density(), wanted));
}

bool BoardTable::event(QEvent *event)
{
    const bool done = QTableView::event(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
    return done;
}

bool BoardTable::isGroup(const QModelIndex &index) const
{
    return index.isValid() && m_presenter.present(index).kind == CellKind::Group;
}

void BoardTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isGroup(index)) {
        Q_EMIT groupToggled(index);
        event->accept();
        return;
    }
    QTableView::mousePressEvent(event);
}

void BoardTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (isGroup(index)) {
        mousePressEvent(event);
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(index);
}

void BoardTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && index.isValid()) {
        if (isGroup(index))
            Q_EMIT groupToggled(index);
        else
            Q_EMIT opened(index);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool BoardTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHoveredRow(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::HoverLeave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void BoardTable::paintEvent(QPaintEvent *event)
{
    // Asked at every repaint: rows that move in above the current one change its number without telling the view.
    const QModelIndex current = currentIndex();
    const bool wholeRow = hasFocus() && current.isValid() && horizontalHeader()->sectionPosition(current.column()) == 0;
    m_delegate->setFocusedRow(wholeRow ? current.row() : -1);
    QTableView::paintEvent(event);
}

void BoardTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    updateRow(currentIndex().row());
}

void BoardTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentIndex().row());
}

void BoardTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

void BoardTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void BoardTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    updateRow(m_hoveredRow);
    updateRow(row);
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
}

} // namespace gatehouse::ui
