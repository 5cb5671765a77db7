#include "ui/pages/reviewheader.h"

#include "ui/components/button.h"
#include "ui/components/flowlayout.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/people.h"
#include "ui/pages/standing.h"
#include "words/datewords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

constexpr int wideFrom = 1040;

// "Revision 4 filed Tue 10 Mar 10:42 by Lena Voss, a listed contact"
QString lastFiling(const PartnerView &view)
{
    if (view.facts.documents.isEmpty())
        return ReviewHeader::tr("Nothing filed yet");
    const domain::DossierDocument &last = view.facts.documents.constLast();
    const QString filed =
        ReviewHeader::tr("Revision %1 filed %2 by %3", "number, date and time, person")
            .arg(last.revision)
            .arg(words::isolate(words::dateTimeWords(last.filedAt, view.asOf)), nameOf(view, last.filedBy));
    switch (domain::standingOf(last.filedBy, view.facts.contacts)) {
    case domain::Standing::InRoster: return ReviewHeader::tr("%1, a listed contact").arg(filed);
    case domain::Standing::Removed: return ReviewHeader::tr("%1, a removed contact").arg(filed);
    case domain::Standing::Outside: break;
    }
    return ReviewHeader::tr("%1, not a contact").arg(filed);
}

QString dueWords(const PartnerView &view, base::Instant now)
{
    const domain::SlaReading &sla = view.readiness.sla;
    switch (sla.state) {
    case domain::SlaState::Running:
    case domain::SlaState::AtRisk:
    case domain::SlaState::Breached: break;
    case domain::SlaState::None:
    case domain::SlaState::Paused:
    case domain::SlaState::Met:
    case domain::SlaState::Missed: return {};
    }
    const QDateTime due = sla.deadline.toUtc().toLocalTime();
    const bool today = due.date() == now.toUtc().toLocalTime().date();
    const QString when =
        today ? ReviewHeader::tr("today %1", "a time of day").arg(QLocale().toString(due.time(), QLocale::ShortFormat))
              : words::isolate(words::dateTimeWords(sla.deadline, now));
    return sla.deadline < now ? ReviewHeader::tr("was due %1").arg(when) : ReviewHeader::tr("due %1").arg(when);
}

} // namespace

QStringList reviewStandingWords(const PartnerView &view, const QString &subject)
{
    const domain::ReviewState &review = view.readiness.review;
    const auto person = [&](const QString &who) {
        return who == subject ? ReviewHeader::tr("you", "a person") : nameOf(view, who);
    };
    QStringList parts;
    for (const domain::Presence &one : view.present)
        parts += ReviewHeader::tr("%1 has this open").arg(nameOf(view, one.subject));
    if (review.endorsement)
        parts += ReviewHeader::tr("First of two approvals by %1, second due %2", "person, date and time")
                     .arg(person(review.endorsement->endorsedBy),
                          words::isolate(words::dateTimeWords(review.endorsement->expiresAt, view.asOf)));
    if (!review.assignee.isEmpty())
        parts += ReviewHeader::tr("Assigned to %1").arg(person(review.assignee));
    if (review.escalated)
        parts += ReviewHeader::tr("Escalated to %1 by %2: %3", "person, person, why")
                     .arg(person(review.escalatedTo), person(review.escalated->by),
                          words::isolate(review.escalated->note.simplified()));
    if (review.snoozed && review.snoozedUntil)
        parts += ReviewHeader::tr("Put off until %1 by %2: %3", "date and time, person, why")
                     .arg(words::isolate(words::dateTimeWords(*review.snoozedUntil, view.asOf)),
                          person(review.snoozed->by), words::isolate(review.snoozed->note.simplified()));
    if (!review.openRequests.isEmpty())
        parts += ReviewHeader::tr("%1 was asked %2", "person, when")
                     .arg(words::isolate(review.openRequests.constLast().askedOf),
                          words::isolate(words::momentWords(review.openRequests.constLast().askedAt, view.asOf)));
    return parts;
}

ReviewHeader::ReviewHeader(Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_name(new ElidedLabel(QString(), TextRole::PageTitle)),
      m_subtitle(new ElidedLabel(QString(), TextRole::Secondary, Token::Text2)),
      m_people(new QWidget),
      m_times(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_side(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_approval(new StatusPill),
      m_attention(new StatusPill),
      m_clock(new StatusLabel),
      m_due(new TextLabel(QString(), TextRole::Secondary, Token::Text2))
{
    setObjectName(QStringLiteral("reviewHeader"));
    m_name->setObjectName(QStringLiteral("reviewNameLabel"));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_subtitle->setObjectName(QStringLiteral("reviewSubtitleLabel"));
    m_people->setObjectName(QStringLiteral("reviewPeople"));
    auto *people = new FlowLayout(2);
    m_people->setLayout(people);
    m_standing.setPlace(people, this);
    m_approval->setObjectName(QStringLiteral("reviewApprovalPill"));
    m_attention->setObjectName(QStringLiteral("reviewAttentionPill"));
    m_clock->setObjectName(QStringLiteral("reviewClockLabel"));
    m_due->setObjectName(QStringLiteral("reviewDueLabel"));
    m_due->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_name);
    title->addWidget(m_approval);
    title->addWidget(m_attention);
    title->addStretch(1);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addLayout(title);
    names->addWidget(m_subtitle);
    names->addWidget(m_people);
    m_times->addWidget(m_clock, 0, Qt::AlignTrailing);
    m_times->addWidget(m_due);
    m_side->addLayout(m_times);
    m_side->addLayout(makeActs(actions));
    for (QLayout *part : {static_cast<QLayout *>(m_times), m_side->itemAt(1)->layout()})
        m_side->setAlignment(part, Qt::AlignTrailing | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addLayout(names, 1);
    row->addLayout(m_side);
}

// In a narrow one the names need the width; clock and buttons stand in two lines beside them.
void ReviewHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < wideFrom;
    m_side->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setSpacing(narrow ? 4 : 12);
    m_times->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_times->setSpacing(narrow ? 8 : 0);
}

QLayout *ReviewHeader::makeActs(Actions &actions)
{
    QPushButton *more = makeButton(tr("Hand over"));
    more->setObjectName(QStringLiteral("handOverButton"));
    more->setAccessibleName(tr("Assign, escalate or put off"));
    auto *menu = new QMenu(more);
    menu->setToolTipsVisible(true);
    for (Act act : {Act::AssignToMe, Act::AssignReview, Act::EscalateReview, Act::SnoozeReview})
        menu->addAction(actions[act]);
    // Who may do none of it reads why on the button.
    const auto update = [more, menu, assign = actions[Act::AssignReview]] {
        const QList<QAction *> all = menu->actions();
        const bool any = std::any_of(all.begin(), all.end(), [](const QAction *one) { return one->isEnabled(); });
        const QString why = any ? QString() : assign->statusTip();
        more->setEnabled(any);
        more->setToolTip(why);
        more->setAccessibleDescription(why);
    };
    for (const QAction *action : menu->actions())
        connect(action, &QAction::changed, more, update);
    update();
    connect(more, &QPushButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height() + 2))); });
    QPushButton *open = makeButton(tr("Open partner"));
    open->setObjectName(QStringLiteral("openPartnerButton"));
    actions.bind(open, Act::OpenPartner);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(more);
    row->addWidget(open);
    return row;
}

void ReviewHeader::setView(const PartnerView &view, const QString &subject)
{
    const domain::Partner &partner = view.facts.partner;
    m_name->setText(words::isolate(partner.name));
    QStringList parts = {words::isolate(partner.legalName), view.playbook.label};
    if (!partner.region.isEmpty())
        parts += words::isolate(partner.region);
    parts += lastFiling(view);
    m_subtitle->setText(parts.join(QStringLiteral(" · ")));
    QStringList people = reviewStandingWords(view, subject);
    for (qsizetype i = 0; i + 1 < people.size(); ++i)
        people[i] += QStringLiteral(" · ");
    // Each is cut only where it alone is wider than the header.
    m_standing.show(people, [](const QString &one) {
        auto *label = new ElidedLabel(one, TextRole::Secondary, Token::Text);
        label->setObjectName(QStringLiteral("reviewPeopleLabel"));
        return label;
    });
    m_people->setVisible(!people.isEmpty());
    showApproval(m_approval, view);
    showAttention(m_attention, view);
    setClock(view, view.asOf);
}

void ReviewHeader::setClock(const PartnerView &view, base::Instant now)
{
    showReviewClock(m_clock, view, now);
    m_due->setText(dueWords(view, now));
    m_due->setVisible(!m_due->text().isEmpty());
}

} // namespace gatehouse::ui
