#include "ui/pages/decisionview.h"

#include "ui/components/evidencelink.h"
#include "ui/components/flowlayout.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/people.h"
#include "ui/pages/viewing.h"
#include "words/datewords.h"
#include "words/durationwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

using domain::Decision;
using operations::PartnerView;

namespace {

QString whoAt(const PartnerView &view, const QString &subject, base::Instant at)
{
    return DecisionView::tr("%1, %2", "time, name").arg(words::exactMoment(at), nameInFull(view, subject));
}

// Only what the viewer can show leads somewhere: what was replaced, and what lies elsewhere, is told.
QList<DecisionFacts::Cited> citedIn(const QList<domain::Evidence> &evidence, const PartnerView &view)
{
    QList<DecisionFacts::Cited> all;
    for (const domain::Evidence &piece : evidence) {
        const bool leads =
            piece.kind == domain::EvidenceKind::Document && domain::currentDocument(view.facts.documents, piece.target);
        all += DecisionFacts::Cited{piece, words::evidenceWords(piece, view.facts.documents, view.playbook), leads};
    }
    return all;
}

DecisionFacts::Line quietLine(const QString &text)
{
    return {text, true};
}

void addNote(DecisionFacts &facts, const QString &note, const QString &partnerComment)
{
    facts.lines += DecisionFacts::Line{note, false};
    if (!partnerComment.isEmpty())
        facts.lines += quietLine(DecisionView::tr("To the partner: %1").arg(words::isolate(partnerComment)));
}

QString viewedWords(const Decision &decision, const PartnerView &view)
{
    QStringList seen;
    for (const domain::SeenDocument &one : decision.seen) {
        QString kind;
        for (const domain::DossierDocument &document : view.facts.documents) {
            if (document.id == one.documentId)
                kind = document.kind;
        }
        const domain::DocumentRule *rule = view.playbook.document(kind);
        seen += DecisionView::tr("%1 %2 of %3", "a document, pages seen, of how many")
                    .arg(rule ? rule->shortTitle : kind)
                    .arg(pagesNamed(one.pages))
                    .arg(one.pageCount);
    }
    if (seen.isEmpty())
        return {};
    const QString pages = DecisionView::tr("Pages viewed: %1", "of each document").arg(words::listOf(seen));
    if (decision.reviewSeconds <= 0)
        return pages;
    return DecisionView::tr("%1 in %2", "pages viewed, then how long that took")
        .arg(pages, words::isolate(words::durationWords(decision.reviewSeconds * base::msPerSecond)));
}

} // namespace

DecisionFacts decisionFacts(const Decision &decision, const PartnerView &view)
{
    const bool approved = decision.verdict == domain::Verdict::Approve;
    DecisionFacts facts;
    facts.id = decision.id;
    facts.glyph = approved ? Glyph::Tick : Glyph::DiamondCross;
    facts.tone = approved ? Tone::Ok : Tone::Danger;
    facts.title = DecisionView::tr("%1, revision %2")
                      .arg(words::verdictWords(decision, view.facts.decisions))
                      .arg(decision.dossierRevision);
    facts.at = decision.decidedAt;
    facts.who = nameOf(view, decision.decidedBy);
    facts.whoInFull = whoAt(view, decision.decidedBy, decision.decidedAt);
    for (const domain::Endorsement &first : view.facts.review.endorsements) {
        if (first.id == decision.endorsement)
            facts.lines += quietLine(DecisionView::tr("After %1, who wrote: %2", "a person, then a note")
                                         .arg(nameOf(view, first.endorsedBy), words::isolate(first.notes)));
    }
    addNote(facts, decision.notes, decision.partnerComment);
    facts.evidence = citedIn(decision.evidence, view);
    facts.viewed = viewedWords(decision, view);
    return facts;
}

DecisionFacts decisionFacts(const domain::Endorsement &first, const PartnerView &view)
{
    DecisionFacts facts;
    facts.id = first.id;
    facts.glyph = Glyph::HalfDisc;
    facts.tone = Tone::Progress;
    facts.title = DecisionView::tr("First of two approvals, revision %1").arg(first.dossierRevision);
    facts.at = first.endorsedAt;
    facts.who = nameOf(view, first.endorsedBy);
    facts.whoInFull = whoAt(view, first.endorsedBy, first.endorsedAt);
    addNote(facts, first.notes, first.partnerComment);
    facts.lines += quietLine(DecisionView::tr("Stands until %1").arg(words::dateTimeWords(first.expiresAt, view.asOf)));
    facts.evidence = citedIn(first.evidence, view);
    return facts;
}

DecisionView::DecisionView(const DecisionFacts &facts, QWidget *parent)
    : QWidget(parent),
      m_at(facts.at),
      m_name(facts.who),
      m_column(new QVBoxLayout(this)),
      m_who(new TextLabel(QString(), TextRole::Secondary, Token::Text2))
{
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(3);
    auto *title = new StatusLabel;
    title->setStatus(facts.glyph, facts.tone, facts.title, StatusLabel::Weight::Loud);
    m_column->addWidget(title);
    m_who->setObjectName(QStringLiteral("deciderLabel"));
    m_who->setToolTip(facts.whoInFull);
    m_who->setAccessibleName(facts.whoInFull);
    m_column->addWidget(m_who);
    for (const DecisionFacts::Line &line : facts.lines)
        addText(line);
    addEvidence(facts.evidence);
    if (!facts.viewed.isEmpty())
        addText(quietLine(facts.viewed));
}

void DecisionView::setNow(base::Instant now)
{
    m_who->setText(tr("%1, %2", "time, name").arg(words::momentWords(m_at, now), m_name));
}

void DecisionView::addText(const DecisionFacts::Line &line)
{
    auto *label = new TextLabel(line.text, TextRole::Body, line.quiet ? Token::Text2 : Token::Text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void DecisionView::addEvidence(const QList<DecisionFacts::Cited> &evidence)
{
    auto *chips = new FlowLayout(6);
    for (const DecisionFacts::Cited &cited : evidence) {
        const bool document = cited.evidence.kind == domain::EvidenceKind::Document;
        auto *chip =
            new EvidenceLink(cited.text, document ? EvidenceLink::Target::Document : EvidenceLink::Target::Link);
        chip->setObjectName(QStringLiteral("citedEvidence"));
        chip->setPress(EvidenceLink::Press::GoesThere);
        chip->setAccessibleName(tr("Evidence: %1").arg(chip->text()));
        chip->setToolTip(chip->text());
        chip->setEnabled(cited.leads);
        connect(chip, &EvidenceLink::clicked, this,
                [this, piece = cited.evidence] { Q_EMIT evidenceRequested(piece.target, piece.page); });
        chips->addWidget(chip);
    }
    m_column->addLayout(chips);
}

} // namespace gatehouse::ui
