#include "operations/runner.h"

#include "base/logging.h"
#include "domain/text.h"

#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::OperationKind;
using domain::Permission;
using domain::Receipt;

namespace {

// PostgreSQL refuses one of two that might have seen each other's rows, also when they didn't. Who tries again at once
// meets the same others, so the pauses grow and differ: 2 to 5 ms, twice that, and so on; 2.6 s in all at most.
constexpr int mostAttempts = 10;
constexpr int firstPauseMs = 4;

void pauseBefore(int attempt)
{
    const int most = firstPauseMs << (attempt - 2);
    QThread::msleep(ulong(QRandomGenerator::global()->bounded(std::max(1, most / 2), most * 5 / 4 + 1)));
}

Error notPermitted(OperationKind kind)
{
    QStringList roles;
    for (const domain::Role role : domain::rolesThatMay(kind))
        roles.append(QString(domain::roleName(role)));
    return {ErrorKind::Denied, ErrorCode::NotPermitted, QString(domain::operationName(kind)), roles};
}

QString digestOf(const Operation &operation)
{
    const QJsonObject bound{{QStringLiteral("operation"), QString(domain::operationName(operation.kind()))},
                            {QStringLiteral("request"), operation.canonical()}};
    return domain::sha256Hex(domain::canonicalJson(bound));
}

Error notYours(const QString &partnerReference)
{
    return {ErrorKind::Denied, ErrorCode::NotYourPartner, partnerReference, {}};
}

// A query that names no partner is answered for partner staff too: it narrows its answer to their own itself.
Result<void> checkRosterHolds(Transaction &transaction, const QString &partnerReference)
{
    if (transaction.partnerId().isEmpty())
        return {};
    auto own = transaction.unit().contacts().partnersOfSubject(transaction.actor().subject);
    if (!own)
        return own.error();
    if (own->contains(transaction.partnerId()))
        return {};
    return notYours(partnerReference);
}

} // namespace

Result<void> Operation::checkOwn(Transaction &transaction) const
{
    if (transaction.partnerId().isEmpty())
        return notPermitted(kind());
    return checkRosterHolds(transaction, partnerReference());
}

OperationRunner::OperationRunner(domain::Authority &authority, const domain::PlaybookSource &playbooks,
                                 base::IdSource &ids)
    : m_authority(authority), m_playbooks(playbooks), m_ids(ids)
{ }

Result<Receipt> OperationRunner::run(const Operation &operation, const Caller &caller, const QString &requestId)
{
    auto id = domain::checkedText(requestId, QStringLiteral("request"), 1, 100);
    if (!id)
        return id.error();
    const QString digest = digestOf(operation);
    Transaction::Objects objects;
    for (int tried = 1;; ++tried) {
        if (tried > 1)
            pauseBefore(tried);
        auto receipt = attempt(operation, caller, *id, digest, objects);
        const bool again = !receipt && receipt.error().code == ErrorCode::ConcurrentChange && tried < mostAttempts;
        if (!again) {
            qCInfo(base::lcOperations) << domain::operationName(operation.kind()) << *id
                                       << (receipt ? QLatin1StringView("done")
                                                   : base::errorCodeName(receipt.error().code));
            return receipt;
        }
    }
}

Result<Receipt> OperationRunner::attempt(const Operation &operation, const Caller &caller, const QString &requestId,
                                         const QString &digest, Transaction::Objects &objects)
{
    auto unit = m_authority.begin(domain::Access::Write);
    if (!unit)
        return unit.error();
    Transaction transaction(**unit, m_playbooks, m_ids, requestId, objects);
    // First by the subject alone: a repeated request is answered even when its first run changed what it may do.
    auto subject = (*unit)->actingSubject(caller.claimedSubject, caller.osUser);
    if (!subject)
        return subject.error();
    const bool traced = operation.trace() == Operation::Trace::Receipt;
    auto earlier = traced ? (*unit)->receipts().find(requestId) : Result<std::optional<Receipt>>(std::nullopt);
    if (!earlier)
        return earlier.error();
    if (*earlier) {
        Receipt receipt = std::move(**earlier);
        if (receipt.requestDigest != digest || receipt.actor != *subject)
            return Error{ErrorKind::Conflict, ErrorCode::RequestIdReused, requestId, {}};
        receipt.replayed = true;
        return receipt;
    }
    if (auto admitted = admit(transaction, caller, operation.kind(), operation.partnerReference(), &operation);
        !admitted)
        return admitted.error();
    auto result = operation.execute(transaction);
    if (!result)
        return result.error();

    Receipt receipt;
    receipt.requestId = requestId;
    receipt.operation = operation.kind();
    receipt.requestDigest = digest;
    receipt.actor = transaction.actor().subject;
    receipt.osUser = transaction.actor().osUser;
    receipt.at = transaction.now();
    receipt.result = std::move(*result);
    if (auto stored = traced ? (*unit)->receipts().append(receipt) : Result<void>(); !stored)
        return stored.error();
    if (auto committed = (*unit)->commit(); !committed)
        return committed.error();
    receipt.secret = std::move(transaction.m_secret);
    return receipt;
}

Result<void> OperationRunner::admit(Transaction &transaction, const Caller &caller, OperationKind kind,
                                    const QString &partnerReference, const Operation *operation)
{
    auto subject = transaction.unit().actingSubject(caller.claimedSubject, caller.osUser);
    if (!subject)
        return subject.error();
    auto roles = transaction.unit().operators().rolesOf(*subject);
    if (!roles)
        return roles.error();
    transaction.m_actor = Actor{std::move(*subject), caller.osUser, std::move(*roles)};

    const Permission permission = domain::permission(kind, transaction.m_actor.roles);
    if (permission == Permission::No)
        return notPermitted(kind);
    if (!partnerReference.isEmpty()) {
        auto id = transaction.unit().partners().resolve(partnerReference);
        if (!id) {
            // Which partners there are, or share a name, is not for the staff of another.
            const bool unknown =
                id.error().code == ErrorCode::PartnerNotFound || id.error().code == ErrorCode::PartnerAmbiguous;
            return unknown && permission == Permission::OwnPartner ? notYours(partnerReference) : id.error();
        }
        transaction.m_partnerId = std::move(*id);
    }
    if (permission == Permission::Yes)
        return {};
    return operation ? operation->checkOwn(transaction) : checkRosterHolds(transaction, partnerReference);
}

} // namespace gatehouse::operations
