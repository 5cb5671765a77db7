#include "ui/delegates/boarddelegate.h"

#include "ui/delegates/textcache.h"
#include "ui/style/rowpaint.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

namespace gatehouse::ui {

namespace {

constexpr int GlyphGap = 6;
constexpr int ChipPadding = 5;
constexpr int ChipHeight = 19;

int middle(const QRect &rect, int height)
{
    return rect.top() + (rect.height() - height) / 2;
}

// A glance finds what needs a person because health is grey: see the tones that keep their words quiet.
QColor wordInk(const CellPresentation &cell, const Tokens &tokens)
{
    const bool healthy = cell.tone == Tone::Neutral || cell.tone == Tone::Ok || cell.tone == Tone::Progress;
    if (cell.emphasis == Emphasis::Quiet || (healthy && cell.emphasis == Emphasis::Normal))
        return tokens[Token::Text2];
    return tokens.ink(cell.tone);
}

} // namespace

// Everything one cell's painting needs; rectangles are kept left-to-right and mirrored at the moment of drawing.
struct BoardDelegate::Pass
{
    QPainter *painter = nullptr;
    const QStyleOptionViewItem &option;
    const CellPresentation &cell;
    const Tokens &tokens;
    QRect content;

    QRect visual(const QRect &logical) const { return QStyle::visualRect(option.direction, option.rect, logical); }
};

BoardDelegate::BoardDelegate(const BoardPresenter &presenter, QObject *parent)
    : QStyledItemDelegate(parent), m_presenter(presenter)
{ }

BoardDelegate::~BoardDelegate() = default;

void BoardDelegate::prepareFonts(const QFont &font) const
{
    if (m_plain && font == m_font)
        return;
    m_font = font;
    m_pixels = QFontInfo(font).pixelSize();
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    QFont small = font;
    small.setPixelSize(qMax(8, qRound(m_pixels * 0.94)));
    m_plain = std::make_unique<TextCache>(font);
    m_strong = std::make_unique<TextCache>(strong);
    m_small = std::make_unique<TextCache>(small);
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index);
    return {option.fontMetrics.averageCharWidth() * 12, rowHeight(m_density, option.font)};
}

void BoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    prepareFonts(option.font);
    const CellPresentation cell = m_presenter.present(index);
    const Pass pass{painter, option, cell, currentTokens(), option.rect.adjusted(CellMargin, 0, -CellMargin, -1)};
    const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
    if (cell.kind == CellKind::Group) {
        painter->fillRect(option.rect, pass.tokens[Token::Alt]);
        paintGroup(pass);
    } else {
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            paintRowBackground(painter, option, selected ? rowEdge(option, index) : RowEdge::Inside);
        else if (index.row() == m_hoveredRow)
            painter->fillRect(option.rect, pass.tokens[Token::Hover]);
        paintCell(pass);
    }
    painter->fillRect(line, pass.tokens[Token::Border]);
    if (index.row() == m_focusedRow || option.state & QStyle::State_HasFocus)
        paintFocus(pass, index);
}

void BoardDelegate::paintFocus(const Pass &pass, const QModelIndex &index) const
{
    const QRect &rect = pass.option.rect;
    pass.painter->setPen(pass.tokens[Token::Accent]);
    if (index.row() != m_focusedRow) {
        pass.painter->setBrush(Qt::NoBrush);
        pass.painter->drawRect(rect.adjusted(0, 0, -1, -1));
        return;
    }
    // The selection bar closes the outline at the row's start; its end is open, as rows go on behind the edge.
    pass.painter->drawLine(rect.topLeft(), rect.topRight());
    pass.painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

void BoardDelegate::paintCell(const Pass &pass) const
{
    switch (pass.cell.kind) {
    case CellKind::Text:
    case CellKind::Number: {
        const bool strong = pass.cell.emphasis == Emphasis::Loud;
        const QColor ink = pass.cell.tone != Tone::Neutral         ? wordInk(pass.cell, pass.tokens)
                           : pass.cell.emphasis == Emphasis::Quiet ? pass.tokens[Token::Text2]
                                                                   : pass.tokens[Token::Text];
        TextCache &cache = strong ? *m_strong : *m_plain;
        const int high = pass.content.height();
        if (cache.width(pass.cell.text) > pass.content.width() && high >= 2 * cache.metrics().height()
            && high > rowHeight(m_density, cache.font()))
            return paintTwoLines(pass, cache.font(), ink);
        const int wide = words(pass, pass.content, cache, pass.cell.text, ink,
                               pass.cell.kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft);
        if (pass.cell.struck) {
            const QRect line(pass.content.left(), middle(pass.content, 1) + 1, wide, 1);
            pass.painter->fillRect(pass.visual(line), ink);
        }
        return;
    }
    case CellKind::Status: return paintStatus(pass, GlyphPainter::MarkSize);
    case CellKind::Clock: return paintStatus(pass, GlyphPainter::ClockSize);
    case CellKind::Stage: return paintStage(pass);
    case CellKind::Blockers: return paintBlockers(pass);
    case CellKind::Partner: return paintPartner(pass);
    case CellKind::Progress: return paintProgress(pass);
    case CellKind::Sign: return paintSign(pass);
    case CellKind::Group: return;
    }
}

// What is too long for one line, in a row that was made higher for it.
void BoardDelegate::paintTwoLines(const Pass &pass, const QFont &font, QColor ink)
{
    QFont lines = font;
    lines.setStrikeOut(pass.cell.struck);
    QTextLayout layout(pass.cell.text, lines);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(pass.content.width());
    layout.endLayout();
    const QString rest = pass.cell.text.mid(first.textLength());
    const QString second = QFontMetrics(lines).elidedText(rest, Qt::ElideRight, pass.content.width());
    pass.painter->setFont(lines);
    pass.painter->setPen(ink);
    pass.painter->drawText(pass.visual(pass.content),
                           int(Qt::AlignVCenter | QStyle::visualAlignment(pass.option.direction, Qt::AlignLeft)),
                           pass.cell.text.left(first.textLength()).trimmed() + QLatin1Char('\n') + second);
}

int BoardDelegate::words(const Pass &pass, const QRect &logical, TextCache &cache, const QString &text, QColor ink,
                         Qt::Alignment horizontal) const
{
    pass.painter->setFont(cache.font());
    pass.painter->setPen(ink);
    return cache.draw(pass.painter, pass.visual(logical), text,
                      QStyle::visualAlignment(pass.option.direction, horizontal));
}

void BoardDelegate::paintStatus(const Pass &pass, int glyphSize) const
{
    QRect rest = pass.content;
    if (pass.cell.glyph != Glyph::None) {
        glyphSize = GlyphPainter::scaled(glyphSize, m_pixels);
        const QRect mark(rest.left(), middle(rest, glyphSize), glyphSize, glyphSize);
        GlyphPainter::paint(pass.painter, pass.visual(mark).topLeft(), pass.cell.glyph, pass.tokens.ink(pass.cell.tone),
                            glyphSize, pass.cell.fraction);
        rest.setLeft(mark.right() + 1 + GlyphGap);
    }
    const bool loud = pass.cell.emphasis == Emphasis::Loud;
    words(pass, rest, loud ? *m_strong : *m_plain, pass.cell.text, wordInk(pass.cell, pass.tokens));
}

void BoardDelegate::paintStage(const Pass &pass) const
{
    QRect rest = pass.content;
    const QSize size(GlyphPainter::scaled(GlyphPainter::StageBarWidth, m_pixels),
                     GlyphPainter::scaled(GlyphPainter::StageBarHeight, m_pixels));
    const QRect bar(QPoint(rest.left(), middle(rest, size.height())), size);
    GlyphPainter::paintStageBar(pass.painter, pass.visual(bar), pass.cell.stage, pass.option.direction);
    rest.setLeft(bar.right() + 1 + GlyphGap);
    words(pass, rest, *m_plain, pass.cell.text, pass.tokens[Token::Text2]);
}

void BoardDelegate::paintBlockers(const Pass &pass) const
{
    if (pass.cell.count <= 0) {
        words(pass, pass.content, *m_plain, pass.cell.text, pass.tokens[Token::Text2]);
        return;
    }
    const QString count = QString::number(pass.cell.count);
    const QColor ink = pass.tokens.ink(pass.cell.tone);
    const bool filled = pass.cell.tone == Tone::Danger;
    const int height = qMin(controlHeight(ChipHeight, m_small->font(), 2), pass.content.height());
    const int countWidth = qMax(m_strong->width(count) + 2 * ChipPadding, height - 2);
    const int wanted = countWidth + m_small->width(pass.cell.text) + 2 * ChipPadding;
    const QRect chip(pass.content.left(), middle(pass.content, height), qMin(wanted, pass.content.width()), height);
    GlyphPainter::paintChip(pass.painter, pass.visual(chip), ink, countWidth,
                            filled ? GlyphPainter::ChipCount::Filled : GlyphPainter::ChipCount::Outlined,
                            pass.option.direction);
    const int countLeft = chip.left() + (countWidth - m_strong->width(count)) / 2;
    words(pass, QRect(countLeft, chip.top(), countWidth, height), *m_strong, count,
          filled ? pass.tokens[Token::Base] : ink);
    words(pass, chip.adjusted(countWidth + ChipPadding, 0, -ChipPadding + 1, 0), *m_small, pass.cell.text, ink);
}

void BoardDelegate::paintPartner(const Pass &pass) const
{
    QRect rest = pass.content;
    if (pass.cell.glyph != Glyph::None) {
        const int size = GlyphPainter::scaled(GlyphPainter::MarkSize, m_pixels);
        const QRect mark(rest.left(), middle(rest, size), size, size);
        GlyphPainter::paint(pass.painter, pass.visual(mark).topLeft(), pass.cell.glyph, pass.tokens.ink(pass.cell.tone),
                            size);
        rest.setLeft(mark.right() + 1 + GlyphGap);
    }
    // The name gives way first: the suffix is short and two partners of one name differ by it.
    const int suffix = m_small->width(pass.cell.suffix);
    const int gap = suffix > 0 ? CellMargin : 0;
    QRect name = rest;
    name.setWidth(qMax(rest.width() / 2, rest.width() - suffix - gap));
    const int drawn = words(pass, name, *m_strong, pass.cell.text, pass.tokens[Token::Text]);
    rest.setLeft(name.left() + drawn + gap);
    words(pass, rest, *m_small, pass.cell.suffix, pass.tokens[Token::Text2]);
}

void BoardDelegate::paintProgress(const Pass &pass) const
{
    const int width = GlyphPainter::scaled(22, m_pixels);
    const int height = GlyphPainter::scaled(6, m_pixels);
    if (pass.cell.fraction <= 0 && pass.cell.text.isEmpty())
        return;
    QRect rest = pass.content;
    const QRect bar(rest.left(), middle(rest, height), width, height);
    GlyphPainter::paintCapsule(pass.painter, pass.visual(bar), pass.tokens.ink(pass.cell.tone), pass.cell.fraction,
                               pass.option.direction);
    rest.setLeft(bar.right() + 1 + GlyphGap);
    words(pass, rest, *m_plain, pass.cell.text, wordInk(pass.cell, pass.tokens));
}

void BoardDelegate::paintSign(const Pass &pass) const
{
    const int size = qMin(controlHeight(18, pass.option.font, 2), pass.content.height());
    const QRect box = pass.visual(QRect(pass.content.left(), middle(pass.content, size), size, size));
    pass.painter->save();
    pass.painter->setRenderHint(QPainter::Antialiasing);
    pass.painter->setPen(Qt::NoPen);
    pass.painter->setBrush(pass.tokens.tint(pass.cell.tone));
    pass.painter->drawRoundedRect(box, 3, 3);
    pass.painter->setFont(m_strong->font());
    pass.painter->setPen(pass.tokens.ink(pass.cell.tone));
    pass.painter->drawText(box, Qt::AlignCenter, pass.cell.text);
    pass.painter->restore();
}

void BoardDelegate::paintGroup(const Pass &pass) const
{
    // The header runs across columns without a span, which a table would have to move with every change of rows:
    // each cell paints the whole header and keeps its own part.
    QRect row = pass.option.rect;
    const auto *table = qobject_cast<const QTableView *>(pass.option.widget);
    if (table) {
        row.setLeft(-table->horizontalHeader()->offset());
        row.setWidth(qMax(table->horizontalHeader()->length(), table->viewport()->width()));
        if (pass.option.direction == Qt::RightToLeft)
            row.moveRight(table->viewport()->width() - 1 + table->horizontalHeader()->offset());
    }
    QStyleOptionViewItem whole;
    whole.rect = row;
    whole.direction = pass.option.direction;
    const Pass header{pass.painter, whole, pass.cell, pass.tokens, row.adjusted(CellMargin, 0, -CellMargin, -1)};
    pass.painter->save();
    pass.painter->setClipRect(pass.option.rect, Qt::IntersectClip);
    QRect rest = header.content;
    const QRect arrow(rest.left(), middle(rest, 14), 14, 14);
    paintChevron(pass.painter, header.visual(arrow), pass.cell.fold == Fold::Open ? Chevron::Open : Chevron::Closed,
                 whole.direction, pass.tokens[Token::Text2]);
    rest.setLeft(arrow.right() + 1 + GlyphGap);
    rest.setLeft(rest.left() + words(header, rest, *m_strong, pass.cell.text, pass.tokens[Token::Text]) + CellMargin);
    const QString count = QLocale().toString(pass.cell.count);
    rest.setLeft(rest.left() + words(header, rest, *m_plain, count, pass.tokens[Token::Text2]) + CellMargin);
    words(header, rest, *m_small, pass.cell.suffix, pass.tokens[Token::Text2]);
    pass.painter->restore();
}

} // namespace gatehouse::ui
