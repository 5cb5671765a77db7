#include "ui/pages/reviewnotice.h"

#include "ui/components/button.h"
#include "ui/components/statuslabel.h"
#include "ui/pages/reviewheader.h"
#include "words/reviewwords.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

ReviewNotice::ReviewNotice(Actions &actions, QWidget *parent) : QWidget(parent), m_label(new StatusLabel)
{
    setObjectName(QStringLiteral("reviewNotice"));
    m_label->setObjectName(QStringLiteral("reviewNoticeLabel"));
    QPushButton *review = makeButton(tr("Review"));
    review->setObjectName(QStringLiteral("reviewButton"));
    actions.bind(review, Act::ReviewPartner);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_label, 1);
    row->addWidget(review);
}

void ReviewNotice::setView(const operations::PartnerView &view, const QString &subject)
{
    const domain::ReviewState &review = view.readiness.review;
    const bool open = review.queue != domain::QueueReason::None;
    setVisible(open || !review.openRequests.isEmpty());
    QStringList parts;
    if (open)
        parts += tr("Review open: %1", "why it waits")
                     .arg(words::queueReasonWords(review.queue, view.readiness.dossier.revision));
    parts += reviewStandingWords(view, subject);
    const bool changed = review.queue == domain::QueueReason::Changed;
    m_label->setStatus(changed ? Glyph::Triangle : Glyph::HalfDisc, changed ? Tone::Warn : Tone::Progress,
                       parts.join(QStringLiteral(" · ")));
}

} // namespace gatehouse::ui
