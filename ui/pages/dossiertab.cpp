#include "ui/pages/dossiertab.h"

#include "base/whendone.h"
#include "ui/components/button.h"
#include "ui/components/emptystate.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/decisionlist.h"
#include "ui/pages/marks.h"
#include "ui/pages/people.h"
#include "words/datewords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace gatehouse::ui {

using domain::DossierDocument;
using operations::PartnerView;

namespace {

constexpr int hashColumn = 5;
// Narrower lists, in logical pixels, have no room for the hash.
constexpr int hashFrom = 860;

QDate localDay(base::Instant at)
{
    return at.toUtc().toLocalTime().date();
}

// A file that is not what was filed says so before anything else.
CellPresentation stateCell(const DossierDocument &document, const PartnerView &view, const base::Error *fault)
{
    if (fault)
        return statusCell(markOf(domain::Severity::Now), words::fileFaultWords(*fault));
    for (const domain::DocumentStanding &standing : view.readiness.dossier.documents) {
        if (standing.documentId == document.id)
            return statusCell(markOf(standing.state), words::documentStateWords(standing));
    }
    return statusCell({Glyph::Dash, Tone::Neutral, Emphasis::Quiet}, DossierTab::tr("Replaced"));
}

QString validUntil(const DossierDocument &document, const PartnerView &view)
{
    QString day = document.validUntil;
    for (const domain::DocumentStanding &standing : view.readiness.dossier.documents) {
        if (standing.documentId == document.id)
            day = standing.validUntil;
    }
    return day.isEmpty() ? QString(QChar(0x2014)) : words::storedDayWords(day, localDay(view.asOf));
}

QString shortTitle(const QString &kind, const PartnerView &view)
{
    const domain::DocumentRule *rule = view.playbook.document(kind);
    return rule ? rule->shortTitle : kind;
}

// `fault`: of its file, or null.
CellRow rowOf(const DossierDocument &document, const PartnerView &view, const base::Error *fault)
{
    const QString shortHash = document.sha256.left(6) + QChar(0x2026) + document.sha256.right(4);
    const QString facts = DossierTab::tr("%1: %2\nSHA-256 %3\nKey %4\n%5, filed %6 by %7")
                              .arg(words::documentTitle(view.playbook, document.kind), document.fileName,
                                   document.sha256, document.objectKey, document.mediaType,
                                   words::exactMoment(document.filedAt), nameInFull(view, document.filedBy));
    const QStringList help = fault ? words::fileFaultHelp(*fault) : QStringList();
    return {document.id,
            {textCell(QString::number(document.revision)),
             strongCell(shortTitle(document.kind, view), words::isolate(document.fileName)),
             stateCell(document, view, fault), textCell(validUntil(document, view)),
             textCell(words::bytesWords(document.size)), textCell(words::isolate(shortHash)),
             textCell(nameOf(view, document.filedBy)), textCell(words::momentWords(document.filedAt, view.asOf))},
            (help + QStringList{facts}).join(QLatin1Char('\n'))};
}

} // namespace

DossierTab::DossierTab(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent), m_session(session), m_bar(new DecisionBar(session, actions))
{
    setObjectName(QStringLiteral("dossierTab"));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("dossierSplitter"));
    split->setChildrenCollapsible(false);
    split->addWidget(makeDocuments(actions));
    split->addWidget(makeDecisions());
    split->setStretchFactor(0, 1);
    split->setSizes({900, 290});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(split, 1);
    column->addWidget(m_bar);
    connect(m_bar, &DecisionBar::leaveRequested, this, &DossierTab::focusList);
}

QWidget *DossierTab::makeDocuments(Actions &actions)
{
    m_table = new CellTable({tr("Rev"), tr("Document"), tr("State"), tr("Valid until"), tr("Size"), tr("SHA-256"),
                             tr("Filed by"), tr("Filed")});
    m_table->setObjectName(QStringLiteral("documentsTable"));
    m_table->setAccessibleName(tr("Documents"));
    m_table->setDensity(Density::Normal);
    m_table->setColumnWidthFor(0, tr("Rev"), 4);
    m_table->setColumnWidthFor(2, tr("Expires in 88 d"), 26);
    m_table->setColumnWidthFor(3, tr("28 Nov 2028"), 4);
    m_table->setColumnWidthFor(4, tr("888.8 KiB"), 4);
    m_table->setColumnWidthFor(5, QStringLiteral("dddddd…dddd"), 6);
    m_table->setColumnWidthFor(6, tr("Tomas Lindqvist"), 0);
    m_table->setColumnWidthFor(7, tr("Wed 28 Sep 22:42"), 2);
    m_table->setStretch(1);
    m_table->installEventFilter(this);
    // A and R work while this list has the focus.
    for (Act act : {Act::ChooseApprove, Act::ChooseReject})
        m_table->addAction(actions[act]);
    connect(m_table, &CellTable::opened, actions[Act::SaveDocument], &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DossierTab::selectionChanged);
    m_banner = new MessageBanner;
    m_banner->setObjectName(QStringLiteral("dossierBanner"));
    m_empty = new EmptyState;
    m_empty->setObjectName(QStringLiteral("dossierEmpty"));
    connect(m_empty, &EmptyState::actionTriggered, actions[Act::FileDocument], &QAction::trigger);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    QPushButton *file = makeButton(tr("File document…"));
    file->setObjectName(QStringLiteral("fileDocumentButton"));
    actions.bind(file, Act::FileDocument);
    QPushButton *save = makeButton(tr("Save a copy…"));
    save->setObjectName(QStringLiteral("saveDocumentButton"));
    actions.bind(save, Act::SaveDocument);
    m_state = new TextLabel(QString(), TextRole::Secondary, Token::Text2);
    m_state->setObjectName(QStringLiteral("dossierStateLabel"));
    m_filesLabel = new StatusLabel;
    m_filesLabel->setObjectName(QStringLiteral("dossierFilesLabel"));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 8, 12, 8);
    tools->setSpacing(12);
    tools->addWidget(file);
    tools->addWidget(save);
    tools->addWidget(m_state);
    tools->addWidget(m_filesLabel);
    tools->addStretch();
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
    return pane;
}

QWidget *DossierTab::makeDecisions()
{
    m_decisionsTitle = new TextLabel(QString(), TextRole::Strong);
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("decisionsList"));
    area->setAccessibleName(tr("Previous decisions"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    // Keys scroll it, so where the keyboard is has to be seen.
    area->setProperty("focusRing", true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_decisionList = new DecisionList(area);
    connect(m_decisionList, &DecisionList::evidenceRequested, this, &DossierTab::evidenceRequested);
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->addWidget(m_decisionList);
    rows->addStretch();
    area->setWidget(list);
    auto *pane = new QWidget;
    pane->setMinimumWidth(240);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(16, 14, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_decisionsTitle);
    column->addWidget(area, 1);
    return pane;
}

void DossierTab::setView(const PartnerView &view)
{
    m_view = view;
    compareFiles();
    showDocuments();
    setDecisions(view);
    m_bar->setView(view);
}

void DossierTab::compareFiles()
{
    base::whenDone(m_session.runner.ask(operations::VerifyDossier{m_view->facts.partner.id}), this,
                   [this](const base::Result<QList<operations::DocumentCheck>> &files) {
                       m_files = files;
                       showDocuments();
                       Q_EMIT filesCompared();
                   });
}

QList<operations::DocumentCheck> DossierTab::badFiles() const
{
    QList<operations::DocumentCheck> bad;
    if (!m_view || !m_files || !*m_files)
        return bad;
    const QList<DossierDocument> current = domain::dossierAt(m_view->facts.documents);
    for (const operations::DocumentCheck &file : **m_files) {
        if (file.fault && current.contains(file.document))
            bad += file;
    }
    return bad;
}

void DossierTab::showDocuments()
{
    const PartnerView &view = *m_view;
    const QList<operations::DocumentCheck> bad = badFiles();
    const auto faultOf = [&bad](const QString &document) -> const base::Error * {
        const auto found =
            std::find_if(bad.begin(), bad.end(), [&](const auto &file) { return file.document.id == document; });
        return found == bad.end() ? nullptr : &*found->fault;
    };
    QList<CellRow> rows;
    for (auto it = view.facts.documents.crbegin(); it != view.facts.documents.crend(); ++it)
        rows += rowOf(*it, view, faultOf(it->id));
    m_table->setRows(rows);
    QStringList required;
    for (const domain::DocumentRule &rule : view.playbook.documents)
        required += rule.title;
    m_empty->setTexts(tr("Nothing filed yet"),
                      required.isEmpty() ? tr("This playbook asks for no documents.")
                                         : tr("%1 asks for %2.").arg(view.playbook.title, words::listOf(required)),
                      required.isEmpty() ? QString() : tr("File document…"));
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_state->setText(tr("Dossier: %1").arg(words::dossierWords(view.readiness.dossier, view.playbook, view.asOf)));
    const ReviewCheck check = filesCheck(view, m_files);
    const Mark mark = markOf(check.state);
    m_filesLabel->setStatus(mark.glyph, mark.tone, check.text);
    m_filesLabel->setVisible(!rows.isEmpty());
}

void DossierTab::setDecisions(const PartnerView &view)
{
    const qsizetype count = view.facts.decisions.size();
    m_decisionsTitle->setText(count > 0 ? tr("Previous decisions  %1").arg(locale().toString(count))
                                        : tr("Previous decisions"));
    m_decisionList->setView(view);
}

bool DossierTab::eventFilter(QObject *watched, QEvent *event)
{
    // The hash is in the tooltip as well; what a document is called is not.
    if (watched == m_table && event->type() == QEvent::Resize)
        m_table->setColumnHidden(hashColumn, m_table->width() < hashFrom);
    return QWidget::eventFilter(watched, event);
}

void DossierTab::showMessage(const MessageBanner::Message &message)
{
    m_banner->setMessage(message);
}

void DossierTab::clearMessage()
{
    m_banner->clear();
}

QString DossierTab::selectedDocument() const
{
    return m_table->keyAt(m_table->currentIndex());
}

void DossierTab::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

QWidget *DossierTab::list() const
{
    return m_table;
}

} // namespace gatehouse::ui
