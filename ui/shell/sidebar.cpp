#include "ui/shell/sidebar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace gatehouse::ui {

namespace {

enum Role { PlaceRole = Qt::UserRole + 1, AreaRole, CountRole, GlyphRole, ToneRole, HeadingRole };

class SidebarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool heading = index.data(HeadingRole).toBool();
        return {100, controlHeight(heading ? 34 : 30, option.font)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (index.data(HeadingRole).toBool())
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
    setMinimumWidth(176);
    viewport()->setAutoFillBackground(false);
    m_board = addPlace(tr("Board"), {});
    m_board->setIcon(icon(QStringLiteral("view-list-details")));
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

void Sidebar::setBoardCount(int count)
{
    m_board->setData(count < 0 ? QString() : locale().toString(count), CountRole);
    m_board->setData(count < 0 ? tr("Board") : tr("Board, %n partner(s)", nullptr, count), Qt::AccessibleTextRole);
}

void Sidebar::setRecent(const QList<RecentPartner> &partners)
{
    if (m_recent == partners)
        return;
    m_recent = partners;
    m_model->removeRows(1, m_model->rowCount() - 1);
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
        if (!index.data(HeadingRole).toBool() && placeOf(index) == place) {
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
