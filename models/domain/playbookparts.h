#pragma once

#include "domain/roles.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::domain {

// What a playbook says besides phases and items. Each part has an id by which a playbook that extends another replaces
// the base's.

// A policy profile, as policy-as-code: what it grants, who approves, for how long.
struct ProfileRule
{
    QString id; // "standard"
    QString title;
    QStringList grants; // sentences
    Role approvedBy = Role::RootAdmin;
    int lastsHours = 0; // 0: until changed
    QString waitsFor;   // what must exist before it can be active; empty: it can be
    QString runbook;
    QString source;
};

enum class TemplateKind { Mail, Note };
QLatin1StringView templateKindName(TemplateKind kind); // "mail", "note"
struct TemplateRule
{
    QString id;
    QString title;
    TemplateKind kind = TemplateKind::Mail;
    QString subject; // of a mail
    QString body;    // lines; {partner}, {item:ID} and the like are filled in
    QString source;
};
// Names that may stand in braces, besides item:ID.
QStringList templatePlaceholders();
// What stands in braces in a template's subject and body, in order, as written.
QStringList placeholdersIn(const TemplateRule &rule);

enum class MetricUnit { Percent, Milliseconds, Count };
enum class Better { Higher, Lower };
struct MetricRule
{
    QString id;
    QString title;
    MetricUnit unit = MetricUnit::Count;
    Better better = Better::Lower;
    std::optional<double> target;
    std::optional<double> alert;
    QString note;
    QString source;
};

enum class Comparison { AtMost, Below, Above, AtLeast };
enum class FlagKind { Alarm, NextMove };
// Something to watch for in how a partner uses the product.
struct RedFlagRule
{
    QString id;
    QString title;
    QString metric;
    Comparison comparison = Comparison::Below;
    double value = 0;
    int afterDays = 0;  // calendar days from the start
    int withinDays = 0; // window that is counted; 0: since the start
    QString action;
    FlagKind kind = FlagKind::Alarm;
    QString templateId; // may be empty
    QString source;
};

struct CheckInRule
{
    QString id;
    QString title;
    int fromDay = 1; // calendar days from go-live, 1 is the day itself
    int toDay = 0;   // 0: open end
    int times = 0;   // in that span; 0: every day
    QString owner;   // role name
    QString team;
    QString templateId; // may be empty
    QString source;
};

struct EscalationRule
{
    QString id; // "l1"
    QString title;
    QString contact;
    int respondMinutes = 0;
    QString owner; // role name
    QString source;
};

enum class ApprovalTiming { Before, MayFollow, NotNeeded };
struct ProcedureCondition
{
    QString id;
    QString title;
    QString action;
    ApprovalTiming approval = ApprovalTiming::NotNeeded;
};
struct ProcedureStep
{
    QString id;
    QString title;
    QString group;
};
// What is done when something happens; readiness knows nothing of it.
struct ProcedureRule
{
    QString id; // "rollback"
    QString title;
    QList<ProcedureCondition> conditions;
    QList<ProcedureStep> steps;
    QString runbook;
    QString source;
};

enum class LinkGroup { Governance, Dashboard, Specification, Billing, Support };
inline constexpr LinkGroup allLinkGroups[] = {LinkGroup::Governance, LinkGroup::Dashboard, LinkGroup::Specification,
                                              LinkGroup::Billing, LinkGroup::Support};
QLatin1StringView linkGroupName(LinkGroup group); // "governance", ...
// A document outside; where it is found is set per workspace.
struct LinkRule
{
    QString id;
    QString title;
    LinkGroup group = LinkGroup::Governance;
    QString path; // as the source names it
    QString source;
};

struct LimitRule
{
    QString id;
    QString title;
    qint64 value = 0;
    QString unit;
    QString source;
};

} // namespace gatehouse::domain
