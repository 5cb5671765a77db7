#include "ui/viewer/pagepainter.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/viewer/pagegeometry.h"

#include <QPainter>

namespace gatehouse::ui {

namespace {

constexpr int labelGap = 4;
constexpr int labelPadding = 5;

QFont labelFont(const QFont &font)
{
    return roleFont(TextRole::CaptionStrong, font);
}

int labelWidth(const QString &text, const QFont &font)
{
    return QFontMetrics(labelFont(font)).horizontalAdvance(text) + 2 * labelPadding;
}

// Multiplied, so that the page's own ink stays as dark as it is.
void tint(QPainter *painter, const QRectF &area, QColor color)
{
    painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    painter->fillRect(area, color);
    painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void outline(QPainter *painter, const QRectF &area, QColor color, double width)
{
    painter->setPen(QPen(color, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(area);
}

void paintPaper(QPainter *painter, const PagePicture &picture)
{
    const Tokens &tokens = currentTokens();
    const QColor paper = tokens[Token::Paper];
    painter->fillRect(picture.paper, paper);
    if (!picture.image.isNull()) {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        // White of a page becomes the paper's colour; on white paper there is nothing to multiply.
        if (paper != QColor(Qt::white))
            painter->setCompositionMode(QPainter::CompositionMode_Multiply);
        painter->drawImage(picture.paper, picture.image);
        painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    painter->setPen(tokens[Token::Border]);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(picture.paper).adjusted(-0.5, -0.5, 0.5, 0.5));
}

void paintLabel(QPainter *painter, const MarginLabel &label)
{
    const Tokens &tokens = currentTokens();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens[Token::Warn]);
    painter->setBrush(tokens[Token::WarnTint]);
    painter->drawRoundedRect(QRectF(label.box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->drawText(label.box, Qt::AlignCenter, label.text);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void paintPage(QPainter *painter, const PagePicture &picture)
{
    const Tokens &onWhite = Tokens::light();
    const QFont font = painter->font();
    paintPaper(painter, picture);
    const auto place = [&picture](const QRectF &area) { return onPaper(area, picture.paper); };
    for (const QRectF &area : picture.changed) {
        const QRectF box = place(area).adjusted(-3, -3, 3, 3);
        tint(painter, box, onWhite[Token::WarnTint]);
        outline(painter, box, onWhite[Token::Warn], 1.5);
    }
    for (const QRectF &area : picture.hits)
        tint(painter, place(area).adjusted(-1, -1, 1, 1), onWhite[Token::Sel]);
    for (const QRectF &area : picture.currentHit) {
        const QRectF box = place(area).adjusted(-2, -2, 2, 2);
        tint(painter, box, onWhite[Token::Sel]);
        outline(painter, box, onWhite[Token::Accent], 2);
    }
    for (const QRectF &area : picture.selected) {
        const QRectF box = place(area).adjusted(-1, -1, 1, 1);
        tint(painter, box, onWhite[Token::Sel]);
        painter->fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 2), onWhite[Token::Accent]);
    }
    if (!picture.bar.isEmpty())
        painter->fillRect(picture.bar, currentTokens()[Token::Warn]);
    painter->setFont(labelFont(font));
    for (const MarginLabel &label : picture.labels)
        paintLabel(painter, label);
    painter->setFont(font);
}

int marginLabelRoom(const QFont &font)
{
    int widest = 0;
    for (const QString &text : changeLabels())
        widest = qMax(widest, labelWidth(text, font));
    return widest + 2 * labelGap;
}

QList<MarginLabel> placeLabels(const QList<ChangeMark> &marks, int turns, const QRect &paper, const QFont &font)
{
    const int height = QFontMetrics(labelFont(font)).height() + 4;
    QList<MarginLabel> labels;
    for (const ChangeMark &mark : marks) {
        const double middle = mark.place.isEmpty() ? 0 : turnedArea(mark.place, turns).center().y();
        const int top = mark.place.isEmpty() ? paper.top() : paper.top() + int(middle * paper.height()) - height / 2;
        labels += {{paper.right() + 1 + labelGap, top, labelWidth(mark.label, font), height}, mark.label};
    }
    // Turned pages give them another order.
    std::stable_sort(labels.begin(), labels.end(),
                     [](const MarginLabel &a, const MarginLabel &b) { return a.box.top() < b.box.top(); });
    for (qsizetype i = 1; i < labels.size(); ++i)
        labels[i].box.moveTop(qMax(labels[i].box.top(), labels[i - 1].box.bottom() + 3));
    return labels;
}

} // namespace gatehouse::ui
