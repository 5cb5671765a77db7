#pragma once

#include "ui/components/textlabel.h"

namespace gatehouse::ui {

// A line of text that is cut with an ellipsis where it doesn't fit; the whole of it is in the tooltip and for screen
// readers. For what comes from outside and may be long, where it must not widen the window.
class ElidedLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, TextRole role = TextRole::Body, Token color = Token::Text);

    // Tooltip and accessible name follow.
    void setText(const QString &text);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gatehouse::ui
