#include "wiring/sample.h"

#include "domain/reviewqueue.h"
#include "operations/queries.h"
#include "operations/runner.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "wiring/identity.h"
#include "wiring/workspace.h"

#include "domain/text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using domain::ApprovalStatus;
using domain::BlockerKind;
using domain::DossierState;
using domain::NextMove;
using domain::SlaState;
using domain::Stage;

class TestSample : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    // A Thursday in working hours; the sample says what it says at any time, see below.
    base::Instant m_now = support::FakeClock::start + 5 * base::msPerHour;
    QHash<QString, domain::PartnerSummary> m_rows;
    QHash<QString, domain::PartnerFacts> m_facts;

    // Reads every partner of the workspace at `path` as of `now`, past the authority's clock.
    void read(const QString &path, base::Instant now);
    domain::PartnerSummary row(const char *name) const { return m_rows.value(QString::fromUtf8(name)); }
    QString path() const { return m_dir.filePath(QStringLiteral("sample.gatehouse")); }

private Q_SLOTS:
    void initTestCase();
    void leavesNothingBeside();
    void holdsFortyTwoPartners();
    void showsEveryStateOfTheBoard_data();
    void showsEveryStateOfTheBoard();
    void showsEveryValueOfEachColumn();
    void clocksStandAsTheScriptSays();
    void theQueueShowsWhatReviewsAreAbout();
    void eventsAreNumberedInTheOrderOfTime();
    void everyDocumentIsADifferentPdf();
    void theOsUserIsRootAdmin();
    void standsOnAnyDay_data();
    void standsOnAnyDay();
    void refusesAPlaceThatIsTaken();
};

void TestSample::read(const QString &path, base::Instant now)
{
    m_rows.clear();
    m_facts.clear();
    const auto workspace = wiring::openWorkspace(path);
    QVERIFY(workspace);
    const auto authority = workspace->authority->open();
    QVERIFY(authority);
    auto unit = (*authority)->begin(domain::Access::Read);
    QVERIFY(unit);
    const auto partners = (*unit)->partners().page(QString(), 1000);
    QVERIFY(partners);
    for (const domain::Partner &partner : *partners) {
        domain::PartnerFacts facts{partner,
                                   *(*unit)->contacts().ofPartner(partner.id),
                                   *(*unit)->dossiers().ofPartner(partner.id),
                                   *(*unit)->decisions().ofPartner(partner.id),
                                   *(*unit)->reviews().ofPartner(partner.id),
                                   *(*unit)->tenants().ofPartner(partner.id),
                                   *(*unit)->items().ofPartner(partner.id)};
        const auto playbook = workspace->playbooks->playbook(partner.playbookId, partner.playbookVersion);
        QVERIFY(playbook);
        m_rows.insert(partner.name, domain::summarize(*playbook, facts, now));
        m_facts.insert(partner.name, facts);
    }
}

void TestSample::initTestCase()
{
    const auto made = wiring::createSampleWorkspace(path(), m_now);
    QVERIFY2(made, made ? ""
                        : qPrintable(QString(base::errorCodeName(made.error().code)) + QLatin1Char(' ')
                                     + made.error().subject));
    read(path(), m_now);
}

void TestSample::leavesNothingBeside()
{
    const QDir dir(m_dir.path());
    QCOMPARE(dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
             (QStringList{QStringLiteral("sample.gatehouse"), QStringLiteral("sample.gatehouse.objects")}));
}

void TestSample::holdsFortyTwoPartners()
{
    QCOMPARE(m_rows.size(), 42);
    for (const domain::PartnerSummary &summary : std::as_const(m_rows)) {
        QVERIFY2(!summary.owner.isEmpty(), qPrintable(summary.name));
        QVERIFY2(summary.label.startsWith(QStringLiteral("OTC · ")), qPrintable(summary.label));
    }
}

void TestSample::showsEveryStateOfTheBoard_data()
{
    QTest::addColumn<NextMove>("move");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<ApprovalStatus>("approval");
    QTest::addColumn<DossierState>("dossier");
    QTest::addColumn<int>("dossierDays");
    QTest::addColumn<SlaState>("sla");
    const auto row = [](const char *name, NextMove move, Stage stage, ApprovalStatus approval, DossierState dossier,
                        int days,
                        SlaState sla) { QTest::newRow(name) << move << stage << approval << dossier << days << sla; };
    using enum ApprovalStatus;
    const auto ours = NextMove::Ours;
    const auto theirs = NextMove::Partners;
    row("Calder & Voss Capital", ours, Stage::Contract, PendingReview, DossierState::Current, 330, SlaState::Breached);
    row("Sable Markets", ours, Stage::Contract, PendingReview, DossierState::Current, 331, SlaState::AtRisk);
    row("Ironbridge Brokers", ours, Stage::Contract, PendingReview, DossierState::Expiring, 9, SlaState::Running);
    row("Brightwater Exchange", ours, Stage::Contract, PendingReview, DossierState::Current, 204, SlaState::Running);
    row("Eastgate Remittance", ours, Stage::Contract, PendingReview, DossierState::Current, 330, SlaState::Running);
    row("Copperfield FX", ours, Stage::GoLive, Approved, DossierState::Current, 246, SlaState::Running);
    row("Meridian Aid Network", ours, Stage::GoLive, Approved, DossierState::Current, 288, SlaState::Met);
    row("Halcyon Health Fund", ours, Stage::Contract, PendingReview, DossierState::Current, 166, SlaState::Running);
    row("Fjordline Bank", theirs, Stage::GoLive, Approved, DossierState::Expired, -6, SlaState::Met);
    row("Quarry Street Credit", theirs, Stage::Contract, Rejected, DossierState::Current, 200, SlaState::Paused);
    row("Ministry of Social Works", theirs, Stage::PreSales, NotSubmitted, DossierState::Partial, 352,
        SlaState::Paused);
    row("Aurelia Wallets", theirs, Stage::PreSales, NotSubmitted, DossierState::Partial, 341, SlaState::Paused);
    row("Juniper Microloans", theirs, Stage::PreSales, NotSubmitted, DossierState::Missing, 0, SlaState::Paused);
    row("Harrow Lane Brokers", theirs, Stage::Contract, PendingReview, DossierState::Expired, -3, SlaState::Paused);
    row("Tessaly Pay", theirs, Stage::Contract, Suspended, DossierState::Current, 136, SlaState::Paused);
    row("Pinnacle Grain Co-op", NextMove::OnTrack, Stage::Contract, Rejected, DossierState::Current, 301,
        SlaState::None);
    row("Redwater Utilities", theirs, Stage::GoLive, Approved, DossierState::Expiring, 21, SlaState::Met);
    row("Kestrel Point Trading", theirs, Stage::GoLive, Approved, DossierState::Expiring, 3, SlaState::Met);
    row("Terrace Mutual", NextMove::OnTrack, Stage::GoLive, Approved, DossierState::Current, 190, SlaState::Met);
    row("Cobalt Ledger", NextMove::OnTrack, Stage::GoLive, Approved, DossierState::Current, 350, SlaState::Missed);
    row("Solace Foundation", NextMove::OnTrack, Stage::GoLive, Approved, DossierState::Current, 280, SlaState::Met);
}

void TestSample::showsEveryStateOfTheBoard()
{
    QFETCH(NextMove, move);
    QFETCH(Stage, stage);
    QFETCH(ApprovalStatus, approval);
    QFETCH(DossierState, dossier);
    QFETCH(int, dossierDays);
    QFETCH(SlaState, sla);
    const domain::PartnerSummary summary = row(QTest::currentDataTag());
    QVERIFY(!summary.id.isEmpty());
    QCOMPARE(summary.approval, approval);
    QCOMPARE(summary.stage, stage);
    QCOMPARE(summary.dossier, dossier);
    QCOMPARE(summary.sla, sla);
    QCOMPARE(summary.move, move);
    if (dossier != DossierState::Missing && dossier != DossierState::Partial)
        QCOMPARE(summary.dossierDays, dossierDays);
}

void TestSample::showsEveryValueOfEachColumn()
{
    QSet<int> moves;
    QSet<int> approvals;
    QSet<int> dossiers;
    QSet<int> clocks;
    QSet<int> blockers;
    for (const domain::PartnerSummary &summary : std::as_const(m_rows)) {
        moves += int(summary.move);
        approvals += int(summary.approval);
        dossiers += int(summary.dossier);
        clocks += int(summary.sla);
        if (summary.blocker)
            blockers += int(summary.blocker->kind);
    }
    QCOMPARE(moves.size(), 3);
    QCOMPARE(approvals.size(), 5); // all but NotUsed
    QCOMPARE(dossiers.size(), 5);  // all but NotUsed
    QVERIFY(clocks.size() >= 6);
    for (const BlockerKind kind :
         {BlockerKind::DocumentMissing, BlockerKind::DocumentExpired, BlockerKind::DocumentExpiring,
          BlockerKind::RejectedRetry, BlockerKind::RejectedFinal, BlockerKind::Suspended, BlockerKind::IdentityActive})
        QVERIFY2(blockers.contains(int(kind)), domain::blockerKindName(kind).data());
}

void TestSample::clocksStandAsTheScriptSays()
{
    const auto left = [this](const char *name) {
        const domain::PartnerSummary summary = row(name);
        return (summary.slaTargetMs - summary.slaUsedMs) / base::msPerMinute;
    };
    QCOMPARE(left("Calder & Voss Capital"), -220);
    QCOMPARE(left("Sable Markets"), 65);
    QCOMPARE(left("Ironbridge Brokers"), 350);
    QCOMPARE(left("Brightwater Exchange"), 440);
    QVERIFY(row("Calder & Voss Capital").changedSinceDecision);
    QVERIFY(row("Copperfield FX").changedSinceDecision);
}

void TestSample::theQueueShowsWhatReviewsAreAbout()
{
    using domain::QueueGroup;
    const auto group = [this](const char *name) { return domain::queueGroup(row(name), m_now, QTimeZone::utc()); };
    QCOMPARE(group("Calder & Voss Capital"), QueueGroup::Overdue);
    QCOMPARE(row("Calder & Voss Capital").assignee, wiring::osUser());
    QCOMPARE(row("Sable Markets").escalatedTo, wiring::osUser());
    QCOMPARE(group("Ironbridge Brokers"), QueueGroup::Snoozed);
    QCOMPARE(group("Harrow Lane Brokers"), QueueGroup::WithPartner);
    QCOMPARE(group("Quarry Street Credit"), QueueGroup::Decided);
    QCOMPARE(group("Cinder Peak Capital"), QueueGroup::Decided);
    QCOMPARE(domain::openIdentities(m_facts.value(QStringLiteral("Calder & Voss Capital")).contacts).size(), 1);
}

void TestSample::eventsAreNumberedInTheOrderOfTime()
{
    const auto workspace = wiring::openWorkspace(path());
    QVERIFY(workspace);
    const auto authority = workspace->authority->open();
    QVERIFY(authority);
    auto unit = (*authority)->begin(domain::Access::Read);
    QVERIFY(unit);
    const auto events = (*unit)->events().list({});
    QVERIFY(events);
    QVERIFY(events->size() > 200);
    QVERIFY(std::is_sorted(events->cbegin(), events->cend(),
                           [](const domain::Event &a, const domain::Event &b) { return a.at < b.at; }));
    QVERIFY(events->last().at <= m_now);
    for (const domain::Event &event : *events)
        QCOMPARE(event.osUser, wiring::osUser());
}

void TestSample::everyDocumentIsADifferentPdf()
{
    const auto workspace = wiring::openWorkspace(path());
    const auto authority = workspace->authority->open();
    auto unit = (*authority)->begin(domain::Access::Read);
    QVERIFY(unit);
    QSet<QString> hashes;
    qsizetype documents = 0;
    for (const domain::PartnerFacts &facts : std::as_const(m_facts)) {
        for (const domain::DossierDocument &document : facts.documents) {
            ++documents;
            hashes += document.sha256;
            QCOMPARE(document.mediaType, QStringLiteral("application/pdf"));
            const auto bytes = (*unit)->objects().get(document.objectKey, document.sha256, document.size);
            QVERIFY(bytes);
            const auto pages = bytes->count("/Type /Page ");
            QVERIFY(pages >= 1 && pages <= 5);
            QVERIFY(bytes->contains(facts.partner.name.section(QLatin1Char(' '), 0, 0).toLatin1().constData())
                    || facts.partner.name.toLatin1() != facts.partner.name.toUtf8());
            QVERIFY2(!bytes->contains('{'), "a placeholder was not filled in");
        }
    }
    QVERIFY(documents > 80);
    QCOMPARE(hashes.size(), documents);
}

void TestSample::theOsUserIsRootAdmin()
{
    const auto workspace = wiring::openWorkspace(path());
    const auto authority = workspace->authority->open();
    auto unit = (*authority)->begin(domain::Access::Read);
    QVERIFY(unit);
    QVERIFY((*unit)->operators().rolesOf(wiring::osUser())->contains(domain::Role::RootAdmin));
    const auto operators = (*unit)->operators().all();
    QVERIFY(operators);
    QCOMPARE(operators->size(), 6);
}

void TestSample::standsOnAnyDay_data()
{
    QTest::addColumn<base::Instant>("now");
    const auto at = [](const char *iso) {
        QTest::newRow(iso) << base::Instant::fromDateTime(QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate));
    };
    at("2026-03-15T03:00:00Z"); // a Sunday
    at("2026-03-16T09:00:00Z"); // Monday, the first minute
    at("2026-11-21T23:59:00Z"); // a Saturday
    at("2028-02-29T16:59:00Z"); // a leap day
}

void TestSample::standsOnAnyDay()
{
    QFETCH(base::Instant, now);
    const QString place = m_dir.filePath(QString::number(now.ms));
    const auto made = wiring::createSampleWorkspace(place, now);
    QVERIFY2(made, made ? "" : qPrintable(QString(base::errorCodeName(made.error().code)) + made.error().subject));
    const auto before = m_rows;
    read(place, now);
    QCOMPARE(m_rows.size(), 42);
    for (const domain::PartnerSummary &summary : before) {
        const domain::PartnerSummary same = m_rows.value(summary.name);
        QVERIFY2(same.approval == summary.approval && same.dossier == summary.dossier && same.sla == summary.sla
                     && same.move == summary.move && same.stage == summary.stage,
                 qPrintable(summary.name));
    }
    read(path(), m_now);
}

void TestSample::refusesAPlaceThatIsTaken()
{
    const auto again = wiring::createSampleWorkspace(path(), m_now);
    QVERIFY(!again);
    QCOMPARE(again.error().code, base::ErrorCode::WorkspaceExists);

    const QString other = m_dir.filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other + QStringLiteral(".objects")));
    const auto objects = wiring::createSampleWorkspace(other, m_now);
    QVERIFY(!objects);
    QCOMPARE(objects.error().code, base::ErrorCode::WorkspaceExists);
    QVERIFY(!QFile::exists(other));
}

GATEHOUSE_TEST(TestSample)
#include "tst_sample.moc"
