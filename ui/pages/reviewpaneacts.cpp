// What can be done in a review, and why not.

#include "base/whendone.h"
#include "operations/independence.h"
#include "operations/reviewoperations.h"
#include "ui/components/messagebanner.h"
#include "ui/dialogs/askpartnerdialog.h"
#include "ui/dialogs/reviewdialogs.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/factspane.h"
#include "ui/pages/permission.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"
#include "words/errorwords.h"
#include "words/statuswords.h"

namespace gatehouse::ui {

using domain::OperationKind;

std::optional<domain::DossierDocument> ReviewPane::currentDocument() const
{
    return view() ? domain::currentDocument(view()->facts.documents, m_viewer->currentDocument()) : std::nullopt;
}

void ReviewPane::updateActions()
{
    if (!isVisible())
        return;
    updateObstacles();
    Q_EMIT changed();
}

void ReviewPane::updateObstacles()
{
    if (!view()) {
        const QString none =
            partner().isEmpty() ? tr("Choose a partner in the queue first.") : tr("The partner isn't loaded yet.");
        for (Act act : Actions::reviewActs())
            m_actions.setObstacle(act, none);
        return;
    }
    m_bar->updateActions();
    if (isRecording()) {
        // Its note takes no letters now, and what they would do is about what is being decided.
        for (Act act : {Act::AcceptDocument, Act::AskForDocument, Act::AskPartner, Act::CloseRequest, Act::AssignToMe,
                        Act::AssignReview, Act::EscalateReview, Act::SnoozeReview})
            m_actions.setObstacle(act, tr("The decision is being recorded."));
        return;
    }
    for (Act act :
         {Act::OpenPartner, Act::DecideLater, Act::ShowChanges, Act::ShowHistory, Act::NextChange, Act::PreviousChange})
        m_actions.setObstacle(act, {});
    for (Act act : {Act::NextDocument, Act::PreviousDocument})
        m_actions.setObstacle(act, m_viewer->documentCount() > 1 ? QString() : tr("There is no other document."));
    const operations::Actor &me = m_session.me.actor;
    // In the order in which the operations refuse.
    const auto permitted = [&](OperationKind kind) {
        const QString role = permissionObstacle(kind, me, *view());
        const auto inside = operations::rosterObstacle(me, view()->facts, kind);
        return role.isEmpty() && inside ? words::oneLine(*inside) : role;
    };
    const QString decides = view()->decisionObstacle ? words::oneLine(*view()->decisionObstacle) : QString();
    const auto document = currentDocument();
    const QString judge = !decides.isEmpty() ? decides : document ? QString() : tr("There is no document in front.");
    m_actions.setObstacle(Act::AcceptDocument, judge.isEmpty() ? acceptObstacle() : judge);
    m_actions.setObstacle(Act::AskForDocument, judge);
    QString ask = permitted(OperationKind::AskPartner);
    const domain::ReviewState &review = view()->readiness.review;
    QString close = ask;
    if (const auto final = operations::finalityObstacle(me, view()->playbook, view()->facts); ask.isEmpty() && final)
        ask = words::oneLine(*final);
    m_actions.setObstacle(Act::AskPartner, ask);
    if (close.isEmpty() && domain::answerable(view()->facts).isEmpty())
        close = review.openRequests.isEmpty()
                    ? tr("Nothing is asked of this partner.")
                    : tr("Only a document is asked for: file it, or accept the one that is there.");
    m_actions.setObstacle(Act::CloseRequest, close);
    const QString assign = permitted(OperationKind::AssignReview);
    m_actions.setObstacle(Act::AssignReview, assign);
    const QString mine = review.assignee == me.subject ? tr("It is assigned to you already.") : QString();
    m_actions.setObstacle(Act::AssignToMe, !assign.isEmpty() ? assign : !decides.isEmpty() ? decides : mine);
    m_actions.setObstacle(Act::EscalateReview, permitted(OperationKind::EscalateReview));
    m_actions.setObstacle(Act::SnoozeReview, permitted(OperationKind::SnoozeReview));
    m_actions[Act::SnoozeReview]->setText(review.snoozed ? tr("Take up again") : tr("Put o&ff…"));
}

// Of the document in front, for somebody who may. Nobody accepts what nobody could look at; to ask for another needs no
// look.
QString ReviewPane::acceptObstacle() const
{
    const auto document = currentDocument();
    const domain::DocumentVerdict *verdict =
        document ? domain::verdictOn(document->id, view()->facts.review.verdicts) : nullptr;
    if (verdict && verdict->answer == domain::DocumentAnswer::Accepted)
        return tr("This document is accepted already.");
    if (const auto error = m_viewer->currentError())
        return tr("What can't be shown can't be accepted. %1").arg(words::oneLine(*error));
    return m_viewer->currentPage() < 0 ? tr("This document isn't open yet.") : QString();
}

void ReviewPane::perform(Act act)
{
    if (!view())
        return;
    switch (act) {
    case Act::ChooseApprove:
    case Act::ChooseReject:
        if (m_bar->isHidden())
            return; // what was recorded stands in its place
        m_bar->choose(act == Act::ChooseApprove ? domain::Verdict::Approve : domain::Verdict::Reject);
        m_bar->focusNote();
        break;
    case Act::AddEvidence: addEvidence(); break;
    case Act::RecordDecision: m_bar->record(); break;
    case Act::NextChange: m_viewer->goToNextChange(); break;
    case Act::PreviousChange: m_viewer->goToPreviousChange(); break;
    case Act::NextDocument: m_viewer->turnDocument(1); break;
    case Act::PreviousDocument: m_viewer->turnDocument(-1); break;
    case Act::ShowChanges: m_facts->focusChanges(); break;
    case Act::ShowHistory: m_facts->focusHistory(); break;
    case Act::AcceptDocument: acceptDocument(); break;
    case Act::AskForDocument:
        if (const auto document = currentDocument())
            openForm(new AskForDocumentDialog(m_session, *view(), *document, m_opener, this),
                     tr("Another document was asked for."), document->id);
        break;
    case Act::AskPartner:
        openForm(new AskPartnerDialog(m_session, *view(), m_opener, this), tr("The request was recorded."));
        break;
    case Act::CloseRequest: closeRequest(); break;
    case Act::AssignToMe: assignToMe(); break;
    case Act::AssignReview:
        openForm(new HandOverDialog(m_session, *view(), HandOverDialog::Act::Assign, this),
                 tr("The review was assigned."), QStringLiteral("assign"));
        break;
    case Act::EscalateReview:
        openForm(new HandOverDialog(m_session, *view(), HandOverDialog::Act::Escalate, this),
                 tr("The review was escalated."), QStringLiteral("escalate"));
        break;
    case Act::SnoozeReview:
        if (view()->readiness.review.snoozed) {
            operations::SnoozeReview wake;
            wake.partner = partner();
            runAtOnce(wake, tr("The review was taken up again."));
        } else {
            putOff();
        }
        break;
    default: break;
    }
}

// The page in front, or what is selected on it; else whatever a person names.
void ReviewPane::addEvidence()
{
    // The viewer's own key comes here too while the next partner is being read.
    if (!view() || view()->decisionObstacle || m_bar->isHidden())
        return;
    const EvidencePick pick = m_viewer->selectionEvidence();
    if (pick.evidence.isEmpty() || m_bar->draft().evidence.contains(pick.evidence))
        m_bar->openEvidence(m_viewer->currentDocument());
    else
        m_bar->addEvidence(pick.evidence);
}

template <class Concrete>
void ReviewPane::runAtOnce(const Concrete &operation, const QString &line)
{
    m_refusal->clear();
    base::whenDone(
        m_session.runner.run(operation, m_session.ids.next()), this,
        [this, line, id = partner(), name = view()->facts.partner.name](const base::Result<domain::Receipt> &receipt) {
            if (receipt)
                afterChange(line);
            else if (id == partner())
                m_refusal->setMessage(errorMessage(receipt.error()));
            else
                Q_EMIT said(tr("%1: %2", "a partner, what went wrong").arg(name, words::oneLine(receipt.error())));
        });
}

void ReviewPane::acceptDocument()
{
    const auto document = currentDocument();
    if (!document)
        return;
    operations::JudgeDocument judge;
    judge.partner = partner();
    judge.document = document->id;
    runAtOnce(judge, tr("%1 was accepted.", "a document").arg(words::documentTitle(view()->playbook, document->kind)));
}

void ReviewPane::assignToMe()
{
    operations::AssignReview assign;
    assign.partner = partner();
    assign.assignee = m_session.me.actor.subject;
    runAtOnce(assign, tr("The review is yours."));
}

void ReviewPane::closeRequest()
{
    auto *dialog = new CloseRequestDialog(m_session, *view(), this);
    keepTexts(dialog, {});
    connect(dialog, &FormDialog::recorded, this, [this, dialog] {
        afterChange(dialog->end() == domain::RequestEnd::Answered ? tr("The answer was recorded.")
                                                                  : tr("The question was taken back."));
    });
    dialog->open();
}

// What is put off is out of the way: on to what waits next, as after a decision.
void ReviewPane::putOff()
{
    auto *dialog = new SnoozeDialog(m_session, *view(), this);
    openForm(dialog, tr("The review was put off."));
    connect(dialog, &FormDialog::recorded, this, [this, id = partner()] {
        if (id == partner())
            Q_EMIT nextRequested();
    });
}

void ReviewPane::openForm(FormDialog *dialog, const QString &line, const QString &about)
{
    keepTexts(dialog, about);
    connect(dialog, &FormDialog::recorded, this, [this, line] { afterChange(line); });
    dialog->open();
}

// What was written in a form that is left is there when it is opened for the same partner (and document) again.
void ReviewPane::keepTexts(FormDialog *dialog, const QString &about)
{
    m_refusal->clear();
    const QString key = QStringList{partner(), dialog->objectName(), about}.join(QLatin1Char('/'));
    dialog->setWrittenTexts(m_leftForms.value(key).texts);
    connect(dialog, &FormDialog::recorded, this, [this, key] { m_leftForms.remove(key); });
    connect(dialog, &QDialog::rejected, this, [this, dialog, key, id = partner(), name = view()->facts.partner.name] {
        const QHash<QString, QString> texts = dialog->writtenTexts();
        if (texts.isEmpty()) {
            m_leftForms.remove(key);
            return;
        }
        m_leftForms.insert(key, {id, name, texts});
        Q_EMIT said(tr("What you wrote is kept until you come back."));
    });
}

} // namespace gatehouse::ui
