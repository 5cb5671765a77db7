#pragma once

#include "ui/components/textlabel.h"

namespace gatehouse::ui {

// A line of text that is cut with an ellipsis where it doesn't fit; the whole of it is in the tooltip and for screen
// readers. For cards, whose height may not depend on their width.
class ElidedLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, TextRole role = TextRole::Body, Token color = Token::Text);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gatehouse::ui
