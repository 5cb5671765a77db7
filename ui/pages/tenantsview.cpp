#include "ui/pages/tenantsview.h"

#include "base/whendone.h"
#include "ui/components/button.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/dialogs/tenantdialogs.h"
#include "ui/pages/celltable.h"
#include "ui/pages/errormessage.h"
#include "ui/pages/marks.h"
#include "ui/pages/permission.h"
#include "words/datewords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSet>
#include <QStackedWidget>

#include <algorithm>

namespace gatehouse::ui {

using operations::TenantView;

namespace {

CellPresentation tenantStatusCell(const TenantView &view)
{
    if (view.tenant.revokedAt)
        return statusCell({Glyph::Dash, Tone::Neutral, Emphasis::Quiet}, TenantsView::tr("Revoked"));
    if (view.standing == TenantView::Partner::Shut)
        return statusCell({Glyph::Triangle, Tone::Warn, Emphasis::Normal}, TenantsView::tr("Refused, partner shut"));
    return statusCell({Glyph::Tick, Tone::Ok, Emphasis::Quiet}, TenantsView::tr("Active"));
}

QString lastActiveText(const domain::Tenant &tenant)
{
    return tenant.lastActiveAt ? tenant.lastActiveAt->toUtc().date().toString(Qt::ISODate)
                               : TenantsView::tr("Never", "signed in");
}

QString tenantToolTip(const domain::Tenant &tenant)
{
    QStringList lines{TenantsView::tr("Created %1 by %2").arg(words::exactMoment(tenant.createdAt), tenant.createdBy)};
    if (tenant.revokedAt)
        lines += TenantsView::tr("Revoked %1 by %2").arg(words::exactMoment(*tenant.revokedAt), tenant.revokedBy);
    if (!tenant.revokedReason.isEmpty())
        lines += TenantsView::tr("Reason: %1").arg(tenant.revokedReason);
    return lines.join(QLatin1Char('\n'));
}

QString numbersOf(const QList<TenantView> &tenants)
{
    QSet<QString> partners;
    qint64 queries = 0;
    int signedIn = 0;
    for (const TenantView &view : tenants) {
        if (view.tenant.revokedAt)
            continue;
        partners.insert(view.tenant.partnerId);
        queries += view.tenant.queries;
        signedIn += view.tenant.lastActiveAt ? 1 : 0;
    }
    return TenantsView::tr("Active partners %1   Total queries %2   Have signed in %3")
        .arg(QString::number(partners.size()), QLocale().toString(queries), QString::number(signedIn));
}

CellRow tenantRow(const TenantView &view)
{
    return {view.tenant.id,
            {strongCell(words::isolate(view.tenant.name)), textCell(domain::keyPrefixOf(view.tenant), Emphasis::Normal),
             tenantStatusCell(view), textCell(QString::number(view.tenant.queries)),
             textCell(lastActiveText(view.tenant)), textCell(words::isolate(view.partnerName))},
            tenantToolTip(view.tenant)};
}

} // namespace

TenantsView::TenantsView(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_tools(new QWidget(this)),
      m_banner(new MessageBanner(this)),
      m_line(new LoadingLine(this)),
      m_stack(new QStackedWidget(this)),
      m_table(
          new CellTable({tr("Name"), tr("Key"), tr("Status"), tr("Queries"), tr("Last active"), tr("Partner")}, this)),
      m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("tenantsView"));
    m_table->setObjectName(QStringLiteral("tenantsTable"));
    m_table->setAccessibleName(tr("Tenants"));
    m_table->setDensity(Density::Normal);
    m_table->setColumnWidthFor(0, tr("Ministry of Social Work"), 16);
    m_table->setColumnWidthFor(1, QStringLiteral("ministry_of_social_work_A1B2C3D4"), 12);
    m_table->setColumnWidthFor(2, tr("Refused, partner shut"), 28);
    m_table->setColumnWidthFor(3, QStringLiteral("1234567"), 12);
    m_table->setColumnWidthFor(4, QStringLiteral("2026-12-28"), 16);
    m_table->setStretch(5);
    m_empty->setObjectName(QStringLiteral("tenantsEmpty"));
    m_banner->setObjectName(QStringLiteral("tenantsBanner"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    makeTools();
    auto *bannerBox = new QVBoxLayout;
    bannerBox->setContentsMargins(12, 0, 12, 0);
    bannerBox->addWidget(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bannerBox);
    column->addWidget(m_tools);
    column->addWidget(m_stack, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TenantsView::updateActions);
    connect(m_table, &CellTable::opened, this, [this] {
        if (const TenantView *view = selected())
            Q_EMIT partnerOpened(view->tenant.partnerId);
    });
    connect(m_banner, &MessageBanner::actionTriggered, this, &TenantsView::load);
    connect(m_empty, &EmptyState::actionTriggered, m_actions[Act::NewTenant], &QAction::trigger);
}

void TenantsView::makeTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    const auto add = [&](const QString &text, const char *name) {
        QPushButton *button = makeButton(text, ButtonKind::Plain, m_tools);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        return button;
    };
    m_actions.bind(add(tr("New tenant…"), "newTenantButton"), Act::NewTenant);
    m_actions.bind(add(tr("Replace key…"), "replaceKeyButton"), Act::ReplaceKey);
    m_actions.bind(add(tr("Revoke…"), "revokeTenantButton"), Act::RevokeTenant);
    connect(m_actions[Act::NewTenant], &QAction::triggered, this, &TenantsView::createTenant);
    connect(m_actions[Act::ReplaceKey], &QAction::triggered, this, &TenantsView::replaceKey);
    connect(m_actions[Act::RevokeTenant], &QAction::triggered, this, &TenantsView::revokeTenant);
    m_all = add(tr("Revoked too"), "revokedTooButton");
    connect(m_all, &QPushButton::toggled, this, &TenantsView::updateRows);
    m_all->setCheckable(true);
    m_numbers = new TextLabel(QString(), TextRole::Secondary, Token::Text2, m_tools);
    m_numbers->setObjectName(QStringLiteral("tenantNumbers"));
    row->addStretch();
    row->addWidget(m_numbers);
}

void TenantsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void TenantsView::load()
{
    m_line->start();
    const int asked = ++m_asked;
    base::whenDone(m_session.runner.ask(operations::ListTenants{operations::ListTenants::Which::All}), this,
                   [this, asked](const base::Result<QList<TenantView>> &tenants) {
                       if (asked == m_asked)
                           receive(tenants);
                   });
}

void TenantsView::receive(const base::Result<QList<TenantView>> &tenants)
{
    m_line->stop();
    if (!tenants) {
        m_banner->setMessage(errorMessage(tenants.error(), {tr("Try again")}));
        return;
    }
    m_banner->clear();
    m_tenants = *tenants;
    updateRows();
}

void TenantsView::updateRows()
{
    QList<CellRow> rows;
    for (const TenantView &view : std::as_const(m_tenants)) {
        if (m_all->isChecked() || !view.tenant.revokedAt)
            rows += tenantRow(view);
    }
    m_table->setRows(rows);
    m_numbers->setText(numbersOf(m_tenants));
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    updateActions();
}

const TenantView *TenantsView::selected() const
{
    const QString id = m_table->keyAt(m_table->currentIndex());
    const auto found = std::find_if(m_tenants.cbegin(), m_tenants.cend(),
                                    [&id](const TenantView &view) { return view.tenant.id == id; });
    return found == m_tenants.cend() ? nullptr : &*found;
}

void TenantsView::updateActions()
{
    // An answer may come when something else is in front.
    if (!isVisible())
        return;
    const TenantView *view = selected();
    QString chosen;
    if (!view)
        chosen = tr("Choose a tenant first.");
    else if (view->tenant.revokedAt)
        chosen = tr("This tenant is revoked.");
    const auto set = [this](Act act, domain::OperationKind kind, const QString &otherwise) {
        const QString refused = permissionObstacle(kind, m_session.me.actor, operations::PartnerView());
        m_actions.setObstacle(act, refused.isEmpty() ? otherwise : refused);
    };
    set(Act::NewTenant, domain::OperationKind::CreateTenant, {});
    set(Act::ReplaceKey, domain::OperationKind::ReplaceAccessKey, chosen);
    set(Act::RevokeTenant, domain::OperationKind::RevokeTenant, chosen);
    const QAction *create = m_actions[Act::NewTenant];
    m_empty->setTexts(tr("No tenants"),
                      create->isEnabled()
                          ? tr("A tenant gives a partner its own space in the product, and a key to it.")
                          : create->statusTip(),
                      create->isEnabled() ? tr("New tenant…") : QString());
}

void TenantsView::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void TenantsView::moveCurrent(int step)
{
    const QModelIndex next = m_table->model()->index(m_table->currentIndex().row() + step, 0);
    if (next.isValid())
        m_table->setCurrentIndex(next);
}

void TenantsView::createTenant()
{
    auto *dialog = new NewTenantDialog(m_session, this);
    connect(dialog, &FormDialog::recorded, this, &TenantsView::showKey);
    dialog->open();
}

void TenantsView::replaceKey()
{
    const TenantView *view = selected();
    if (!view)
        return;
    auto *dialog = new ReplaceKeyDialog(m_session, *view, this);
    connect(dialog, &FormDialog::recorded, this, &TenantsView::showKey);
    dialog->open();
}

void TenantsView::revokeTenant()
{
    const TenantView *view = selected();
    if (!view)
        return;
    auto *dialog = new RevokeTenantDialog(m_session, *view, this);
    connect(dialog, &FormDialog::recorded, this, &TenantsView::load);
    dialog->open();
}

void TenantsView::showKey(const domain::Receipt &receipt)
{
    load();
    auto *dialog = new AccessKeyDialog(receipt, m_opener, this);
    dialog->open();
}

} // namespace gatehouse::ui
