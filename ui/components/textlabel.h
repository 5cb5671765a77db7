#pragma once

#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QLabel>

namespace gatehouse::ui {

/// A label in one of the text sizes and one of the colours, always plain text. Follows zoom and theme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Token color = Token::Text,
                       QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setColor(Token color);

protected:
    bool event(QEvent *event) override;

private:
    void dress();

    TextRole m_role;
    Token m_color;
};

/// Head of a part of a page, 1.15 x and bold. SectionHead::Caption is the small grey one inside cards and panes.
enum class SectionHead : quint8 { Section, Caption };
TextLabel *sectionTitle(const QString &text, SectionHead head = SectionHead::Section, QWidget *parent = nullptr);

} // namespace gatehouse::ui
