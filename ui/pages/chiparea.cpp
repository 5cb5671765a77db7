#include "ui/pages/chiparea.h"

#include "ui/components/flowlayout.h"

#include <QScrollBar>

namespace gatehouse::ui {

namespace {

constexpr int gap = 6;
constexpr int linesMost = 2;
constexpr int chipLeast = 96; // narrower, a chip says nothing

} // namespace

ChipArea::ChipArea(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    viewport()->setAutoFillBackground(false);
    auto *all = new QWidget;
    all->setLayout(new FlowLayout(gap));
    setWidget(all);
    all->setAutoFillBackground(false);
}

QLayout *ChipArea::chips() const
{
    return widget()->layout();
}

int ChipArea::lineHeight() const
{
    return chips()->sizeHint().height();
}

void ChipArea::chipsChanged()
{
    setMaximumWidth(sizeHint().width());
    updateGeometry();
}

int ChipArea::heightForWidth(int width) const
{
    const int most = linesMost * lineHeight() + (linesMost - 1) * gap;
    return qMin(most, chips()->heightForWidth(width));
}

QSize ChipArea::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < chips()->count(); ++i)
        width += (i > 0 ? gap : 0) + chips()->itemAt(i)->sizeHint().width();
    return {width, lineHeight()};
}

QSize ChipArea::minimumSizeHint() const
{
    return {qMin(chipLeast, sizeHint().width()), lineHeight()};
}

} // namespace gatehouse::ui
