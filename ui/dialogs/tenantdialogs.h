#pragma once

#include "operations/tenantqueries.h"
#include "ui/dialogs/formdialog.h"
#include "ui/shell/linkopener.h"

class QLineEdit;
class QPlainTextEdit;

namespace gatehouse::ui {

// Makes a tenant, of a partner that is there or of a new design partner.
class NewTenantDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit NewTenantDialog(Session &session, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_partner;
    QPlainTextEdit *m_notes;
};

// Asks for the tenant's name before its key dies for good, and says what that cuts off.
class RevokeTenantDialog final : public FormDialog
{
    Q_OBJECT

public:
    RevokeTenantDialog(Session &session, const operations::TenantView &view, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    void compare();

    domain::Tenant m_tenant;
    QLineEdit *m_typed;
    QLineEdit *m_reason;
};

// Another key for one that was lost.
class ReplaceKeyDialog final : public FormDialog
{
    Q_OBJECT

public:
    ReplaceKeyDialog(Session &session, const operations::TenantView &view, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    domain::Tenant m_tenant;
};

// Shows a key that was made this moment, for the only time, with a mail that doesn't hold it. Opened with open(), never
// executed; deletes itself.
class AccessKeyDialog final : public QDialog
{
    Q_OBJECT

public:
    // `receipt` of CreateTenant or ReplaceAccessKey.
    AccessKeyDialog(const domain::Receipt &receipt, LinkOpener opener, QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
