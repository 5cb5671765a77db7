#pragma once

#include "operations/queries.h"
#include "ui/components/keptrows.h"
#include "ui/pages/elidedlabel.h"
#include "ui/shell/actions.h"

#include <QWidget>

class QBoxLayout;

namespace gatehouse::ui {

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

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeActs(Actions &actions);

    ElidedLabel *m_name;
    ElidedLabel *m_subtitle;
    QWidget *m_people;
    KeptRows<QString, ElidedLabel> m_standing;
    QBoxLayout *m_times;
    QBoxLayout *m_side;
    StatusPill *m_approval;
    StatusPill *m_attention;
    StatusLabel *m_clock;
    TextLabel *m_due;
};

// "Assigned to you", "Put off until ...", "Tomas Lindqvist has this open", each on its own; empty where nothing of it
// is so. `subject`: who looks at it.
QStringList reviewStandingWords(const operations::PartnerView &view, const QString &subject);

} // namespace gatehouse::ui
