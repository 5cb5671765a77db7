#include "ui/components/sharingsplitter.h"

namespace gatehouse::ui {

SharingSplitter::SharingSplitter(Rule rule, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_rule(std::move(rule))
{
    setChildrenCollapsible(false);
    setHandleWidth(1);
    setMinimumWidth(1); // what stands in it gives way; the window says how small it may be
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
}

void SharingSplitter::share()
{
    if (!m_moved)
        setSizes(m_rule(width()));
}

void SharingSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

} // namespace gatehouse::ui
