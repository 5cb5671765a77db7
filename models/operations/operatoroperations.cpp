#include "operations/operatoroperations.h"

#include "domain/text.h"

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Role;

namespace {

QJsonObject grant(const QString &subject, Role role)
{
    return {{QStringLiteral("subject"), subject}, {QStringLiteral("role"), QString(domain::roleName(role))}};
}

} // namespace

QJsonObject AddOperator::canonical() const
{
    QJsonObject json = grant(subject, role);
    json.insert(QStringLiteral("name"), name);
    return json;
}

Result<QJsonObject> AddOperator::execute(Transaction &transaction) const
{
    if (role == Role::PartnerAdmin) {
        QStringList arguments{QString(domain::roleName(role))};
        for (const Role grantable : domain::grantableRoles)
            arguments.append(QString(domain::roleName(grantable)));
        return Error{ErrorKind::Invalid, ErrorCode::ValueUnknown, QStringLiteral("role"), arguments};
    }
    auto checked = domain::checkedSubject(subject, QStringLiteral("subject"));
    if (!checked)
        return checked.error();
    auto checkedName = domain::checkedText(name, QStringLiteral("name"), 0, domain::nameMost);
    if (!checkedName)
        return checkedName.error();

    domain::Operator row;
    row.subject = *checked;
    row.role = role;
    row.name = *checkedName;
    row.grantedBy = transaction.actor().subject;
    row.grantedAt = transaction.now();
    if (auto inserted = transaction.unit().operators().insert(row); !inserted)
        return inserted.error();
    const QJsonObject after = grant(row.subject, role);
    if (auto recorded = transaction.record(QStringLiteral("operator.added"), {}, row.subject, {}, after); !recorded)
        return recorded.error();
    return after;
}

QJsonObject RevokeOperator::canonical() const
{
    return grant(subject, role);
}

Result<QJsonObject> RevokeOperator::execute(Transaction &transaction) const
{
    auto checked = domain::checkedSubject(subject, QStringLiteral("subject"));
    if (!checked)
        return checked.error();
    auto all = transaction.unit().operators().all();
    if (!all)
        return all.error();
    const auto holdsNow = [this](const domain::Operator &row) { return row.role == role && !row.revokedAt; };
    const auto holders = std::count_if(all->cbegin(), all->cend(), holdsNow);
    const bool holds = std::any_of(all->cbegin(), all->cend(), [&](const domain::Operator &row) {
        return holdsNow(row) && row.subject == *checked;
    });
    if (role == Role::RootAdmin && holds && holders == 1)
        return Error{ErrorKind::Conflict, ErrorCode::LastRootAdmin, *checked, {}};

    auto revoked =
        transaction.unit().operators().revoke(*checked, role, transaction.now(), transaction.actor().subject);
    if (!revoked)
        return revoked.error();
    const QJsonObject before = grant(*checked, role);
    if (auto recorded = transaction.record(QStringLiteral("operator.revoked"), {}, *checked, before, {}); !recorded)
        return recorded.error();
    return before;
}

} // namespace gatehouse::operations
