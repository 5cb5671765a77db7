// The screens of Approvals.

#include "base/whendone.h"
#include "desktop/tourscript.h"
#include "operations/decide.h"
#include "operations/filedocument.h"
#include "ui/pages/approvalspage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"
#include "wiring/identity.h"

#include <QDir>
#include <QPlainTextEdit>

namespace gatehouse::desktop {

using ui::Act;

namespace {

// Partners of the sample, chosen for what their review has to show.
QString underReview()
{
    return QStringLiteral("Calder & Voss Capital");
}
QString undisturbed()
{
    return QStringLiteral("Eastgate Remittance");
}
QString escalated()
{
    return QStringLiteral("Sable Markets");
}
QString disturbed()
{
    return QStringLiteral("Brightwater Exchange");
}

} // namespace

bool TourScript::reviewLoaded(const QString &name)
{
    ui::ApprovalsPage *page = window().approvals();
    if (!page || !page->isVisible() || !page->review()->view())
        return false;
    return page->review()->view()->facts.partner.name == name;
}

// A page of it is on screen, and was for as long as it takes to count as seen.
bool TourScript::reviewShown(const QString &name)
{
    if (!reviewLoaded(name))
        return false;
    const ui::DossierView *viewer = window().approvals()->review()->viewer();
    const QList<ui::DocumentSeen> seen = viewer->seen();
    return std::any_of(seen.begin(), seen.end(), [viewer](const ui::DocumentSeen &one) {
        return one.documentId == viewer->currentDocument() && one.pages.contains(viewer->currentPage());
    });
}

void TourScript::writeReview(domain::Verdict verdict, const QString &note)
{
    ui::DecisionBar *bar = window().approvals()->review()->bar();
    bar->choose(verdict);
    if (auto *edit = bar->findChild<QPlainTextEdit *>(QStringLiteral("noteEdit")))
        edit->setPlainText(note);
    window().approvals()->perform(Act::AddEvidence);
    for (const domain::DossierDocument &document :
         domain::dossierAt(window().approvals()->review()->view()->facts.documents)) {
        if (document.kind == QStringLiteral("licensing"))
            bar->addEvidence(QStringLiteral("%1:1").arg(document.id));
    }
}

template <class Concrete>
void TourScript::runElsewhere(const Concrete &operation, const QString &subject)
{
    const wiring::Workspace &workspace = m_desktop.workspace();
    m_doneElsewhere = false;
    m_somebodyElse = std::make_unique<operations::AsyncRunner>(workspace.authority, workspace.playbooks, workspace.ids,
                                                               operations::Caller{subject, wiring::osUser()});
    base::whenDone(m_somebodyElse->run(operation, workspace.ids->next()), this,
                   [this](const base::Result<domain::Receipt> &receipt) { m_doneElsewhere = bool(receipt); });
}

void TourScript::fileElsewhere(const QString &partner, const QString &kind)
{
    operations::FileDocument file;
    file.partner = partner;
    file.documentKind = kind;
    file.bytes = "%PDF-1.4\n% one page more\n"; // too little to be shown
    file.fileName = QStringLiteral("kyb-with-annex.pdf");
    runElsewhere(file);
}

void TourScript::addApprovals()
{
    const auto openReview = [this](const QString &name) {
        return [this, name] { window().go({ui::Area::Approvals, partnerNamed(name)}); };
    };
    const auto shown = [this](const QString &name) { return [this, name] { return reviewShown(name); }; };
    add(
        QStringLiteral("approvals-light"),
        [this, openReview] {
            showTheme(ui::Theme::Choice::Light);
            openReview(underReview())();
        },
        shown(underReview()));
    add(
        QStringLiteral("approvals-change"),
        [this] {
            showTheme(m_base);
            window().approvals()->perform(Act::NextChange);
            window().approvals()->perform(Act::NextChange);
        },
        shown(underReview()));
    add(
        QStringLiteral("approvals-folded"), [this] { window().actions()[Act::FoldDecision]->setChecked(true); },
        shown(underReview()));
    add(
        QStringLiteral("approvals-filled"),
        [this] {
            window().actions()[Act::FoldDecision]->setChecked(false);
            writeReview(domain::Verdict::Approve,
                        tr("The reason of the rejection is resolved: page 3 names the third owner, Lena Voss, with 27 "
                           "percent; the new chart on page 5 ends at natural persons."));
        },
        shown(underReview()));
    add(
        QStringLiteral("approvals-filled-dark"), [this] { showTheme(ui::Theme::Choice::Dark); }, shown(underReview()));
    addReviewDialogs();
    addReviewOutcomes();
}

void TourScript::addReviewDialogs()
{
    const auto dialog = [this](const char *picture, Act act, const char *name) {
        add(
            QLatin1StringView(picture),
            [this, act] {
                closeDialogs();
                showTheme(m_base);
                window().approvals()->perform(act);
                if (act == Act::AskPartner && widget(QStringLiteral("questionEdit"))) {
                    qobject_cast<QPlainTextEdit *>(widget(QStringLiteral("questionEdit")))
                        ->setPlainText(tr("Who are the beneficiaries of the Harrow Family Trust, by name?"));
                }
            },
            [this, name] { return widget(QLatin1StringView(name)) != nullptr; });
    };
    dialog("approvals-ask", Act::AskPartner, "askPartnerDialog");
    dialog("approvals-ask-again", Act::AskForDocument, "askForDocumentDialog");
    dialog("approvals-put-off", Act::SnoozeReview, "snoozeDialog");
    dialog("approvals-assign", Act::AssignReview, "handOverDialog");
}

void TourScript::addReviewOutcomes()
{
    const auto shown = [this](const QString &name) { return [this, name] { return reviewShown(name); }; };
    const auto loaded = [this](const char *name) {
        return [this, name] { return widget(QLatin1StringView(name)) != nullptr; };
    };
    add(
        {},
        [this] {
            closeDialogs();
            window().go({ui::Area::Approvals, partnerNamed(disturbed())});
        },
        shown(disturbed()));
    add(
        {},
        [this] {
            writeReview(domain::Verdict::Approve, tr("Register extract and licence agree; two owners, both screened."));
            fileElsewhere(window().approvals()->review()->partner(), QStringLiteral("kyb"));
        },
        [this] { return m_doneElsewhere; });
    add(
        QStringLiteral("approvals-refused"), [this] { window().approvals()->perform(Act::RecordDecision); },
        loaded("decisionBanner"));
    // What came is no document that could be shown.
    add(
        QStringLiteral("approvals-unreadable"), [this] { window().approvals()->refresh(); },
        [this] { return widget(QStringLiteral("newsTable")) && widget(QStringLiteral("documentFailure")); });
    add(
        {},
        [this] {
            window().go({ui::Area::Approvals, partnerNamed(undisturbed())});
        },
        shown(undisturbed()));
    add(
        QStringLiteral("approvals-recorded"),
        [this] {
            writeReview(domain::Verdict::Approve,
                        tr("First submission, complete: owners and licence are what they say."));
            window().approvals()->perform(Act::RecordDecision);
        },
        loaded("afterDecision"));
    add(
        QStringLiteral("approvals-no-match"),
        [this] { window().approvals()->queue()->setFilter(QStringLiteral("zanzibar")); }, loaded("queueEmpty"));
    add(
        {}, [this] { window().approvals()->queue()->setFilter({}); }, loaded("queueList"));
}

// No bundled playbook asks for two people. The last part of the tour: what is open from here on does.
void TourScript::addSecondApproval()
{
    add(
        {},
        [this] {
            closeDialogs();
            window().closeSession();
            m_desktop.setSubject({});
            m_desktop.setPlaybookChange([](domain::Playbook &playbook) { playbook.deciders = 2; });
            m_desktop.openSampleAt(QDir(m_data).absoluteFilePath(QStringLiteral("sample.gatehouse")));
        },
        [this] {
            return !m_desktop.isOpening() && window().approvals() && window().approvals()->waitingCount() > 0
                   && !partnerNamed(escalated()).isEmpty();
        });
    add(
        {},
        [this] {
            window().go({ui::Area::Approvals, partnerNamed(escalated())});
        },
        [this] { return reviewShown(escalated()); });
    add(
        {},
        [this] {
            const operations::PartnerView &view = *window().approvals()->review()->view();
            operations::Decide approve;
            approve.partner = view.facts.partner.id;
            approve.verdict = domain::Verdict::Approve;
            approve.notes = tr("Owners and licence agree with the register; both owners are screened.");
            approve.evidence = {QStringLiteral("kyb:1"), QStringLiteral("licensing:1")};
            approve.reviewed = view.reviewDigest;
            runElsewhere(approve, QStringLiteral("mara.okafor"));
        },
        [this] { return m_doneElsewhere; });
    add(
        QStringLiteral("approvals-second"),
        [this] {
            window().actions()[Act::Refresh]->trigger();
            window().approvals()->review()->bar()->choose(domain::Verdict::Approve);
        },
        [this] {
            // In the queue as well, which is told by the feed.
            ui::ApprovalsPage &page = *window().approvals();
            const domain::PartnerSummary *row = page.queue()->model().partner(page.review()->partner());
            return reviewShown(escalated()) && page.review()->view()->readiness.review.endorsement && row
                   && !row->endorsedBy.isEmpty();
        });
    add(
        {},
        [this] {
            window().closeSession();
            m_desktop.setSubject(QStringLiteral("mara.okafor"));
            m_desktop.openSampleAt(QDir(m_data).absoluteFilePath(QStringLiteral("sample.gatehouse")));
        },
        [this] { return !m_desktop.isOpening() && window().approvals() && !partnerNamed(escalated()).isEmpty(); });
    add(
        QStringLiteral("approvals-first-given"),
        [this] {
            window().go({ui::Area::Approvals, partnerNamed(escalated())});
        },
        [this] { return reviewShown(escalated()) && widget(QStringLiteral("obstacleBanner")); });
}

} // namespace gatehouse::desktop
