#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/linkopener.h"
#include "ui/shell/session.h"

#include <QWidget>

namespace gatehouse::ui {

class QueuePane;
class ReviewPane;
class SharingSplitter;

// Approvals: the queue beside the review of one partner.
class ApprovalsPage final : public QWidget
{
    Q_OBJECT

public:
    ApprovalsPage(Session &session, Actions &actions, LinkOpener opener, QWidget *parent = nullptr);

    QueuePane *queue() const { return m_queue; }
    // Made a turn after the page, or when it is first asked for: both at once would take long.
    ReviewPane *review();
    QString summary() const;
    int waitingCount() const; // -1 while nothing is known
    void setMe(const operations::WhoAmI::Me &me);
    // Shows this partner's review, also one that isn't in the queue; empty: the one that is most urgent, unless one is
    // shown already.
    void openPartner(const QString &id);
    // Selects the next (1) or previous (-1) partner of the queue.
    void moveCurrent(int step);
    void takeFocus();
    void refresh();
    QList<KeyHint> hints() const;
    // The places F6 goes through.
    QList<QWidget *> panes() const;
    void updateActions();
    void perform(Act act);

Q_SIGNALS:
    // The partner's own page is wanted.
    void partnerOpened(const QString &id);
    // This partner's review is shown now.
    void partnerShown(const QString &id);
    // The counts may be others.
    void queueChanged();
    void said(const QString &line);
    void hintsChanged();

private:
    void choose(const QString &id);
    void openFirst();
    void openNext();
    void showNext();

    Session &m_session;
    Actions &m_actions;
    LinkOpener m_opener;
    SharingSplitter *m_split;
    QueuePane *m_queue;
    ReviewPane *m_review = nullptr; // see review()
    bool m_wantsFirst = false;      // the most urgent one, as soon as it is known
};

} // namespace gatehouse::ui
