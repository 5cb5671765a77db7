#include "operations/tenantqueries.h"

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Tenant;

namespace {

Result<TenantView> viewOf(Transaction &transaction, Tenant tenant)
{
    auto partner = transaction.unit().partners().find(tenant.partnerId);
    if (!partner)
        return partner.error();
    auto decisions = transaction.unit().decisions().ofPartner(tenant.partnerId);
    if (!decisions)
        return decisions.error();
    return TenantView{std::move(tenant), partner->name, partner->slug,
                      domain::isShut(*decisions) ? TenantView::Partner::Shut : TenantView::Partner::InGoodStanding};
}

Error denied(ErrorCode code, const QString &subject = {}, const QStringList &arguments = {})
{
    return {ErrorKind::Denied, code, subject, arguments};
}

} // namespace

Result<QList<TenantView>> ListTenants::read(Transaction &transaction) const
{
    auto tenants = transaction.unit().tenants().all();
    if (!tenants)
        return tenants.error();
    QList<TenantView> views;
    for (Tenant &tenant : *tenants) {
        if (which == Which::Active && domain::tenantStatus(tenant) != domain::TenantStatus::Active)
            continue;
        auto view = viewOf(transaction, std::move(tenant));
        if (!view)
            return view.error();
        views.append(*std::move(view));
    }
    return views;
}

Result<TenantView> ShowTenant::read(Transaction &transaction) const
{
    const auto reference = domain::readKeyReference(key);
    if (!reference)
        return reference.error();
    auto tenant = transaction.unit().tenants().find(*reference);
    return tenant ? viewOf(transaction, *std::move(tenant)) : tenant.error();
}

Result<TenantView> VerifyAccessKey::read(Transaction &transaction) const
{
    const auto reference = domain::readKeyReference(key);
    if (!reference || reference->shape != domain::KeyReference::Shape::Whole)
        return denied(ErrorCode::AccessKeyMalformed);
    auto stored = transaction.unit().tenants().stored(reference->prefix);
    if (!stored)
        return stored.error();
    // Of an unknown key too something is hashed and compared, or the time would tell.
    const QString owner = *stored ? (*stored)->key.id : QStringLiteral("00000000000000000000000000");
    const QString hash = *stored ? (*stored)->hash : QString(64, QLatin1Char('0'));
    const bool right = transaction.unit().secrets().matches(QByteArrayView(key).trimmed(), owner, hash);
    if (!right || !*stored)
        return denied(ErrorCode::AccessKeyRefused);
    auto tenant = transaction.unit().tenants().find(*reference);
    if (!tenant)
        return tenant.error();
    auto view = viewOf(transaction, *std::move(tenant));
    if (!view)
        return view.error();
    if (view->tenant.revokedAt)
        return denied(ErrorCode::TenantRevoked, view->tenant.name, {reference->prefix});
    if ((*stored)->key.revokedAt)
        return denied(ErrorCode::AccessKeyReplaced, reference->prefix, {view->tenant.name});
    if (view->standing == TenantView::Partner::Shut)
        return denied(ErrorCode::PartnerShut, view->partnerName);
    return view;
}

} // namespace gatehouse::operations
