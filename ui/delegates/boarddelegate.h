#pragma once

#include "ui/delegates/boardpresenter.h"
#include "ui/style/typography.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include <memory>

namespace gatehouse::ui {

class TextCache;

/// Paints the cells of boards and lists: background, selection bar, hover, glyphs, chips, words, group headers.
/// The presenter must outlive the delegate. Works in QTableView, QTreeView and QListView.
class BoardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit BoardDelegate(const BoardPresenter &presenter, QObject *parent = nullptr);
    ~BoardDelegate() override;

    void setDensity(Density density) { m_density = density; }
    Density density() const { return m_density; }

    /// Tables report the hover of one cell only; the view says which row the pointer is in. -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }

    /// The row that gets the focus outline as a whole; -1 when the focus is on a cell, or elsewhere.
    void setFocusedRow(int row) { m_focusedRow = row; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the words of a cell begin and end, in the cell's own coordinates mirrored for right-to-left.
    static constexpr int CellMargin = 8;

private:
    struct Pass;

    void prepareFonts(const QFont &font) const;
    void paintFocus(const Pass &pass, const QModelIndex &index) const;
    void paintCell(const Pass &pass) const;
    static void paintTwoLines(const Pass &pass, const QFont &font, QColor ink);
    void paintStatus(const Pass &pass, int glyphSize) const;
    void paintStage(const Pass &pass) const;
    void paintBlockers(const Pass &pass) const;
    void paintPartner(const Pass &pass) const;
    void paintProgress(const Pass &pass) const;
    void paintSign(const Pass &pass) const;
    void paintGroup(const Pass &pass) const;
    int words(const Pass &pass, const QRect &logical, TextCache &cache, const QString &text, QColor ink,
              Qt::Alignment horizontal = Qt::AlignLeft) const;

    const BoardPresenter &m_presenter;
    Density m_density = Density::Normal;
    int m_hoveredRow = -1;
    int m_focusedRow = -1;
    mutable QFont m_font;
    mutable int m_pixels = 13;
    mutable std::unique_ptr<TextCache> m_plain;
    mutable std::unique_ptr<TextCache> m_strong;
    mutable std::unique_ptr<TextCache> m_small;
};

} // namespace gatehouse::ui
