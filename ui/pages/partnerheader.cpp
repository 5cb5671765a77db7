#include "ui/pages/partnerheader.h"

#include "ui/components/readinessring.h"
#include "ui/components/stageline.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/elidedlabel.h"
#include "ui/pages/standing.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

using domain::Stage;
using operations::PartnerView;

namespace {

ReadinessRing::Segment segmentOf(domain::GateState state)
{
    switch (state) {
    case domain::GateState::Todo: return ReadinessRing::Segment::ToDo;
    case domain::GateState::InProgress: return ReadinessRing::Segment::InProgress;
    case domain::GateState::Blocked: return ReadinessRing::Segment::Blocked;
    case domain::GateState::Done: return ReadinessRing::Segment::Done;
    }
    Q_UNREACHABLE();
}

enum class Names { Long, Short };

QList<StageLine::Stage> stagesOf(const domain::Readiness &readiness, Names names)
{
    QList<StageLine::Stage> stages;
    for (int i = 0; i < domain::stageCount; ++i) {
        StageLine::Stage stage;
        stage.name = names == Names::Long ? words::stageTitle(Stage(i)) : words::stageWords(Stage(i));
        int done = 0;
        int all = 0;
        for (const domain::PhaseStanding &phase : readiness.phases) {
            if (phase.stage == Stage(i)) {
                done += phase.done;
                all += phase.counted;
            }
        }
        stage.note = all == 0 ? PartnerHeader::tr("not used") : PartnerHeader::tr("%1 of %2 steps").arg(done).arg(all);
        stage.progress = i < int(readiness.stage)    ? StageLine::Progress::Past
                         : i == int(readiness.stage) ? StageLine::Progress::Current
                                                     : StageLine::Progress::Future;
        stages += stage;
    }
    return stages;
}

} // namespace

PartnerHeader::PartnerHeader(QWidget *parent)
    : QWidget(parent),
      m_ring(new ReadinessRing(80)),
      m_smallRing(new ReadinessRing(24)),
      m_name(new ElidedLabel(QString(), TextRole::PageTitle)),
      m_subtitle(new ElidedLabel(QString(), TextRole::Body, Token::Text2)),
      m_approval(new StatusPill),
      m_attention(new StatusPill),
      m_clock(new StatusLabel),
      m_stages(new StageLine)
{
    setObjectName(QStringLiteral("partnerHeader"));
    m_ring->setObjectName(QStringLiteral("readinessRing"));
    m_approval->setObjectName(QStringLiteral("approvalPill"));
    m_attention->setObjectName(QStringLiteral("attentionPill"));
    m_clock->setObjectName(QStringLiteral("clockLabel"));
    m_name->setObjectName(QStringLiteral("partnerNameLabel"));
    m_stages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_subtitle->setMinimumWidth(220);

    auto *pills = new QHBoxLayout;
    pills->setSpacing(8);
    for (StatusLabel *label :
         {static_cast<StatusLabel *>(m_approval), static_cast<StatusLabel *>(m_attention), m_clock})
        pills->addWidget(label);
    pills->addStretch();
    auto *names = new QVBoxLayout;
    names->setSpacing(4);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_subtitle);
    names->addLayout(pills);
    names->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 8);
    row->setSpacing(16);
    row->addWidget(m_ring);
    row->addWidget(m_smallRing);
    row->addLayout(names);
    row->addWidget(m_stages, 1);
    connect(m_ring, &ReadinessRing::activated, this, &PartnerHeader::gatesRequested);
    connect(m_smallRing, &ReadinessRing::activated, this, &PartnerHeader::gatesRequested);
    setSize(Size::Full);
}

void PartnerHeader::setSize(Size size)
{
    const bool full = size == Size::Full;
    m_ring->setVisible(full);
    m_smallRing->setVisible(!full);
    m_stages->setVisible(full);
    m_subtitle->setVisible(full);
    m_name->setVisible(full);
    layout()->setContentsMargins(16, full ? 10 : 6, 16, full ? 8 : 4);
}

void PartnerHeader::setView(const PartnerView &view)
{
    const domain::Partner &partner = view.facts.partner;
    QList<ReadinessRing::Segment> segments;
    for (const domain::GateStanding &gate : view.readiness.gates)
        segments += segmentOf(gate.state);
    for (ReadinessRing *ring : {m_ring, m_smallRing}) {
        ring->setSegments(segments);
        ring->setToolTip(words::gateCountWords(view.readiness.gatesDone, int(segments.size())));
    }
    m_name->setText(words::isolate(partner.name));
    // Usual names are seen whole; the stages keep their room, and no name widens the window.
    m_name->setMaximumWidth(m_name->fontMetrics().averageCharWidth() * 34);
    QStringList parts = {words::isolate(partner.legalName), view.playbook.label};
    if (!partner.region.isEmpty())
        parts += words::isolate(partner.region);
    m_subtitle->setText(parts.join(QStringLiteral(" · ")));
    m_readiness = view.readiness;
    showApproval(m_approval, view);
    showAttention(m_attention, view);
    setClock(view, view.asOf);
    setStages();
}

void PartnerHeader::setStages()
{
    // Six names, a gap beside each, and what stands before them.
    const int room = width() - 2 * 16 - layout()->itemAt(2)->sizeHint().width() - m_ring->sizeHint().width() - 2 * 16;
    const int longest =
        QFontMetrics(roleFont(TextRole::Strong)).horizontalAdvance(words::stageTitle(Stage::PreSales)) + 8;
    m_stages->setStages(stagesOf(m_readiness, room >= domain::stageCount * longest ? Names::Long : Names::Short));
}

void PartnerHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_readiness.phases.isEmpty())
        setStages();
}

void PartnerHeader::setClock(const PartnerView &view, base::Instant now)
{
    showReviewClock(m_clock, view, now);
}

} // namespace gatehouse::ui
