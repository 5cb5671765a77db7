#include "ui/pages/reviewpresence.h"

#include "base/whendone.h"
#include "operations/reviewoperations.h"

namespace gatehouse::ui {

namespace {

constexpr std::chrono::minutes heartbeatEvery(1);

} // namespace

ReviewPresence::ReviewPresence(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, [this] { tell(m_partner, true); });
    m_timer.setInterval(heartbeatEvery);
}

ReviewPresence::~ReviewPresence()
{
    setOpen({});
}

void ReviewPresence::setOpen(const QString &partner)
{
    if (partner == m_partner)
        return;
    if (!m_partner.isEmpty())
        tell(m_partner, false);
    m_partner = partner;
    if (m_partner.isEmpty()) {
        m_timer.stop();
        return;
    }
    tell(m_partner, true);
    m_timer.start();
}

void ReviewPresence::tell(const QString &partner, bool here)
{
    const auto may = domain::permission(domain::OperationKind::OpenReview, m_session.me.actor.roles);
    if (m_session.me.actor.subject.isEmpty() || may != domain::Permission::Yes)
        return;
    operations::OpenReview open;
    open.partner = partner;
    open.stay = here ? operations::OpenReview::Stay::Here : operations::OpenReview::Stay::Gone;
    // Whether it was heard changes nothing for the reviewer.
    base::whenDone(m_session.runner.run(open, m_session.ids.next()), this,
                   [this, here](const base::Result<domain::Receipt> &receipt) {
                       if (here && receipt)
                           Q_EMIT told();
                   });
}

} // namespace gatehouse::ui
