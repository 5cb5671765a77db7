#pragma once

#include "domain/readiness.h"

namespace gatehouse::test {

inline constexpr qint64 boardNow = 1'773'325'320'000; // 2026-03-12T14:22Z

// A partner whose id and slug follow from its name. On track, approved, no clock.
inline domain::PartnerSummary partnerNamed(const QString &name)
{
    domain::PartnerSummary row;
    row.id = QStringLiteral("id-") + name.toLower();
    row.slug = name.toLower().replace(u' ', u'-');
    row.name = name;
    row.legalName = name + QStringLiteral(" Ltd");
    row.playbookId = QStringLiteral("otc-partner");
    row.playbookVersion = 1;
    row.approval = domain::ApprovalStatus::Approved;
    row.dossier = domain::DossierState::Current;
    row.dossierDays = 100;
    row.updatedAt = {boardNow};
    return row;
}

// Our move, pending, with a clock that runs out in `hours` (negative: is over).
inline domain::PartnerSummary pendingPartner(const QString &name, int hours)
{
    domain::PartnerSummary row = partnerNamed(name);
    row.move = domain::NextMove::Ours;
    row.stage = domain::Stage::Contract;
    row.approval = domain::ApprovalStatus::PendingReview;
    row.sla = hours < 0    ? domain::SlaState::Breached
              : hours <= 2 ? domain::SlaState::AtRisk
                           : domain::SlaState::Running;
    row.slaDeadline = {boardNow + hours * base::msPerHour};
    row.slaTargetMs = 24 * base::msPerHour;
    row.slaUsedMs = row.slaTargetMs - hours * base::msPerHour;
    row.slaReadAt = {boardNow};
    return row;
}

// The partner's move, clock paused since `hours` ago, with one blocker.
inline domain::PartnerSummary pausedPartner(const QString &name, int hours)
{
    domain::PartnerSummary row = partnerNamed(name);
    row.move = domain::NextMove::Partners;
    row.stage = domain::Stage::Contract;
    row.approval = domain::ApprovalStatus::Rejected;
    row.sla = domain::SlaState::Paused;
    row.slaPausedSince = domain::Instant{boardNow - hours * base::msPerHour};
    row.blockerCount = 1;
    row.blocker = domain::Blocker{};
    return row;
}

} // namespace gatehouse::test
