#include "ui/viewer/thumbnaillist.h"

#include "ui/style/glyphpainter.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "words/textmarks.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace gatehouse::ui {

namespace {

// Logical pixels, as in every list of thumbnails whatever the text size: they are pictures.
constexpr QSize thumbnailBox(44, 58);
constexpr int frameRoom = 5; // around a thumbnail
constexpr int sideRoom = 10;
constexpr qint64 mostThumbnailBytes = 8LL * 1024 * 1024;
constexpr QSize changeBar(4, 12);

enum ThumbnailRole { SeenRole = Qt::UserRole + 1, ChangedRole, FailedRole };

} // namespace

class ThumbnailList::Pages final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setCount(int count)
    {
        beginResetModel();
        m_count = count;
        m_seen.clear();
        m_changed.clear();
        m_failed.clear();
        endResetModel();
    }

    void setSeen(const QSet<int> &pages) { replace(m_seen, pages); }
    void setChanged(const QSet<int> &pages) { replace(m_changed, pages); }
    void pictureCame(int page, bool shown)
    {
        if (shown)
            m_failed.remove(page);
        else
            m_failed += page;
        Q_EMIT dataChanged(index(page), index(page));
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const int page = index.row();
        switch (role) {
        case Qt::DisplayRole: return QLocale().toString(page + 1);
        case SeenRole: return m_seen.contains(page);
        case ChangedRole: return m_changed.contains(page);
        case FailedRole: return m_failed.contains(page);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: return sentence(page);
        default: return {};
        }
    }

private:
    void replace(QSet<int> &have, const QSet<int> &pages)
    {
        if (have == pages)
            return;
        have = pages;
        if (m_count > 0)
            Q_EMIT dataChanged(index(0), index(m_count - 1));
    }

    QString sentence(int page) const
    {
        QStringList parts{ThumbnailList::tr("Page %1").arg(QLocale().toString(page + 1))};
        parts += m_seen.contains(page) ? ThumbnailList::tr("seen") : ThumbnailList::tr("not seen yet");
        if (m_changed.contains(page))
            parts += ThumbnailList::tr("changed");
        if (m_failed.contains(page))
            parts += ThumbnailList::tr("can't be shown");
        return parts.join(QStringLiteral(", "));
    }

    int m_count = 0;
    QSet<int> m_seen;
    QSet<int> m_changed;
    QSet<int> m_failed;
};

class ThumbnailList::Delegate final : public QStyledItemDelegate
{
public:
    explicit Delegate(ThumbnailList *list) : QStyledItemDelegate(list), m_list(list) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics metrics(roleFont(TextRole::Caption, option.font));
        return {thumbnailBox.width() + 2 * (frameRoom + sideRoom),
                thumbnailBox.height() + 2 * frameRoom + metrics.height() + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = currentTokens();
        const QRect box = pictureBox(option.rect, index.row());
        const bool current = index.row() == m_list->currentIndex().row();
        painter->save();
        if (current && m_list->hasFocus())
            painter->fillRect(option.rect, tokens[Token::Sel]);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->fillRect(box, tokens[Token::Paper]);
        const QImage image = m_list->m_images.image(index.row());
        if (!image.isNull()) {
            if (tokens[Token::Paper] != QColor(Qt::white))
                painter->setCompositionMode(QPainter::CompositionMode_Multiply);
            painter->drawImage(box, image);
            painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(tokens[Token::Border]);
        painter->drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
        if (index.data(FailedRole).toBool()) {
            const int side = GlyphPainter::MarkSize + 4;
            GlyphPainter::paint(painter, box.center() - QPoint(side / 2, side / 2), Glyph::DiamondAlert,
                                Tokens::light().ink(Tone::Danger), side);
        }
        if (index.data(ChangedRole).toBool())
            paintBar(painter, option, box);
        if (current) {
            painter->setPen(QPen(tokens[Token::Accent], 2));
            painter->drawRect(QRectF(box).adjusted(-3, -3, 3, 3));
        }
        paintNumber(painter, option, index);
        painter->restore();
    }

private:
    QRect pictureBox(const QRect &cell, int page) const
    {
        const QSizeF points = m_list->m_images.points(page);
        QSize size = thumbnailBox;
        if (!points.isEmpty())
            size = points.scaled(thumbnailBox, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
        const QRect room(cell.x(), cell.y() + frameRoom, cell.width(), thumbnailBox.height());
        return QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, room);
    }

    static void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box)
    {
        const QRect bar(QPoint(box.right() - changeBar.width() + 1, box.center().y() - changeBar.height() / 2),
                        changeBar);
        // It lies on the paper, which is bright in both themes.
        painter->fillRect(QStyle::visualRect(option.direction, box, bar), Tokens::light()[Token::Warn]);
    }

    static void paintNumber(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        constexpr int gap = 4;
        const QFont font = roleFont(TextRole::Caption, option.font);
        const QFontMetrics metrics(font);
        const QString number = index.data().toString();
        const bool seen = index.data(SeenRole).toBool();
        const int tick = GlyphPainter::scaled(GlyphPainter::MarkSize, QFontInfo(option.font).pixelSize());
        const int width = metrics.horizontalAdvance(number) + 1;
        const int all = width + (seen ? gap + tick : 0);
        const QRect &cell = option.rect;
        const int top = cell.bottom() + 1 - metrics.height() - 2;
        const QRect words(cell.x() + (cell.width() - all) / 2, top, width, metrics.height());
        painter->setFont(font);
        painter->setPen(currentTokens()[Token::Text2]);
        painter->drawText(QStyle::visualRect(option.direction, cell, words), Qt::AlignCenter, number);
        if (!seen)
            return;
        const QRect mark(words.right() + 1 + gap, top + (metrics.height() - tick) / 2, tick, tick);
        GlyphPainter::paint(painter, QStyle::visualRect(option.direction, cell, mark).topLeft(), Glyph::Tick, Tone::Ok,
                            tick);
    }

    ThumbnailList *m_list;
};

ThumbnailList::ThumbnailList(QWidget *parent)
    : QListView(parent),
      m_images(mostThumbnailBytes,
               [this](QSizeF points) {
                   const QSizeF size = points.scaled(thumbnailBox, Qt::KeepAspectRatio) * devicePixelRatioF();
                   return size.toSize().expandedTo({1, 1});
               }),
      m_pages(new Pages(this))
{
    setObjectName(QStringLiteral("thumbnailList"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setModel(m_pages);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(0); // once for all that moves in a turn of the loop
    connect(&m_askTimer, &QTimer::timeout, this, &ThumbnailList::ask);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_askTimer.start(); });
    connect(&m_images, &PageImages::changed, this,
            [this](int page) { m_pages->pictureCame(page, !m_images.error(page)); });
}

ThumbnailList::~ThumbnailList() = default;

void ThumbnailList::setDocument(std::shared_ptr<operations::ViewedDocument> document, const QString &title)
{
    const int count = document ? document->pageCount() : 0;
    m_choosing = false;
    m_images.setDocument(std::move(document));
    m_pages->setCount(count);
    m_choosing = true;
    setAccessibleName(tr("Pages of %1").arg(words::isolate(title)));
    m_askTimer.start();
}

void ThumbnailList::setSeen(const QSet<int> &pages)
{
    m_pages->setSeen(pages);
}

void ThumbnailList::setChanged(const QSet<int> &pages)
{
    m_pages->setChanged(pages);
}

void ThumbnailList::setPage(int page)
{
    m_choosing = false;
    setCurrentIndex(m_pages->index(page));
    m_choosing = true;
    scrollTo(currentIndex());
    // Whoever comes back to a page that couldn't be shown tries again.
    m_images.forgetError(page);
    m_askTimer.start();
}

void ThumbnailList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_choosing && current.isValid())
        Q_EMIT pageChosen(current.row());
}

void ThumbnailList::ask()
{
    if (!isVisible() || m_pages->rowCount() == 0)
        return;
    const int row = qMax(1, sizeHintForRow(0));
    const int first = verticalScrollBar()->value() / row;
    const int last = (verticalScrollBar()->value() + viewport()->height()) / row;
    m_images.wantOnly(first, last);
    // Of equally urgent ones the later comes first: the upper ones are asked for last.
    for (int page = last; page >= first; --page)
        m_images.want(page, operations::Urgency::Thumbnail);
}

void ThumbnailList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            return QListView::keyPressEvent(event);
        break;
    default: break;
    }
    event->ignore(); // the viewer turns pages
}

void ThumbnailList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_askTimer.start();
}

void ThumbnailList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    scrollTo(currentIndex());
    m_askTimer.start();
}

void ThumbnailList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QSize ThumbnailList::sizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {thumbnailBox.width() + 2 * (frameRoom + sideRoom) + bar, 400};
}

} // namespace gatehouse::ui
