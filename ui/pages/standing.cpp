#include "ui/pages/standing.h"

#include "ui/components/statuslabel.h"
#include "ui/pages/marks.h"
#include "words/datewords.h"
#include "words/reviewwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

struct StandingText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::Standing)
};

} // namespace

void showApproval(StatusPill *pill, const PartnerView &view)
{
    const domain::Readiness &readiness = view.readiness;
    Mark mark = markOf(readiness.approval);
    QString words = words::approvalWords(readiness.approval);
    if (readiness.approval == domain::ApprovalStatus::Approved) {
        mark.glyph = Glyph::DiscTick;
        if (view.facts.partner.approvedAt) {
            words = StandingText::tr("Approved %1")
                        .arg(words::dayWords(view.facts.partner.approvedAt->toUtc().toLocalTime().date(),
                                             view.asOf.toUtc().toLocalTime().date()));
        }
    }
    pill->setVisible(readiness.approval != domain::ApprovalStatus::NotUsed);
    pill->setStatus(mark.glyph, mark.tone, words);
}

void showAttention(StatusPill *pill, const PartnerView &view)
{
    const domain::Readiness &readiness = view.readiness;
    const bool decided = !view.facts.decisions.isEmpty();
    pill->setVisible(true);
    if (readiness.dossier.changedSinceDecision && decided && readiness.dossier.state != domain::DossierState::Expired) {
        pill->setStatus(Glyph::Triangle, Tone::Warn, StandingText::tr("Changed since decision"));
    } else if (!readiness.blockers.isEmpty()) {
        const Mark worst = markOf(readiness.blockers.first().severity);
        pill->setStatus(worst.glyph, worst.tone,
                        StandingText::tr("%n blocker(s)", nullptr, int(readiness.blockers.size())));
    } else {
        pill->setVisible(false);
    }
}

void showReviewClock(StatusLabel *label, const PartnerView &view, base::Instant now)
{
    domain::SlaReading sla = view.readiness.sla;
    sla.usedMs = domain::usedMsAt(sla.state, sla.usedMs, view.asOf, now, view.playbook.calendar);
    label->setVisible(sla.state != domain::SlaState::None);
    const Mark mark = markOf(sla.state);
    const double fraction = sla.targetMs > 0 ? qBound(0.0, double(sla.usedMs) / double(sla.targetMs), 1.0) : 0.0;
    label->setStatus(mark.glyph, mark.tone,
                     words::clockWords(words::clockFigures(sla), now, {view.playbook.calendar.workingDayMs()}),
                     mark.emphasis == Emphasis::Loud ? StatusLabel::Weight::Loud : StatusLabel::Weight::Normal,
                     fraction);
    const domain::SlaRule *rule = view.playbook.sla(sla.policy);
    QStringList lines;
    if (rule)
        lines += rule->title;
    lines += StandingText::tr("Started %1").arg(words::exactMoment(sla.start));
    if (sla.state != domain::SlaState::Paused)
        lines += StandingText::tr("Due %1").arg(words::exactMoment(sla.deadline));
    for (const domain::Pause &pause : sla.pauses)
        lines += words::pauseWords(pause);
    if (rule && !rule->note.isEmpty())
        lines += rule->note;
    if (sla.state != domain::SlaState::None)
        lines += words::workingHoursWords(view.playbook, sla.state, now);
    label->setToolTip(lines.join(QLatin1Char('\n')));
    label->setAccessibleDescription(words::plain(label->toolTip()));
}

} // namespace gatehouse::ui
