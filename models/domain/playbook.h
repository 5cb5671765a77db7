#pragma once

#include "domain/approval.h"
#include "domain/calendar.h"

#include <QHash>

namespace gatehouse::domain {

// The six stages of the board; each playbook phase names one.
enum class Stage : quint8 { PreSales, Contract, Setup, Validation, GoLive, Hypercare };
inline constexpr int stageCount = 6;
QLatin1StringView stageName(Stage stage); // "pre_sales", ..., in playbooks and JSON

// The seven readiness gates; the ring counts those a playbook uses.
enum class ReadinessGate {
    AccountIntake,
    TenantProvisioning,
    IdentityProvider,
    AccessRequests,
    Integrations,
    EvidencePack,
    BillingProfile
};
QLatin1StringView readinessGateName(ReadinessGate gate); // "account_intake", ...

// What makes a step done, always a fact and never a tick.
enum class Condition {
    Submitted,          // an application was submitted
    RosterHasSubmitter, // the submitting subject is a contact that was not removed
    DocumentFiled,      // argument: document kind; some revision of it was filed
    DocumentCurrent,    // argument: document kind; filed and not expired
    Approved,           // the last decision approves
    ApprovalCurrent,    // the same, and that approval has not expired
    AccessOpen,         // argument: access gate
    IdentitiesReleased, // no removed contact still waits for its identity provider
    TenantActive,       // it has a tenant that was not revoked
};
QLatin1StringView conditionName(Condition condition); // "submitted", "document_current", ...

struct StepRule
{
    QString id;    // unique in the playbook
    QString title; // plain words, English
    Condition condition = Condition::Submitted;
    QString argument;
    std::optional<ReadinessGate> gate;
    QString owner;   // role name, or "partner"
    QString source;  // section of the source document, e.g. "1.1"
    QString runbook; // runbook id#section
};

struct PhaseRule
{
    QString id;
    QString title;
    Stage stage = Stage::PreSales;
    QString owner;       // role name
    int plannedDays = 0; // working days
    QString source;
    QList<StepRule> steps;
};

// Why a reviewer asks for a document again.
struct ReasonRule
{
    QString code;  // "illegible"
    QString title; // plain words, English: "Can't be read"
};

struct DocumentRule
{
    QString kind;              // "kyb"
    QString title;             // "KYB package"
    QString shortTitle;        // "KYB"
    int validityDays = 0;      // calendar days from filing when a filing gives no date; 0: unlimited
    int warnDays = 30;         // expiring when this many days or fewer are left
    QList<ReasonRule> reasons; // why one is asked for again; never empty
    QString source;

    const ReasonRule *reason(const QString &code) const;
};
// For documents whose playbook names no reasons of its own.
QList<ReasonRule> defaultReasons();

enum class FieldType { Text, ObjectKey, Roster };
// One key of the application's payload; every key is required, unknown keys are refused.
struct ApplicationField
{
    QString key;
    FieldType type = FieldType::Text;
    QString meaning; // Text: "name" | "legal_name" | "region" | ""; ObjectKey: the document kind
};

struct AccessRule
{
    QString gate;                // "invoice.create"
    QString title;               // "Invoices"
    QList<Condition> conditions; // all must hold
    QString guidance;            // what to do when closed, one sentence
    QString runbook;
    QString source;
};

struct SlaRule
{
    QString id; // "review"
    QString title;
    int targetMinutes = 0;  // working minutes
    int atRiskPercent = 10; // at risk once this much of the target, or atRiskMinutes, is left
    int atRiskMinutes = 120;
    QString note; // e.g. "Default: the source names no figure."
    QString source;
};

// A playbook: validated data, never code. Made by formats from YAML; the engine knows nothing of any particular one.
struct Playbook
{
    QString id;      // "otc-partner"
    int version = 0; // 1, 2, ...
    QString title;
    QString label; // short, for the board: "OTC"
    QString sourceDocument;
    bool submitterInRoster = false;
    std::optional<Role> approver;        // none: the playbook has no decisions
    bool policyDocumentRequired = false; // no approval without a legal or policy document id
    int deciders = 1;                    // people it takes to approve: 1, or 2 who are not the same
    int secondWithinHours = 72;          // with two: how long the first approval waits for the second
    int approvalValidDays = 0;           // calendar days an approval stands before it is due again; 0: unlimited
    int approvalWarnDays = 30;           // due soon when this many days or fewer are left
    BusinessCalendar calendar;
    QList<ApplicationField> application;
    QList<DocumentRule> documents;
    QList<PhaseRule> phases;
    QList<AccessRule> access;
    QList<SlaRule> slas;
    QString digest; // sha256 of the file's bytes

    const DocumentRule *document(const QString &kind) const;
    const AccessRule *accessRule(const QString &gate) const;
    const SlaRule *sla(const QString &id) const;
};

// Where playbooks come from. Thread-safe, fixed for the program's life.
class PlaybookSource
{
public:
    virtual ~PlaybookSource() = default;
    // The newest version of each, by id.
    virtual QList<Playbook> latest() const = 0;
    // version 0: the newest. Error: NotFound/PlaybookNotFound.
    virtual base::Result<Playbook> playbook(const QString &id, int version = 0) const = 0;
};

} // namespace gatehouse::domain
