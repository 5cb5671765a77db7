#include "ui/pages/elidedlabel.h"

#include "words/textmarks.h"

#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

ElidedLabel::ElidedLabel(const QString &text, TextRole role, Token color) : TextLabel(QString(), role, color)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    TextLabel::setText(text);
    setToolTip(words::plain(text));
    setAccessibleName(words::plain(text));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, TextLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(Qt::AlignVCenter | Qt::AlignLeading), palette(), isEnabled(),
                          shown, foregroundRole());
}

} // namespace gatehouse::ui
