#include "ui/pages/approvalspage.h"

#include "ui/components/sharingsplitter.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"

#include <QHBoxLayout>
#include <QTimer>

namespace gatehouse::ui {

namespace {

constexpr int queueLeast = 220;
constexpr int queueMost = 268;

QList<int> queueAndReview(int width)
{
    const int queue = qBound(queueLeast, width / 5, queueMost);
    return {queue, width - queue};
}

} // namespace

ApprovalsPage::ApprovalsPage(Session &session, Actions &actions, LinkOpener opener, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_opener(std::move(opener)),
      m_split(new SharingSplitter(queueAndReview, this)),
      m_queue(new QueuePane(session, m_split))
{
    setObjectName(QStringLiteral("approvalsPage"));
    m_split->setObjectName(QStringLiteral("approvalsSplitter"));
    m_split->addWidget(m_queue);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_split);
    // The review's letters work from the queue as well.
    for (Act act : {Act::ChooseApprove, Act::ChooseReject, Act::NextChange, Act::PreviousChange, Act::AcceptDocument,
                    Act::AskForDocument, Act::AskPartner, Act::CloseRequest, Act::AssignToMe, Act::AssignReview,
                    Act::EscalateReview, Act::SnoozeReview})
        m_queue->addAction(actions[act]);
    connect(m_queue, &QueuePane::partnerChosen, this, &ApprovalsPage::choose);
    connect(m_queue, &QueuePane::partnerOpened, this, [this] { review()->focusViewer(); });
    connect(m_queue, &QueuePane::queueChanged, this, [this] {
        if (m_wantsFirst)
            openFirst();
        showNext();
        updateActions();
        Q_EMIT queueChanged();
    });
    QTimer::singleShot(0, this, &ApprovalsPage::review);
}

ReviewPane *ApprovalsPage::review()
{
    if (m_review)
        return m_review;
    m_review = new ReviewPane(m_session, m_actions, m_opener, this);
    m_split->addWidget(m_review);
    m_split->setStretchFactor(1, 1);
    m_split->share();
    connect(m_review, &ReviewPane::said, this, &ApprovalsPage::said);
    connect(m_review, &ReviewPane::nextRequested, this, &ApprovalsPage::openNext);
    connect(m_review, &ReviewPane::leaveRequested, m_queue, &QueuePane::focusList);
    connect(m_review, &ReviewPane::loaded, this, &ApprovalsPage::showNext);
    connect(m_review, &ReviewPane::changed, this, &ApprovalsPage::hintsChanged);
    return m_review;
}

QString ApprovalsPage::summary() const
{
    return m_queue->summary();
}

int ApprovalsPage::waitingCount() const
{
    return m_queue->isLoaded() ? m_queue->model().waitingCount() : -1;
}

void ApprovalsPage::setMe(const operations::WhoAmI::Me &me)
{
    m_queue->setMe(me);
    review()->load();
}

void ApprovalsPage::openPartner(const QString &id)
{
    if (id.isEmpty() && review()->partner().isEmpty())
        openFirst();
    else if (!id.isEmpty())
        choose(id);
}

void ApprovalsPage::choose(const QString &id)
{
    m_wantsFirst = false;
    if (!review()->setPartner(id))
        Q_EMIT said(tr("A decision is being recorded. Try again when it is done."));
    m_queue->setCurrentPartner(review()->partner());
    showNext();
    updateActions();
    Q_EMIT partnerShown(review()->partner());
}

// What waits longest; where nothing waits, what stands first.
void ApprovalsPage::openFirst()
{
    m_wantsFirst = !m_queue->isLoaded();
    if (m_wantsFirst)
        return;
    QString first = m_queue->model().nextWaiting({});
    if (first.isEmpty())
        first = m_queue->model().neighbour({}, 1);
    if (!first.isEmpty()) {
        choose(first);
        return;
    }
    m_wantsFirst = true; // the first that is filed
    review()->setNothingTexts(tr("No partner is waiting"), tr("New dossiers appear here when a partner files one."));
}

void ApprovalsPage::showNext()
{
    const QString next = m_queue->model().nextWaiting(review()->partner());
    const domain::PartnerSummary *partner = m_queue->model().partner(next);
    review()->setNext(partner ? partner->name : QString());
}

void ApprovalsPage::openNext()
{
    const QString next = m_queue->model().nextWaiting(review()->partner());
    if (!next.isEmpty())
        choose(next);
    m_queue->focusList();
}

void ApprovalsPage::moveCurrent(int step)
{
    const QString id = m_queue->model().neighbour(review()->partner(), step);
    if (!id.isEmpty())
        choose(id);
}

void ApprovalsPage::takeFocus()
{
    m_queue->focusList();
}

void ApprovalsPage::refresh()
{
    review()->refresh();
}

void ApprovalsPage::updateActions()
{
    if (!isVisible())
        return;
    review()->updateActions();
    if (m_queue->model().nextUnassigned(review()->partner()).isEmpty())
        m_actions.setObstacle(Act::NextUnassigned, tr("No other review is without somebody."));
    else
        m_actions.setObstacle(Act::NextUnassigned, {});
}

void ApprovalsPage::perform(Act act)
{
    switch (act) {
    case Act::OpenPartner: Q_EMIT partnerOpened(review()->partner()); break;
    case Act::DecideLater: {
        const bool written = review()->bar()->hasDraft();
        const QString before = review()->partner();
        moveCurrent(1);
        m_queue->focusList();
        if (review()->partner() == before)
            Q_EMIT said(tr("This is the last one of the queue."));
        else if (written)
            Q_EMIT said(tr("What you wrote is kept until you come back."));
        break;
    }
    case Act::NextUnassigned:
        if (const QString id = m_queue->model().nextUnassigned(review()->partner()); !id.isEmpty())
            choose(id);
        break;
    default: review()->perform(act); break;
    }
}

QList<KeyHint> ApprovalsPage::hints() const
{
    const auto keys = [this](Act act) { return keyWords(m_actions[act]->shortcut()); };
    QList<KeyHint> hints = {{tr("J K"), tr("move")}};
    if (m_review && m_review->view() && m_actions[Act::ChooseApprove]->isEnabled()) {
        const QString reject = rejectHint(*m_review->view());
        hints += {{tr("A R"), tr("approve, %1", "reject, suspend or keep suspended").arg(reject)},
                  {keys(Act::AddEvidence), tr("add evidence")},
                  {keys(Act::RecordDecision), tr("record")},
                  {tr("Esc"), tr("leave the note")}};
    }
    if (m_review && m_review->viewer()->hasChange())
        hints += KeyHint{tr("N"), tr("next change")};
    // Later is nothing to who can't decide now: J leads on.
    if (m_actions[Act::ChooseApprove]->isEnabled() && m_actions[Act::DecideLater]->isEnabled())
        hints += KeyHint{keys(Act::DecideLater), tr("decide later")};
    return hints << KeyHint{QStringLiteral("?"), tr("all keys")};
}

QList<QWidget *> ApprovalsPage::panes() const
{
    return QList<QWidget *>{m_queue->filter(), m_queue->list()} + (m_review ? m_review->panes() : QList<QWidget *>());
}

} // namespace gatehouse::ui
