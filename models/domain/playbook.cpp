#include "domain/playbook.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

template <class Rule, class Key>
const Rule *findBy(const QList<Rule> &rules, Key Rule::*member, const Key &key)
{
    const auto found =
        std::find_if(rules.cbegin(), rules.cend(), [&](const Rule &rule) { return rule.*member == key; });
    return found == rules.cend() ? nullptr : &*found;
}

} // namespace

QLatin1StringView stageName(Stage stage)
{
    switch (stage) {
    case Stage::PreSales: return QLatin1StringView("pre_sales");
    case Stage::Contract: return QLatin1StringView("contract");
    case Stage::Setup: return QLatin1StringView("setup");
    case Stage::Validation: return QLatin1StringView("validation");
    case Stage::GoLive: return QLatin1StringView("go_live");
    case Stage::Hypercare: return QLatin1StringView("hypercare");
    }
    Q_UNREACHABLE();
}

const ReasonRule *DocumentRule::reason(const QString &code) const
{
    return findBy(reasons, &ReasonRule::code, code);
}

QList<ReasonRule> defaultReasons()
{
    return {{QStringLiteral("illegible"), QStringLiteral("Can't be read")},
            {QStringLiteral("incomplete"), QStringLiteral("Pages or annexes are missing")},
            {QStringLiteral("wrong_document"), QStringLiteral("Another document than was asked for")},
            {QStringLiteral("out_of_date"), QStringLiteral("Out of date")},
            {QStringLiteral("does_not_match"), QStringLiteral("Doesn't match the application")}};
}

const DocumentRule *Playbook::document(const QString &kind) const
{
    return findBy(documents, &DocumentRule::kind, kind);
}

bool AccessRule::asksFor(Condition condition) const
{
    return std::any_of(conditions.cbegin(), conditions.cend(),
                       [condition](const Requirement &each) { return each.condition == condition; });
}

int Playbook::itemPlace(const QString &id) const
{
    return m_itemPlaces.value(id, -1);
}

void Playbook::placeItems()
{
    m_itemPlaces.clear();
    for (const PhaseRule &phase : std::as_const(phases)) {
        for (const ItemRule &item : phase.items)
            m_itemPlaces.insert(item.id, int(m_itemPlaces.size()));
    }
}

const ItemRule *Playbook::item(const QString &id) const
{
    int place = itemPlace(id);
    if (place < 0)
        return nullptr;
    for (const PhaseRule &phase : phases) {
        if (place < phase.items.size())
            return &phase.items.at(place);
        place -= int(phase.items.size());
    }
    return nullptr;
}

const ChecklistRule *Playbook::checklist(const QString &id) const
{
    for (const PhaseRule &phase : phases) {
        if (const ChecklistRule *rule = findBy(phase.checklists, &ChecklistRule::id, id))
            return rule;
    }
    return nullptr;
}

const AccessRule *Playbook::accessRule(const QString &gate) const
{
    return findBy(access, &AccessRule::gate, gate);
}

const SlaRule *Playbook::sla(const QString &id) const
{
    return findBy(slas, &SlaRule::id, id);
}

} // namespace gatehouse::domain
