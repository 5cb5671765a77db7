#include "ui/pages/timelinetab.h"

#include "ui/components/emptystate.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/marks.h"
#include "ui/pages/people.h"
#include "words/datewords.h"
#include "words/eventwords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace gatehouse::ui {

using domain::Event;
using operations::PartnerView;

namespace {

constexpr int whoColumn = 2;

Mark markOf(const Event &event)
{
    if (event.type == QStringLiteral("partner.approved"))
        return {Glyph::Tick, Tone::Ok, Emphasis::Normal};
    if (event.type == QStringLiteral("partner.rejected"))
        return {Glyph::DiamondCross, Tone::Danger, Emphasis::Normal};
    return {Glyph::Ring, Tone::Neutral, Emphasis::Normal};
}

// A tooltip of plain text has the lines that it is given.
QString wrapped(const QString &text)
{
    constexpr qsizetype longest = 96;
    QStringList lines;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (!lines.isEmpty() && lines.constLast().size() + word.size() < longest)
            lines.last() += QLatin1Char(' ') + word;
        else
            lines += word;
    }
    return lines.join(QLatin1Char('\n'));
}

CellRow rowOf(const Event &event, const PartnerView &view)
{
    const Mark mark = markOf(event);
    QString told = words::eventWords(event, &view.playbook);
    // Decisions have one; the line shows its beginning.
    const QString note = event.after.value(QStringLiteral("notes")).toString().simplified();
    if (!note.isEmpty())
        told = TimelineTab::tr("%1: %2", "what was decided, the note").arg(told, words::isolate(note));
    const CellPresentation what = statusCell(mark, told);
    const QString detail = QString::fromUtf8(QJsonDocument(event.after).toJson(QJsonDocument::Compact));
    return {event.id,
            {textCell(words::momentWords(event.at, view.asOf)), what, textCell(whoActed(view, event)),
             textCell(event.type), textCell(QStringLiteral("#%1").arg(event.number))},
            // The moment first: Qt takes a tip for rich text by its first line, and a note may hold anything.
            TimelineTab::tr("%1\nBy %2, on this machine %3\nAbout %4\nReceipt %5\n%6")
                    .arg(words::exactMoment(event.at), nameInFull(view, event.actor), event.osUser, event.subject,
                         event.requestId, detail.left(400))
                + (note.isEmpty() ? QString() : QLatin1Char('\n') + wrapped(words::plain(told)))};
}

} // namespace

TimelineTab::TimelineTab(QWidget *parent)
    : QWidget(parent),
      m_filter(new QLineEdit),
      m_shown(new TextLabel(QString(), TextRole::Secondary, Token::Text2)),
      m_banner(new MessageBanner),
      m_stack(new QStackedWidget),
      m_table(new CellTable({tr("When"), tr("What"), tr("Who"), tr("Event"), tr("Number")})),
      m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("timelineTab"));
    m_filter->setObjectName(QStringLiteral("timelineFilterEdit"));
    m_filter->setAccessibleName(tr("Filter the timeline"));
    m_filter->setPlaceholderText(tr("Filter: words, people, event types"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(m_filter->fontMetrics().averageCharWidth() * 42);
    m_banner->setObjectName(QStringLiteral("timelineBanner"));
    m_table->setObjectName(QStringLiteral("timelineTable"));
    m_table->setAccessibleName(tr("Timeline"));
    m_table->setDensity(Density::Normal);
    m_table->setColumnWidthFor(0, tr("Wed 28 Sep 2028 22:42"), 4);
    m_table->setColumnWidthFor(3, QStringLiteral("partner.contact_released"), 4);
    m_table->setColumnWidthFor(4, QStringLiteral("#888888"), 4);
    m_table->setStretch(1);
    m_empty->setObjectName(QStringLiteral("timelineEmpty"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 8, 12, 8);
    tools->setSpacing(12);
    tools->addWidget(m_filter);
    tools->addWidget(m_shown);
    tools->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &TimelineTab::filter);
    connect(m_empty, &EmptyState::actionTriggered, m_filter, &QLineEdit::clear);
}

void TimelineTab::setEvents(const QList<Event> &events, const PartnerView &view)
{
    m_banner->clear();
    QList<CellRow> rows;
    m_lines.clear();
    for (const Event &event : events) {
        const CellRow row = rowOf(event, view);
        QStringList parts;
        for (const CellPresentation &cell : row.cells)
            parts += words::plain(cell.text);
        m_lines += Line{parts.join(QLatin1Char(' ')).toCaseFolded()};
        rows += row;
    }
    const bool claimed = std::any_of(events.begin(), events.end(), isClaimed);
    m_table->setColumnWidthFor(whoColumn, claimed ? tr("Tomas Lindqvist (OS user root)") : tr("Tomas Lindqvist"), 8);
    m_table->setRows(rows);
    filter();
}

void TimelineTab::filter()
{
    const QStringList wanted = m_filter->text().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int shown = 0;
    for (int row = 0; row < m_lines.size(); ++row) {
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [this, row](const QString &word) {
            return m_lines.at(row).words.contains(word);
        });
        m_table->setRowHidden(row, !fits);
        shown += fits ? 1 : 0;
    }
    m_shown->setText(wanted.isEmpty() ? tr("%n event(s)", nullptr, shown)
                                      : tr("%1 of %n event(s)", nullptr, int(m_lines.size())).arg(shown));
    if (m_lines.isEmpty())
        m_empty->setTexts(tr("Nothing happened yet"),
                          tr("Each change of this partner appears here with who and when."));
    else
        m_empty->setTexts(tr("No event matches “%1”").arg(m_filter->text()), tr("All words have to stand in one line."),
                          tr("Clear filter"));
    m_stack->setCurrentWidget(shown == 0 ? static_cast<QWidget *>(m_empty) : m_table);
}

void TimelineTab::showError(const base::Error &error)
{
    m_banner->setMessage(errorMessage(error));
}

void TimelineTab::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool TimelineTab::eventFilter(QObject *watched, QEvent *event)
{
    // The keys of the Board's filter. What matches nothing is mended where it was written.
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key != Qt::Key_Escape && key != Qt::Key_Down && key != Qt::Key_Return)
        return QWidget::eventFilter(watched, event);
    if (key == Qt::Key_Escape)
        m_filter->clear();
    if (m_stack->currentWidget() == m_table)
        focusList();
    return true;
}

void TimelineTab::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QWidget *TimelineTab::list() const
{
    return m_table;
}

} // namespace gatehouse::ui
