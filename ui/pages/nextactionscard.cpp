#include "ui/pages/nextactionscard.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/pages/marks.h"
#include "ui/style/theme.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QPainter>

namespace gatehouse::ui {

using domain::ActionKind;
using domain::NextAction;
using operations::PartnerView;

namespace {

constexpr int mostShown = 3;
constexpr qsizetype mostBlockers = 2;

// A glyph of 14 px that says nothing itself: the words beside it do.
class MarkView final : public QWidget
{
public:
    MarkView(const Mark &mark, QWidget *parent) : QWidget(parent), m_mark(mark) { setFixedSize(18, 18); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        GlyphPainter::paint(&painter, {2, 2}, m_mark.glyph, m_mark.tone, 14);
    }

private:
    Mark m_mark;
};

class Line final : public QWidget
{
public:
    explicit Line(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), currentTokens()[Token::Border]); }
};

QWidget *replaceRows(QWidget *old, Card *card)
{
    auto *rows = new QWidget(card);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (old)
        old->deleteLater();
    if (old)
        old->hide();
    card->content()->addWidget(rows);
    return rows;
}

QString nothingDue(const PartnerView &view)
{
    if (domain::finalRejection(view.playbook, view.facts.decisions))
        return NextActionsCard::tr("Nothing is due: the last rejection is final. Only a root admin re-opens it.");
    if (view.readiness.wouldBeReady.isEmpty())
        return NextActionsCard::tr("Nothing is due, and nothing is open.");
    return NextActionsCard::tr("Nothing is due. What is still open stands under Readiness gates.");
}

QBoxLayout *columnOf(QWidget *rows)
{
    return static_cast<QBoxLayout *>(rows->layout());
}

} // namespace

NextActionsCard::NextActionsCard(Actions &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_card(new Card(tr("Next actions"), Card::Head::Plain))
{
    setObjectName(QStringLiteral("nextActionsCard"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_card);
}

void NextActionsCard::setView(const PartnerView &view)
{
    m_rows = replaceRows(m_rows, m_card);
    m_releases.clear();
    const QList<NextAction> &all = view.readiness.actions;
    const qsizetype ours = std::count_if(all.begin(), all.end(),
                                         [](const NextAction &action) { return action.mover == domain::Mover::Us; });
    QString note;
    if (!all.isEmpty())
        note = tr("%1 ours, %2 theirs", "counts of next actions").arg(ours).arg(all.size() - ours);
    if (all.size() > mostShown)
        note = tr("%1; the first %2 are shown").arg(note).arg(mostShown);
    m_card->setNote(note);
    int number = 0;
    for (const NextAction &action : all.first(qMin<qsizetype>(all.size(), mostShown))) {
        columnOf(m_rows)->addWidget(new Line(m_rows));
        columnOf(m_rows)->addWidget(makeRow(action, view, number++));
    }
    if (all.isEmpty()) {
        auto *none = new TextLabel(nothingDue(view), TextRole::Body, Token::Text2);
        none->setObjectName(QStringLiteral("nothingDueLabel"));
        columnOf(m_rows)->addWidget(none);
    }
    columnOf(m_rows)->addStretch();
    explainReleases();
}

void NextActionsCard::setReleaseObstacle(const QString &reason)
{
    m_releaseObstacle = reason;
    explainReleases();
}

void NextActionsCard::explainReleases()
{
    for (QPushButton *button : std::as_const(m_releases)) {
        button->setEnabled(m_releaseObstacle.isEmpty());
        button->setToolTip(m_releaseObstacle);
        button->setAccessibleDescription(m_releaseObstacle);
    }
}

QString NextActionsCard::buttonText(ActionKind kind) const
{
    switch (kind) {
    case ActionKind::ReviewDossier:
    case ActionKind::ReviewChange:
    case ActionKind::RenewApproval: return tr("Review");
    case ActionKind::AnswerRequest:
    case ActionKind::RemindPartner: return tr("Show the request");
    case ActionKind::Reconsider: return tr("Go to review");
    case ActionKind::CompleteItem: return {}; // recorded at the command line as yet
    case ActionKind::FileDocument:
    case ActionKind::RenewDocument:
    case ActionKind::AnswerRejection: return tr("File document…");
    case ActionKind::DeactivateIdentity: return tr("Identity deactivated…");
    }
    Q_UNREACHABLE();
}

QWidget *NextActionsCard::makeRow(const NextAction &action, const PartnerView &view, int number)
{
    auto *row = new QWidget(m_rows);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 7, 0, 7);
    line->setSpacing(10);
    line->addWidget(new MarkView(markOf(action), row));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    const QString title = words::actionWords(action, view.readiness.approval);
    texts->addWidget(new TextLabel(title, TextRole::Strong));
    const QString owner = action.mover == domain::Mover::Us
                              ? words::ownerWords(action.owner)
                              : tr("waiting for %1").arg(words::isolate(words::ownerWords(action.owner)));
    texts->addWidget(new TextLabel(owner, TextRole::Secondary, Token::Text2));
    line->addLayout(texts, 1);
    if (action.due) {
        const bool over = *action.due < view.asOf;
        const QString moment = words::isolate(words::dateTimeWords(*action.due, view.asOf));
        auto *due = new TextLabel(over ? tr("was due %1", "a date and time").arg(moment)
                                       : tr("due %1", "a date and time").arg(moment),
                                  TextRole::Secondary, over ? Token::Danger : Token::Text2);
        due->setObjectName(QStringLiteral("dueLabel"));
        due->setToolTip(words::exactMoment(*action.due));
        line->addWidget(due);
    }
    if (buttonText(action.kind).isEmpty())
        return row;
    const bool primary = number == 0 && action.mover == domain::Mover::Us;
    QPushButton *button = makeButton(buttonText(action.kind), primary ? ButtonKind::Primary : ButtonKind::Plain, row);
    button->setObjectName(QStringLiteral("nextAction%1Button").arg(number));
    const bool files = action.kind == ActionKind::FileDocument || action.kind == ActionKind::RenewDocument
                       || action.kind == ActionKind::AnswerRejection;
    if (files)
        m_actions.follow(button, Act::FileDocument);
    else if (action.kind == ActionKind::DeactivateIdentity)
        m_releases += button;
    button->setAccessibleName(tr("%1: %2", "button, what it is for").arg(button->text(), title));
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT chosen(action); });
    line->addWidget(button);
    return row;
}

BlockersCard::BlockersCard(QWidget *parent) : QWidget(parent), m_card(new Card(tr("Blockers"), Card::Head::Plain))
{
    setObjectName(QStringLiteral("blockersCard"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_card);
}

void BlockersCard::setView(const PartnerView &view, const QList<operations::DocumentCheck> &badFiles)
{
    m_rows = replaceRows(m_rows, m_card);
    const QList<domain::Blocker> &blockers = view.readiness.blockers;
    const qsizetype all = badFiles.size() + blockers.size();
    m_card->setNote(all > mostBlockers ? tr("%n in all", nullptr, int(all)) : QString());
    const qsizetype files = qMin(badFiles.size(), mostBlockers);
    for (const operations::DocumentCheck &file : badFiles.first(files)) {
        const words::ErrorWords words = words::errorWords(*file.fault);
        addRow(markOf(domain::Severity::Now),
               words::fileFaultWords(*file.fault, words::documentTitle(view.playbook, file.document.kind)), words.todo,
               words.runbook);
    }
    for (const domain::Blocker &blocker : blockers.first(qMin(blockers.size(), mostBlockers - files))) {
        QStringList parts = {words::ownerWords(blocker.owner)};
        if (blocker.since)
            parts += tr("for %1").arg(words::roughDuration(view.asOf - *blocker.since));
        addRow(markOf(blocker.severity), words::blockerSentence(blocker), parts.join(QStringLiteral(" · ")),
               blocker.runbook);
    }
    if (all == 0)
        columnOf(m_rows)->addWidget(new TextLabel(tr("Nothing stands in the way."), TextRole::Body, Token::Text2));
    columnOf(m_rows)->addStretch();
}

void BlockersCard::addRow(const Mark &mark, const QString &sentence, const QString &detail, const QString &runbook)
{
    auto *row = new QWidget(m_rows);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->addWidget(new MarkView(mark, row), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto *said = new TextLabel(sentence, TextRole::Strong);
    said->setWordWrap(true);
    texts->addWidget(said);
    auto *more = new TextLabel(detail, TextRole::Secondary, Token::Text2);
    more->setWordWrap(true);
    texts->addWidget(more);
    if (!runbook.isEmpty()) {
        auto *where = new TextLabel(tr("Runbook: %1").arg(runbook), TextRole::Secondary, Token::Text2);
        where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        where->setAccessibleName(where->text());
        texts->addWidget(where);
    }
    line->addLayout(texts, 1);
    columnOf(m_rows)->addWidget(row);
}

} // namespace gatehouse::ui
