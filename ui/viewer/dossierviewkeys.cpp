// Keys and search of a DossierView.

#include "ui/viewer/dossierview.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/vieweractions.h"

#include <QKeyEvent>

namespace gatehouse::ui {

namespace {

// These are keys of the window's actions as well. Two shortcuts of one key cancel each other, so they are taken before
// they become shortcuts.
bool isOwnKey(const QKeyEvent *event)
{
    return event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_F || event->key() == Qt::Key_E);
}

} // namespace

bool DossierView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (currentPage() >= 0 && isOwnKey(static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate: watch(); break;
    default: break;
    }
    return QWidget::event(event);
}

void DossierView::keyPressEvent(QKeyEvent *event)
{
    if (isOwnKey(event))
        return event->key() == Qt::Key_F ? openFind() : requestEvidence();
    QWidget::keyPressEvent(event);
}

void DossierView::requestEvidence()
{
    const EvidencePick pick = selectionEvidence();
    if (!pick.evidence.isEmpty())
        Q_EMIT evidenceRequested(pick.evidence, pick.quote);
}

void DossierView::connectFinding()
{
    const auto step = [this](TextSearch::Direction direction) {
        Part *part = current();
        if (!part || !part->document)
            return;
        if (!part->finding || part->search->needle().isEmpty())
            return openFind();
        part->search->step(direction);
    };
    const auto next = [step] { step(TextSearch::Direction::Next); };
    const auto previous = [step] { step(TextSearch::Direction::Previous); };
    connect((*m_actions)[ViewerAct::FindNext], &QAction::triggered, this, next);
    connect((*m_actions)[ViewerAct::FindPrevious], &QAction::triggered, this, previous);
    connect(m_findBar, &FindBar::nextRequested, this, next);
    connect(m_findBar, &FindBar::previousRequested, this, previous);
    connect(m_findBar, &FindBar::closed, this, &DossierView::closeFind);
    connect((*m_actions)[ViewerAct::Find], &QAction::triggered, this, [this](bool open) {
        if (open)
            openFind();
        else
            closeFind();
    });
    connect(m_findBar, &FindBar::sought, this, [this](const QString &text) {
        Part *part = current();
        if (!part || !part->document)
            return;
        part->typed = text;
        part->search->find(text, m_page->page());
    });
}

void DossierView::openFind()
{
    Part *part = current();
    if (!part || !part->document)
        return;
    if (!part->finding && !part->typed.isEmpty())
        part->search->find(part->typed, m_page->page());
    part->finding = true;
    m_findBar->show();
    m_findBar->focusField();
    showFinding();
    showObstacles();
}

void DossierView::closeFind()
{
    if (Part *part = current(); part && part->search) {
        part->finding = false;
        part->search->stop();
    }
    m_findBar->hide();
    showObstacles();
    focusPage();
}

// Called for whatever the search of the current document has found by now.
void DossierView::showFinding()
{
    Part *part = current();
    if (!part || !part->search)
        return;
    const TextSearch &search = *part->search;
    m_findBar->showResult(search, part->document->pageCount());
    m_page->setNeedle(search.needle());
    const auto hit = search.current();
    if (hit && hit != m_shownHit)
        m_page->showHit(hit->page, hit->number);
    else if (hit)
        m_page->markHit(hit->page, hit->number);
    m_shownHit = hit;
}

} // namespace gatehouse::ui
