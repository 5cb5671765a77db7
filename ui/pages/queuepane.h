#pragma once

#include "itemmodels/reviewqueuemodel.h"
#include "ui/delegates/queuedelegate.h"
#include "ui/pages/queuewords.h"
#include "ui/shell/session.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui {

class EmptyState;
class MessageBanner;
class TextLabel;

// The queue of those who decide: filter, groups, whose each review is. Fed by the session's feed. The partner that is
// current is the one that is reviewed.
class QueuePane final : public QWidget, public QueuePresenter
{
    Q_OBJECT

public:
    explicit QueuePane(Session &session, QWidget *parent = nullptr);

    const itemmodels::ReviewQueueModel &model() const { return *m_model; }
    bool isLoaded() const { return m_loaded; }
    // "4 waiting, 1 overdue"; empty while nothing is known.
    QString summary() const;
    void setMe(const operations::WhoAmI::Me &me);
    QString currentPartner() const { return m_current; }
    // Makes it the current one, also where it isn't shown. Says nothing.
    void setCurrentPartner(const QString &id);
    void setFilter(const QString &text);
    void focusFilter();
    void focusList();
    QWidget *list() const;
    QWidget *filter() const;

    QueueRowPresentation present(const QModelIndex &index) const override;

Q_SIGNALS:
    // A person went there, or asked for it to be opened for reading.
    void partnerChosen(const QString &id);
    void partnerOpened(const QString &id);
    // Rows, their order or the counts may be others; loaded, if they weren't.
    void queueChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTools();
    void makeList();
    QWidget *makeFooter();
    void connectFeed();
    void showState();
    void showCurrent();
    void currentMoved(const QModelIndex &index);
    bool handleListKey(int key);
    void toggle(const QModelIndex &header);

    Session &m_session;
    itemmodels::ReviewQueueModel *m_model;
    QueueWords m_words;
    QString m_current;
    bool m_loaded = false;
    bool m_following = false; // the view is brought to the current partner; nobody went there
    QTimer m_ticks;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_scope = nullptr;
    QListView *m_list = nullptr;
    MessageBanner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_footer = nullptr;
    TextLabel *m_median;
};

} // namespace gatehouse::ui
