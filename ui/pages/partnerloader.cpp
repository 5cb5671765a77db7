#include "ui/pages/partnerloader.h"

#include "base/whendone.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/errormessage.h"

#include <algorithm>
#include <utility>

namespace gatehouse::ui {

using operations::PartnerView;

PartnerLoader::PartnerLoader(Session &session, const Parts &parts, int mostEvents, QObject *parent)
    : QObject(parent), m_session(session), m_parts(parts), m_mostEvents(mostEvents)
{
    connect(parts.bar, &DecisionBar::newStateRequested, this, &PartnerLoader::showNewState);
    connect(&session.feed, &operations::BoardFeed::changed, this, [this](const QList<domain::PartnerSummary> &rows) {
        const auto mine = [this](const domain::PartnerSummary &row) { return row.id == m_id; };
        if (std::any_of(rows.begin(), rows.end(), mine))
            load();
    });
    // Many changes at once, or another history, come as a whole board.
    connect(&session.feed, &operations::BoardFeed::loaded, this, &PartnerLoader::load);
}

void PartnerLoader::setPartner(const QString &id)
{
    ++m_loading;
    m_parts.line->stop();
    m_id = id;
    m_view.reset();
    m_keptBack.reset();
    m_events.clear();
    m_newStateWanted = false;
}

void PartnerLoader::load()
{
    if (m_id.isEmpty())
        return;
    const int loading = ++m_loading;
    m_parts.line->start();
    base::whenDone(m_session.runner.ask(operations::ShowPartner{m_id}), this,
                   [this, loading](const base::Result<PartnerView> &view) {
                       if (loading == m_loading)
                           receive(view);
                   });
    if (m_mostEvents == 0)
        return;
    operations::ListEvents events;
    events.partner = m_id;
    events.filter.order = domain::EventFilter::Order::NewestFirst;
    events.filter.limit = m_mostEvents;
    base::whenDone(m_session.runner.ask(events), this, [this, loading](const base::Result<QList<domain::Event>> &list) {
        if (loading != m_loading)
            return;
        if (list)
            m_events = *list;
        Q_EMIT eventsAnswered(list);
    });
}

void PartnerLoader::refresh()
{
    if ((m_keptBack || m_parts.bar->announcesChange()) && !m_parts.bar->isRecording())
        m_newStateWanted = true;
    load();
}

void PartnerLoader::receive(const base::Result<PartnerView> &view)
{
    m_parts.line->stop();
    // Also of a failure: what comes later by itself was not asked for.
    const bool wanted = std::exchange(m_newStateWanted, false);
    if (!view) {
        if (m_view)
            m_parts.banner->setMessage(errorMessage(view.error(), {tr("Try again")}));
        else
            Q_EMIT failed(view.error());
        return;
    }
    m_parts.banner->clear();
    const bool changed = m_view && m_view->reviewDigest != view->reviewDigest;
    if (changed && m_parts.bar->hasDraft() && !wanted) {
        m_keptBack = *view;
        Q_EMIT newsKeptBack();
        return;
    }
    if (changed && wanted)
        Q_EMIT replacing(*m_view);
    show(*view);
}

void PartnerLoader::show(const PartnerView &view)
{
    m_view = view;
    m_keptBack.reset();
    Q_EMIT arrived();
}

void PartnerLoader::showNewState()
{
    if (m_keptBack) {
        Q_EMIT replacing(*m_view);
        show(*std::exchange(m_keptBack, {}));
        return;
    }
    // The refusal came before the news did.
    m_newStateWanted = true;
    load();
}

} // namespace gatehouse::ui
