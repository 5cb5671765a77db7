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

QLatin1StringView readinessGateName(ReadinessGate gate)
{
    switch (gate) {
    case ReadinessGate::AccountIntake: return QLatin1StringView("account_intake");
    case ReadinessGate::TenantProvisioning: return QLatin1StringView("tenant_provisioning");
    case ReadinessGate::IdentityProvider: return QLatin1StringView("identity_provider");
    case ReadinessGate::AccessRequests: return QLatin1StringView("access_requests");
    case ReadinessGate::Integrations: return QLatin1StringView("integrations");
    case ReadinessGate::EvidencePack: return QLatin1StringView("evidence_pack");
    case ReadinessGate::BillingProfile: return QLatin1StringView("billing_profile");
    }
    Q_UNREACHABLE();
}

QLatin1StringView conditionName(Condition condition)
{
    switch (condition) {
    case Condition::Submitted: return QLatin1StringView("submitted");
    case Condition::RosterHasSubmitter: return QLatin1StringView("roster_has_submitter");
    case Condition::DocumentFiled: return QLatin1StringView("document_filed");
    case Condition::DocumentCurrent: return QLatin1StringView("document_current");
    case Condition::Approved: return QLatin1StringView("approved");
    case Condition::ApprovalCurrent: return QLatin1StringView("approval_current");
    case Condition::AccessOpen: return QLatin1StringView("access_open");
    case Condition::IdentitiesReleased: return QLatin1StringView("identities_released");
    case Condition::TenantActive: return QLatin1StringView("tenant_active");
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

const AccessRule *Playbook::accessRule(const QString &gate) const
{
    return findBy(access, &AccessRule::gate, gate);
}

const SlaRule *Playbook::sla(const QString &id) const
{
    return findBy(slas, &SlaRule::id, id);
}

} // namespace gatehouse::domain
