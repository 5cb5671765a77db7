#pragma once

#include "operations/operation.h"

namespace gatehouse::operations {

// What a reviewer does around a decision. Each answers {"partner": id, ...} and tells an event "partner.review_...".
// None of it is for who stands in the partner's roster, whatever role he holds: OnTheRoster, before any error of input.
// An answer neither: it sets our clock going again, and taking a question back would free the partner of it.

// Accepts one document of the dossier as it stands, or asks for another, with a reason of its kind: then the request is
// open until that kind is filed or the document is accepted after all, and the clock stands still. Who may decide may
// judge; errors of that come first. Result: {"document", "kind", "answer", "reason", "request": id when one was
// opened}. Errors: DocumentNotFound (none is current), ValueUnknown ("reason"), text errors.
struct JudgeDocument final : Operation
{
    QString partner;
    QString document; // id or kind
    domain::DocumentAnswer answer = domain::DocumentAnswer::Accepted;
    QString reason;  // AskedAgain: a code of the kind's reasons
    QString comment; // what the partner is told; may be empty

    domain::OperationKind kind() const override { return domain::OperationKind::JudgeDocument; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Why another document of this kind is asked for, as the partner reads it: "Can't be read: the scan is too dark."
QString documentRequestText(const domain::Playbook &playbook, const QString &kind, const QString &reason,
                            const QString &comment);

// Gives the next decision to somebody, or to nobody. It keeps no one else from deciding. Result: {"assignee"}. Errors:
// AssigneeCantDecide.
struct AssignReview final : Operation
{
    QString partner;
    QString assignee; // subject; empty: nobody

    domain::OperationKind kind() const override { return domain::OperationKind::AssignReview; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Puts the review off, for everybody, until a time or until something is filed. The review clock runs on. Result:
// {"until": ISO or null}. Errors: MomentInPast; MomentTooFar (domain::snoozeMostDays); TextMissing (the note, when it
// is put off); NothingToTakeBack (woken, and not put off).
struct SnoozeReview final : Operation
{
    QString partner;
    std::optional<base::Instant> until; // none: woken
    QString note;                       // why, 1 to 500 characters; not asked for when woken

    domain::OperationKind kind() const override { return domain::OperationKind::SnoozeReview; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Asks somebody else who can decide to look at it, with a reason; or takes that back. Result: {"to"}. Errors:
// AssigneeCantDecide; TextMissing (the note); NothingToTakeBack.
struct EscalateReview final : Operation
{
    QString partner;
    QString to;   // subject; empty: taken back
    QString note; // why, 1 to 500 characters; not asked for when taken back

    domain::OperationKind kind() const override { return domain::OperationKind::EscalateReview; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Records that the partner was asked: the clock stands still until it answers. Sending the question is not done here.
// Result: {"request": id, "asked_of": name}. Errors: text errors; DocumentKindUnknown; ContactNotFound;
// RejectedForGood.
struct AskPartner final : Operation
{
    QString partner;
    QString text;         // 1 to 2000 characters, as the partner reads it
    QString documentKind; // a new document of this kind is asked for; empty: a question
    QString contact;      // subject of the contact it goes to; empty: who submitted, else the first of the roster

    domain::OperationKind kind() const override { return domain::OperationKind::AskPartner; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// The partner answered, or the question is taken back; the clock goes on. Result: {"requests": [ids]}. Errors:
// NothingAsked.
struct CloseRequest final : Operation
{
    QString partner;
    QString request;                                       // id; empty: all that are open
    domain::RequestEnd end = domain::RequestEnd::Answered; // or Withdrawn
    QString answer;                                        // what was answered, at most 2000 characters

    domain::OperationKind kind() const override { return domain::OperationKind::AskPartner; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

// Says that the acting subject has the review open, or no more: a heartbeat, so it leaves neither event nor receipt.
// Result: {}.
struct OpenReview final : Operation
{
    enum class Stay { Here, Gone };
    QString partner;
    Stay stay = Stay::Here;

    domain::OperationKind kind() const override { return domain::OperationKind::OpenReview; }
    QJsonObject canonical() const override;
    QString partnerReference() const override { return partner; }
    Trace trace() const override { return Trace::None; }

protected:
    base::Result<QJsonObject> execute(Transaction &transaction) const override;
};

} // namespace gatehouse::operations
