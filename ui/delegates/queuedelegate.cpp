#include "ui/delegates/queuedelegate.h"

#include "ui/style/rowpaint.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QFontInfo>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int rowMargin = 12;
constexpr int markGap = 6;
constexpr int lineGap = 3;

int markSize(const QFont &font, int listed)
{
    return GlyphPainter::scaled(listed, QFontInfo(font).pixelSize());
}

} // namespace

// Rectangles are kept left-to-right and mirrored at the moment of drawing.
struct QueueDelegate::Pass
{
    QPainter *painter = nullptr;
    const QStyleOptionViewItem &option;
    const QueueRowPresentation &row;
    const Tokens &tokens;
    QRect content;

    QRect visual(const QRect &logical) const { return QStyle::visualRect(option.direction, option.rect, logical); }

    // Returns the width that was drawn.
    int words(const QRect &logical, TextRole role, const QString &text, QColor ink,
              Qt::Alignment side = Qt::AlignLeft) const
    {
        painter->setFont(roleFont(role, option.font));
        painter->setPen(ink);
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, logical.width());
        painter->drawText(visual(logical), Qt::AlignVCenter | QStyle::visualAlignment(option.direction, side), shown);
        return painter->fontMetrics().horizontalAdvance(shown);
    }

    void mark(const QRect &box) const
    {
        GlyphPainter::paint(painter, visual(box).topLeft(), row.state.glyph, tokens.ink(row.state.tone), box.width(),
                            row.state.fraction);
    }
};

QueueDelegate::QueueDelegate(const QueuePresenter &presenter, QObject *parent)
    : QStyledItemDelegate(parent), m_presenter(presenter)
{ }

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(roleFont(TextRole::Strong, option.font)).height();
    switch (m_presenter.present(index).kind) {
    case QueueRowPresentation::Kind::Group: return {100, controlHeight(28, option.font)};
    case QueueRowPresentation::Kind::Large: return {100, qMax(74, 3 * line + 2 * lineGap + 18)};
    case QueueRowPresentation::Kind::Small: break;
    }
    return {100, controlHeight(32, option.font)};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QueueRowPresentation row = m_presenter.present(index);
    const Pass pass{painter, option, row, currentTokens(), option.rect.adjusted(rowMargin, 0, -rowMargin, -1)};
    painter->save();
    if (row.kind == QueueRowPresentation::Kind::Group)
        painter->fillRect(option.rect, pass.tokens[Token::Alt]);
    else
        paintRowBackground(painter, option, RowEdge::Start);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      pass.tokens[Token::Border]);
    switch (row.kind) {
    case QueueRowPresentation::Kind::Group: paintGroup(pass); break;
    case QueueRowPresentation::Kind::Large: paintLarge(pass); break;
    case QueueRowPresentation::Kind::Small: paintSmall(pass); break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(pass.tokens[Token::Accent]);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

void QueueDelegate::paintGroup(const Pass &pass)
{
    QRect rest = pass.content;
    const QRect arrow(rest.left() - 2, rest.center().y() - 7, 14, 14);
    paintChevron(pass.painter, pass.visual(arrow), pass.row.state.fold == Fold::Open ? Chevron::Open : Chevron::Closed,
                 pass.option.direction, pass.tokens[Token::Text2]);
    rest.setLeft(arrow.right() + 1 + markGap);
    rest.setLeft(rest.left() + pass.words(rest, TextRole::TableStrong, pass.row.title, pass.tokens[Token::Text]) + 8);
    pass.words(rest, TextRole::Table, QLocale().toString(pass.row.state.count), pass.tokens[Token::Text2]);
}

void QueueDelegate::paintLarge(const Pass &pass)
{
    const int line = QFontMetrics(roleFont(TextRole::Strong, pass.option.font)).height();
    const int high = 3 * line + 2 * lineGap;
    QRect first(pass.content.left(), pass.option.rect.top() + (pass.option.rect.height() - high) / 2,
                pass.content.width(), line);
    pass.words(first, TextRole::Strong, pass.row.title, pass.tokens[Token::Text]);
    first.translate(0, line + lineGap);
    pass.words(first, TextRole::Secondary, pass.row.detail, pass.tokens[Token::Text2]);
    first.translate(0, line + lineGap);
    const int who = pass.words(first, TextRole::Secondary, pass.row.who, pass.tokens[Token::Text2], Qt::AlignRight);
    QRect rest = first.adjusted(0, 0, who > 0 ? -who - 8 : 0, 0);
    if (pass.row.state.glyph != Glyph::None) {
        const int size = markSize(pass.option.font, GlyphPainter::ClockSize);
        pass.mark(QRect(rest.left(), rest.top() + (line - size) / 2, size, size));
        rest.setLeft(rest.left() + size + markGap);
    }
    const bool loud = pass.row.state.emphasis == Emphasis::Loud;
    const bool healthy = pass.row.state.tone == Tone::Neutral || pass.row.state.tone == Tone::Ok;
    pass.words(rest, loud ? TextRole::SecondaryStrong : TextRole::Secondary, pass.row.state.text,
               healthy ? pass.tokens[Token::Text2] : pass.tokens.ink(pass.row.state.tone));
}

void QueueDelegate::paintSmall(const Pass &pass)
{
    QRect rest = pass.content;
    const int size = markSize(pass.option.font, GlyphPainter::MarkSize);
    pass.mark(QRect(rest.left(), rest.center().y() - size / 2, size, size));
    rest.setLeft(rest.left() + size + markGap);
    const int told = pass.words(rest, TextRole::Secondary, pass.row.detail, pass.tokens[Token::Text2], Qt::AlignRight);
    pass.words(rest.adjusted(0, 0, -told - 8, 0), TextRole::Body, pass.row.title, pass.tokens[Token::Text]);
}

} // namespace gatehouse::ui
