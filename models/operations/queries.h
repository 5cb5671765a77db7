#pragma once

#include "domain/reviewdigest.h"
#include "domain/reviewqueue.h"
#include "domain/sincedecision.h"
#include "operations/transaction.h"

namespace gatehouse::operations {

// A partner with everything that is derived of it, as of `asOf`.
struct PartnerView
{
    domain::PartnerFacts facts;     // decisions without their internal notes when partner staff ask
    domain::PartnerFacts asDecided; // as domain::factsAtDecision() tells them
    domain::Playbook playbook;
    domain::Readiness readiness;
    QString reviewDigest; // binds a decision to what this view shows
    // Subject -> display name. Of operators what their list says, never what a roster says; of contacts, the roster's.
    // Partner staff aren't told who the operators are.
    QHash<QString, QString> names;
    base::Instant asOf;
    // Why the asking subject can't decide on this partner now; nothing when it can.
    std::optional<base::Error> decisionObstacle;
    // Display names (else subjects) of those who can; nothing when partner staff ask.
    std::optional<QStringList> deciders;
    // Who else has the review open: everybody but the asking subject. Nothing when partner staff ask.
    QList<domain::Presence> present;
};

struct ShowPartner
{
    using Answer = PartnerView;
    QString partner;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// All partners the asking subject may see, by name; of partner staff, their own.
struct ListPartners
{
    using Answer = QList<domain::PartnerSummary>;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Partner staff see the partners whose roster holds them, operators all.
enum class Sight { All, Own };

// How the partners are called that the asking subject may see, by id; for "did you mean".
struct PartnerNames
{
    struct Names
    {
        QString slug;
        QString name;
        QString legalName;
    };
    using Answer = QList<Names>;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Summaries of what changed after an event (none: of all partners), in pages of `limit` by partner id after
// `afterPartner` so that a hundred thousand never stand in memory with all their facts.
struct BoardPage
{
    struct Rows
    {
        QList<domain::PartnerSummary> rows;
        QString lastPartner; // continue after this one
        // Everything: what changed can't be told or is more than `limit`, so no rows are given and whoever asks begins
        // anew without `afterEvent`. (It can't be told when the workspace was brought back from a backup.)
        enum class More { No, Yes, Everything } more = More::No;
        Sight sight = Sight::All;
        QStringList own;             // with own sight: every partner there is to see, changed or not
        domain::EventMark upToEvent; // newest event of the state that was read
        base::Instant asOf;
    };
    using Answer = Rows;
    domain::EventMark afterEvent;
    QStringList also; // with afterEvent: partners to read although nothing happened to them
    QString afterPartner;
    int limit = 1000;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// The queue of those who decide, in the order of domain::isBefore(); see domain/reviewqueue.h. Not for partner staff.
struct ReviewQueue
{
    using Answer = QList<domain::PartnerSummary>;
    QTimeZone zone = QTimeZone::systemTimeZone(); // in which "due today" is meant
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

struct CheckAccess
{
    struct Answered
    {
        domain::Partner partner;
        domain::AccessAnswer answer;
        domain::ApprovalStatus status = domain::ApprovalStatus::NotUsed;
        std::optional<domain::Decision> decision; // the last one, without its note, while it keeps the gate closed
    };
    using Answer = Answered;
    QString partner;
    QString gate; // Denied/AccessGateUnknown when it is no gate of any loaded playbook
    domain::OperationKind kind() const { return domain::OperationKind::CheckAccess; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

struct ListOperators
{
    using Answer = QList<domain::Operator>;
    domain::OperationKind kind() const { return domain::OperationKind::ReadOperators; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// Events, of one partner or all. Partner staff name their own.
struct ListEvents
{
    using Answer = QList<domain::Event>;
    QString partner;
    domain::EventFilter filter;                                   // partnerId is filled from `partner`
    domain::OperationKind as = domain::OperationKind::ReadEvents; // or ExportEvents
    domain::OperationKind kind() const { return as; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// The bytes of a document, compared with their hash. DOC is a document id or its kind.
struct ReadDocument
{
    struct Content
    {
        domain::DossierDocument document;
        QByteArray bytes;
    };
    using Answer = Content;
    QString partner;
    QString document;
    domain::OperationKind kind() const { return domain::OperationKind::ReadDossierFile; }
    QString partnerReference() const { return partner; }
    base::Result<Answer> read(Transaction &transaction) const;
};

// The acting subject, its roles and the display name it has; what it may do by the permission table.
struct WhoAmI
{
    struct Me
    {
        Actor actor;
        QString name;                     // display name, else the subject
        QHash<QString, QString> names;    // of operators: subject -> display name; empty for partner staff
        QList<domain::OperationKind> may; // Yes for any partner
    };
    using Answer = Me;
    domain::OperationKind kind() const { return domain::OperationKind::ReadPartners; }
    QString partnerReference() const { return {}; }
    base::Result<Answer> read(Transaction &transaction) const;
};

} // namespace gatehouse::operations
