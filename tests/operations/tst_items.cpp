#include "operations/desk.h"

#include "domain/itemvalue.h"
#include "support/testmain.h"

#include <QJsonArray>

class TestItems : public QObject
{
    Q_OBJECT

    using On = gatehouse::operationstest::On;
    using Desk = gatehouse::operationstest::Desk;
    using Person = gatehouse::operationstest::Person;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ItemRecord = gatehouse::domain::ItemRecord;
    using Role = gatehouse::domain::Role;
    using ItemPlaybooks = gatehouse::operationstest::ItemPlaybooks;

    static QString partnerWithItems(Desk &desk, const QStringList &roster = {})
    {
        const QString partner = desk.reviewable(roster);
        Desk::expected(desk.root().run(gatehouse::operationstest::moving(partner, ItemPlaybooks::version)));
        return partner;
    }

    static QString stateOf(Desk &desk, const QString &partner, const char *item)
    {
        for (const auto &phase : desk.view(partner).readiness.phases) {
            for (const auto &standing : phase.items) {
                if (standing.rule.id == QLatin1StringView(item))
                    return QString(gatehouse::domain::itemStateName(standing.state));
            }
        }
        return QStringLiteral("nowhere");
    }

    template <class Operation>
    static QString refusal(Person &person, const Operation &operation)
    {
        const auto done = person.run(operation);
        return done ? QStringLiteral("done") : QString(gatehouse::base::errorCodeName(done.error().code));
    }

    static QString day(Desk &desk, const QString &partner, int days)
    {
        return (desk.view(partner).asOf + days * gatehouse::base::msPerDay).toUtc().date().toString(Qt::ISODate);
    }

    Desk &desk()
    {
        QFETCH(On, on);
        return m_desks.on(on);
    }

    gatehouse::operationstest::BothDesks m_desks;

private Q_SLOTS:
    void cleanupTestCase() { m_desks.close(); }

    void recordsValueEvidenceAndWhoSaidSo_data() { m_desks.addDialects(); }
    void recordsValueEvidenceAndWhoSaidSo()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        QCOMPARE(stateOf(d, partner, "plan"), QStringLiteral("open"));
        auto plan = setting(partner, "plan", QStringLiteral("Enterprise"));
        plan.evidence = QStringList{QStringLiteral("kyb:2"), QStringLiteral("https://contracts.example/14")};
        plan.reason = QStringLiteral("As the contract says.");
        Person &manager = d.holder(Role::IntegrationManager);
        QVERIFY(manager.run(plan));
        QCOMPARE(stateOf(d, partner, "plan"), QStringLiteral("done"));
        const auto act = d.view(partner).facts.items.constLast();
        QCOMPARE(gatehouse::domain::valueOf(act.value).toString(), QStringLiteral("ent"));
        QCOMPARE(act.evidence.size(), 2);
        QCOMPARE(act.evidence.first().page, 2);
        QCOMPARE(act.by, manager.subject());
        QCOMPARE(act.note, QStringLiteral("As the contract says."));
    }

    void refusesWhatCantBeSaid_data() { m_desks.addDialects(); }
    void refusesWhatCantBeSaid()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        const QString before = d.contents();
        QCOMPARE(refusal(d.root(), setting(partner, "pla")), QStringLiteral("item-not-found"));
        QCOMPARE(refusal(d.root(), setting(partner, "kyb-filed")), QStringLiteral("item-done-by-fact"));
        QCOMPARE(refusal(d.root(), setting(partner, "plan")), QStringLiteral("item-value-missing"));
        QCOMPARE(refusal(d.root(), setting(partner, "plan", QStringLiteral("gold"))),
                 QStringLiteral("item-value-wrong"));
        QCOMPARE(refusal(d.root(), setting(partner, "extra", QStringLiteral("x"))),
                 QStringLiteral("item-takes-no-value"));
        QCOMPARE(refusal(d.root(), setting(partner, "contract-signed")), QStringLiteral("item-evidence-missing"));
        QCOMPARE(refusal(d.root(), setting(partner, "sso-metadata")), QStringLiteral("item-does-not-apply"));
        QCOMPARE(refusal(d.root(), setting(partner, "health-check")), QStringLiteral("item-waits"));
        auto notApplicable = setting(partner, "extra");
        notApplicable.record = ItemRecord::NotApplicable;
        QCOMPARE(refusal(d.root(), notApplicable), QStringLiteral("text-missing"));
        auto several = setting(partner, "extra");
        several.items.append(QStringLiteral("contract-signed"));
        QCOMPARE(refusal(d.root(), several), QStringLiteral("item-evidence-missing"));
        QCOMPARE(d.contents(), before);
    }

    void countsWhatApplies_data() { m_desks.addDialects(); }
    void countsWhatApplies()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        QCOMPARE(stateOf(d, partner, "sso-metadata"), QStringLiteral("undecided"));
        QVERIFY(d.root().run(setting(partner, "sso-required", QStringLiteral("no"))));
        QCOMPARE(stateOf(d, partner, "sso-metadata"), QStringLiteral("not_applicable"));
        QVERIFY(d.root().run(setting(partner, "sso-required", QStringLiteral("Yes"))));
        QCOMPARE(stateOf(d, partner, "sso-metadata"), QStringLiteral("open"));
        QVERIFY(d.root().run(setting(partner, "tested", QStringLiteral("no"))));
        QCOMPARE(stateOf(d, partner, "tested"), QStringLiteral("blocked"));
        QCOMPARE(d.view(partner).readiness.blockers.first().kind, gatehouse::domain::BlockerKind::ItemRefused);
    }

    void aTableIsDoneOnceItsRowsAreFilled_data() { m_desks.addDialects(); }
    void aTableIsDoneOnceItsRowsAreFilled()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        const QJsonObject lead{{QStringLiteral("row"), QStringLiteral("lead")},
                               {QStringLiteral("name"), QStringLiteral("Ada")}};
        const QJsonObject admin{{QStringLiteral("row"), QStringLiteral("admin")},
                                {QStringLiteral("name"), QStringLiteral("Bo")},
                                {QStringLiteral("since"), QStringLiteral("2026-02-03")}};
        QVERIFY(d.root().run(setting(partner, "contacts-table", QJsonArray{lead})));
        QCOMPARE(stateOf(d, partner, "contacts-table"), QStringLiteral("open"));
        QVERIFY(d.root().run(setting(partner, "contacts-table", QJsonArray{admin, lead})));
        QCOMPARE(stateOf(d, partner, "contacts-table"), QStringLiteral("done"));
        QCOMPARE(gatehouse::domain::valueOf(d.view(partner).facts.items.constLast().value).toArray(),
                 (QJsonArray{lead, admin}));
        QCOMPARE(refusal(d.root(), setting(partner, "contacts-table", QJsonArray{lead, lead})),
                 QStringLiteral("item-value-wrong"));
        QCOMPARE(refusal(d.root(), setting(partner, "contacts-table", QStringLiteral("Ada"))),
                 QStringLiteral("item-value-wrong"));
    }

    void anExemptionEndsByItself_data() { m_desks.addDialects(); }
    void anExemptionEndsByItself()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        QCOMPARE(refusal(d.holder(Role::CustomerSuccess), exemption(partner, "contract-signed", day(d, partner, 9))),
                 QStringLiteral("not-permitted"));
        QCOMPARE(refusal(d.root(), exemption(partner, "contract-signed", day(d, partner, -1))),
                 QStringLiteral("moment-in-past"));
        QCOMPARE(refusal(d.root(), exemption(partner, "contract-signed", day(d, partner, 400))),
                 QStringLiteral("exemption-too-long"));
        auto noReason = exemption(partner, "contract-signed", day(d, partner, 9));
        noReason.reason.clear();
        QCOMPARE(refusal(d.root(), noReason), QStringLiteral("text-missing"));
        QVERIFY(d.root().run(exemption(partner, "contract-signed", day(d, partner, 9))));
        QCOMPARE(stateOf(d, partner, "contract-signed"), QStringLiteral("exempt"));
        const auto view = d.view(partner);
        const auto expires = *view.facts.items.constLast().expiresAt;
        const auto after = gatehouse::domain::readiness(view.playbook, view.facts, expires);
        QCOMPARE(after.blockers.first().kind, gatehouse::domain::BlockerKind::ExemptionExpired);
        const auto before = gatehouse::domain::readiness(view.playbook, view.facts, expires + -1);
        QVERIFY(before.validUntil <= expires);
        QVERIFY(before.percent > after.percent || before.wouldBeReady.size() < after.wouldBeReady.size());
        auto again = setting(partner, "contract-signed");
        again.record = ItemRecord::Open;
        QVERIFY(d.root().run(again));
        QCOMPARE(stateOf(d, partner, "contract-signed"), QStringLiteral("open"));
    }

    void thePartnersOwnPeopleRecordWhatIsTheirs_data() { m_desks.addDialects(); }
    void thePartnersOwnPeopleRecordWhatIsTheirs()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        Person &staff = d.person(QStringLiteral("items_staff"));
        const QString partner = partnerWithItems(d, {staff.subject()});
        QCOMPARE(refusal(staff, setting(partner, "partner-note", QStringLiteral("Ours."))), QStringLiteral("done"));
        QCOMPARE(refusal(staff, setting(partner, "plan", QStringLiteral("ent"))), QStringLiteral("not-permitted"));
        QCOMPARE(refusal(staff, exemption(partner, "plan", day(d, partner, 3))), QStringLiteral("not-permitted"));
    }

    void whoStandsInTheRosterRecordsNothing_data() { m_desks.addDialects(); }
    void whoStandsInTheRosterRecordsNothing()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        Person &admin = d.holder(Role::TenantAdmin);
        const QString partner = partnerWithItems(d);
        QVERIFY(d.root().run(addition(partner, admin.subject())));
        QCOMPARE(refusal(admin, setting(partner, "extra")), QStringLiteral("on-the-roster"));
        QCOMPARE(refusal(admin, exemption(partner, "nobody", QString())), QStringLiteral("on-the-roster"));
        QVERIFY(d.root().run(removal(partner, admin.subject())));
        QVERIFY(d.root().run(release(partner, admin.subject())));
    }

    void aMoveTellsWhatIsGainedAndLostAndKeepsTheRest_data() { m_desks.addDialects(); }
    void aMoveTellsWhatIsGainedAndLostAndKeepsTheRest()
    {
        using namespace gatehouse::operationstest;
        using namespace gatehouse::operations;
        Desk &d = desk();
        const QString partner = d.reviewable();
        QCOMPARE(d.view(partner).facts.partner.playbookVersion, 2);
        QCOMPARE(refusal(d.root(), moving(partner, 2)), QStringLiteral("playbook-unchanged"));
        QCOMPARE(refusal(d.holder(Role::TenantAdmin), moving(partner, 3)), QStringLiteral("not-permitted"));
        const auto plan = d.root().ask(PlanPlaybookMove{partner, 3});
        QVERIFY(plan);
        QVERIFY(plan->gained.contains(QStringLiteral("plan title")) && plan->lost.isEmpty());
        const QString digest = d.view(partner).reviewDigest;
        QVERIFY(d.root().run(moving(partner, 3)));
        QCOMPARE(d.view(partner).facts.partner.playbookVersion, 3);
        QVERIFY(d.view(partner).reviewDigest != digest);
        QVERIFY(d.root().run(setting(partner, "plan", QStringLiteral("ent"))));
        QVERIFY(d.root().run(moving(partner, 2)));
        QVERIFY(d.root().run(moving(partner, 3)));
        QCOMPARE(stateOf(d, partner, "plan"), QStringLiteral("done"));
    }

    void anApprovalIsBoundToWhatItReviewed_data() { m_desks.addDialects(); }
    void anApprovalIsBoundToWhatItReviewed()
    {
        using namespace gatehouse::operationstest;
        Desk &d = desk();
        const QString partner = partnerWithItems(d);
        const auto decision = d.decision(partner, gatehouse::domain::Verdict::Approve);
        QVERIFY(d.root().run(setting(partner, "extra")));
        QVERIFY(d.root().run(setting(partner, "plan", QStringLiteral("ent"))));
        QCOMPARE(refusal(d.root(), decision), QStringLiteral("review-changed"));
        QVERIFY(d.root().run(d.decision(partner, gatehouse::domain::Verdict::Approve)));
        QVERIFY(!d.view(partner).readiness.dossier.changedSinceDecision);
        QVERIFY(d.root().run(setting(partner, "plan", QStringLiteral("pro"))));
        QVERIFY(d.view(partner).readiness.dossier.changedSinceDecision);
        QCOMPARE(d.view(partner).readiness.approval, gatehouse::domain::ApprovalStatus::Approved);
    }
};

GATEHOUSE_TEST(TestItems)

#include "tst_items.moc"
