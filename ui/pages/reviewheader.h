#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"

#include <QWidget>

namespace gatehouse::ui {

class ElidedLabel;
class StatusLabel;
class StatusPill;
class TextLabel;

// Which partner is reviewed, what was filed by whom, how long there is, and who else is at it.
class ReviewHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHeader(Actions &actions, QWidget *parent = nullptr);

    // `subject`: who looks at it.
    void setView(const operations::PartnerView &view, const QString &subject);
    // The clock as it stands now, counted on from when the view was read.
    void setClock(const operations::PartnerView &view, base::Instant now);

private:
    QLayout *makeActs(Actions &actions);

    ElidedLabel *m_name;
    ElidedLabel *m_subtitle;
    ElidedLabel *m_people;
    StatusPill *m_approval;
    StatusPill *m_attention;
    StatusLabel *m_clock;
    TextLabel *m_due;
};

// "Assigned to you", "Put off until ...", "Tomas Lindqvist has this open", each on its own; empty where nothing of it
// is so. `subject`: who looks at it.
QStringList reviewStandingWords(const operations::PartnerView &view, const QString &subject);

} // namespace gatehouse::ui
