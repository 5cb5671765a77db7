#include "operations/itemplaybooks.h"

namespace gatehouse::operationstest {

using domain::EvidenceRule;
using domain::ItemRule;
using domain::ItemWeight;
using domain::ValueType;

namespace {

ItemRule item(const char *id, const char *checklist, const char *owner = "integration_manager")
{
    ItemRule rule;
    rule.id = QLatin1StringView(id);
    rule.title = rule.id + QStringLiteral(" title");
    rule.checklist = QLatin1StringView(checklist);
    rule.owner = QLatin1StringView(owner);
    rule.source = QStringLiteral("1");
    return rule;
}

ItemRule valued(ItemRule rule, ValueType type)
{
    rule.value.emplace();
    rule.value->type = type;
    return rule;
}

QList<ItemRule> setupItems()
{
    ItemRule plan = valued(item("plan", "setup"), ValueType::Choice);
    plan.value->choices = {{QStringLiteral("pro"), QStringLiteral("Professional")},
                           {QStringLiteral("ent"), QStringLiteral("Enterprise")}};
    plan.value->other = true;
    plan.inReview = true;
    ItemRule contract = item("contract-signed", "setup");
    contract.evidence = EvidenceRule::Required;
    ItemRule contacts = valued(item("contacts-table", "setup"), ValueType::Table);
    contacts.value->columns = {{QStringLiteral("name"), QStringLiteral("Name"), ValueType::Text, {}, true},
                               {QStringLiteral("since"), QStringLiteral("Since"), ValueType::Date, {}, false}};
    contacts.value->rows = {{QStringLiteral("lead"), QStringLiteral("Technical lead")},
                            {QStringLiteral("admin"), QStringLiteral("IT admin")}};
    ItemRule metadata = item("sso-metadata", "setup");
    metadata.appliesWhen = {{QStringLiteral("sso-required"), {QStringLiteral("yes")}}};
    ItemRule tested = valued(item("tested", "setup"), ValueType::YesNo);
    tested.expected = {QStringLiteral("yes")};
    ItemRule extra = item("extra", "setup");
    extra.weight = ItemWeight::Optional;
    return {plan,     contract, contacts, valued(item("sso-required", "setup"), ValueType::YesNo),
            metadata, tested,   extra,    valued(item("partner-note", "setup", "partner"), ValueType::Text)};
}

domain::Playbook withItems(domain::Playbook playbook)
{
    playbook.version = ItemPlaybooks::version;
    playbook.digest = QStringLiteral("items");
    domain::PhaseRule phase;
    phase.id = QStringLiteral("setup-phase");
    phase.title = QStringLiteral("Setup");
    phase.stage = domain::Stage::GoLive;
    phase.owner = QStringLiteral("integration_manager");
    phase.plannedDays = 5;
    phase.checklists = {
        {QStringLiteral("setup"), QStringLiteral("Set-up"), QStringLiteral("1"), domain::BoardTopic::Sso, {}},
        {QStringLiteral("launch"), QStringLiteral("Launch"), QStringLiteral("2"), {}, {QStringLiteral("setup")}}};
    phase.items = setupItems();
    phase.items.append(item("health-check", "launch"));
    playbook.phases.append(phase);
    playbook.placeItems();
    return playbook;
}

} // namespace

ItemPlaybooks::ItemPlaybooks(std::shared_ptr<const domain::PlaybookSource> bundled) : m_bundled(std::move(bundled))
{
    if (auto otc = m_bundled->playbook(QStringLiteral("otc-partner")))
        m_withItems = withItems(*std::move(otc));
}

base::Result<domain::Playbook> ItemPlaybooks::playbook(const QString &id, int version) const
{
    if (id == m_withItems.id && version == ItemPlaybooks::version)
        return m_withItems;
    return m_bundled->playbook(id, version);
}

} // namespace gatehouse::operationstest
