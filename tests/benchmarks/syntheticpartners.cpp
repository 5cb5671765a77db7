#include "benchmarks/syntheticpartners.h"

#include "domain/text.h"

#include <QHash>
#include <QRandomGenerator>

namespace gatehouse::bench {

using base::Instant;
using domain::PartnerSummary;

namespace {

constexpr int ownerCount = 40;

const QStringList &firstParts()
{
    static const QStringList parts = QStringLiteral("Calder Brightwater Ironbridge Meridian Copperfield Redwater "
                                                    "Tessaly Fjordline Quarry Aurelia Juniper Terrace Arden "
                                                    "Solace Cobalt Eastgate Halcyon Vantor Pinnacle Sable Northwind "
                                                    "Harbour Kestrel Lindqvist Société Ørsund Łódź Ashdown "
                                                    "Bellweather Cinder Driftwood Ember Fallow Granite Hollow Indigo")
                                         .split(u' ');
    return parts;
}

const QStringList &secondParts()
{
    static const QStringList parts = QStringLiteral("Capital Markets Brokers Exchange Aid Trust Pay Bank Credit "
                                                    "Wallets Microloans Mutual Foundation Ledger Remittance "
                                                    "Health Logistics Grain Securities Partners Clearing Custody")
                                         .split(u' ');
    return parts;
}

template <class T>
const T &oneOf(const QList<T> &all, QRandomGenerator &random)
{
    return all.at(random.bounded(static_cast<int>(all.size())));
}

QString ownerSubject(int number)
{
    return QStringLiteral("oidc|operator-%1").arg(number);
}

void giveClock(PartnerSummary &row, QRandomGenerator &random, Instant now)
{
    using domain::SlaState;
    row.slaTargetMs = 16 * base::msPerHour;
    row.slaReadAt = now;
    if (row.move == domain::NextMove::Ours) {
        row.slaUsedMs = random.bounded(20) * base::msPerHour + random.bounded(3600) * base::msPerSecond;
        const qint64 left = row.slaTargetMs - row.slaUsedMs;
        row.slaDeadline = now + left;
        row.sla = left < 0 ? SlaState::Breached : left < 2 * base::msPerHour ? SlaState::AtRisk : SlaState::Running;
    } else if (row.move == domain::NextMove::Partners) {
        row.sla = SlaState::Paused;
        row.slaUsedMs = random.bounded(16) * base::msPerHour;
        row.slaPausedSince = now + -random.bounded(1, 30) * base::msPerDay;
    } else {
        row.sla = SlaState::Met;
        row.slaUsedMs = random.bounded(1, 16) * base::msPerHour;
    }
}

void giveDossier(PartnerSummary &row, QRandomGenerator &random)
{
    using domain::DossierState;
    const int dice = random.bounded(100);
    row.dossier = dice < 3 ? DossierState::Expired : dice < 8 ? DossierState::Expiring : DossierState::Current;
    row.dossierDays = row.dossier == DossierState::Expired    ? -random.bounded(1, 40)
                      : row.dossier == DossierState::Expiring ? random.bounded(30)
                                                              : random.bounded(31, 365);
    if (row.move == domain::NextMove::Partners && random.bounded(2)) {
        row.dossier = DossierState::Partial;
        row.dossierPart = QStringLiteral("KYB");
    }
}

void giveBlocker(PartnerSummary &row, QRandomGenerator &random, Instant now)
{
    if (row.move == domain::NextMove::OnTrack && random.bounded(20) != 0)
        return;
    static const QString partner = QStringLiteral("partner");
    static const QString title = QStringLiteral("Licensing");
    row.blockerCount = random.bounded(1, 4);
    domain::Blocker blocker;
    blocker.kind = random.bounded(2) ? domain::BlockerKind::DocumentMissing : domain::BlockerKind::DocumentExpiring;
    blocker.severity = random.bounded(2) ? domain::Severity::Now : domain::Severity::Later;
    blocker.subject = title;
    blocker.owner = partner;
    blocker.since = now + -random.bounded(1, 60) * base::msPerDay;
    blocker.days = random.bounded(30);
    row.blocker = blocker;
}

PartnerSummary syntheticPartner(int number, QRandomGenerator &random, Instant now)
{
    using domain::ApprovalStatus;
    using domain::NextMove;
    static const QStringList labels{QStringLiteral("OTC · EU"), QStringLiteral("OTC · UK"), QStringLiteral("OTC · US")};
    static const QStringList forms{QStringLiteral("Ltd"), QStringLiteral("GmbH"), QStringLiteral("S.A."),
                                   QStringLiteral("LLC")};
    PartnerSummary row;
    row.id = QStringLiteral("01bench%1").arg(number, 19, 10, QLatin1Char('0'));
    row.name = QStringLiteral("%1 %2 %3").arg(oneOf(firstParts(), random), oneOf(secondParts(), random)).arg(number);
    row.slug = domain::slugOf(row.name);
    row.legalName = row.name + u' ' + oneOf(forms, random);
    row.label = oneOf(labels, random);
    row.playbookId = QStringLiteral("otc-partner");
    row.playbookVersion = 1;
    row.owner = random.bounded(20) ? ownerSubject(random.bounded(ownerCount)) : QString();
    const int dice = random.bounded(100);
    row.move = dice < 6 ? NextMove::Ours : dice < 15 ? NextMove::Partners : NextMove::OnTrack;
    row.stage = static_cast<domain::Stage>(row.move == NextMove::OnTrack ? random.bounded(1, 6) : random.bounded(4));
    row.approval = row.move == NextMove::Ours      ? ApprovalStatus::PendingReview
                   : row.move == NextMove::OnTrack ? ApprovalStatus::Approved
                   : random.bounded(2)             ? ApprovalStatus::Rejected
                                                   : ApprovalStatus::NotSubmitted;
    giveClock(row, random, now);
    giveDossier(row, random);
    giveBlocker(row, random, now);
    row.gatesUsed = 7;
    row.gatesDone = random.bounded(8);
    row.updatedAt = now + -random.bounded(1, 1'000'000) * qint64{1000};
    row.validUntil = now + 3650 * base::msPerDay;
    return row;
}

} // namespace

QList<PartnerSummary> syntheticPartners(int count, Instant now)
{
    QRandomGenerator random(20260312);
    QList<PartnerSummary> rows;
    rows.reserve(count);
    for (int number = 0; number < count; ++number)
        rows.append(syntheticPartner(number, random, now));
    return rows;
}

QHash<QString, QString> syntheticNames()
{
    static const QStringList given = QStringLiteral("Mara Tomas Priya Jonas Aiko Lena Omar Inès").split(u' ');
    static const QStringList family = QStringLiteral("Okafor Lindqvist Nair Weber Sato").split(u' ');
    QHash<QString, QString> names;
    for (int number = 0; number < ownerCount; ++number)
        names.insert(ownerSubject(number), given.at(number % 8) + u' ' + family.at(number / 8));
    return names;
}

} // namespace gatehouse::bench
