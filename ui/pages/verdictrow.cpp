#include "ui/pages/verdictrow.h"

#include "ui/components/button.h"
#include "ui/components/statuslabel.h"
#include "ui/pages/people.h"
#include "words/datewords.h"
#include "words/reviewwords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

VerdictRow::VerdictRow(Actions &actions, QWidget *parent) : QWidget(parent), m_standing(new StatusLabel)
{
    setObjectName(QStringLiteral("verdictRow"));
    m_standing->setObjectName(QStringLiteral("documentVerdictLabel"));
    QPushButton *accept = makeButton(tr("Accept"));
    accept->setObjectName(QStringLiteral("acceptDocumentButton"));
    accept->setAccessibleName(tr("Accept this document"));
    actions.bind(accept, Act::AcceptDocument);
    QPushButton *again = makeButton(tr("Ask for another…"));
    again->setObjectName(QStringLiteral("askForDocumentButton"));
    actions.bind(again, Act::AskForDocument);
    m_accept = accept;
    m_again = again;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_standing, 1);
    row->addWidget(accept);
    row->addWidget(again);
}

void VerdictRow::setDocument(const operations::PartnerView &view, const QString &document)
{
    const domain::DocumentVerdict *verdict = domain::verdictOn(document, view.facts.review.verdicts);
    for (QWidget *part : {m_accept, m_again})
        part->setVisible(!document.isEmpty());
    m_standing->setVisible(verdict);
    if (!verdict)
        return;
    const bool accepted = verdict->answer == domain::DocumentAnswer::Accepted;
    QString kind;
    for (const domain::DossierDocument &one : view.facts.documents) {
        if (one.id == document)
            kind = one.kind;
    }
    const QString said = accepted ? words::documentAnswerWords(verdict->answer)
                                  : tr("%1: %2", "asked for again, why")
                                        .arg(words::documentAnswerWords(verdict->answer),
                                             words::reasonWords(view.playbook, kind, verdict->reason));
    m_standing->setStatus(accepted ? Glyph::Tick : Glyph::Bars, accepted ? Tone::Ok : Tone::Hold, said);
    QStringList lines = {tr("%1, by %2 %3", "what was said of a document, by whom, when")
                             .arg(said, nameInFull(view, verdict->judgedBy), words::exactMoment(verdict->judgedAt))};
    if (!verdict->comment.isEmpty())
        lines += verdict->comment;
    m_standing->setToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace gatehouse::ui
