#include "ui/viewer/findbar.h"

#include "ui/components/textlabel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/viewer/textsearch.h"
#include "ui/viewer/vieweractions.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace gatehouse::ui {

namespace {

QString foundWords(const TextSearch &search, int pages, const QLocale &locale)
{
    const auto number = [&locale](int n) { return locale.toString(n); };
    if (search.needle().isEmpty())
        return {};
    if (search.hasNoText())
        return FindBar::tr("This document has no text layer: it can only be read by eye.");
    const QString read = FindBar::tr("page %1 of %2").arg(number(search.pagesRead()), number(pages));
    if (search.total() == 0)
        return search.isDone() ? FindBar::tr("Not found") : FindBar::tr("Looking, %1", "page 3 of 40").arg(read);
    const QString place = FindBar::tr("%1 of %2", "3 of 14").arg(number(search.ordinal()), number(search.total()));
    return search.isDone() ? place : FindBar::tr("%1 so far, %2", "3 of 14 so far, page 3 of 40").arg(place, read);
}

QString unreadWords(const TextSearch &search)
{
    const int pages = search.unreadablePages();
    if (pages == 0 || search.needle().isEmpty())
        return {};
    return pages == 1 ? FindBar::tr("; 1 page can't be read") : FindBar::tr("; %n pages can't be read", nullptr, pages);
}

} // namespace

FindBar::FindBar(const ViewerActions &actions, QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit), m_result(new TextLabel({}, TextRole::Secondary, Token::Text2))
{
    setObjectName(QStringLiteral("findBar"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setAccessibleName(tr("Find in the document"));
    m_field->setPlaceholderText(tr("Find in the document"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(260);
    m_result->setObjectName(QStringLiteral("findResultLabel"));
    m_result->setWordWrap(true);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeFindButton"));
    close->setIcon(icon(QStringLiteral("window-close")));
    close->setAccessibleName(tr("Close the search"));
    close->setToolTip(tr("Close the search (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 5);
    row->setSpacing(4);
    row->addWidget(m_field, 2);
    row->addWidget(actions.makeButton(ViewerAct::FindPrevious));
    row->addWidget(actions.makeButton(ViewerAct::FindNext));
    row->addSpacing(4);
    row->addWidget(m_result, 3);
    row->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::sought);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::setText(const QString &text)
{
    const QSignalBlocker quiet(m_field);
    m_field->setText(text);
}

void FindBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::showResult(const TextSearch &search, int pages)
{
    const QString words = foundWords(search, pages, locale());
    m_result->setText(words.isEmpty() ? words : words + unreadWords(search));
    m_field->setAccessibleDescription(m_result->text());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    case Qt::Key_Escape: Q_EMIT closed(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, currentTokens()[Token::Border]);
}

} // namespace gatehouse::ui
