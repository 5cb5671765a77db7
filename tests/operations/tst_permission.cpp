#include "operations/everyoperation.h"
#include "support/testmain.h"

// Every operation and query by every role, as the permission table says, and before anything else is judged.
class TestPermission : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::operationstest::On;
    using OperationKind = gatehouse::domain::OperationKind;
    using Role = gatehouse::domain::Role;

    struct Partners
    {
        QString own; // its roster holds who has no role
        QString foreign;
    };

    BothDesks m_both;
    std::map<On, Partners> m_partners;

    const Partners &partners(gatehouse::operationstest::Desk &desk)
    {
        Partners &partners = m_partners[desk.on()];
        if (partners.own.isEmpty())
            partners = {desk.reviewable({desk.holder(Role::PartnerAdmin).subject()}), desk.reviewable()};
        return partners;
    }

    // The playbook narrows who decides to its approver's role, before it looks at the input too.
    static bool isNarrowed(OperationKind kind, Role role)
    {
        using enum OperationKind;
        return (kind == Approve || kind == Reject || kind == JudgeDocument) && role != Role::RootAdmin;
    }

    static void addEverything()
    {
        using namespace gatehouse::domain;
        QTest::addColumn<On>("on");
        QTest::addColumn<OperationKind>("kind");
        QTest::addColumn<Role>("role");
        for (const On on : gatehouse::storetest::dialects) {
            for (const OperationKind kind : allOperationKinds) {
                for (const Role role : allRoles) {
                    QTest::addRow("%s, %s by %s", gatehouse::storetest::nameOf(on), operationName(kind).data(),
                                  roleName(role).data())
                        << on << kind << role;
                }
            }
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void whoMayNotIsToldSoWhateverTheInput_data() { addEverything(); }
    void whoMayNotIsToldSoWhateverTheInput()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        QFETCH(Role, role);
        const auto &[own, foreign] = partners(desk);
        Person &person = desk.holder(role);
        const auto allowed = permission(kind, role);
        const QString before = desk.contents();
        const auto bad = tryBad(person, kind, own);
        // These two take no input that could be bad: who may, does.
        const bool done = bad && (kind == OperationKind::OpenReview || kind == OperationKind::SweepObjects);
        if (!done)
            QCOMPARE(desk.contents(), before);
        if (allowed != Permission::No) {
            QCOMPARE(codeOf(bad), isNarrowed(kind, role) ? ErrorCode::NotOnAllowlist : badInputCode(kind));
            return;
        }
        QStringList roles;
        for (const Role other : rolesThatMay(kind))
            roles += QString(roleName(other));
        for (const auto &refused : {bad, tryBad(person, kind, QStringLiteral("no such partner"))}) {
            DESK_REFUSED(refused, NotPermitted);
            QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
            QCOMPARE(refused.error().subject, QString(operationName(kind)));
            QCOMPARE(refused.error().arguments, roles);
        }
        // An input in order, made while root still may.
        const auto good = tryGood(desk, person, kind, own, person.subject());
        DESK_REFUSED(good, NotPermitted);
    }

    void whoMayDoes_data() { addEverything(); }
    void whoMayDoes()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        QFETCH(Role, role);
        const auto &[own, foreign] = partners(desk);
        const auto allowed = permission(kind, role);
        if (allowed == Permission::No)
            return; // told above
        Person &person = desk.holder(role);
        // A subject stands in one roster only, so who applies for a partner is not who has one already.
        Person &applicant = kind == OperationKind::SubmitPartner && role == Role::PartnerAdmin
                                ? desk.person(desk.fresh("applicant").replace(QLatin1Char('-'), QLatin1Char('_')))
                                : person;
        const QString submitter = role == Role::PartnerAdmin ? applicant.subject() : desk.fresh("staff");
        const auto done = tryGood(desk, applicant, kind, own, submitter);
        if (isNarrowed(kind, role))
            DESK_REFUSED(done, NotOnAllowlist);
        else
            STORE_VERIFY(done);
    }

    void staffOfAnotherPartnerAreToldNothingElse_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<OperationKind>("kind");
        for (const On on : gatehouse::storetest::dialects) {
            for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
                if (permission(kind, Role::PartnerAdmin) == gatehouse::domain::Permission::OwnPartner)
                    QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on),
                                  gatehouse::domain::operationName(kind).data())
                        << on << kind;
            }
        }
    }
    void staffOfAnotherPartnerAreToldNothingElse()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        const auto &[own, foreign] = partners(desk);
        Person &staff = desk.holder(Role::PartnerAdmin);
        DESK_REFUSED(tryGood(desk, staff, kind, foreign, desk.fresh("staff")), NotYourPartner);
        if (kind == OperationKind::SubmitPartner)
            return; // whose partner it is stands in the input
        const QString name = desk.view(foreign).facts.partner.name;
        const QString before = desk.contents();
        // Whether there is such a partner is not theirs to know either.
        for (const QString &reference : {foreign, name, QStringLiteral("no such partner")}) {
            const auto refused = tryBad(staff, kind, reference);
            DESK_REFUSED(refused, NotYourPartner);
            QCOMPARE(refused.error(), (base::Error{base::ErrorKind::Denied, ErrorCode::NotYourPartner, reference, {}}));
        }
        QCOMPARE(desk.contents(), before);
    }

    // Neither for a partner of others, nor in another's name.
    void staffApplyForThemselves_data() { BothDesks::addDialects(); }
    void staffApplyForThemselves()
    {
        DESK_ON_BOTH();
        Person &person = desk.person(QStringLiteral("applicant"));
        const QString colleague = desk.fresh("staff");
        const QJsonObject payload = Desk::application(desk.fresh("Partner"), {colleague, person.subject()});
        const QString before = desk.contents();
        DESK_REFUSED(person.run(submission(payload, colleague)), NotYourPartner);
        DESK_REFUSED(person.run(submission(Desk::application(desk.fresh("Partner"), {colleague}), {})), NotYourPartner);
        QCOMPARE(desk.contents(), before);
        const auto receipt = person.run(submission(payload, {}));
        STORE_VERIFY(receipt);
        const Partner row = desk.view(receipt->result[QStringLiteral("partner")].toString()).facts.partner;
        QCOMPARE(row.submittedBy, person.subject());
        QCOMPARE(row.enteredBy, person.subject());
    }

    void staffAreNotToldWhichPartnersShareAName_data() { BothDesks::addDialects(); }
    void staffAreNotToldWhichPartnersShareAName()
    {
        DESK_ON_BOTH();
        const QString name = desk.fresh("Twin");
        for (int i = 0; i < 2; ++i) {
            const QString subject = desk.fresh("staff");
            STORE_VERIFY(desk.root().run(submission(Desk::application(name, {subject}), subject)));
        }
        DESK_REFUSED(desk.root().ask(ShowPartner{name}), PartnerAmbiguous);
        const auto refused = desk.holder(Role::PartnerAdmin).ask(ShowPartner{name});
        DESK_REFUSED(refused, NotYourPartner);
        QVERIFY(refused.error().arguments.isEmpty());
    }

    // What is granted or taken counts from the next request on.
    void rolesAreReadInTheTransaction_data() { BothDesks::addDialects(); }
    void rolesAreReadInTheTransaction()
    {
        DESK_ON_BOTH();
        Person &person = desk.person(QStringLiteral("newcomer"));
        const QString partner = partners(desk).own;
        DESK_REFUSED(person.ask(ShowPartner{partner}), NotYourPartner);
        STORE_VERIFY(desk.root().run(grant(person.subject(), Role::Support)));
        STORE_VERIFY(person.ask(ShowPartner{partner}));
        DESK_REFUSED(person.run(newRegion(partner, QStringLiteral("EU"))), NotPermitted);
        // The best of two roles counts.
        STORE_VERIFY(desk.root().run(grant(person.subject(), Role::TenantAdmin)));
        STORE_VERIFY(person.run(newRegion(partner, QStringLiteral("EU"))));
        for (const Role role : {Role::Support, Role::TenantAdmin})
            STORE_VERIFY(desk.root().run(revocation(person.subject(), role)));
        DESK_REFUSED(person.ask(ShowPartner{partner}), NotYourPartner);
    }

    // --as is a claim on a file; on a server the login acts.
    void whoActsIsNobodysClaimOnAServer()
    {
        using namespace gatehouse;
        GATEHOUSE_NEEDS_POSTGRES();
        auto &desk = m_both.on(On::Postgres);
        operations::OperationRunner runner(desk.root().authority(), *desk.playbooks(), desk.files().ids);
        const operations::Caller claimed{QStringLiteral("maria"), QStringLiteral("os-user")};
        DESK_REFUSED(runner.ask(operations::ListPartners{}, claimed), ActingNotAllowed);
        DESK_REFUSED(
            runner.run(operationstest::grant(QStringLiteral("x"), Role::Support), claimed, QStringLiteral("claim-1")),
            ActingNotAllowed);
    }
};

GATEHOUSE_TEST(TestPermission)

#include "tst_permission.moc"
