#pragma once

#include "operations/queries.h"

#include <QWidget>

namespace gatehouse::ui {

class ReadinessRing;
class StageLine;
class StatusLabel;
class StatusPill;
class ElidedLabel;

// Who the partner is and where it stands: ring, names, at most two pills, the stages. Folded it is one line.
class PartnerHeader final : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Full, Folded };
    explicit PartnerHeader(QWidget *parent = nullptr);

    void setView(const operations::PartnerView &view);
    // The clock as it stands now, counted on from when the view was read.
    void setClock(const operations::PartnerView &view, base::Instant now);
    void setSize(Size size);

Q_SIGNALS:
    // The ring was activated: show the gates.
    void gatesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setStages();

    ReadinessRing *m_ring;
    ReadinessRing *m_smallRing;
    ElidedLabel *m_name;
    ElidedLabel *m_subtitle;
    StatusPill *m_approval;
    StatusPill *m_attention;
    StatusLabel *m_clock;
    StageLine *m_stages;
    domain::Readiness m_readiness;
};

} // namespace gatehouse::ui
