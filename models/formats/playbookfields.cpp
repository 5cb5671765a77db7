#include "formats/playbookfields.h"

#include <algorithm>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr ReadinessGate allReadinessGates[] = {ReadinessGate::AccountIntake,    ReadinessGate::TenantProvisioning,
                                               ReadinessGate::IdentityProvider, ReadinessGate::AccessRequests,
                                               ReadinessGate::Integrations,     ReadinessGate::EvidencePack,
                                               ReadinessGate::BillingProfile};
// Those that a file may name.
constexpr Condition allConditions[] = {
    Condition::Submitted,    Condition::RosterHasSubmitter, Condition::DocumentFiled, Condition::DocumentCurrent,
    Condition::Approved,     Condition::ApprovalCurrent,    Condition::AccessOpen,    Condition::IdentitiesReleased,
    Condition::TenantActive, Condition::ChecklistDone,      Condition::ItemDone,      Condition::Deferred};

// What stands behind a condition, in the words of a problem; empty: nothing.
QString argumentOf(Condition condition)
{
    switch (condition) {
    case Condition::DocumentFiled:
    case Condition::DocumentCurrent: return u"a document kind"_s;
    case Condition::AccessOpen: return u"an access gate"_s;
    case Condition::ChecklistDone: return u"a checklist"_s;
    case Condition::ItemDone: return u"an item"_s;
    case Condition::Recorded:
    case Condition::Submitted:
    case Condition::RosterHasSubmitter:
    case Condition::Approved:
    case Condition::ApprovalCurrent:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive:
    case Condition::Deferred: break;
    }
    return {};
}

template <class Range, class Name>
QStringList namesOf(const Range &values, Name name)
{
    QStringList names;
    for (const auto value : values)
        names.append(QString(name(value)));
    return names;
}

} // namespace

QString idAt(YamlFields &fields, const QString &key, Presence presence)
{
    return fields.word(key, u"[a-z][a-z0-9-]{0,63}"_s, u"lower-case letters, digits and hyphens, 64 at most"_s,
                       presence);
}

QString kindAt(YamlFields &fields, const QString &key, Presence presence)
{
    return fields.word(key, u"[a-z][a-z0-9_]{0,39}"_s, u"lower-case letters, digits and underscores, 40 at most"_s,
                       presence);
}

QString accessGateAt(YamlFields &fields, const QString &key)
{
    return fields.word(key, u"[a-z][a-z0-9_]{0,39}(\\.[a-z][a-z0-9_]{0,39})+"_s,
                       u"words joined by dots, e.g. invoice.create"_s);
}

QString runbookAt(YamlFields &fields, Presence presence)
{
    return fields.word(u"runbook"_s, u"[a-z0-9-]{1,60}(#[a-z0-9-]{1,60})?"_s, u"runbook#section"_s, presence);
}

QString sourceAt(YamlFields &fields, Presence presence)
{
    return fields.text(u"source"_s, 120, presence);
}

QString ownerAt(YamlFields &fields, Owners owners, Presence presence)
{
    const QString key = u"owner"_s;
    if (presence == Presence::Optional && !fields.value(key, presence))
        return {};
    QStringList names = namesOf(QList<Role>(std::begin(allRoles), std::end(allRoles)), roleName);
    if (owners == Owners::RolesAndPartner)
        names.append(u"partner"_s);
    return names.at(fields.oneOf(key, names));
}

bool flagAt(YamlFields &fields, const QString &key)
{
    return fields.oneOf(key, {u"false"_s, u"true"_s}, 0) == 1;
}

std::optional<ReadinessGate> readinessGateAt(YamlFields &fields)
{
    if (!fields.value(u"gate"_s, Presence::Optional))
        return std::nullopt;
    return allReadinessGates[fields.oneOf(u"gate"_s, namesOf(allReadinessGates, readinessGateName))];
}

std::optional<double> decimalAt(YamlFields &fields, const QString &key, Presence presence)
{
    const QString text =
        fields.word(key, u"[0-9]{1,9}(\\.[0-9]{1,6})?"_s, u"a number in quotes, e.g. \"0.1\""_s, presence);
    return text.isEmpty() ? std::nullopt : std::optional(text.toDouble());
}

QStringList wordsAt(YamlFields &fields, const QString &key, Presence presence)
{
    QStringList words;
    for (const YamlNode &node : fields.list(key, playbookListMost, presence)) {
        const auto word = scalarText(node, playbookTitleMost);
        if (!word || words.contains(*word))
            fields.complain(key, u"words, each once"_s);
        else
            words.append(*word);
    }
    return words;
}

std::optional<Requirement> requirementIn(const YamlNode &node, YamlFields &fields, const QString &key)
{
    const bool hasArgument = node.kind == YamlNode::Kind::Map && node.entries.size() == 1;
    const QString name = hasArgument ? node.entries.first().key : node.text;
    const QStringList names = namesOf(allConditions, conditionName);
    const qsizetype place = names.indexOf(name);
    if (place < 0 || (node.kind != YamlNode::Kind::Scalar && !hasArgument)) {
        fields.complain(key, u"one of %1"_s.arg(names.join(u", "_s)));
        return std::nullopt;
    }
    Requirement requirement(allConditions[place]);
    const QString wanted = argumentOf(requirement.condition);
    if (hasArgument && !wanted.isEmpty())
        requirement.argument = scalarText(node.entries.first().value, 80).value_or(QString());
    if (wanted.isEmpty() && hasArgument)
        fields.complain(key, u"%1 without anything behind it"_s.arg(name));
    else if (!wanted.isEmpty() && requirement.argument.isEmpty())
        fields.complain(key, u"{%1: %2}"_s.arg(name, wanted));
    return requirement;
}

} // namespace gatehouse::formats
