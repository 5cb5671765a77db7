#include "ui/pages/reviewpane.h"

#include "base/whendone.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/components/sharingsplitter.h"
#include "ui/pages/afterdecision.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/dossiercomparison.h"
#include "ui/pages/factspane.h"
#include "ui/pages/reviewheader.h"
#include "ui/pages/reviewpresence.h"
#include "ui/pages/verdictrow.h"
#include "ui/pages/viewing.h"
#include "ui/viewer/dossierview.h"
#include "words/changewords.h"
#include "words/errorwords.h"
#include "words/statuswords.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

constexpr std::chrono::seconds reviewClockEvery(30);
constexpr std::chrono::milliseconds patience(150);

// So wide that its page is easy to read, the viewer comes first; what it doesn't need beyond is shared.
constexpr int viewerWanted = 610;
constexpr int factsLeast = 300;
constexpr int factsMost = 484;

QList<int> viewerAndFacts(int width)
{
    const int facts = qBound(factsLeast, width - viewerWanted, factsMost);
    return {width - facts, facts};
}

QSet<int> allPages(int count)
{
    QSet<int> pages;
    for (int page = 0; page < count; ++page)
        pages.insert(page);
    return pages;
}

// What is gone can't be looked at.
QSet<int> changedPages(const QList<domain::PageChange> &changes)
{
    QSet<int> pages;
    for (const domain::PageChange &change : changes) {
        if (change.kind != domain::PageChangeKind::Removed)
            pages.insert(change.page);
    }
    return pages;
}

} // namespace

ReviewPane::ReviewPane(Session &session, Actions &actions, LinkOpener opener, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_opener(std::move(opener)),
      m_stack(new QStackedWidget(this)),
      m_content(new QWidget(m_stack)),
      m_split(new SharingSplitter(viewerAndFacts, m_content)),
      m_nothing(new EmptyState(m_stack)),
      m_banner(new MessageBanner(m_content)),
      m_refusal(new MessageBanner(m_content)),
      m_line(new LoadingLine(this)),
      m_header(new ReviewHeader(actions, m_content)),
      m_verdict(new VerdictRow(actions)),
      m_viewer(new DossierView(session.clock, m_split)),
      m_comparison(new DossierComparison(session.documents, this)),
      m_facts(new FactsPane(actions, m_split)),
      m_bar(new DecisionBar(session, actions, DecisionBar::Home::Approvals, m_content)),
      m_after(new AfterDecision(m_content)),
      m_loader(new PartnerLoader(session, {m_bar, m_line, m_banner}, 0, this)),
      m_presence(new ReviewPresence(session, this))
{
    setObjectName(QStringLiteral("reviewPane"));
    m_nothing->setObjectName(QStringLiteral("reviewNothing"));
    m_banner->setObjectName(QStringLiteral("reviewBanner"));
    m_refusal->setObjectName(QStringLiteral("refusalBanner"));
    m_viewer->setDesk(session.documents);
    m_bar->setViewing([this] { return viewing(); });
    m_stack->addWidget(new QWidget); // nothing yet
    layOut();
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_nothing);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connectParts();
    connectLoader();
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (view() && isVisible())
            m_header->setClock(*view(), m_session.clock.now());
    });
    m_ticks.start(reviewClockEvery);
}

ReviewPane::~ReviewPane() = default;

void ReviewPane::layOut()
{
    m_split->setObjectName(QStringLiteral("reviewSplitter"));
    m_viewer->setTabCorner(m_verdict);
    m_split->addWidget(m_viewer);
    m_split->addWidget(m_facts);
    m_split->setStretchFactor(0, 1);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_refusal);
    column->addWidget(m_header);
    column->addWidget(m_split, 1);
    column->addWidget(m_bar);
    column->addWidget(m_after);
    m_after->hide();
    // Letters that lead to a record: anywhere here but in fields, which keep letters for themselves.
    for (Act act : {Act::ChooseApprove, Act::ChooseReject, Act::AcceptDocument, Act::AskForDocument, Act::AskPartner,
                    Act::CloseRequest, Act::AssignToMe, Act::AssignReview, Act::EscalateReview, Act::SnoozeReview})
        m_content->addAction(m_actions[act]);
    for (Act act : {Act::NextChange, Act::PreviousChange}) {
        m_facts->addAction(m_actions[act]);
        m_bar->addAction(m_actions[act]);
    }
}

void ReviewPane::connectParts()
{
    connect(m_viewer, &DossierView::seenChanged, this, [this] {
        m_bar->viewingChanged();
        if (m_pages != pageCounts())
            showFacts();
    });
    connect(m_comparison, &DossierComparison::found, this, [this](const QString &document) {
        m_viewer->setChanges(document, *m_comparison->changesOf(document));
        m_bar->viewingChanged();
        showFacts();
        updateActions();
    });
    connect(m_comparison, &DossierComparison::failed, this, &ReviewPane::showFacts);
    connect(m_comparison, &DossierComparison::finished, this, &ReviewPane::showFirstChange);
    connect(m_viewer, &DossierView::openedAgain, this, [this](const QString &document) {
        if (!view())
            return; // the next partner is being read
        m_comparison->forgetFailure(document);
        showDocuments();
        updateActions();
    });
    connect(m_viewer, &DossierView::currentChanged, this, &ReviewPane::showVerdict);
    connect(m_viewer, &DossierView::evidenceRequested, this, &ReviewPane::addEvidence);
    connect(m_facts, &FactsPane::documentRequested, this,
            [this](const QString &document) { showEvidence(document, 0); });
    connect(m_facts, &FactsPane::evidenceRequested, this, &ReviewPane::showEvidence);
    connect(m_bar, &DecisionBar::changed, this, &ReviewPane::updateActions);
    connect(m_bar, &DecisionBar::recorded, this, &ReviewPane::afterRecord);
    connect(m_bar, &DecisionBar::leaveRequested, this, &ReviewPane::leaveRequested);
    connect(m_after, &AfterDecision::nextRequested, this, &ReviewPane::nextRequested);
    connect(m_after, &AfterDecision::againRequested, this, [this] {
        m_after->hide();
        if (view())
            m_bar->setView(*view());
        m_bar->focusNote();
    });
    connect(m_presence, &ReviewPresence::told, this, &ReviewPane::load);
    connect(m_banner, &MessageBanner::actionTriggered, this, &ReviewPane::refresh);
    connect(m_nothing, &EmptyState::actionTriggered, this, &ReviewPane::refresh);
}

void ReviewPane::connectLoader()
{
    connect(m_loader, &PartnerLoader::arrived, this, &ReviewPane::showView);
    connect(m_loader, &PartnerLoader::failed, this, [this](const base::Error &error) {
        const words::ErrorWords words = words::errorWords(error);
        m_nothing->setTexts(words.what, words.why + QLatin1Char(' ') + words.todo, tr("Try again"));
        m_stack->setCurrentWidget(m_nothing);
        updateActions();
    });
    connect(m_loader, &PartnerLoader::replacing, this, [this](const PartnerView &before) { m_before = before.facts; });
    connect(m_loader, &PartnerLoader::newsKeptBack, this, [this] {
        const PartnerView &news = *m_loader->keptBack();
        const int count = int(domain::changesBetween(view()->facts, news.facts, news.playbook).size());
        m_bar->announceChange(news, count > 0 ? tr("Show %n change(s)", nullptr, count) : QString());
    });
}

void ReviewPane::setDesk(operations::DocumentDesk *desk)
{
    m_viewer->setDesk(desk);
    m_comparison->setDesk(desk);
}

void ReviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presence->setOpen(partner());
}

void ReviewPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_presence->setOpen({});
}

void ReviewPane::keepDraft()
{
    if (m_bar->hasDraft() && view())
        m_drafts.insert(partner(), {m_bar->draft(), view()->facts.partner.name});
    else
        m_drafts.remove(partner());
}

bool ReviewPane::setPartner(const QString &id)
{
    if (id == partner())
        return true;
    if (isRecording())
        return false;
    keepDraft();
    m_loader->setPartner(id);
    m_before.reset();
    m_files.reset();
    m_wantedDocument.clear();
    m_atFirstChange = false;
    m_banner->clear();
    m_refusal->clear();
    m_after->hide();
    m_bar->setDraft(m_drafts.take(id).draft);
    if (isVisible())
        m_presence->setOpen(id);
    if (id.isEmpty())
        m_stack->setCurrentWidget(m_nothing);
    else
        load();
    // Until it is there nothing can be done; what is on screen goes unless it is replaced at once.
    QTimer::singleShot(patience, this, [this, id] {
        if (id == partner() && !view() && !id.isEmpty() && m_stack->currentIndex() == 1)
            m_stack->setCurrentIndex(0);
    });
    updateActions();
    return true;
}

void ReviewPane::setNothingTexts(const QString &fact, const QString &reason)
{
    if (!partner().isEmpty())
        return;
    m_nothing->setTexts(fact, reason);
    m_stack->setCurrentWidget(m_nothing);
}

void ReviewPane::refresh()
{
    m_files.reset();
    m_comparison->forgetFailures();
    m_viewer->tryFailedAgain();
    m_loader->refresh();
}

void ReviewPane::showView()
{
    m_header->setView(*view(), m_session.me.actor.subject);
    m_facts->setView(*view());
    m_bar->setView(*view());
    if (!m_after->isHidden())
        m_bar->hide(); // what was recorded stands in its place
    showDocuments();
    if (!m_files || m_filesOf != domain::dossierAt(view()->facts.documents))
        verifyFiles();
    showFacts();
    showVerdict();
    m_stack->setCurrentIndex(1);
    if (!m_wantedDocument.isEmpty())
        showEvidence(std::exchange(m_wantedDocument, QString()), m_wantedPage);
    updateActions();
    Q_EMIT loaded();
}

void ReviewPane::showDocuments()
{
    QList<DocumentEntry> entries;
    for (const domain::DossierDocument &document : domain::dossierAt(view()->facts.documents)) {
        entries += DocumentEntry{document.id, document.kind, words::documentTitle(view()->playbook, document.kind),
                                 document.sha256, document.fileName};
    }
    // As the playbook lists them: the keys 1 and 2 mean the same for each partner.
    const auto place = [this](const DocumentEntry &entry) {
        const QList<domain::DocumentRule> &rules = view()->playbook.documents;
        const auto rule =
            std::find_if(rules.begin(), rules.end(), [&](const auto &one) { return one.kind == entry.kind; });
        return rule - rules.begin();
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const DocumentEntry &a, const DocumentEntry &b) { return place(a) < place(b); });
    m_viewer->setDocuments(partner(), entries);
    m_comparison->compare(partner(), view()->facts.decisions.isEmpty() ? QList<domain::NewDocument>()
                                                                       : domain::newDocuments(view()->facts));
    // A decision made meanwhile leaves nothing changed.
    for (const DocumentEntry &entry : std::as_const(entries))
        m_viewer->setChanges(entry.documentId,
                             m_comparison->changesOf(entry.documentId).value_or(QList<domain::PageChange>()));
}

// Not page 1, unless somebody reads there already, or was led elsewhere.
void ReviewPane::showFirstChange()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_atFirstChange || (focus && m_viewer->isAncestorOf(focus)))
        return;
    m_atFirstChange = true;
    m_viewer->goToNextChange();
}

void ReviewPane::verifyFiles()
{
    m_filesOf = domain::dossierAt(view()->facts.documents);
    base::whenDone(m_session.runner.ask(operations::VerifyDossier{partner()}), this,
                   [this, id = partner()](const base::Result<QList<operations::DocumentCheck>> &files) {
                       if (id != partner())
                           return;
                       m_files = files;
                       showFacts();
                   });
}

domain::PageCounts ReviewPane::pageCounts() const
{
    domain::PageCounts counts = m_comparison->pagesBefore();
    for (const DocumentSeen &one : m_viewer->seen())
        counts.insert(one.documentId, one.pageCount);
    return counts;
}

void ReviewPane::showFacts()
{
    if (!view())
        return;
    m_pages = pageCounts();
    const auto changesSince = [this](const domain::PartnerFacts &before) {
        const PartnerView &now = *view();
        return words::changeWords(domain::changesBetween(before, now.facts, now.playbook), now.facts, now.playbook,
                                  now.asOf, m_pages);
    };
    m_facts->setChanges(*view(), changesSince(view()->asDecided));
    m_facts->setNews(m_before ? changesSince(*m_before) : QList<words::ChangeWords>());
    m_facts->setChecks(reviewChecks(*view(), m_session.me.actor.subject, m_files) + comparisonChecks());
}

// Where something may have changed although nothing is marked.
QList<ReviewCheck> ReviewPane::comparisonChecks() const
{
    constexpr int most = operations::PageComparison::pagesMost;
    QList<ReviewCheck> checks;
    const auto say = [&checks](const QString &what) { checks += ReviewCheck{ReviewCheck::State::Attention, what, {}}; };
    for (const domain::NewDocument &document : domain::newDocuments(view()->facts)) {
        const QString title = words::documentTitle(view()->playbook, document.now.kind);
        if (document.before && m_pages.value(document.now.id) > most)
            say(tr("%1: changes are marked on the first %2 pages only", "a document, a number").arg(title).arg(most));
        if (m_comparison->hasFailed(document.now.id))
            say(tr("%1: the version before couldn't be compared; F5 tries again", "a document").arg(title));
        if (m_comparison->mayHaveForm(document.now.id))
            say(tr("%1: what stands in form fields is not compared", "a document").arg(title));
    }
    return checks;
}

void ReviewPane::showVerdict()
{
    if (!view())
        return;
    m_verdict->setDocument(*view(), m_viewer->currentDocument());
    updateActions();
}

// What is new since the last decision has to be seen; where nobody has decided, everything.
Viewing ReviewPane::viewing() const
{
    Viewing viewing;
    if (!view())
        return viewing;
    viewing.seconds = m_viewer->timeSpentMs() / base::msPerSecond;
    viewing.of = view()->facts.decisions.isEmpty() ? Viewing::Of::AllPages : Viewing::Of::Changes;
    QSet<QString> fresh;
    for (const domain::NewDocument &one : domain::newDocuments(view()->facts))
        fresh.insert(one.now.id);
    for (const DocumentSeen &one : m_viewer->seen()) {
        if (!one.sha256.isEmpty())
            viewing.seen += domain::SeenDocument{one.documentId, one.sha256, one.pageCount,
                                                 pageRanges(one.pages, operations::seenPagesMost)};
        if (!fresh.contains(one.documentId))
            continue;
        if (one.refused) {
            ++viewing.refused;
            continue;
        }
        const auto changes = m_comparison->changesOf(one.documentId);
        QSet<int> pages = changes ? changedPages(*changes) : allPages(one.pageCount);
        for (int page = operations::PageComparison::pagesMost; page < one.pageCount; ++page)
            pages.insert(page); // nobody knows whether they changed
        viewing.pages += int(pages.size());
        viewing.viewed +=
            int(std::count_if(one.pages.begin(), one.pages.end(), [&pages](int page) { return pages.contains(page); }));
    }
    return viewing;
}

void ReviewPane::showEvidence(const QString &document, int page)
{
    if (!view()) {
        m_wantedDocument = document;
        m_wantedPage = page;
        return;
    }
    m_atFirstChange = true;
    m_viewer->showPage(document, qMax(0, page - 1));
    m_viewer->focusPage();
}

QHash<QString, QString> ReviewPane::drafts() const
{
    QHash<QString, QString> names;
    for (auto kept = m_drafts.cbegin(); kept != m_drafts.cend(); ++kept)
        names.insert(kept.key(), kept->name);
    if (view() && m_bar->hasDraft())
        names.insert(partner(), view()->facts.partner.name);
    for (const LeftForm &form : m_leftForms)
        names.insert(form.partner, form.name);
    return names;
}

bool ReviewPane::isRecording() const
{
    return m_bar->isRecording();
}

void ReviewPane::setNext(const QString &name)
{
    m_after->setNext(name);
}

void ReviewPane::afterRecord(const QString &line)
{
    m_before.reset();
    m_refusal->clear();
    m_bar->hide();
    m_after->showLine(line);
    m_after->show();
    m_after->takeFocus();
    afterChange(line);
}

void ReviewPane::afterChange(const QString &line)
{
    Q_EMIT said(line);
    load();
    m_session.feed.poke();
}

void ReviewPane::focusViewer()
{
    m_viewer->focusPage();
}

QList<QWidget *> ReviewPane::panes() const
{
    QList<QWidget *> panes;
    if (!view())
        return panes;
    panes += m_viewer->findChild<QWidget *>(QStringLiteral("pageView"));
    panes += m_facts->changesTable();
    panes += m_bar->findChild<QWidget *>(QStringLiteral("noteEdit"));
    return panes;
}

} // namespace gatehouse::ui
