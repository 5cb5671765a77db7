#include "ui/pages/overviewtab.h"

#include "ui/components/button.h"
#include "ui/components/card.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/pages/elidedlabel.h"
#include "ui/pages/marks.h"
#include "ui/pages/people.h"
#include "words/datewords.h"
#include "words/eventwords.h"
#include "words/namewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

constexpr int latestShown = 4;
constexpr int gutter = 14;

// The card's content is made anew with each view; it is small and has no focus of its own.
QWidget *renew(QWidget *old, Card *card)
{
    if (old) {
        old->hide();
        old->deleteLater();
    }
    auto *fresh = new QWidget(card);
    card->content()->addWidget(fresh);
    return fresh;
}

void addFact(QGridLayout *grid, const QString &label, const QString &value, const QString &toolTip = {},
             TextRole role = TextRole::Body)
{
    const int row = grid->rowCount();
    auto *name = new TextLabel(label, TextRole::Body, Token::Text2);
    auto *text = new ElidedLabel(value.isEmpty() ? QString(QChar(0x2014)) : value, role);
    if (!toolTip.isEmpty())
        text->setToolTip(toolTip);
    text->setAccessibleName(OverviewTab::tr("%1: %2", "fact, value").arg(label, value));
    text->setAccessibleDescription(toolTip);
    grid->addWidget(name, row, 0);
    grid->addWidget(text, row, 1);
}

// The day alone for what is older than a day: the card is narrow, and the timeline has the time.
QString shortMoment(base::Instant at, base::Instant now)
{
    if (now - at < base::msPerDay)
        return words::momentWords(at, now);
    return words::dayWords(at.toUtc().toLocalTime().date(), now.toUtc().toLocalTime().date());
}

QLayout *accessColumn(const domain::AccessAnswer &answer, base::Instant now)
{
    const Mark mark = markOf(answer.verdict);
    auto *title = new StatusLabel;
    title->setStatus(mark.glyph, mark.tone, answer.title, StatusLabel::Weight::Loud);
    auto *state = new TextLabel(words::accessWords(answer, now), TextRole::Secondary, Token::Text2);
    state->setObjectName(QStringLiteral("access_%1").arg(answer.gate));
    state->setContentsMargins(GlyphPainter::MarkSize + 6, 0, 0, 0);
    const QString guidance = words::accessGuidance(answer);
    state->setToolTip(guidance);
    state->setAccessibleName(
        OverviewTab::tr("%1: %2. %3", "access, state, guidance").arg(answer.title, state->text(), guidance));
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(title);
    column->addWidget(state);
    column->addStretch();
    return column;
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : QScrollArea(parent),
      m_gatesCard(new Card(tr("Readiness gates"), Card::Head::Headline, Card::Padding::Flush)),
      m_gates(new CellTable({QString(), tr("Gate"), tr("State"), tr("Steps"), tr("Owner")})),
      m_accessCard(new Card(tr("Production access"))),
      m_missingCard(new Card(tr("What would make this partner ready"))),
      m_factsCard(new Card(tr("Facts"))),
      m_latestCard(new Card(tr("Latest on the timeline"))),
      m_all(makeButton(tr("All"), ButtonKind::Link)),
      m_edit(makeButton(tr("Edit…"), ButtonKind::Link))
{
    setObjectName(QStringLiteral("overviewTab"));
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_gates->setObjectName(QStringLiteral("gatesTable"));
    m_gates->setAccessibleName(tr("Readiness gates"));
    m_gates->setDensity(Density::Normal);
    m_gates->setSelectionMode(QAbstractItemView::NoSelection);
    m_gates->setColumnWidthFor(0, QStringLiteral("8"), 12);
    m_gates->setColumnWidthFor(1, tr("Tenant provisioning"), 24);
    m_gates->setColumnWidthFor(3, tr("8 of 8"), 12);
    m_gates->setColumnWidthFor(4, tr("integration manager"), 8);
    m_gates->setStretch(2);
    m_gatesCard->content()->addWidget(m_gates);
    m_accessCard->setNote(tr("what this partner can do today"));
    m_all->setObjectName(QStringLiteral("allEventsButton"));
    m_edit->setObjectName(QStringLiteral("editFactsButton"));
    m_latestCard->addAction(m_all);
    m_factsCard->addAction(m_edit);
    connect(m_all, &QPushButton::clicked, this, &OverviewTab::timelineRequested);
    connect(m_edit, &QPushButton::clicked, this, &OverviewTab::factsEditRequested);

    // Not the one with a sentence that wraps: a maximum would cut it.
    for (Card *card : {m_gatesCard, m_missingCard, m_factsCard, m_latestCard})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *page = new QWidget(this);
    auto *left = new QVBoxLayout;
    left->setSpacing(gutter);
    for (Card *card : {m_gatesCard, m_accessCard, m_missingCard})
        left->addWidget(card);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(gutter);
    for (Card *card : {m_factsCard, m_latestCard})
        right->addWidget(card);
    right->addStretch();
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(16, gutter, 16, 16);
    row->setSpacing(16);
    row->addLayout(left, 13);
    row->addLayout(right, 6);
    setWidget(page);
}

void OverviewTab::setView(const PartnerView &view)
{
    setGates(view);
    setAccess(view);
    setFacts(view);
    setMissing(view);
}

void OverviewTab::focusInEvent(QFocusEvent *event)
{
    // Around half the window a ring helps only who came here by Tab.
    const Qt::FocusReason reason = event->reason();
    setProperty("focusRing", reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason);
    QScrollArea::focusInEvent(event);
}

void OverviewTab::focusGates()
{
    m_gates->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(m_gates);
}

void OverviewTab::setGates(const PartnerView &view)
{
    QList<CellRow> rows;
    int number = 0;
    for (const domain::GateStanding &gate : view.readiness.gates) {
        CellPresentation name = strongCell(words::readinessGateWords(gate.gate));
        rows += CellRow{QString::number(int(gate.gate)),
                        {textCell(locale().toString(++number)), name,
                         statusCell(markOf(gate.state), words::gateStandingWords(gate)),
                         textCell(tr("%1 of %2", "steps done, all").arg(gate.done).arg(gate.total)),
                         textCell(gate.owner.isEmpty() ? QString(QChar(0x2014)) : words::ownerWords(gate.owner))},
                        words::gateStateWords(gate.state)};
    }
    m_gates->setRows(rows);
    m_gates->setHeight(CellTable::Height::AllRows);
    m_gatesCard->setNote(words::gateCountWords(view.readiness.gatesDone, int(view.readiness.gates.size())));
    m_gatesCard->setVisible(!rows.isEmpty());
}

void OverviewTab::setAccess(const PartnerView &view)
{
    m_access = renew(m_access, m_accessCard);
    m_access->setObjectName(QStringLiteral("accessList"));
    auto *column = new QVBoxLayout(m_access);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    column->addLayout(row);
    QString guidance;
    for (const domain::AccessAnswer &answer : view.readiness.access) {
        row->addLayout(accessColumn(answer, view.asOf), 1);
        if (answer.verdict == domain::AccessVerdict::Closed && guidance.isEmpty())
            guidance = words::accessGuidance(answer);
    }
    if (!guidance.isEmpty()) {
        auto *way = new TextLabel(guidance);
        way->setObjectName(QStringLiteral("guidanceLabel"));
        way->setWordWrap(true);
        column->addWidget(way);
    }
    m_accessCard->setVisible(!view.readiness.access.isEmpty());
}

void OverviewTab::setFacts(const PartnerView &view)
{
    m_facts = renew(m_facts, m_factsCard);
    auto *grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const domain::Partner &partner = view.facts.partner;
    addFact(grid, tr("Owner"), partner.owner.isEmpty() ? tr("nobody yet") : nameOf(view, partner.owner),
            partner.owner.isEmpty() ? QString() : nameInFull(view, partner.owner));
    addFact(grid, tr("Legal name"), words::isolate(partner.legalName));
    addFact(grid, tr("Region"), partner.region.isEmpty() ? tr("not known") : words::isolate(partner.region));
    addFact(grid, tr("Playbook"), tr("%1, version %2").arg(view.playbook.title).arg(partner.playbookVersion));
    addFact(grid, tr("Submitted"),
            tr("%1 by %2").arg(words::momentWords(partner.createdAt, view.asOf), nameOf(view, partner.submittedBy)),
            tr("%1 by %2").arg(words::exactMoment(partner.createdAt), nameInFull(view, partner.submittedBy)));
    if (partner.enteredBy != partner.submittedBy)
        addFact(grid, tr("Entered by"), nameOf(view, partner.enteredBy), nameInFull(view, partner.enteredBy));
    addFact(grid, tr("Updated"), words::momentWords(partner.updatedAt, view.asOf),
            words::exactMoment(partner.updatedAt));
    addFact(grid, tr("Slug"), partner.slug, {}, TextRole::Monospace);
    addFact(grid, tr("Id"), partner.id, {}, TextRole::Monospace);
}

void OverviewTab::setMissing(const PartnerView &view)
{
    m_missing = renew(m_missing, m_missingCard);
    m_missing->setObjectName(QStringLiteral("missingList"));
    auto *column = new QVBoxLayout(m_missing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const QString &step : view.readiness.wouldBeReady) {
        auto *label = new StatusLabel(Glyph::Ring, Tone::Neutral, step);
        // What is heard has no circle: a step's name alone says what is true once it is done.
        label->setAccessibleName(tr("Open: %1", "a step").arg(step));
        column->addWidget(label);
    }
    if (view.readiness.wouldBeReady.isEmpty())
        column->addWidget(new StatusLabel(Glyph::Tick, Tone::Ok, tr("Everything the playbook asks for is done.")));
    column->addStretch();
    m_missingCard->setNote(tr("%1 % of the steps are done").arg(locale().toString(view.readiness.percent)));
}

void OverviewTab::setEvents(const QList<domain::Event> &events, const PartnerView &view)
{
    m_latest = renew(m_latest, m_latestCard);
    auto *grid = new QGridLayout(m_latest);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const domain::Event &event : events.first(qMin<qsizetype>(events.size(), latestShown))) {
        auto *when = new TextLabel(shortMoment(event.at, view.asOf), TextRole::Secondary, Token::Text2);
        when->setToolTip(words::exactMoment(event.at));
        grid->addWidget(new ElidedLabel(words::eventWords(event, &view.playbook)), row, 1);
        grid->addWidget(when, row, 0);
        auto *who = new TextLabel(whoActed(view, event), TextRole::Secondary, Token::Text2);
        who->setObjectName(QStringLiteral("latestWhoLabel"));
        const QString inFull = nameInFull(view, event.actor);
        who->setToolTip(isClaimed(event) ? tr("%1, OS user %2", "who, a user").arg(inFull, event.osUser) : inFull);
        who->setAccessibleName(who->toolTip());
        // Two names need a line of their own: beside them nothing of what was done would be left.
        if (isClaimed(event)) {
            who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            grid->addWidget(who, ++row, 1, 1, 2);
        } else {
            grid->addWidget(who, row, 2);
        }
        ++row;
    }
    grid->setRowStretch(row, 1);
    m_all->setText(tr("All %1").arg(locale().toString(events.size())));
    m_all->setVisible(!events.isEmpty());
}

} // namespace gatehouse::ui
