#include "ui/pages/factspane.h"

#include "ui/components/button.h"
#include "ui/components/keycap.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/pages/decisionlist.h"
#include "ui/pages/elidedlabel.h"
#include "ui/pages/marks.h"
#include "ui/pages/people.h"
#include "ui/shell/keyhints.h"
#include "ui/style/typography.h"
#include "words/datewords.h"
#include "words/reviewwords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTimer>

#include <algorithm>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

using Sign = domain::FactChange::Sign;

constexpr int rowPadding = 8;
constexpr int documentRole = 0; // part of a row's key before the bar

enum FactColumn { signColumn, fieldColumn, beforeColumn, nowColumn };

CellPresentation signCell(Sign sign)
{
    CellPresentation cell;
    cell.kind = CellKind::Sign;
    switch (sign) {
    case Sign::Added:
        cell.text = QStringLiteral("+");
        cell.tone = Tone::Ok;
        break;
    case Sign::Removed:
        cell.text = QString(QChar(0x2212));
        cell.tone = Tone::Danger;
        break;
    case Sign::Changed:
        cell.text = QStringLiteral("±");
        cell.tone = Tone::Warn;
        break;
    }
    return cell;
}

CellRow changeRow(const words::ChangeWords &change, qsizetype number)
{
    CellPresentation before = textCell(change.before);
    before.struck = change.sign == Sign::Removed;
    return {QStringLiteral("%1|%2").arg(change.documentId).arg(number),
            {signCell(change.sign), textCell(change.field, Emphasis::Normal), before,
             textCell(change.after, Emphasis::Loud)},
            FactsPane::tr("%1: %2, before: %3", "a field, its value now and before")
                .arg(change.field, change.after, change.before)};
}

void showRows(CellTable *table, const QList<words::ChangeWords> &changes)
{
    QList<CellRow> rows;
    for (const words::ChangeWords &change : changes)
        rows += changeRow(change, rows.size());
    table->setRows(rows);
    table->setHeight(CellTable::Height::AllRows);
}

// What a column's widest cell needs.
int widest(const CellTable *table, int column)
{
    const QFontMetrics regular(table->font());
    const QFontMetrics strong(roleFont(TextRole::TableStrong));
    int width = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString text = table->model()->index(row, column).data().toString();
        const int bolder = column == nowColumn ? strong.horizontalAdvance(text) - regular.horizontalAdvance(text) : 0;
        width = qMax(width, table->widthFor(text, qMax(0, bolder)));
    }
    return width;
}

StatusLabel *checkLabel(const ReviewCheck &check)
{
    const Mark mark = markOf(check.state);
    return new StatusLabel(mark.glyph, mark.tone, check.text);
}

} // namespace

FactsPane::FactsPane(Actions &actions, QWidget *parent) : QScrollArea(parent), m_actions(actions)
{
    setObjectName(QStringLiteral("factsPane"));
    setAccessibleName(tr("Facts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(280);
    setProperty("focusRing", true);
    QTimer::singleShot(0, this, &FactsPane::makeParts);
}

void FactsPane::makeParts()
{
    if (m_column)
        return;
    auto *all = new QWidget(viewport());
    m_column = new QVBoxLayout(all);
    m_column->setContentsMargins(16, 12, 12, 12);
    m_column->setSpacing(16);
    const auto key = [this](Act act) { return keyWords(m_actions[act]->shortcut()); };
    m_news = addPart(tr("New since you opened it"), "newsPart", {});
    m_newsTable = makeTable("newsTable");
    m_news.box->layout()->addWidget(m_newsTable);
    m_changes = addPart(tr("Changed since the last decision"), "changesPart", key(Act::ShowChanges));
    m_changesTable = makeTable("changesTable");
    m_changes.box->layout()->addWidget(m_changesTable);
    m_unchanged = new TextLabel(QString(), TextRole::Body, Token::Text2);
    m_unchanged->setWordWrap(true);
    m_changes.box->layout()->addWidget(m_unchanged);
    m_checks = addPart(tr("Checks"), "checksPart", {});
    m_checkRows.setPlace(addRows(m_checks), this);
    m_requests = addPart(tr("Asked of the partner"), "requestsPart", {});
    m_requestRows.setPlace(addRows(m_requests), this);
    m_answered = makeButton(tr("Partner answered…"), ButtonKind::Link);
    m_answered->setObjectName(QStringLiteral("closeRequestButton"));
    m_actions.bind(m_answered, Act::CloseRequest);
    m_requests.box->layout()->addWidget(m_answered);
    m_requests.box->layout()->setAlignment(m_answered, Qt::AlignLeading);
    m_decisions = addPart(tr("Previous decisions"), "decisionsPart", key(Act::ShowHistory));
    m_decisionList = new DecisionList(this);
    connect(m_decisionList, &DecisionList::evidenceRequested, this, &FactsPane::evidenceRequested);
    m_decisions.box->layout()->addWidget(m_decisionList);
    m_column->addStretch(1);
    m_news.box->hide();
    setWidget(all);
    shareColumns();
}

// Of two values the shorter one leaves the longer what it doesn't need. Where that isn't enough all rows have two
// lines; what doesn't fit into those either is in the tooltip.
void FactsPane::shareColumns()
{
    if (!m_column)
        return;
    const QMargins margins = m_column->contentsMargins();
    const int width = viewport()->width() - margins.left() - margins.right();
    for (CellTable *table : {m_newsTable, m_changesTable}) {
        const int room = width - table->columnWidth(signColumn);
        const int before = widest(table, beforeColumn);
        const int now = widest(table, nowColumn);
        const int name = widest(table, fieldColumn);
        const int field = qMin(name, viewport()->width() * 3 / 10);
        const int half = (room - field) / 2;
        const int spare = room - field - before - now;
        table->setColumnWidth(fieldColumn, field);
        table->setColumnWidth(beforeColumn, spare >= 0       ? before + spare / 2
                                            : before <= half ? before
                                            : now <= half    ? room - field - now
                                                             : half);
        const int oneLine = rowHeight(table->density(), table->font());
        const int twoLines = 2 * QFontMetrics(table->font()).height() + rowPadding;
        table->verticalHeader()->setDefaultSectionSize(spare < 0 || name > field ? qMax(oneLine, twoLines) : oneLine);
        table->setHeight(CellTable::Height::AllRows);
    }
}

void FactsPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    shareColumns();
}

FactsPane::Part FactsPane::addPart(const QString &title, const char *name, const QString &key)
{
    Part part;
    part.box = new QWidget;
    part.box->setObjectName(QLatin1StringView(name));
    part.box->setAccessibleName(title);
    part.title = new TextLabel(title, TextRole::Strong);
    part.note = new ElidedLabel(QString(), TextRole::Secondary, Token::Text2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(part.title);
    head->addWidget(part.note, 1);
    if (!key.isEmpty())
        head->addWidget(new KeyCap(key));
    auto *column = new QVBoxLayout(part.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    m_column->addWidget(part.box);
    return part;
}

QVBoxLayout *FactsPane::addRows(const Part &part)
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(4);
    static_cast<QVBoxLayout *>(part.box->layout())->addLayout(rows);
    return rows;
}

CellTable *FactsPane::makeTable(const char *name)
{
    auto *table = new CellTable({QString(), tr("Field"), tr("Before"), tr("Now")});
    table->setObjectName(QLatin1StringView(name));
    table->setAccessibleName(tr("What changed"));
    table->setDensity(Density::Compact);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setColumnWidthFor(signColumn, QStringLiteral("±"), 14);
    table->setStretch(nowColumn);
    table->horizontalHeader()->setMinimumSectionSize(24);
    connect(table, &CellTable::opened, this, [this, table](const QModelIndex &index) {
        const QString document = table->keyAt(index).section(QLatin1Char('|'), documentRole, documentRole);
        if (!document.isEmpty())
            Q_EMIT documentRequested(document);
    });
    return table;
}

void FactsPane::setChanges(const PartnerView &view, const QList<words::ChangeWords> &changes)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    const qint64 revision = view.readiness.dossier.revision;
    m_changes.title->setText(last ? tr("Changed since the last decision") : tr("Filed for the first review"));
    m_changes.note->setText(last && last->dossierRevision != revision
                                ? tr("revision %1 to %2").arg(last->dossierRevision).arg(revision)
                            : revision > 0 ? tr("revision %1").arg(revision)
                                           : QString());
    showRows(m_changesTable, changes);
    shareColumns();
    m_changesTable->setVisible(!changes.isEmpty());
    m_unchanged->setText(last ? tr("Nothing changed.") : tr("Nothing was filed yet."));
    m_unchanged->setVisible(changes.isEmpty());
}

void FactsPane::setNews(const QList<words::ChangeWords> &news)
{
    showRows(m_newsTable, news);
    shareColumns();
    m_news.box->setVisible(!news.isEmpty());
}

void FactsPane::setChecks(const QList<ReviewCheck> &checks)
{
    const auto passed = std::count_if(checks.begin(), checks.end(), [](const ReviewCheck &check) {
        return check.state == ReviewCheck::State::Passed;
    });
    m_checks.note->setText(tr("%1 of %2 passed").arg(passed).arg(checks.size()));
    m_checkRows.show(checks, &FactsPane::checkRow);
}

QWidget *FactsPane::checkRow(const ReviewCheck &check)
{
    StatusLabel *label = checkLabel(check);
    label->setObjectName(QStringLiteral("checkLabel"));
    label->setWordWrap(true);
    if (check.help == ReviewCheck::Help::None)
        return label;
    QPushButton *how = makeButton(tr("How to revoke"), ButtonKind::Link);
    how->setObjectName(QStringLiteral("howToRevokeButton"));
    auto *line = new QHBoxLayout;
    line->addWidget(label, 1);
    line->addWidget(how);
    auto *steps = new TextLabel(tr("1. Deactivate the subject at the identity provider. 2. Open the partner, tab "
                                   "Contacts. 3. Choose the contact and record “Identity deactivated”, with how this "
                                   "is known. Runbook: contacts#revoke."),
                                TextRole::Secondary, Token::Text2);
    steps->setObjectName(QStringLiteral("revokeSteps"));
    steps->setWordWrap(true);
    steps->hide();
    connect(how, &QPushButton::clicked, steps, [steps] { steps->setVisible(steps->isHidden()); });
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(steps);
    return row;
}

void FactsPane::setView(const PartnerView &view)
{
    makeParts();
    m_decisionList->setView(view);
    const qsizetype count = view.facts.decisions.size();
    m_decisions.note->setText(count > 0 ? locale().toString(count) : QString());
    setRequests(view);
}

FactsPane::Request FactsPane::requestWords(const domain::PartnerRequest &request, const PartnerView &view)
{
    Request said{request.end, words::requestWords(request, view.playbook), {}, {}};
    said.asked = tr("%1 asked %2, %3", "a person, whom, when")
                     .arg(nameOf(view, request.askedBy), words::isolate(request.askedOf),
                          words::isolate(words::momentWords(request.askedAt, view.asOf)));
    if (request.end == domain::RequestEnd::Open)
        return said;
    said.answer = words::requestEndWords(QLatin1StringView(domain::requestEndName(request.end)).toString());
    if (!request.answer.isEmpty())
        said.answer = tr("%1: %2", "how it ended, the answer").arg(said.answer, words::isolate(request.answer));
    return said;
}

QWidget *FactsPane::requestRow(const Request &request)
{
    const bool open = request.end == domain::RequestEnd::Open;
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(2);
    auto *text = new StatusLabel(open ? Glyph::Bars : Glyph::Tick, open ? Tone::Hold : Tone::Ok, request.text);
    text->setWordWrap(true);
    column->addWidget(text);
    for (const QString &line : {request.asked, request.answer}) {
        if (line.isEmpty())
            continue;
        auto *label = new TextLabel(line, TextRole::Secondary, Token::Text2);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return row;
}

// Those of this review; what an earlier decision ended is in the timeline.
void FactsPane::setRequests(const PartnerView &view)
{
    const domain::Decision *last = domain::lastDecision(view.facts.decisions);
    QList<Request> shown;
    for (auto it = view.facts.review.requests.crbegin(); it != view.facts.review.requests.crend(); ++it) {
        if (it->end == domain::RequestEnd::Open || !last || it->askedAt > last->decidedAt)
            shown += requestWords(*it, view);
    }
    m_requestRows.show(shown, &FactsPane::requestRow);
    const auto open = std::count_if(shown.begin(), shown.end(),
                                    [](const Request &one) { return one.end == domain::RequestEnd::Open; });
    m_answered->setVisible(open > 0);
    m_requests.note->setText(open > 0 ? tr("%n open", nullptr, int(open)) : QString());
    m_requests.box->setVisible(!shown.isEmpty());
}

void FactsPane::focusChanges()
{
    ensureWidgetVisible(m_changes.box, 0, 0);
    if (m_changesTable->isVisible()) {
        if (!m_changesTable->currentIndex().isValid())
            m_changesTable->setCurrentIndex(m_changesTable->model()->index(0, 0));
        m_changesTable->setFocus(Qt::ShortcutFocusReason);
    } else {
        setFocus(Qt::ShortcutFocusReason);
    }
}

void FactsPane::focusHistory()
{
    ensureWidgetVisible(m_decisions.box, 0, 0);
    setFocus(Qt::ShortcutFocusReason);
}

QWidget *FactsPane::changesTable() const
{
    return m_changesTable;
}

} // namespace gatehouse::ui
