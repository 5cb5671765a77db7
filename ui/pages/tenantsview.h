#pragma once

#include "operations/tenantqueries.h"
#include "ui/shell/actions.h"
#include "ui/shell/linkopener.h"
#include "ui/shell/session.h"

#include <QWidget>

class QStackedWidget;
class QPushButton;

namespace gatehouse::ui {

class CellTable;
class EmptyState;
class LoadingLine;
class MessageBanner;
class TextLabel;

// Every tenant with its key's prefix and what it uses: a view of the Board. Reads when it is shown and after each act.
class TenantsView final : public QWidget
{
    Q_OBJECT

public:
    TenantsView(Session &session, Actions &actions, QWidget *parent = nullptr);

    void load();
    // What can be done with the tenant that is chosen, or why not.
    void updateActions();
    void takeFocus();
    // The next (1) or previous (-1) tenant.
    void moveCurrent(int step);
    void setLinkOpener(LinkOpener opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void partnerOpened(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTools();
    void receive(const base::Result<QList<operations::TenantView>> &tenants);
    void updateRows();
    const operations::TenantView *selected() const;
    void createTenant();
    void replaceKey();
    void revokeTenant();
    void showKey(const domain::Receipt &receipt);

    Session &m_session;
    Actions &m_actions;
    LinkOpener m_opener;
    QList<operations::TenantView> m_tenants; // revoked ones too
    int m_asked = 0;                         // loads; only the last one's answer counts
    QWidget *m_tools;
    TextLabel *m_numbers;
    QPushButton *m_all;
    MessageBanner *m_banner;
    LoadingLine *m_line;
    QStackedWidget *m_stack;
    CellTable *m_table;
    EmptyState *m_empty;
};

} // namespace gatehouse::ui
