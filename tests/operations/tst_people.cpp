#include "operations/everyoperation.h"
#include "support/testmain.h"

#include <latch>
#include <thread>

// Contacts and operators come and go.
class TestPeople : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Role = gatehouse::domain::Role;

    BothDesks m_both;

    static Person &newPerson(Desk &desk)
    {
        return desk.person(desk.fresh("p").replace(QLatin1Char('-'), QLatin1Char('_')));
    }

    static QString rosterText(Desk &desk, const QString &partner)
    {
        QStringList subjects;
        for (const auto &contact : gatehouse::domain::roster(desk.view(partner).facts.contacts))
            subjects += contact.subject;
        return subjects.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void aContactActsFromAddingToRemoving_data() { BothDesks::addDialects(); }
    void aContactActsFromAddingToRemoving()
    {
        DESK_ON_BOTH();
        Person &staff = newPerson(desk);
        const QString first = desk.fresh("staff");
        const QString partner = desk.newPartner({first});
        DESK_REFUSED(staff.ask(ShowPartner{partner}), NotYourPartner);
        const auto added = desk.root().run(addition(partner, staff.subject()));
        STORE_VERIFY(added);
        QCOMPARE(added->result[QStringLiteral("partner")].toString(), partner);
        QCOMPARE(added->result[QStringLiteral("subject")].toString(), staff.subject());
        QCOMPARE(rosterText(desk, partner), first + QLatin1Char(' ') + staff.subject());

        // Staff keep their own roster, and may leave it.
        const QString colleague = desk.fresh("staff");
        STORE_VERIFY(staff.run(addition(partner, colleague)));
        STORE_VERIFY(staff.run(removal(partner, colleague)));
        STORE_VERIFY(staff.run(removal(partner, staff.subject())));
        DESK_REFUSED(staff.ask(ShowPartner{partner}), NotYourPartner);
        DESK_REFUSED(staff.run(addition(partner, desk.fresh("staff"))), NotYourPartner);
        const auto contacts = desk.view(partner).facts.contacts;
        const auto gone = std::find_if(contacts.cbegin(), contacts.cend(),
                                       [&](const Contact &contact) { return contact.subject == staff.subject(); });
        QVERIFY(gone->removedAt);
        QCOMPARE(gone->removedBy, staff.subject());
        QVERIFY(!gone->releasedAt);
    }

    void aSubjectIsTakenUntilItIsReleased_data() { BothDesks::addDialects(); }
    void aSubjectIsTakenUntilItIsReleased()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        const QString subject = desk.fresh("staff");
        const QString partner = desk.newPartner({desk.fresh("staff"), subject});
        const QString other = desk.newPartner();
        const auto application = submission(Desk::application(desk.fresh("Partner"), {subject}), subject);
        const auto verifyTaken = [&] {
            const QString before = desk.contents();
            for (const QString &where : {other, partner}) {
                const auto refused = root.run(addition(where, QStringLiteral(" %1").arg(subject)));
                DESK_REFUSED(refused, SubjectInUse);
                QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
                QCOMPARE(refused.error().subject, subject);
            }
            DESK_REFUSED(root.run(application), SubjectInUse);
            QCOMPARE(desk.contents(), before);
        };
        verifyTaken();
        STORE_VERIFY(root.run(removal(partner, subject)));
        verifyTaken();
        QVERIFY(!desk.view(partner).readiness.blockers.isEmpty());
        // Only by its own partner, and only once it was removed.
        DESK_REFUSED(root.run(release(other, subject)), ContactNotFound);
        const auto gone = root.run(removal(partner, subject));
        DESK_REFUSED(gone, ContactNotFound);
        QCOMPARE(gone.error().subject, subject);
        QCOMPARE(gone.error().arguments, QStringList{desk.view(partner).facts.partner.name});
        const auto released = root.run(release(partner, subject));
        STORE_VERIFY(released);
        QCOMPARE(released->result[QStringLiteral("subject")].toString(), subject);
        DESK_REFUSED(root.run(release(partner, subject)), ContactNotFound);
        STORE_VERIFY(root.run(application));
        DESK_REFUSED(root.run(addition(partner, subject)), SubjectInUse);
    }

    void whoSubmittedMayLeaveAndIsMissed_data() { BothDesks::addDialects(); }
    void whoSubmittedMayLeaveAndIsMissed()
    {
        DESK_ON_BOTH();
        const QString submitter = desk.fresh("staff");
        const QString partner = desk.newPartner({submitter, desk.fresh("staff")});
        STORE_VERIFY(desk.root().run(removal(partner, submitter)));
        const auto blockers = desk.view(partner).readiness.blockers;
        QVERIFY(std::any_of(blockers.cbegin(), blockers.cend(),
                            [](const Blocker &blocker) { return blocker.kind == BlockerKind::SubmitterLeft; }));
        QCOMPARE(desk.view(partner).facts.partner.submittedBy, submitter);
    }

    void namesMakeSlugsThatNobodyHas_data() { BothDesks::addDialects(); }
    void namesMakeSlugsThatNobodyHas()
    {
        DESK_ON_BOTH();
        QStringList slugs;
        QString lastId;
        for (int i = 0; i < 3; ++i) {
            const QString subject = desk.fresh("staff");
            const auto receipt =
                desk.root().run(submission(Desk::application(QStringLiteral("Calder & Voss"), {subject}), subject));
            STORE_VERIFY(receipt);
            slugs += receipt->result[QStringLiteral("slug")].toString();
            lastId = receipt->result[QStringLiteral("partner")].toString();
            QCOMPARE(receipt->result[QStringLiteral("status")].toString(), QStringLiteral("draft"));
        }
        const QStringList expected{QStringLiteral("calder-voss"), QStringLiteral("calder-voss-2"),
                                   QStringLiteral("calder-voss-3")};
        QCOMPARE(slugs, expected);
        // By slug, by id; by a shared name no longer.
        QCOMPARE(desk.view(slugs.constLast()).facts.partner.id, lastId);
        const auto refused = desk.root().ask(ShowPartner{QStringLiteral("CALDER & voss")});
        DESK_REFUSED(refused, PartnerAmbiguous);
        QCOMPARE(refused.error().arguments, expected);
    }

    void anOperatorActsFromGrantToRevocation_data() { BothDesks::addDialects(); }
    void anOperatorActsFromGrantToRevocation()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        Person &person = newPerson(desk);
        DESK_REFUSED(person.ask(ListOperators{}), NotPermitted);
        STORE_VERIFY(root.run(grant(person.subject(), Role::Auditor, QStringLiteral(" Aud Itor "))));
        STORE_VERIFY(person.ask(ListOperators{}));
        const auto me = person.ask(WhoAmI{});
        STORE_VERIFY(me);
        QCOMPARE(me->name, QStringLiteral("Aud Itor"));
        const auto twice = root.run(grant(person.subject(), Role::Auditor));
        DESK_REFUSED(twice, OperatorExists);
        QCOMPARE(twice.error().subject, person.subject());
        STORE_VERIFY(root.run(revocation(person.subject(), Role::Auditor)));
        DESK_REFUSED(person.ask(ListOperators{}), NotPermitted);
        DESK_REFUSED(root.run(revocation(person.subject(), Role::Auditor)), OperatorNotFound);
        // Again, as a row of its own.
        STORE_VERIFY(root.run(grant(person.subject(), Role::Auditor)));
        const auto all = Desk::expected(root.ask(ListOperators{}));
        const auto rows = std::count_if(all.cbegin(), all.cend(),
                                        [&](const Operator &row) { return row.subject == person.subject(); });
        QCOMPARE(rows, 2);
    }

    void aRosterNamesNobodyWhoDecidedOrHeldARole_data() { BothDesks::addDialects(); }
    void aRosterNamesNobodyWhoDecidedOrHeldARole()
    {
        DESK_ON_BOTH();
        Person &decider = newPerson(desk);
        STORE_VERIFY(desk.root().run(grant(decider.subject(), Role::RootAdmin)));
        const QString staff = desk.fresh("staff");
        const QString partner = desk.reviewable({staff});
        STORE_VERIFY(decider.run(desk.decision(partner, Verdict::Approve)));
        STORE_VERIFY(desk.root().run(addition(partner, decider.subject())));
        QVERIFY(!desk.view(partner).names.contains(decider.subject()));
        QVERIFY(desk.view(partner).names.contains(staff));
        // Not after the role is gone either; a name of the operators' list is one.
        STORE_VERIFY(desk.root().run(revocation(decider.subject(), Role::RootAdmin)));
        QVERIFY(!desk.view(partner).names.contains(decider.subject()));
        STORE_VERIFY(desk.root().run(grant(decider.subject(), Role::Auditor, QStringLiteral("Dora Decider"))));
        QCOMPARE(desk.view(partner).names.value(decider.subject()), QStringLiteral("Dora Decider"));
    }

    void staffOfPartnersReadNoNamesOfOperators_data() { BothDesks::addDialects(); }
    void staffOfPartnersReadNoNamesOfOperators()
    {
        DESK_ON_BOTH();
        Person &support = newPerson(desk);
        STORE_VERIFY(desk.root().run(grant(support.subject(), Role::Support, QStringLiteral("Sam Support"))));
        QCOMPARE(Desk::expected(support.ask(WhoAmI{})).names.value(support.subject()), QStringLiteral("Sam Support"));
        Person &staff = newPerson(desk);
        const QString partner = desk.approved({staff.subject()});
        QVERIFY(Desk::expected(staff.ask(WhoAmI{})).names.isEmpty());
        const PartnerView own = Desk::expected(staff.ask(ShowPartner{partner}));
        QCOMPARE(own.names.keys(), QStringList{staff.subject()});
        QVERIFY(!own.deciders);
        QVERIFY(own.decisionObstacle);
        const PartnerView all = Desk::expected(support.ask(ShowPartner{partner}));
        QCOMPARE(all.names.value(support.subject()), QStringLiteral("Sam Support"));
        QVERIFY(all.deciders->contains(desk.root().subject()));
    }

    void theLastRootAdminStays_data() { BothDesks::addDialects(); }
    void theLastRootAdminStays()
    {
        DESK_ON_BOTH();
        Desk alone(on);
        QVERIFY(alone.files().isOpen());
        Person &root = alone.root();
        const QString before = alone.contents();
        const auto refused = root.run(revocation(root.subject(), Role::RootAdmin));
        DESK_REFUSED(refused, LastRootAdmin);
        QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
        QCOMPARE(refused.error().subject, root.subject());
        QCOMPARE(alone.contents(), before);
        // Who isn't one can't be revoked, however few there are.
        DESK_REFUSED(root.run(revocation(QStringLiteral("nobody"), Role::RootAdmin)), OperatorNotFound);
        // Of two one may go, himself even; roles of another kind don't count.
        Person &second = alone.holder(Role::RootAdmin);
        STORE_VERIFY(root.run(grant(root.subject(), Role::Auditor)));
        STORE_VERIFY(root.run(revocation(root.subject(), Role::RootAdmin)));
        DESK_REFUSED(second.run(revocation(second.subject(), Role::RootAdmin)), LastRootAdmin);
        STORE_VERIFY(second.run(revocation(root.subject(), Role::Auditor)));
    }

    void ofTwoWhoRevokeEachOtherOneStays_data() { BothDesks::addDialects(); }
    void ofTwoWhoRevokeEachOtherOneStays()
    {
        DESK_ON_BOTH();
        Desk pair(on);
        QVERIFY(pair.files().isOpen());
        std::array<Person *, 2> people{&pair.root(), &pair.holder(Role::RootAdmin)};
        const auto raw = pair.files().rawClient();
        for (int round = 0; round < 5; ++round) {
            std::latch start(2);
            std::array<ErrorCode, 2> codes{};
            const auto revokeOther = [&](size_t i) {
                // A connection stays in the thread that opened it.
                const auto authority = pair.files().authority(i == 0 ? QString() : people[i]->subject());
                OperationRunner runner(*authority, *pair.playbooks(), pair.files().ids);
                start.arrive_and_wait();
                codes[i] = codeOf(runner.run(revocation(people[1 - i]->subject(), Role::RootAdmin), people[i]->caller(),
                                             QStringLiteral("revoke-%1-%2").arg(round).arg(i)));
            };
            {
                const std::jthread one(revokeOther, 0);
                const std::jthread two(revokeOther, 1);
            }
            QCOMPARE(std::count(codes.cbegin(), codes.cend(), ErrorCode::Cancelled), 1);
            QCOMPARE(raw->value(QStringLiteral("SELECT count(*) FROM operators WHERE role = 'root_admin'"
                                               " AND revoked_at IS NULL"))
                         .toInt(),
                     1);
            const size_t stays = codes[0] == ErrorCode::Cancelled ? 0 : 1;
            STORE_VERIFY(people[stays]->run(grant(people[1 - stays]->subject(), Role::RootAdmin)));
        }
    }
};

GATEHOUSE_TEST(TestPeople)

#include "tst_people.moc"
