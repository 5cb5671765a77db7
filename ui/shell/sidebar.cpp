#include "ui/shell/sidebar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace gatehouse::ui {

namespace {

constexpr int least = 176;
constexpr int railWidth = 48;

enum Role { PlaceRole = Qt::UserRole + 1, AreaRole, CountRole, GlyphRole, ToneRole, HeadingRole };

class SidebarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool heading = index.data(HeadingRole).toBool();
        return {railWidth, controlHeight(heading ? 34 : 30, option.font)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        const auto *sidebar = qobject_cast<const Sidebar *>(given.widget);
        const bool rail = sidebar && sidebar->isRail();
        QStyleOptionViewItem option = given;
        // The column of a hidden header stays as wide as it was.
        if (rail)
            option.rect = QRect(0, given.rect.top(), sidebar->viewport()->width(), given.rect.height());
        painter->save();
        if (index.data(HeadingRole).toBool() && rail)
            painter->fillRect(QRect(option.rect.left() + 12, option.rect.center().y(), option.rect.width() - 24, 1),
                              currentTokens()[Token::Border]);
        else if (rail)
            paintRailPlace(painter, option, index);
        else if (index.data(HeadingRole).toBool())
            paintHeading(painter, option, index);
        else
            paintPlace(painter, option, index);
        painter->restore();
    }

private:
    static QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
    {
        return QStyle::visualRect(option.direction, option.rect, rect);
    }

    static void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        painter->setFont(roleFont(TextRole::CaptionStrong, option.font));
        painter->setPen(currentTokens()[Token::Text2]);
        const QRect area = mirrored(option, option.rect.adjusted(16, 0, -8, -4));
        painter->drawText(area, Qt::AlignBottom | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                          index.data(Qt::DisplayRole).toString());
    }

    static void paintSurface(QPainter *painter, const QStyleOptionViewItem &option)
    {
        const Tokens &tokens = currentTokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        // A view clears State_Active while it has no focus; the place one is at is not less true for that.
        const bool active = option.widget && option.widget->isActiveWindow();
        if (!selected && !option.state.testFlag(QStyle::State_MouseOver))
            return;
        const QRect box = option.rect.adjusted(8, 1, -8, -1);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens[selected ? (active ? Token::Sel : Token::SelInactive) : Token::Hover]);
        painter->drawRoundedRect(box, 4, 4);
        if (selected) {
            painter->setBrush(tokens[active ? Token::Accent : Token::BorderStrong]);
            painter->drawRect(mirrored(option, QRect(box.left(), box.top() + 6, 3, box.height() - 12)));
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens[Token::Accent], 1));
            painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
    }

    // The mark in the middle, the count at its upper corner.
    static void paintRailPlace(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        paintSurface(painter, option);
        QRect mark(0, 0, GlyphPainter::MarkSize, GlyphPainter::MarkSize);
        mark.moveCenter(option.rect.center());
        const auto glyph = Glyph(index.data(GlyphRole).toInt());
        if (glyph != Glyph::None)
            GlyphPainter::paint(painter, mark.topLeft(), glyph, Tone(index.data(ToneRole).toInt()));
        else if (const auto icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull())
            icon.paint(painter, mark.adjusted(-2, -2, 2, 2));
        painter->setFont(roleFont(TextRole::CaptionStrong, option.font));
        painter->setPen(currentTokens()[Token::Text]);
        const QRect corner(mark.right(), option.rect.top() + 1, option.rect.right() - mark.right() - 2,
                           painter->fontMetrics().height());
        painter->drawText(mirrored(option, corner), Qt::AlignCenter, index.data(CountRole).toString());
    }

    static void paintPlace(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        paintSurface(painter, option);
        const Tokens &tokens = currentTokens();
        const QRect row = option.rect;
        const auto glyph = Glyph(index.data(GlyphRole).toInt());
        const QRect mark = mirrored(
            option, QRect(row.left() + 18, row.center().y() - 5, GlyphPainter::MarkSize, GlyphPainter::MarkSize));
        if (glyph != Glyph::None)
            GlyphPainter::paint(painter, mark.topLeft(), glyph, Tone(index.data(ToneRole).toInt()));
        else if (const auto icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull())
            icon.paint(painter, mark.adjusted(-2, -2, 2, 2));

        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QFont font = roleFont(selected ? TextRole::Strong : TextRole::Body, option.font);
        const QString count = index.data(CountRole).toString();
        painter->setFont(roleFont(TextRole::Secondary, option.font));
        const int countWidth = count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + 8;
        painter->setPen(tokens[Token::Text2]);
        painter->drawText(mirrored(option, row.adjusted(16, 0, -16, 0)),
                          Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignRight), count);
        painter->setFont(font);
        painter->setPen(tokens[Token::Text]);
        const QRect words = row.adjusted(40, 0, -16 - countWidth, 0);
        painter->drawText(
            mirrored(option, words), Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
            QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, words.width()));
    }
};

Place placeOf(const QModelIndex &index)
{
    return {Area(index.data(AreaRole).toInt()), index.data(PlaceRole).toString()};
}

} // namespace

Sidebar::Sidebar(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Places"));
    setModel(m_model);
    setItemDelegate(new SidebarDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setMinimumWidth(least);
    viewport()->setAutoFillBackground(false);
    addArea(Area::Board, tr("Board"), QStringLiteral("view-list-details"));
    addArea(Area::Approvals, tr("Approvals"), QStringLiteral("document-edit-sign"));
    connect(this, &QTreeView::clicked, this, &Sidebar::choose);
}

QStandardItem *Sidebar::addPlace(const QString &text, const Place &place)
{
    auto *item = new QStandardItem(text);
    item->setData(int(place.area), AreaRole);
    item->setData(place.partner, PlaceRole);
    item->setToolTip(text);
    m_model->appendRow(item);
    return item;
}

void Sidebar::addArea(Area area, const QString &text, const QString &iconName)
{
    QStandardItem *item = addPlace(text, {area, {}});
    item->setIcon(icon(iconName));
    m_areas.insert(area, item);
}

void Sidebar::setCount(Area area, int count)
{
    QStandardItem *item = m_areas.value(area);
    const bool none = count < 0 || (count == 0 && area == Area::Approvals);
    item->setData(none ? QString() : locale().toString(count), CountRole);
    QString told = item->text();
    if (!none && area == Area::Board)
        told = tr("Board, %n partner(s)", nullptr, count);
    else if (!none)
        told = tr("Approvals, %n waiting", nullptr, count);
    item->setData(told, Qt::AccessibleTextRole);
    item->setToolTip(told);
}

void Sidebar::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    if (rail)
        m_wideWidth = width();
    setMinimumWidth(rail ? railWidth : least);
    setMaximumWidth(rail ? railWidth : QWIDGETSIZE_MAX);
    // A splitter gives what became free to nobody by itself.
    if (auto *splitter = qobject_cast<QSplitter *>(parentWidget())) {
        QList<int> sizes = splitter->sizes();
        const int wanted = rail ? railWidth : qMax(m_wideWidth, least);
        sizes[1] += sizes.at(0) - wanted;
        sizes[0] = wanted;
        splitter->setSizes(sizes);
    }
    scheduleDelayedItemsLayout();
}

void Sidebar::setRecent(const QList<RecentPartner> &partners)
{
    if (m_recent == partners)
        return;
    m_recent = partners;
    m_model->removeRows(int(m_areas.size()), m_model->rowCount() - int(m_areas.size()));
    if (!partners.isEmpty()) {
        auto *heading = new QStandardItem(tr("Recent partners"));
        heading->setData(true, HeadingRole);
        heading->setFlags(Qt::NoItemFlags);
        m_model->appendRow(heading);
    }
    for (const RecentPartner &partner : partners) {
        QStandardItem *item = addPlace(partner.name, {Area::Partner, partner.id});
        item->setData(int(partner.glyph), GlyphRole);
        item->setData(int(partner.tone), ToneRole);
    }
    showPlace(m_place);
}

void Sidebar::showPlace(const Place &place)
{
    m_place = place;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const Place shown = placeOf(index);
        const bool here = shown.area == place.area && (place.area == Area::Approvals || shown == place);
        if (!index.data(HeadingRole).toBool() && here) {
            setCurrentIndex(index);
            return;
        }
    }
    clearSelection();
}

void Sidebar::choose(const QModelIndex &index)
{
    if (index.isValid() && !index.data(HeadingRole).toBool())
        Q_EMIT placeChosen(placeOf(index));
}

void Sidebar::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(viewport()->rect(), currentTokens()[Token::Sidebar]);
    QTreeView::paintEvent(event);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace gatehouse::ui
