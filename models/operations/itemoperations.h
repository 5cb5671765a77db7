#pragma once

#include "domain/plan.h"
#include "operations/operation.h"

#include <QJsonValue>

namespace gatehouse::operations {

// Items of a partner's checklists. Operators who stand in the partner's roster are refused (OnTheRoster) before any
// error of input; partner staff record what the playbook leaves to the partner, and nothing else (NotPermitted).

// Records items as done, not applicable or open again; all of them or none. Result: {"partner": id, "items": [{"item",
// "state"}]}. Errors: ItemNotFound, ItemDoneByFact, ItemDoesNotApply, ItemWaits (done), ItemValueMissing,
// ItemTakesNoValue, those of domain::checkedValue, ItemEvidenceMissing, EvidenceUnknown, TextMissing ("reason", where
// it doesn't apply), text errors.
struct SetItem final : Operation
{
    QString partner;
    QStringList items; // ids; several share evidence and reason, and none of them has a value
    domain::ItemRecord record = domain::ItemRecord::Done; // or NotApplicable or Open
    // Undefined: the value stays. With a table that isn't filled in yet the item stays open and keeps it.
    QJsonValue value = QJsonValue(QJsonValue::Undefined);
    std::optional<QStringList> evidence; // none: stays; see citedevidence.h
    QString reason;                      // why; at most domain::itemReasonMost characters

    domain::OperationKind kind() const override { return domain::OperationKind::SetItem; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Readiness doesn't wait for the item until the end of a day, in the playbook's zone. Whoever acts approves it. Result:
// {"partner": id, "item", "until": date}. Errors: ItemNotFound, ItemDoneByFact, ItemNeedsNoExemption, TextMissing
// ("reason"), DateMalformed, MomentInPast, ExemptionTooLong (domain::exemptionMostDays).
struct ExemptItem final : Operation
{
    QString partner;
    QString item;
    QString reason;
    QString until; // YYYY-MM-DD, the last day that it counts

    domain::OperationKind kind() const override { return domain::OperationKind::ExemptItem; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// What a move to another version of the playbook brings and takes.
struct PlaybookMovePlan
{
    int from = 0;
    int to = 0;
    QStringList gained;          // titles of items that count from now on
    QStringList lost;            // titles of items that are no more; what was recorded of them is kept
    QStringList changed;         // titles of items that are asked for in another way and aren't done any more
    QStringList documentsGained; // titles
    QStringList documentsLost;
    std::optional<domain::Role> approver;
    int deciders = 1;
};

// Answers what MovePlaybook would do, and does nothing.
struct PlanPlaybookMove
{
    using Answer = PlaybookMovePlan;
    QString partner;
    int to = 0; // version; 0: the newest
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Moves a partner to another version of its playbook; everything recorded is kept. Result: {"partner": id, "from",
// "to", "gained": [...], "lost": [...]}. Errors: PlaybookNotFound, PlaybookUnchanged.
struct MovePlaybook final : Operation
{
    QString partner;
    int to = 0; // version; 0: the newest

    domain::OperationKind kind() const override { return domain::OperationKind::MovePlaybook; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Items that an application carries, recorded as done by whoever submits it. `items`: id -> stored value.
base::Result<void> recordApplicationItems(Transaction &transaction, const QString &partnerId,
                                          const QHash<QString, QString> &items);

} // namespace gatehouse::operations
