#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/testmain.h"

// Nobody decides on his own.
class TestIndependence : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    enum class Tie { None, InRoster, Removed, Released, Submitted, NotOnTheList };
    enum class Act { Approve, Reject, Suspend };

    BothDesks m_both;

    static Verdict verdictOf(Act act) { return act == Act::Approve ? Verdict::Approve : Verdict::Reject; }

    static Person &newOperator(Desk &desk, Role role)
    {
        Person &person = desk.person(desk.fresh("p").replace(QLatin1Char('-'), QLatin1Char('_')));
        Desk::expected(desk.root().run(gatehouse::operationstest::grant(person.subject(), role)));
        return person;
    }

    static QString tiedPartner(Desk &desk, const QString &subject, Tie tie, Act act)
    {
        using namespace gatehouse::operationstest;
        // Rejected it can be without a dossier.
        const auto entered = [&](const QStringList &roster) {
            return act == Act::Reject ? desk.newPartner(roster) : desk.reviewable(roster);
        };
        if (tie == Tie::None || tie == Tie::NotOnTheList)
            return entered({});
        const QString other = desk.fresh("staff");
        const QStringList roster = tie == Tie::Submitted ? QStringList{subject, other} : QStringList{other, subject};
        const QString partner = entered(roster);
        if (tie != Tie::InRoster)
            Desk::expected(desk.root().run(removal(partner, subject)));
        if (tie == Tie::Released || tie == Tie::Submitted)
            Desk::expected(desk.root().run(release(partner, subject)));
        return partner;
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void nobodyDecidesOnHisOwn_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<Tie>("tie");
        QTest::addColumn<Act>("act");
        QTest::addColumn<ErrorCode>("expected"); // Cancelled: none
        const auto row = [](const char *name, Tie tie, ErrorCode expected) {
            for (const On on : gatehouse::storetest::dialects) {
                static constexpr const char *acts[] = {"approve", "reject", "suspend"};
                for (const Act act : {Act::Approve, Act::Reject, Act::Suspend})
                    QTest::addRow("%s, %s, %s", gatehouse::storetest::nameOf(on), name, acts[int(act)])
                        << on << tie << act << expected;
            }
        };
        row("stands in the roster", Tie::InRoster, ErrorCode::OnTheRoster);
        row("was removed, identity still active", Tie::Removed, ErrorCode::OnTheRoster);
        row("submitted it and left", Tie::Submitted, ErrorCode::OwnRequest);
        row("role of another playbook", Tie::NotOnTheList, ErrorCode::NotOnAllowlist);
        row("left for good", Tie::Released, ErrorCode::Cancelled);
        row("has nothing to do with it", Tie::None, ErrorCode::Cancelled);
    }
    void nobodyDecidesOnHisOwn()
    {
        DESK_ON_BOTH();
        QFETCH(Tie, tie);
        QFETCH(Act, act);
        QFETCH(ErrorCode, expected);
        Person &person = newOperator(desk, tie == Tie::NotOnTheList ? Role::TenantAdmin : Role::RootAdmin);
        const QString partner = tiedPartner(desk, person.subject(), tie, act);
        if (act == Act::Suspend)
            STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        const auto seen = person.ask(ShowPartner{partner});
        STORE_VERIFY(seen);
        Decide decide = desk.decision(partner, verdictOf(act));
        const QString before = desk.contents();
        if (expected != ErrorCode::Cancelled) {
            // Judged before the input, and told before the form is shown.
            decide.notes.clear();
            const auto refused = person.run(decide);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, expected);
            QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
            QVERIFY(seen->decisionObstacle);
            QCOMPARE(*seen->decisionObstacle, refused.error());
            if (expected == ErrorCode::OnTheRoster)
                QCOMPARE(refused.error().arguments,
                         QStringList{tie == Tie::InRoster ? QStringLiteral("listed") : QStringLiteral("removed")});
            QVERIFY(!seen->deciders->contains(person.subject()));
            QVERIFY(seen->deciders->contains(desk.root().subject()));
            QCOMPARE(desk.contents(), before);
            return;
        }
        QVERIFY(!seen->decisionObstacle);
        QVERIFY(seen->deciders->contains(person.subject()));
        STORE_VERIFY(person.run(decide));
        const auto last = desk.view(partner).facts.decisions.constLast();
        QCOMPARE(last.decidedBy, person.subject());
        QCOMPARE(last.decidedRole, Role::RootAdmin);
    }

    void aPlaybookWithoutApproverHasNoDecisions_data() { BothDesks::addDialects(); }
    void aPlaybookWithoutApproverHasNoDecisions()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const ChangedPlaybooks none(desk.playbooks(), [](Playbook &playbook) { playbook.approver.reset(); });
        OperationRunner runner(desk.root().authority(), none, desk.files().ids);
        const Decide decide = desk.decision(partner, Verdict::Reject);
        DESK_REFUSED(runner.run(decide, desk.root().caller(), desk.fresh("request")), NotPermitted);
    }

    // Or who stands in a roster could leave it, declare himself gone, and decide.
    void nobodyReleasesHimself_data() { BothDesks::addDialects(); }
    void nobodyReleasesHimself()
    {
        DESK_ON_BOTH();
        for (const Role role : {Role::RootAdmin, Role::TenantAdmin}) {
            Person &person = newOperator(desk, role);
            const QString partner = desk.newPartner({desk.fresh("staff"), person.subject()});
            STORE_VERIFY(person.run(removal(partner, person.subject())));
            const QString before = desk.contents();
            const auto refused = person.run(release(partner, QStringLiteral(" %1 ").arg(person.subject())));
            DESK_REFUSED(refused, OnTheRoster);
            QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
            QCOMPARE(refused.error().subject, desk.view(partner).facts.partner.name);
            QCOMPARE(desk.contents(), before);
            STORE_VERIFY(desk.root().run(release(partner, person.subject())));
        }
    }
};

GATEHOUSE_TEST(TestIndependence)

#include "tst_independence.moc"
