#pragma once

#include "operations/queries.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

// One earlier decision: what, who and when, the note, what it cited and what was looked at. Also the first of two
// approvals, which decides nothing yet.
class DecisionView final : public QWidget
{
    Q_OBJECT

public:
    DecisionView(const domain::Decision &decision, const operations::PartnerView &view, QWidget *parent = nullptr);
    DecisionView(const domain::Endorsement &first, const operations::PartnerView &view, QWidget *parent = nullptr);

Q_SIGNALS:
    // To a document (id) and its page from 1; page 0: the whole document.
    void evidenceRequested(const QString &document, int page);

private:
    void addWho(base::Instant at, const QString &subject, const operations::PartnerView &view);
    void addText(const QString &text, bool quiet);
    void addEvidence(const QList<domain::Evidence> &evidence, const operations::PartnerView &view);
    void addViewed(const domain::Decision &decision, const operations::PartnerView &view);

    QVBoxLayout *m_column;
};

} // namespace gatehouse::ui
