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

DecisionView::DecisionView(const Decision &decision, const PartnerView &view, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    const bool approved = decision.verdict == domain::Verdict::Approve;
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(3);
    auto *title = new StatusLabel;
    title->setStatus(
        approved ? Glyph::Tick : Glyph::DiamondCross, approved ? Tone::Ok : Tone::Danger,
        tr("%1, revision %2").arg(words::verdictWords(decision, view.facts.decisions)).arg(decision.dossierRevision),
        StatusLabel::Weight::Loud);
    m_column->addWidget(title);
    addWho(decision.decidedAt, decision.decidedBy, view);
    for (const domain::Endorsement &first : view.facts.review.endorsements) {
        if (first.id == decision.endorsement)
            addText(tr("After %1, who wrote: %2", "a person, then a note")
                        .arg(nameOf(view, first.endorsedBy), words::isolate(first.notes)),
                    true);
    }
    addText(decision.notes, false);
    if (!decision.partnerComment.isEmpty())
        addText(tr("To the partner: %1").arg(words::isolate(decision.partnerComment)), true);
    addEvidence(decision.evidence, view);
    addViewed(decision, view);
}

DecisionView::DecisionView(const domain::Endorsement &first, const PartnerView &view, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(3);
    auto *title = new StatusLabel;
    title->setObjectName(QStringLiteral("endorsementLabel"));
    title->setStatus(Glyph::HalfDisc, Tone::Progress,
                     tr("First of two approvals, revision %1").arg(first.dossierRevision), StatusLabel::Weight::Loud);
    m_column->addWidget(title);
    addWho(first.endorsedAt, first.endorsedBy, view);
    addText(first.notes, false);
    if (!first.partnerComment.isEmpty())
        addText(tr("To the partner: %1").arg(words::isolate(first.partnerComment)), true);
    addText(tr("Stands until %1").arg(words::dateTimeWords(first.expiresAt, view.asOf)), true);
    addEvidence(first.evidence, view);
}

void DecisionView::addWho(base::Instant at, const QString &subject, const PartnerView &view)
{
    auto *who = new TextLabel(tr("%1, %2", "time, name").arg(words::momentWords(at, view.asOf), nameOf(view, subject)),
                              TextRole::Secondary, Token::Text2);
    who->setObjectName(QStringLiteral("deciderLabel"));
    who->setToolTip(tr("%1, %2", "time, name").arg(words::exactMoment(at), nameInFull(view, subject)));
    who->setAccessibleName(who->toolTip());
    m_column->addWidget(who);
}

void DecisionView::addText(const QString &text, bool quiet)
{
    auto *label = new TextLabel(text, TextRole::Body, quiet ? Token::Text2 : Token::Text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void DecisionView::addEvidence(const QList<domain::Evidence> &evidence, const PartnerView &view)
{
    auto *chips = new FlowLayout(6);
    for (const domain::Evidence &piece : evidence) {
        const bool document = piece.kind == domain::EvidenceKind::Document;
        auto *chip = new EvidenceLink(words::evidenceWords(piece, view.facts.documents, view.playbook),
                                      document ? EvidenceLink::Target::Document : EvidenceLink::Target::Link);
        chip->setObjectName(QStringLiteral("citedEvidence"));
        chip->setPress(EvidenceLink::Press::GoesThere);
        chip->setAccessibleName(tr("Evidence: %1").arg(chip->text()));
        chip->setToolTip(chip->text());
        // Only what the viewer can show leads somewhere: what was replaced, and what lies elsewhere, is told.
        chip->setEnabled(document && domain::currentDocument(view.facts.documents, piece.target));
        connect(chip, &EvidenceLink::clicked, this,
                [this, piece] { Q_EMIT evidenceRequested(piece.target, piece.page); });
        chips->addWidget(chip);
    }
    m_column->addLayout(chips);
}

void DecisionView::addViewed(const Decision &decision, const PartnerView &view)
{
    QStringList seen;
    for (const domain::SeenDocument &one : decision.seen) {
        QString kind;
        for (const domain::DossierDocument &document : view.facts.documents) {
            if (document.id == one.documentId)
                kind = document.kind;
        }
        const domain::DocumentRule *rule = view.playbook.document(kind);
        seen += tr("%1 %2 of %3", "a document, pages seen, of how many")
                    .arg(rule ? rule->shortTitle : kind)
                    .arg(pagesNamed(one.pages))
                    .arg(one.pageCount);
    }
    if (seen.isEmpty())
        return;
    const QString pages = tr("Pages viewed: %1", "of each document").arg(words::listOf(seen));
    addText(decision.reviewSeconds > 0
                ? tr("%1 in %2", "pages viewed, then how long that took")
                      .arg(pages, words::isolate(words::durationWords(decision.reviewSeconds * base::msPerSecond)))
                : pages,
            true);
}

} // namespace gatehouse::ui
