#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::domain {

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

// What makes an item done, or opens an access gate.
enum class Condition {
    Recorded,           // a person says so, with a value or evidence where the item asks for them
    Submitted,          // an application was submitted
    RosterHasSubmitter, // the submitting subject is a contact that was not removed
    DocumentFiled,      // argument: document kind; some revision of it was filed
    DocumentCurrent,    // argument: document kind; filed and not expired
    Approved,           // the last decision approves
    ApprovalCurrent,    // the same, and that approval has not expired
    AccessOpen,         // argument: access gate
    IdentitiesReleased, // no removed contact still waits for its identity provider
    TenantActive,       // it has a tenant that was not revoked
    ChecklistDone,      // argument: checklist; nothing of it that counts is open
    ItemDone,           // argument: item
    Deferred,           // never: what it needs isn't part of the program yet
};
QLatin1StringView conditionName(Condition condition); // "submitted", "document_current", ...

enum class ValueType { Text, Number, Date, YesNo, Choice, Profile, Table };
inline constexpr ValueType allValueTypes[] = {ValueType::Text,   ValueType::Number,  ValueType::Date, ValueType::YesNo,
                                              ValueType::Choice, ValueType::Profile, ValueType::Table};
QLatin1StringView valueTypeName(ValueType type); // "text", "yes_no", ...

struct ChoiceRule
{
    QString code;  // "eu"
    QString title; // "EU"
};
// Answers of a yes_no, as they are stored and as applies_when names them.
inline constexpr auto yesCode = QLatin1StringView("yes");
inline constexpr auto noCode = QLatin1StringView("no");
// Stands before words of one's own where a choice allows them: "other: Switzerland".
inline constexpr auto otherCode = QLatin1StringView("other");

struct ColumnRule
{
    QString key;
    QString title;
    ValueType type = ValueType::Text; // Text, Number, Date, YesNo or Choice
    QList<ChoiceRule> choices;
    bool required = false;
};

struct RowRule
{
    QString key;
    QString title;
};

// What an item asks for.
struct ValueRule
{
    ValueType type = ValueType::Text;
    int textMost = 4000;         // Text: characters
    std::optional<qint64> least; // Number
    std::optional<qint64> most;  // Number
    QString unit;                // Number: "users"; may be empty
    QList<ChoiceRule> choices;   // Choice; of a Profile those profiles that can be active
    bool other = false;          // Choice: words of one's own are allowed
    QList<ColumnRule> columns;   // Table
    QList<RowRule> rows;         // Table: these and no others; empty: as many as rowsLeast and rowsMost say
    int rowsLeast = 1;
    int rowsMost = 50;

    const ChoiceRule *choice(const QString &code) const;
};

// Counts only while that item has one of these answers.
struct Applicability
{
    QString item;
    QStringList answers; // codes
};

enum class EvidenceRule { NotAsked, Required };
// Optional: readiness doesn't wait for it.
enum class ItemWeight { Counts, Optional };

// A line of a checklist, or a step that a fact makes done.
struct ItemRule
{
    QString id;    // unique in the playbook
    QString title; // plain words, English
    Condition condition = Condition::Recorded;
    QString argument;
    std::optional<ReadinessGate> gate;
    QString owner;     // role name, or "partner"
    QString team;      // who that is in the source's words; may be empty
    QString source;    // section of the source document, e.g. "1.1"
    QString runbook;   // runbook id#section; may be empty
    QString checklist; // id; empty: stands in its phase alone
    QString group;     // heading inside the checklist; may be empty
    QString note;      // may be empty
    std::optional<ValueRule> value;
    QStringList expected; // answers that make it done; empty: any
    EvidenceRule evidence = EvidenceRule::NotAsked;
    ItemWeight weight = ItemWeight::Counts;
    QList<Applicability> appliesWhen; // all must hold: the checklist's, then its own
    bool inReview = false;            // an approval is bound to its value
};

// The board column that a checklist tells.
enum class BoardTopic : quint8 { Sso, Scim, Hypercare };
inline constexpr BoardTopic allBoardTopics[] = {BoardTopic::Sso, BoardTopic::Scim, BoardTopic::Hypercare};
inline constexpr int boardTopicCount = 3;
QLatin1StringView boardTopicName(BoardTopic topic); // "sso", ...

struct ChecklistRule
{
    QString id;
    QString title;
    QString source;
    std::optional<BoardTopic> topic;
    QStringList after; // checklists that come first
};

} // namespace gatehouse::domain
