#include "cli/tenanttext.h"

#include "cli/clitext.h"
#include "cli/terminaltext.h"
#include "words/datewords.h"

#include <algorithm>

namespace gatehouse::cli {

namespace {

using domain::AccessKey;
using domain::Tenant;
using operations::TenantView;

constexpr int bannerWidth = 50;
constexpr int listWidth = 80;

QString rule(char16_t letter, int width)
{
    return QString(width, QChar(letter)) + u'\n';
}

QString statusOf(const Tenant &tenant)
{
    return domain::tenantStatus(tenant) == domain::TenantStatus::Active ? CliText::tr("active", "tenant")
                                                                        : CliText::tr("revoked", "tenant");
}

QString lastActive(const Tenant &tenant)
{
    return tenant.lastActiveAt ? tenant.lastActiveAt->toUtc().date().toString(Qt::ISODate)
                               : CliText::tr("never", "signed in");
}

QString momentBy(base::Instant at, const QString &by)
{
    return CliText::tr("%1 by %2", "when, then who").arg(words::exactMoment(at), by);
}

Table keyTable(const Tenant &tenant)
{
    Table table({CliText::tr("KEY"), CliText::tr("MADE"), CliText::tr("BY"), CliText::tr("REFUSED SINCE")});
    for (const AccessKey &key : tenant.keys)
        table.addRow({key.prefix, words::exactMoment(key.createdAt), key.createdBy,
                      key.revokedAt ? words::exactMoment(*key.revokedAt) : QStringLiteral("-")});
    return table;
}

QJsonValue instantOrNull(const std::optional<base::Instant> &at)
{
    return at ? QJsonValue(at->toIso()) : QJsonValue();
}

} // namespace

QString banner(const QString &heading)
{
    return rule(u'=', bannerWidth) + heading + u'\n' + rule(u'=', bannerWidth);
}

QString ruled(const QString &text)
{
    return rule(u'-', bannerWidth) + text + u'\n' + rule(u'-', bannerWidth);
}

Table tenantTable(const QList<Tenant> &tenants)
{
    Table table({CliText::tr("KEY"), CliText::tr("NAME"), CliText::tr("STATUS"), CliText::tr("QUERIES"),
                 CliText::tr("LAST ACTIVE")});
    for (const Tenant &tenant : tenants)
        table.addRow({domain::keyPrefixOf(tenant), tenant.name, statusOf(tenant), QString::number(tenant.queries),
                      lastActive(tenant)});
    return table;
}

QString tenantListText(const QList<TenantView> &tenants)
{
    QList<Tenant> rows;
    for (const TenantView &view : tenants)
        rows.append(view.tenant);
    const QString table = tenantTable(rows).text();
    int width = listWidth;
    const QStringList lines = table.split(u'\n');
    for (const QString &line : lines)
        width = std::max(width, displayWidth(line));
    const qsizetype head = table.indexOf(u'\n') + 1;
    const QString total = tenants.size() == 1 ? CliText::tr("Total: 1 tenant")
                                              : CliText::tr("Total: %1 tenants", "a number").arg(tenants.size());
    return rule(u'=', width) + table.first(head) + rule(u'=', width) + table.sliced(head) + rule(u'-', width) + total;
}

QString tenantText(const TenantView &view)
{
    const Tenant &tenant = view.tenant;
    Facts facts;
    facts.add(CliText::tr("Key"), domain::keyPrefixOf(tenant));
    facts.add(CliText::tr("Name"), tenant.name);
    facts.add(CliText::tr("Email"), tenant.email);
    facts.add(CliText::tr("Partner"),
              CliText::tr("%1 (%2)", "name, then short name").arg(view.partnerName, view.partnerSlug));
    facts.add(CliText::tr("Status"), statusOf(tenant));
    if (view.standing == TenantView::Partner::Shut)
        facts.add(CliText::tr("Refused"), CliText::tr("the partner was suspended or rejected for good"));
    facts.add(CliText::tr("Queries"), QString::number(tenant.queries));
    facts.add(CliText::tr("Last active"), lastActive(tenant));
    facts.add(CliText::tr("Created"), momentBy(tenant.createdAt, tenant.createdBy));
    if (tenant.revokedAt)
        facts.add(CliText::tr("Revoked"), momentBy(*tenant.revokedAt, tenant.revokedBy));
    facts.add(CliText::tr("Reason"), tenant.revokedReason);
    facts.add(CliText::tr("Notes"), tenant.notes);
    return tenant.keys.size() < 2 ? facts.text() : facts.text() + u'\n' + keyTable(tenant).text();
}

QJsonObject tenantJson(const Tenant &tenant)
{
    QJsonArray keys;
    for (const AccessKey &key : tenant.keys)
        keys.append(QJsonObject{{QStringLiteral("prefix"), key.prefix},
                                {QStringLiteral("created_at"), key.createdAt.toIso()},
                                {QStringLiteral("created_by"), key.createdBy},
                                {QStringLiteral("revoked_at"), instantOrNull(key.revokedAt)},
                                {QStringLiteral("revoked_by"), key.revokedBy}});
    return {{QStringLiteral("id"), tenant.id},
            {QStringLiteral("partner"), tenant.partnerId},
            {QStringLiteral("prefix"), domain::keyPrefixOf(tenant)},
            {QStringLiteral("name"), tenant.name},
            {QStringLiteral("email"), tenant.email},
            {QStringLiteral("notes"), tenant.notes},
            {QStringLiteral("status"), QString(domain::tenantStatusName(domain::tenantStatus(tenant)))},
            {QStringLiteral("queries"), tenant.queries},
            {QStringLiteral("last_active_at"), instantOrNull(tenant.lastActiveAt)},
            {QStringLiteral("created_at"), tenant.createdAt.toIso()},
            {QStringLiteral("created_by"), tenant.createdBy},
            {QStringLiteral("revoked_at"), instantOrNull(tenant.revokedAt)},
            {QStringLiteral("revoked_by"), tenant.revokedBy},
            {QStringLiteral("revoked_reason"), tenant.revokedReason},
            {QStringLiteral("keys"), keys}};
}

QJsonArray tenantsJson(const QList<Tenant> &tenants)
{
    QJsonArray array;
    for (const Tenant &tenant : tenants)
        array.append(tenantJson(tenant));
    return array;
}

QJsonObject tenantViewJson(const TenantView &view)
{
    QJsonObject json = tenantJson(view.tenant);
    json.insert(QStringLiteral("partner_name"), view.partnerName);
    json.insert(QStringLiteral("partner_slug"), view.partnerSlug);
    json.insert(QStringLiteral("partner_shut"), view.standing == TenantView::Partner::Shut);
    return json;
}

} // namespace gatehouse::cli
