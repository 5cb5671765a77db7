#include "ui/viewer/documenttabs.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "words/textmarks.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

namespace {

constexpr int tabPadding = 12;
constexpr int captionGap = 6;
constexpr int underline = 3;
constexpr int captionLeast = 40; // cut shorter, it says nothing

} // namespace

DocumentTabs::DocumentTabs(QWidget *parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("documentTabs"));
    setAccessibleName(tr("Documents"));
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::StrongFocus);
}

int DocumentTabs::addDocument(const QString &title, const QString &fileName)
{
    const int index = addTab(title);
    setTabToolTip(index, fileName);
    setCaption(index, {});
    return index;
}

void DocumentTabs::setCaption(int index, const QString &caption)
{
    setTabData(index, caption);
    const QString file = tabToolTip(index).section(QLatin1Char('\n'), 0, 0);
    setTabToolTip(index, caption.isEmpty() ? file : file + QLatin1Char('\n') + caption);
    setAccessibleTabName(index, caption.isEmpty()
                                    ? tabText(index)
                                    : tr("%1, %2", "KYB package, 12 pages, all seen").arg(tabText(index), caption));
    // The size hint is asked for anew only when the tab's own text may have changed.
    setTabText(index, tabText(index));
    updateGeometry();
    update();
}

QSize DocumentTabs::tabSizeHint(int index) const
{
    const QFont title = roleFont(TextRole::Strong, font());
    const QFontMetrics small(roleFont(TextRole::Caption, font()));
    int width = QFontMetrics(title).horizontalAdvance(tabText(index)) + 2 * tabPadding;
    if (!caption(index).isEmpty())
        width += captionGap + small.horizontalAdvance(caption(index)) + 1;
    return {width, controlHeight(34, font(), 14)};
}

QSize DocumentTabs::minimumTabSizeHint(int index) const
{
    // The caption goes before the title is cut.
    const QFont title = roleFont(TextRole::Strong, font());
    const QFontMetrics metrics(title);
    const int width = qMin(metrics.horizontalAdvance(tabText(index)), metrics.averageCharWidth() * 14);
    return {2 * tabPadding + width, tabSizeHint(index).height()};
}

void DocumentTabs::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokens[Token::Border]);
    const QFont small = roleFont(TextRole::Caption, font());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        const bool hovered = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        const QFont bold = roleFont(current ? TextRole::Strong : TextRole::Body, font());
        const QRect inner = tab.adjusted(tabPadding, 0, -tabPadding, -underline);
        const QFontMetrics metrics(bold);
        const QString title = words::isolate(metrics.elidedText(tabText(i), Qt::ElideRight, inner.width()));
        const int width = qMin(inner.width(), metrics.horizontalAdvance(title) + 1);
        const QRect name(inner.x(), inner.y(), width, inner.height());
        const QRect rest(name.right() + 1 + captionGap, inner.y(), qMax(0, inner.right() - name.right() - captionGap),
                         inner.height());
        const int align = int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
        painter.setFont(bold);
        painter.setPen(tokens[current || hovered ? Token::Text : Token::Text2]);
        painter.drawText(QStyle::visualRect(layoutDirection(), inner, name), align, title);
        painter.setFont(small);
        painter.setPen(tokens[Token::Text2]);
        if (rest.width() >= qMin(captionLeast, painter.fontMetrics().horizontalAdvance(caption(i))))
            painter.drawText(
                QStyle::visualRect(layoutDirection(), inner, rest), align,
                words::isolate(painter.fontMetrics().elidedText(caption(i), Qt::ElideRight, rest.width())));
        if (current)
            painter.fillRect(QRect(tab.x() + 8, tab.bottom() + 1 - underline, tab.width() - 16, underline),
                             tokens[Token::Accent]);
        if (current && hasFocus()) {
            painter.setPen(QPen(tokens[Token::Accent], 2));
            painter.drawRoundedRect(QRectF(tab).adjusted(3, 3, -3, -underline - 3), 3, 3);
        }
    }
}

bool DocumentTabs::event(QEvent *event)
{
    // Arrows go through the tabs while they have the focus; elsewhere in the viewer they turn pages.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End)
            event->accept();
    }
    return QTabBar::event(event);
}

} // namespace gatehouse::ui
