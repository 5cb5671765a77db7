#include "ui/style/gatehousestyle.h"

#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTreeView>

namespace gatehouse::ui {

namespace {

constexpr double Radius = 4;
constexpr int FocusGap = 1;
constexpr int FocusWidth = 2;

QRectF strokeRect(const QRect &rect, double width)
{
    return QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

QColor outline(const QStyleOption &option)
{
    return currentTokens()[option.state & QStyle::State_Enabled ? Token::BorderStrong : Token::Border];
}

QColor checkedFill(const QStyleOption &option)
{
    return currentTokens()[option.state & QStyle::State_Enabled ? Token::AccentFill : Token::Disabled];
}

void paintCheckBox(QPainter *painter, const QStyleOption &option)
{
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(marked ? checkedFill(option) : outline(option), 1));
    painter->setBrush(marked ? checkedFill(option) : option.palette.color(QPalette::Base));
    const QRectF box = strokeRect(option.rect, 1);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(currentTokens()[Token::OnAccent], 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (option.state & QStyle::State_On)
        painter->drawPolyline(QPolygonF{at(0.22, 0.54), at(0.42, 0.73), at(0.78, 0.29)});
    else if (option.state & QStyle::State_NoChange)
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    painter->restore();
}

void paintRadioButton(QPainter *painter, const QStyleOption &option)
{
    const bool on = option.state & QStyle::State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double width = on ? 4 : 1;
    painter->setPen(QPen(on ? checkedFill(option) : outline(option), width));
    painter->setBrush(option.palette.color(QPalette::Base));
    painter->drawEllipse(strokeRect(option.rect, width));
    painter->restore();
}

void paintOutline(QPainter *painter, const QRectF &rect, double radius, QColor ink, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, width));
    painter->drawRoundedRect(rect, radius, radius);
    painter->restore();
}

void paintField(QPainter *painter, const QStyleOption &option, Token fill)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(outline(option), 1));
    painter->setBrush(currentTokens()[enabled ? fill : Token::Window]);
    painter->drawRoundedRect(strokeRect(option.rect, 1), Radius, Radius);
    painter->restore();
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    paintField(painter, option, option.state & QStyle::State_MouseOver ? Token::Hover : Token::Base);
    const QRect arrow = QStyle::visualRect(
        option.direction, option.rect, QRect(option.rect.right() - 24, option.rect.top(), 22, option.rect.height()));
    paintChevron(painter, arrow, Chevron::Open, option.direction,
                 currentTokens()[enabled ? Token::Text2 : Token::Disabled]);
}

void paintUpwardChevron(QPainter *painter, const QRect &rect, Qt::LayoutDirection direction, const QColor &ink)
{
    painter->save();
    painter->translate(QRectF(rect).center());
    painter->scale(1, -1);
    paintChevron(painter, QRect(-5, -5, 11, 11), Chevron::Open, direction, ink);
    painter->restore();
}

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down)
{
    paintField(painter, option, Token::Base);
    const bool enabled = option.state & QStyle::State_Enabled;
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return currentTokens()[enabled && option.stepEnabled & step ? Token::Text2 : Token::Disabled];
    };
    paintUpwardChevron(painter, up, option.direction, ink(QAbstractSpinBox::StepUpEnabled));
    paintChevron(painter, down, Chevron::Open, option.direction, ink(QAbstractSpinBox::StepDownEnabled));
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    const Tokens &tokens = currentTokens();
    painter->fillRect(option.rect, tokens[Token::Base]);
    if (option.minimum == option.maximum)
        return;
    const bool upright = option.orientation == Qt::Vertical;
    const QRect bar = upright ? thumb.adjusted(3, 1, -3, -1) : thumb.adjusted(1, 3, -1, -3);
    const bool held = option.state & QStyle::State_MouseOver || option.activeSubControls & QStyle::SC_ScrollBarSlider;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens[held ? Token::Text2 : Token::BorderStrong]);
    painter->drawRoundedRect(bar, 3, 3);
    painter->restore();
}

// No arrow buttons: the groove is the whole bar.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, int shortestThumb)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qint64 wanted = range > 0 ? qint64(length) * option.pageStep / (range + option.pageStep) : length;
    const int thumb = int(qBound(qint64(qMin(shortestThumb, length)), wanted, qint64(length)));
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect &all = option.rect;
        const QRect own = upright ? QRect(all.left(), all.top() + from, all.width(), size)
                                  : QRect(all.left() + from, all.top(), size, all.height());
        return QStyle::visualRect(option.direction, all, own);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove: return option.rect;
    case QStyle::SC_ScrollBarSlider: return along(start, thumb);
    case QStyle::SC_ScrollBarSubPage: return along(0, start);
    case QStyle::SC_ScrollBarAddPage: return along(start + thumb, length - start - thumb);
    default: return {};
    }
}

} // namespace

GatehouseStyle::GatehouseStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("gatehouse"));
}

void GatehouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QTipLabel"))
        static_cast<QLabel *>(widget)->setTextFormat(Qt::PlainText);
}

void GatehouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // Fusion fills the current row with a wash of Highlight here, over whatever the delegate painted.
        painter->save();
        painter->setPen(currentTokens()[Token::Accent]);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelItemViewRow:
        // Only a tree has a part of the row that no cell paints: its branches. Elsewhere this would be a second fill.
        if (qobject_cast<const QTreeView *>(widget))
            paintRowBackground(painter, *option, RowEdge::Inside);
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            row && row->features & QStyleOptionViewItem::Alternate && !(row->state & State_Selected))
            painter->fillRect(row->rect, currentTokens()[Token::Alt]);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            if (item->backgroundBrush.style() != Qt::NoBrush && !(item->state & State_Selected))
                painter->fillRect(item->rect, item->backgroundBrush);
            paintRowBackground(painter, *item, RowEdge::Inside);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintCheckBox(painter, *option); return;
    case PE_IndicatorRadioButton: paintRadioButton(painter, *option); return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            paintChevron(painter, option->rect, option->state & State_Open ? Chevron::Open : Chevron::Closed,
                         option->direction, currentTokens()[Token::Text2]);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // Qt calls it "down" when values grow downwards; the eye reads that as ascending, an upward chevron.
            if (header->sortIndicator == QStyleOptionHeader::SortDown)
                paintUpwardChevron(painter, header->rect, header->direction, currentTokens()[Token::Text]);
            else
                paintChevron(painter, header->rect, Chevron::Open, header->direction, currentTokens()[Token::Text]);
        }
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void GatehouseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        const QRectF ring = strokeRect(option->rect, FocusWidth);
        paintOutline(painter, ring, Radius + FocusGap + FocusWidth / 2.0, currentTokens()[Token::Accent], FocusWidth);
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        // Selection is `sel`, on which words keep their colour; Highlight and its white text are for text fields.
        QStyleOptionViewItem own(*item);
        own.palette.setColor(QPalette::All, QPalette::HighlightedText, own.palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &own, painter, widget);
        return;
    }
    if (element == CE_Splitter) {
        const QRect rect = option->rect;
        const bool upright = option->state & State_Horizontal;
        const QRect line = upright ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                   : QRect(rect.left(), rect.center().y(), rect.width(), 1);
        painter->fillRect(line, currentTokens()[Token::Border]);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void GatehouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox && combo->frame) {
        paintComboBox(painter, *combo);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox && spin->frame) {
        paintSpinBox(painter, *spin, proxy()->subControlRect(control, spin, SC_SpinBoxUp, widget),
                     proxy()->subControlRect(control, spin, SC_SpinBoxDown, widget));
        return;
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        paintScrollBar(painter, *bar, proxy()->subControlRect(control, bar, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect GatehouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                     const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -4, 0) : rect.adjusted(4, 0, 0, 0);
    return rect;
}

QSize GatehouseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                       const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const QFont font = widget ? widget->font() : QFont();
    if (type == CT_ComboBox || type == CT_SpinBox)
        size.setHeight(qMax(size.height(), controlHeight(28, font)));
    if (type == CT_ComboBox)
        size.rwidth() += 8;
    if (type == CT_ItemViewItem)
        size.setHeight(qMax(size.height(), controlHeight(26, font)));
    return size;
}

int GatehouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        // QCommonStyle's item views ask the same metric for the gap beside their text.
        return qobject_cast<const QAbstractItemView *>(widget) ? 4 : FocusGap + FocusWidth;
    case PM_FocusFrameVMargin: return qobject_cast<const QAbstractItemView *>(widget) ? 2 : FocusGap + FocusWidth;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_DefaultFrameWidth: return 1;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 28;
    case PM_SplitterWidth:
        // One pixel is drawn; the rest is for the pointer.
        return 5;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int GatehouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_FocusFrame_Mask:
        // The mask would cut the ring's corners, which reach into the widget's rectangle.
        return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons: // as ours have none
    case SH_EtchDisabledText: return 0;
    case SH_Widget_Animation_Duration: return 100;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QIcon GatehouseStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    // Of the file dialog, where the desktop has none of its own, and of fields: Qt's stay dark on a dark window.
    switch (which) {
    case SP_ArrowBack: return icon(QStringLiteral("go-previous"), Token::Text);
    case SP_ArrowForward: return icon(QStringLiteral("go-next"), Token::Text);
    case SP_FileDialogToParent: return icon(QStringLiteral("go-up"), Token::Text);
    case SP_FileDialogNewFolder: return icon(QStringLiteral("folder-new"), Token::Text);
    case SP_FileDialogListView: return icon(QStringLiteral("view-list-text"), Token::Text);
    case SP_FileDialogDetailedView: return icon(QStringLiteral("view-list-details"), Token::Text);
    case SP_LineEditClearButton: return icon(QStringLiteral("window-close"), Token::Text);
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace gatehouse::ui
