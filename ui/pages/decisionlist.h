#pragma once

#include "ui/components/keptrows.h"
#include "ui/pages/decisionview.h"

#include <QWidget>

namespace gatehouse::ui {

class TextLabel;

// All earlier decisions of a partner, newest first, below the first of two approvals; or that there are none.
class DecisionList final : public QWidget
{
    Q_OBJECT

public:
    // `heir` takes the keyboard when what has it is not shown any more.
    explicit DecisionList(QWidget *heir);

    void setView(const operations::PartnerView &view);

Q_SIGNALS:
    // See DecisionView.
    void evidenceRequested(const QString &document, int page);

private:
    KeptRows<DecisionFacts, DecisionView> m_rows;
    TextLabel *m_none;
};

} // namespace gatehouse::ui
