#include "operations/desk.h"
#include "operations/standins.h"
#include "support/testmain.h"

// Where a playbook asks for two people to approve.
class TestTwoDeciders : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using ChangedPlaybooks = gatehouse::domain::ChangedPlaybooks;
    using Decide = gatehouse::operations::Decide;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using OperationRunner = gatehouse::operations::OperationRunner;
    using Person = gatehouse::operationstest::Person;
    using Receipt = gatehouse::domain::Receipt;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    BothDesks m_both;

    // Acts on a desk whose playbooks ask for two people, at a time that lies ahead.
    class TwoPeople
    {
    public:
        explicit TwoPeople(Desk &desk)
            : m_desk(desk), m_playbooks(desk.playbooks(), [](gatehouse::domain::Playbook &playbook) {
                  playbook.deciders = 2;
                  playbook.secondWithinHours = 24;
              })
        { }

        gatehouse::base::Result<Receipt> run(Person &person, const gatehouse::operations::Operation &operation)
        {
            auto authority = authorityOf(person);
            OperationRunner runner(authority, m_playbooks, m_desk.files().ids);
            return runner.run(operation, person.caller(), m_desk.fresh("request"));
        }

        gatehouse::operations::PartnerView view(const QString &partner, Person &person)
        {
            auto authority = authorityOf(person);
            OperationRunner runner(authority, m_playbooks, m_desk.files().ids);
            return Desk::expected(runner.ask(gatehouse::operations::ShowPartner{partner}, person.caller()));
        }
        gatehouse::operations::PartnerView view(const QString &partner) { return view(partner, m_desk.root()); }

        QString reviewable(const QString &contact = {})
        {
            const QString staff = contact.isEmpty() ? m_desk.fresh("staff") : contact;
            const auto submit =
                gatehouse::operationstest::submission(Desk::application(m_desk.fresh("Partner"), {staff}), staff);
            const QString partner =
                Desk::expected(run(m_desk.root(), submit)).result.value(QLatin1StringView("partner")).toString();
            for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")})
                Desk::expected(run(m_desk.root(), gatehouse::operationstest::filing(partner, kind)));
            return partner;
        }

        Decide decision(const QString &partner, Verdict verdict)
        {
            Decide decide = m_desk.decision(partner, verdict);
            decide.reviewed = view(partner).reviewDigest;
            return decide;
        }

        // Whether that person's approval is taken, and as the first of two.
        bool approvesFirst(Person &person, const QString &partner)
        {
            const auto receipt = Desk::expected(run(person, decision(partner, Verdict::Approve)));
            return receipt.result.contains(QLatin1StringView("endorsement"));
        }

        void waitHours(int hours) { *m_ahead += hours * gatehouse::base::msPerHour; }

    private:
        gatehouse::operationstest::AuthorityInFront authorityOf(const Person &person) const
        {
            const bool owns = person.subject() == m_desk.files().creator();
            return gatehouse::operationstest::AuthorityInFront(
                m_desk.files().authority(owns ? QString() : person.subject()), 0, m_ahead);
        }

        Desk &m_desk;
        ChangedPlaybooks m_playbooks;
        gatehouse::operationstest::Ahead m_ahead = std::make_shared<std::atomic<qint64>>(0);
    };

    static QString statusOf(TwoPeople &desk, const QString &partner)
    {
        return gatehouse::domain::approvalStatusName(desk.view(partner).readiness.approval);
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void theSecondPersonsApprovalDecides_data() { BothDesks::addDialects(); }
    void theSecondPersonsApprovalDecides()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        Person &second = desk.holder(Role::RootAdmin);
        const QString partner = two.reviewable();
        const Decide approve = two.decision(partner, Verdict::Approve);
        const auto first = two.run(desk.root(), approve);
        STORE_VERIFY(first);
        QVERIFY(first->result.contains(QStringLiteral("endorsement")));
        QVERIFY(!first->result.contains(QStringLiteral("decision")));
        QCOMPARE(statusOf(two, partner), QStringLiteral("pending_review"));
        QCOMPARE(two.view(partner).readiness.review.endorsement->endorsedBy, desk.root().subject());
        DESK_REFUSED(two.run(desk.root(), approve), SecondDeciderNeeded);
        const auto decided = two.run(second, approve);
        STORE_VERIFY(decided);
        QCOMPARE(statusOf(two, partner), QStringLiteral("approved"));
        const Decision decision = two.view(partner).facts.decisions.constLast();
        QCOMPARE(decision.decidedBy, second.subject());
        QCOMPARE(decision.endorsement, first->result.value(QStringLiteral("endorsement")).toString());
    }

    // What was decided it reads, and what it was asked; not what reviewers wrote, looked at or how long it took them.
    void aPartnerDoesNotReadHowItWasReviewed_data() { BothDesks::addDialects(); }
    void aPartnerDoesNotReadHowItWasReviewed()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        Person &second = desk.holder(Role::RootAdmin);
        Person &reader = desk.person(QStringLiteral("reader"));
        const QString partner = two.reviewable(reader.subject());
        STORE_VERIFY(two.run(desk.root(), question(partner)));
        STORE_VERIFY(two.run(desk.root(), operationstest::answer(partner)));
        Decide approve = two.decision(partner, Verdict::Approve);
        const DossierDocument kyb = *currentDocument(two.view(partner).facts.documents, QStringLiteral("kyb"));
        approve.seen = {{kyb.id, kyb.sha256, 12, QStringLiteral("1-3")}};
        approve.reviewSeconds = 73;
        approve.partnerComment = QStringLiteral("Welcome.");
        STORE_VERIFY(two.run(desk.root(), approve));
        QCOMPARE(two.view(partner).facts.review.endorsements.size(), 1);
        QVERIFY(two.view(partner).readiness.review.endorsement);
        PartnerView read = two.view(partner, reader);
        QVERIFY(read.facts.review.endorsements.isEmpty());
        QVERIFY(!read.readiness.review.endorsement);
        QVERIFY(!read.deciders);
        STORE_VERIFY(two.run(second, approve));
        const Decision kept = two.view(partner).facts.decisions.constLast();
        QCOMPARE(kept.seen, approve.seen);
        QCOMPARE(kept.reviewSeconds, 73);
        QVERIFY(!kept.endorsement.isEmpty() && !kept.notes.isEmpty());
        QVERIFY(!two.view(partner).facts.review.requests.constFirst().answer.isEmpty());
        read = two.view(partner, reader);
        const Decision &shown = read.facts.decisions.constLast();
        QVERIFY(shown.seen.isEmpty() && shown.notes.isEmpty() && shown.endorsement.isEmpty());
        QCOMPARE(shown.reviewSeconds, 0);
        QCOMPARE(shown.partnerComment, approve.partnerComment);
        QVERIFY(read.facts.review.endorsements.isEmpty());
        QCOMPARE(read.facts.review.requests.size(), 1);
        QCOMPARE(read.facts.review.requests.constFirst().answer, QString());
    }

    void onePersonIsEnoughToReject_data() { BothDesks::addDialects(); }
    void onePersonIsEnoughToReject()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        desk.holder(Role::RootAdmin);
        const QString partner = two.reviewable();
        STORE_VERIFY(two.run(desk.root(), two.decision(partner, Verdict::Reject)));
        QCOMPARE(statusOf(two, partner), QStringLiteral("rejected"));
    }

    void theFirstApprovalIsWorthNothingOnceSomethingChanged_data() { BothDesks::addDialects(); }
    void theFirstApprovalIsWorthNothingOnceSomethingChanged()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        Person &second = desk.holder(Role::RootAdmin);
        const QString partner = two.reviewable();
        QVERIFY(two.approvesFirst(desk.root(), partner));
        STORE_VERIFY(two.run(desk.root(), addition(partner, desk.fresh("staff"))));
        QVERIFY(two.approvesFirst(second, partner));
        QCOMPARE(statusOf(two, partner), QStringLiteral("pending_review"));
    }

    void theFirstApprovalWaitsForATimeOnly_data() { BothDesks::addDialects(); }
    void theFirstApprovalWaitsForATimeOnly()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        Person &second = desk.holder(Role::RootAdmin);
        const QString partner = two.reviewable();
        QVERIFY(two.approvesFirst(desk.root(), partner));
        two.waitHours(25);
        QVERIFY(two.approvesFirst(second, partner));
    }

    void whoMayDecideNoMoreGaveNoFirstApproval_data() { BothDesks::addDialects(); }
    void whoMayDecideNoMoreGaveNoFirstApproval()
    {
        DESK_ON_BOTH();
        TwoPeople two(desk);
        Person &second = desk.holder(Role::RootAdmin);
        Person &third = desk.person(QStringLiteral("third"));
        STORE_VERIFY(desk.root().run(grant(third.subject(), Role::RootAdmin)));
        const QString partner = two.reviewable();
        QVERIFY(two.approvesFirst(third, partner));
        STORE_VERIFY(desk.root().run(revocation(third.subject(), Role::RootAdmin)));
        QVERIFY(two.approvesFirst(second, partner));
    }

    void aPolicyThatNobodyCanMeetIsRefusedAtOnce_data() { BothDesks::addDialects(); }
    void aPolicyThatNobodyCanMeetIsRefusedAtOnce()
    {
        DESK_ON_BOTH();
        Desk alone(on);
        QVERIFY(alone.files().isOpen());
        TwoPeople two(alone);
        const QString partner = two.reviewable();
        const auto refused = two.run(alone.root(), two.decision(partner, Verdict::Approve));
        DESK_REFUSED(refused, DecidersMissing);
        const QStringList counts{QStringLiteral("2"), QStringLiteral("1")};
        QCOMPARE(refused.error().arguments, counts);
        // A second one who stands in the roster counts as little.
        Person &insider = alone.holder(Role::RootAdmin);
        STORE_VERIFY(two.run(alone.root(), addition(partner, insider.subject())));
        DESK_REFUSED(two.run(alone.root(), two.decision(partner, Verdict::Approve)), DecidersMissing);
    }
};

GATEHOUSE_TEST(TestTwoDeciders)
#include "tst_twodeciders.moc"
