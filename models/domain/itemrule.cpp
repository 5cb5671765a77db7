#include "domain/itemrule.h"

#include <algorithm>

namespace gatehouse::domain {

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
    case Condition::Recorded: return QLatin1StringView("recorded");
    case Condition::Submitted: return QLatin1StringView("submitted");
    case Condition::RosterHasSubmitter: return QLatin1StringView("roster_has_submitter");
    case Condition::DocumentFiled: return QLatin1StringView("document_filed");
    case Condition::DocumentCurrent: return QLatin1StringView("document_current");
    case Condition::Approved: return QLatin1StringView("approved");
    case Condition::ApprovalCurrent: return QLatin1StringView("approval_current");
    case Condition::AccessOpen: return QLatin1StringView("access_open");
    case Condition::IdentitiesReleased: return QLatin1StringView("identities_released");
    case Condition::TenantActive: return QLatin1StringView("tenant_active");
    case Condition::ChecklistDone: return QLatin1StringView("checklist_done");
    case Condition::ItemDone: return QLatin1StringView("item_done");
    case Condition::Deferred: return QLatin1StringView("deferred");
    }
    Q_UNREACHABLE();
}

QLatin1StringView valueTypeName(ValueType type)
{
    switch (type) {
    case ValueType::Text: return QLatin1StringView("text");
    case ValueType::Number: return QLatin1StringView("number");
    case ValueType::Date: return QLatin1StringView("date");
    case ValueType::YesNo: return QLatin1StringView("yes_no");
    case ValueType::Choice: return QLatin1StringView("choice");
    case ValueType::Profile: return QLatin1StringView("profile");
    case ValueType::Table: return QLatin1StringView("table");
    }
    Q_UNREACHABLE();
}

QLatin1StringView boardTopicName(BoardTopic topic)
{
    switch (topic) {
    case BoardTopic::Sso: return QLatin1StringView("sso");
    case BoardTopic::Scim: return QLatin1StringView("scim");
    case BoardTopic::Hypercare: return QLatin1StringView("hypercare");
    }
    Q_UNREACHABLE();
}

const ChoiceRule *ValueRule::choice(const QString &code) const
{
    const auto found =
        std::find_if(choices.cbegin(), choices.cend(), [&](const ChoiceRule &rule) { return rule.code == code; });
    return found == choices.cend() ? nullptr : &*found;
}

} // namespace gatehouse::domain
