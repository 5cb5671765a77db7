#pragma once

#include "ui/delegates/boardpresenter.h"

#include <QStyledItemDelegate>

namespace gatehouse::ui {

/// One row of a review queue, ready to paint.
struct QueueRowPresentation
{
    enum class Kind : quint8 {
        Group, ///< `title` and `state.count` under a chevron by `state.fold`
        Large, ///< `title`, `detail` below, then `state` and `who`
        Small  ///< the mark of `state`, `title`, `detail` at the end of the line
    };
    Kind kind = Kind::Large;
    QString title;
    QString detail;
    QString who;
    CellPresentation state;
};

/// Turns a queue's meaning into shapes and words. Called for every visible row of every repaint.
class QueuePresenter
{
public:
    virtual ~QueuePresenter() = default;
    virtual QueueRowPresentation present(const QModelIndex &index) const = 0;
};

/// Paints rows of three heights. The presenter must outlive it.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(const QueuePresenter &presenter, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Pass;
    static void paintGroup(const Pass &pass);
    static void paintLarge(const Pass &pass);
    static void paintSmall(const Pass &pass);

    const QueuePresenter &m_presenter;
};

} // namespace gatehouse::ui
