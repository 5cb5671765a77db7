#pragma once

#include "domain/playbook.h"
#include "formats/yamlfields.h"

namespace gatehouse::formats {

// What several parts of a playbook are written with. Each reads one key and notes a problem where it isn't as it
// should be.

inline constexpr int playbookTitleMost = 120;
inline constexpr int playbookSentenceMost = 400;
inline constexpr int playbookListMost = 200;

QString idAt(YamlFields &fields, const QString &key, Presence presence = Presence::Required);
QString kindAt(YamlFields &fields, const QString &key, Presence presence = Presence::Required);
QString accessGateAt(YamlFields &fields, const QString &key);
QString runbookAt(YamlFields &fields, Presence presence = Presence::Required);
QString sourceAt(YamlFields &fields, Presence presence = Presence::Required);
// A role's name; with "partner" where that may own something.
enum class Owners { Roles, RolesAndPartner };
QString ownerAt(YamlFields &fields, Owners owners, Presence presence = Presence::Required);
bool flagAt(YamlFields &fields, const QString &key); // false when absent
std::optional<domain::ReadinessGate> readinessGateAt(YamlFields &fields);
std::optional<double> decimalAt(YamlFields &fields, const QString &key, Presence presence);
// Words of a list, each once.
QStringList wordsAt(YamlFields &fields, const QString &key, Presence presence);

// "approved", or with an argument {document_current: kyb}. Nothing when it is neither.
std::optional<domain::Requirement> requirementIn(const YamlNode &node, YamlFields &fields, const QString &key);

// A name of `values` as `nameOf` calls them.
template <class Enum, std::size_t N>
Enum enumAt(YamlFields &fields, const QString &key, const Enum (&values)[N], QLatin1StringView (*nameOf)(Enum),
            std::optional<Enum> absent = {})
{
    QStringList names;
    std::optional<int> place;
    for (std::size_t i = 0; i < N; ++i) {
        names.append(QString(nameOf(values[i])));
        if (absent && *absent == values[i])
            place = int(i);
    }
    return values[fields.oneOf(key, names, place)];
}

} // namespace gatehouse::formats
