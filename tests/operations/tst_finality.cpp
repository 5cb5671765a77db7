#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/testmain.h"

// Decisions in a row: what the last one leaves to the next.
class TestFinality : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using Role = gatehouse::domain::Role;

    BothDesks m_both;

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    // In a playbook whose approver is another role than root admin.
    void onlyARootAdminTakesUpWhatWasRejectedForGood_data() { BothDesks::addDialects(); }
    void onlyARootAdminTakesUpWhatWasRejectedForGood()
    {
        DESK_ON_BOTH();
        const ChangedPlaybooks playbooks(desk.playbooks(),
                                         [](Playbook &playbook) { playbook.approver = Role::TenantAdmin; });
        const auto runAs = [&](Person &person, const Operation &operation) {
            OperationRunner runner(person.authority(), playbooks, desk.files().ids);
            return runner.run(operation, person.caller(), desk.fresh("request"));
        };
        Person &tenant = desk.holder(Role::TenantAdmin);
        Person &both = desk.person(QStringLiteral("both_roles"));
        for (const Role role : {Role::RootAdmin, Role::TenantAdmin})
            STORE_VERIFY(desk.root().run(grant(both.subject(), role)));
        const QString staff = desk.fresh("staff");
        const auto submitted = runAs(desk.root(), submission(Desk::application(desk.fresh("Partner"), {staff}), staff));
        STORE_VERIFY(submitted);
        const QString partner = submitted->result[QStringLiteral("partner")].toString();
        for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")})
            STORE_VERIFY(runAs(desk.root(), filing(partner, kind)));
        Decide last = desk.decision(partner, Verdict::Reject);
        last.finality = Finality::Final;
        STORE_VERIFY(runAs(tenant, last));

        const QString before = desk.contents();
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject}) {
            const auto refused = runAs(tenant, desk.decision(partner, verdict));
            DESK_REFUSED(refused, RejectedForGood);
            QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
        }
        QCOMPARE(desk.contents(), before);
        STORE_VERIFY(runAs(both, desk.decision(partner, Verdict::Approve)));
    }

    // "suspended" says what the status says, however the partner got there.
    void statusAndSuspensionAgree_data() { BothDesks::addDialects(); }
    void statusAndSuspensionAgree()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const auto decided = [&](Verdict verdict) {
            const auto result = Desk::expected(desk.root().run(desk.decision(partner, verdict))).result;
            return QStringLiteral("%1 %2").arg(result[QStringLiteral("status")].toString(),
                                               result[QStringLiteral("suspended")].toBool() ? QStringLiteral("yes")
                                                                                            : QStringLiteral("no"));
        };
        QCOMPARE(decided(Verdict::Reject), QStringLiteral("rejected no"));
        QCOMPARE(decided(Verdict::Approve), QStringLiteral("approved no"));
        QCOMPARE(decided(Verdict::Reject), QStringLiteral("suspended yes"));
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"))));
        QCOMPARE(decided(Verdict::Reject), QStringLiteral("suspended yes"));
    }

    void whatIsNoLinkIsNoEvidence_data() { BothDesks::addDialects(); }
    void whatIsNoLinkIsNoEvidence()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        Decide decide = desk.decision(partner, Verdict::Reject);
        for (const char *link :
             {"https://", "https:///register", "https://?q", "https://exa mple.org", "https://[::1"}) {
            decide.evidence = QStringList{QString::fromLatin1(link)};
            const auto refused = desk.root().run(decide);
            QVERIFY2(!refused, link);
            DESK_REFUSED(refused, EvidenceUnknown);
            QCOMPARE(refused.error().subject, QString::fromLatin1(link));
        }
        decide.evidence = QStringList{QStringLiteral("https://register.example/x?y=1#z")};
        STORE_VERIFY(desk.root().run(decide));
    }

    // Who was reviewed under one name is not approved under another, and renamed later asks for a look.
    void aRenameIsAChangeSinceTheReview_data() { BothDesks::addDialects(); }
    void aRenameIsAChangeSinceTheReview()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("evil_staff"));
        const QString partner = desk.reviewable({staff.subject()});
        Decide decide = desk.decision(partner, Verdict::Approve);
        UpdatePartner rename;
        rename.partner = partner;
        rename.name = desk.fresh("Evil");
        STORE_VERIFY(staff.run(rename));
        const auto refused = desk.root().run(decide);
        DESK_REFUSED(refused, ReviewChanged);
        QCOMPARE(refused.error().arguments, QStringList{QStringLiteral("partner")});
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        const auto asksForALook = [&] {
            const Readiness readiness = desk.view(partner).readiness;
            const bool asks =
                std::any_of(readiness.actions.cbegin(), readiness.actions.cend(),
                            [](const NextAction &action) { return action.kind == ActionKind::ReviewChange; });
            return asks && readiness.dossier.changedSinceDecision;
        };
        QVERIFY(!asksForALook());
        STORE_VERIFY(staff.run(newRegion(partner, QStringLiteral("EU"))));
        QVERIFY(!asksForALook());
        desk.files().clock.advance(1); // of a file; a server has its own
        rename.name.reset();
        rename.legalName = desk.fresh("Evil Ltd");
        STORE_VERIFY(staff.run(rename));
        QVERIFY(asksForALook());
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        QVERIFY(!asksForALook());
    }
};

GATEHOUSE_TEST(TestFinality)

#include "tst_finality.moc"
