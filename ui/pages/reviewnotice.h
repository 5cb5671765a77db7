#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"

#include <QWidget>

namespace gatehouse::ui {

class StatusLabel;

// Says on a partner that its review is open: why, whose it is, what it waits for; and leads there. Hidden where there
// is no review.
class ReviewNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewNotice(Actions &actions, QWidget *parent = nullptr);

    // `subject`: who looks at it.
    void setView(const operations::PartnerView &view, const QString &subject);

private:
    StatusLabel *m_label;
};

} // namespace gatehouse::ui
