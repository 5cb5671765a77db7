#include "ui/components/card.h"

#include "ui/components/textlabel.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

constexpr int Margin = 14;

} // namespace

Card::Card(const QString &title, Head head, Padding padding, QWidget *parent)
    : QFrame(parent),
      m_head(head),
      m_title(new TextLabel),
      m_note(new TextLabel),
      m_titleRow(new QHBoxLayout),
      m_titleBox(new QWidget),
      m_content(new QVBoxLayout)
{
    const bool headline = head == Head::Headline;
    m_title->setRole(headline ? TextRole::Strong : TextRole::SecondaryStrong);
    m_title->setColor(headline ? Token::Text : Token::Text2);
    m_note->setRole(TextRole::Secondary);
    m_note->setColor(Token::Text2);
    m_note->hide();
    m_titleRow->setContentsMargins(Margin, headline ? 8 : 6, Margin, headline ? 8 : 2);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch();
    m_titleRow->addWidget(m_note);
    m_titleBox->setLayout(m_titleRow);
    const int inset = padding == Padding::Inset ? Margin : 1;
    m_content->setContentsMargins(inset, padding == Padding::Inset ? 8 : 1, inset, padding == Padding::Inset ? 10 : 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_titleBox);
    all->addLayout(m_content, 1);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::addAction(QWidget *action)
{
    m_titleRow->addWidget(action);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens[Token::Border]);
    painter.setBrush(tokens[Token::Base]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_head == Head::Headline)
        painter.fillRect(QRect(1, m_titleBox->geometry().bottom(), width() - 2, 1), tokens[Token::Border]);
}

} // namespace gatehouse::ui
