#include "ui/pages/decisionlist.h"

#include "ui/components/textlabel.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

DecisionList::DecisionList(QWidget *heir)
    : m_none(new TextLabel(tr("Nobody has decided yet."), TextRole::Body, Token::Text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(4);
    column->addLayout(rows);
    column->addWidget(m_none);
    m_rows.setPlace(rows, heir);
}

void DecisionList::setView(const operations::PartnerView &view)
{
    QList<DecisionFacts> all;
    if (view.readiness.review.endorsement)
        all += decisionFacts(*view.readiness.review.endorsement, view);
    for (auto it = view.facts.decisions.crbegin(); it != view.facts.decisions.crend(); ++it)
        all += decisionFacts(*it, view);
    m_rows.show(all, [this](const DecisionFacts &facts) {
        auto *row = new DecisionView(facts);
        connect(row, &DecisionView::evidenceRequested, this, &DecisionList::evidenceRequested);
        return row;
    });
    for (const auto &row : m_rows.rows())
        row.second->setNow(view.asOf);
    m_none->setVisible(all.isEmpty());
}

} // namespace gatehouse::ui
