#pragma once

#include "domain/approval.h"
#include "domain/calendar.h"
#include "domain/itemrule.h"
#include "domain/playbookparts.h"

#include <QHash>

namespace gatehouse::domain {

// The six stages of the board; each playbook phase names one.
enum class Stage : quint8 { PreSales, Contract, Setup, Validation, GoLive, Hypercare };
inline constexpr int stageCount = 6;
QLatin1StringView stageName(Stage stage); // "pre_sales", ..., in playbooks and JSON

struct PhaseRule
{
    QString id;
    QString title;
    Stage stage = Stage::PreSales;
    QString owner;           // role name
    QString team;            // who that is in the source's words; may be empty
    int plannedFromDays = 0; // working days; the same as plannedDays where the source gives no range
    int plannedDays = 0;     // working days, the most it should take
    QString source;
    QList<ChecklistRule> checklists;
    QList<ItemRule> items; // those of a checklist stand together
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

enum class FieldType { Text, ObjectKey, Roster, Item };
// One key of the application's payload; unknown keys are refused.
struct ApplicationField
{
    QString key;
    FieldType type = FieldType::Text;
    // Text: "name" | "legal_name" | "region" | "email" | ""; ObjectKey: the document kind; Item: id of the item whose
    // value it carries. An Item may name the partner besides, by `names`.
    QString meaning;
    bool optional = false; // may be absent
    bool names = false;    // Item: this value is the partner's name
};

// A condition and what it is about.
struct Requirement
{
    Condition condition = Condition::Submitted;
    QString argument;

    Requirement(Condition what = Condition::Submitted, QString about = {}) : condition(what), argument(std::move(about))
    { }
    friend bool operator==(const Requirement &, const Requirement &) = default;
};

struct AccessRule
{
    QString gate;                  // "invoice.create"
    QString title;                 // "Invoices"
    QList<Requirement> conditions; // all must hold
    QString guidance;              // what to do when closed, one sentence
    QString runbook;
    QString source;

    bool asksFor(Condition condition) const;
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
    QString extends; // id of the base; empty: none
    int extendsVersion = 0;
    QList<ProfileRule> profiles;
    QList<TemplateRule> templates;
    QList<MetricRule> metrics;
    QList<RedFlagRule> redFlags;
    QList<CheckInRule> checkIns;
    QList<EscalationRule> escalation;
    QList<ProcedureRule> procedures;
    QList<LinkRule> links;
    QList<LimitRule> limits;
    QStringList claims; // names that a sign-in must carry
    QString digest;     // sha256 of the file's bytes, and of the base's where it has one

    // Counts items through all phases, in order; -1 when there is none of that id.
    int itemPlace(const QString &id) const;
    // To be called once `phases` is complete, by whoever makes a playbook.
    void placeItems();

    const DocumentRule *document(const QString &kind) const;
    const AccessRule *accessRule(const QString &gate) const;
    const SlaRule *sla(const QString &id) const;
    const ItemRule *item(const QString &id) const;
    const ChecklistRule *checklist(const QString &id) const;

private:
    QHash<QString, int> m_itemPlaces;
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
    // What is wrong with files of a team's own folder; by file name.
    virtual QList<base::Error> findings() const { return {}; }
};

} // namespace gatehouse::domain
