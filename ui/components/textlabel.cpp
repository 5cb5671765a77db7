#include "ui/components/textlabel.h"

#include "ui/style/theme.h"

#include <QEvent>

namespace gatehouse::ui {

TextLabel::TextLabel(const QString &text, TextRole role, Token color, QWidget *parent)
    : QLabel(text, parent), m_role(role), m_color(color)
{
    setTextFormat(Qt::PlainText);
    dress();
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    dress();
}

void TextLabel::setColor(Token color)
{
    m_color = color;
    dress();
}

void TextLabel::dress()
{
    // QLabel aligns by the script of its words; ours stand at the leading edge of the layout, names in any script too.
    const Qt::Alignment across = alignment() & Qt::AlignHorizontal_Mask;
    if (across == Qt::AlignLeft || across & Qt::AlignAbsolute) {
        const Qt::Alignment leading = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
        if (across != leading)
            setAlignment(leading | (alignment() & Qt::AlignVertical_Mask));
    }
    const QFont wanted = roleFont(m_role);
    if (font() != wanted)
        setFont(wanted);
    const QColor ink = currentTokens()[m_color];
    if (palette().color(QPalette::WindowText) == ink)
        return;
    QPalette own;
    own.setColor(QPalette::Active, QPalette::WindowText, ink);
    own.setColor(QPalette::Inactive, QPalette::WindowText, ink);
    setPalette(own);
}

bool TextLabel::event(QEvent *event)
{
    const bool done = QLabel::event(event);
    switch (event->type()) {
    case QEvent::ApplicationFontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange: dress(); break;
    default: break;
    }
    return done;
}

TextLabel *sectionTitle(const QString &text, SectionHead head, QWidget *parent)
{
    const bool caption = head == SectionHead::Caption;
    return new TextLabel(text, caption ? TextRole::SecondaryStrong : TextRole::Section,
                         caption ? Token::Text2 : Token::Text, parent);
}

} // namespace gatehouse::ui
