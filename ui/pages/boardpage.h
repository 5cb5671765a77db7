#pragma once

#include "itemmodels/boardmodel.h"
#include "ui/shell/actions.h"
#include "ui/shell/linkopener.h"
#include "ui/shell/session.h"
#include "ui/style/typography.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace gatehouse::ui {

class BoardCells;
class BoardTable;
class EmptyState;
class LoadingLine;
class MessageBanner;
class TenantsView;
class TextLabel;

// Every partner, grouped by whose move it is.
class BoardPage final : public QWidget
{
    Q_OBJECT

public:
    BoardPage(Session &session, Actions &actions, QWidget *parent = nullptr);

    const itemmodels::BoardModel &model() const { return *m_model; }
    BoardTable *table() const { return m_table; }
    QString summary() const; // "42 partners, 8 need us"
    void setNames(const QHash<QString, QString> &names);
    void setSelf(const QString &subject);
    void setDensity(Density density);
    void setGrouping(itemmodels::BoardModel::Grouping grouping);
    itemmodels::BoardModel::Grouping grouping() const { return m_model->grouping(); }
    // Puts the keyboard where a board is worked with: its table, or what stands in its place.
    void takeFocus();
    void focusFilter();
    // Selects the next (1) or previous (-1) partner; groups are stepped over.
    void moveCurrent(int step);
    void setFilter(const QString &text);
    void selectPartner(const QString &id);
    void saveState() const;
    // Whether tenants can be made and revoked here, or why not.
    void updateActions();
    void setLinkOpener(LinkOpener opener);

Q_SIGNALS:
    void partnerOpened(const QString &id);
    // Rows came, or changed: the summary may be another.
    void partnersChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Phase { Loading, Loaded, Failed };
    QWidget *makeTools();
    void makeTenants();
    void showView(int tab);
    bool showsTenants() const;
    void makeTable();
    void makeStates();
    void connectFeed();
    void restoreState();
    void showError(const base::Error &error);
    void updateState();
    void explainEmpty();
    bool seesOnlyOwn() const; // not every partner; what there is besides isn't known
    void showState(QWidget *state);
    void updateTabs();
    void restWidths();
    void keepWidth(int column, int before, int width);
    void fitColumns();
    void selectFirst();
    void repaintClocks();
    void openIndex(const QModelIndex &index);
    bool handleTableKey(QKeyEvent *event);

    Session &m_session;
    Actions &m_actions;
    itemmodels::BoardModel *m_model;
    BoardCells *m_cells;
    QTabBar *m_tabs = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_group = nullptr;
    TextLabel *m_hidden = nullptr;
    MessageBanner *m_banner = nullptr;
    LoadingLine *m_line;
    QWidget *m_tools = nullptr;
    TenantsView *m_tenants = nullptr;
    QStackedWidget *m_stack = nullptr;
    BoardTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
    EmptyState *m_loading = nullptr;
    QTimer m_clockTimer;
    // What each column is wide when there is room, hidden or not; the last one shown is stretched beyond it.
    std::array<int, itemmodels::BoardModel::columns> m_widths = {};
    bool m_fitting = false; // sections change, but nobody asked for it
    Phase m_phase = Phase::Loading;
};

} // namespace gatehouse::ui
