#include "domain/text.h"
#include "operations/everyoperation.h"
#include "support/testmain.h"

// What the staff of a partner may not do to their own.
class TestOwnPartner : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using On = gatehouse::operationstest::On;
    using Role = gatehouse::domain::Role;

    BothDesks m_both;

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    // With every decider in its roster, nobody could suspend the partner.
    void staffTakeNoOperatorIntoTheirRoster_data() { BothDesks::addDialects(); }
    void staffTakeNoOperatorIntoTheirRoster()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("own_staff"));
        const QString partner = desk.approved({staff.subject()});
        const QString foreign = desk.newPartner();
        for (const Role role : {Role::RootAdmin, Role::TenantAdmin, Role::Support, Role::Auditor}) {
            const QString subject = desk.holder(role).subject();
            const auto refused = staff.run(addition(partner, subject));
            DESK_REFUSED(refused, SubjectIsOperator);
            QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
            QCOMPARE(refused.error().subject, subject);
            DESK_REFUSED(staff.run(addition(partner, QStringLiteral(" %1 ").arg(subject))), SubjectIsOperator);
            // Who is an operator is not told to the staff of another.
            DESK_REFUSED(staff.run(addition(foreign, subject)), NotYourPartner);
        }
        // Nor by applying with one.
        Person &newcomer = desk.person(QStringLiteral("newcomer"));
        const auto roster = QStringList{newcomer.subject(), desk.root().subject()};
        const auto applied =
            newcomer.run(submission(Desk::application(desk.fresh("Partner"), roster), newcomer.subject()));
        DESK_REFUSED(applied, SubjectIsOperator);
        QCOMPARE(applied.error().subject, desk.root().subject());
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
    }

    void operatorsMayAddOperatorsAndStaffFormerOnes_data() { BothDesks::addDialects(); }
    void operatorsMayAddOperatorsAndStaffFormerOnes()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("plain_staff"));
        const QString partner = desk.newPartner({staff.subject()});
        const QString one = desk.fresh("operator");
        STORE_VERIFY(desk.root().run(grant(one, Role::Support)));
        STORE_VERIFY(desk.holder(Role::TenantAdmin).run(addition(partner, one)));
        const QString former = desk.fresh("operator");
        STORE_VERIFY(desk.root().run(grant(former, Role::Support)));
        STORE_VERIFY(desk.root().run(revocation(former, Role::Support)));
        STORE_VERIFY(staff.run(addition(partner, former)));
    }

    void staffChangeTheirNameButNotWhoLooksAfterThem_data() { BothDesks::addDialects(); }
    void staffChangeTheirNameButNotWhoLooksAfterThem()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("renaming_staff"));
        const QString partner = desk.newPartner({staff.subject()});
        UpdatePartner update = newRegion(partner, QStringLiteral("EU"));
        update.owner = desk.root().subject();
        const auto refused = staff.run(update);
        DESK_REFUSED(refused, NotPermitted);
        QCOMPARE(refused.error().subject, QStringLiteral("set-owner"));
        QCOMPARE(refused.error().arguments,
                 (QStringList{QStringLiteral("root_admin"), QStringLiteral("tenant_admin")}));
        update.owner = QString();
        DESK_REFUSED(staff.run(update), NotPermitted);
        update.owner.reset();
        update.name = desk.fresh("Name");
        STORE_VERIFY(staff.run(update));
        update.owner = desk.root().subject();
        STORE_VERIFY(desk.root().run(update));
        update.owner = desk.fresh("nobody");
        DESK_REFUSED(desk.root().run(update), OperatorNotFound);
    }

    // The same as of an application.
    void changedTextsHaveTheLimitsOfAnApplication_data() { BothDesks::addDialects(); }
    void changedTextsHaveTheLimitsOfAnApplication()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const auto text = [](int length) { return QString(length, QLatin1Char('x')); };
        UpdatePartner update;
        update.partner = partner;
        update.name = text(nameMost + 1);
        DESK_REFUSED(desk.root().run(update), TextTooLong);
        update.name = text(nameMost);
        update.legalName = text(nameMost);
        update.region = text(regionMost + 1);
        DESK_REFUSED(desk.root().run(update), TextTooLong);
        update.region = text(regionMost);
        STORE_VERIFY(desk.root().run(update));
        update.owner = text(subjectMost + 1);
        DESK_REFUSED(desk.root().run(update), TextTooLong);
    }

    // Names in other scripts all make the same slug.
    void manyNamesWithoutLatinLettersAreTaken_data() { BothDesks::addDialects(); }
    void manyNamesWithoutLatinLettersAreTaken()
    {
        DESK_ON_BOTH();
        QStringList slugs;
        for (int i = 0; i < 15; ++i) {
            const QString subject = desk.fresh("staff");
            const auto submitted =
                desk.root().run(submission(Desk::application(QString::fromUtf8("株式会社 &"), {subject}), subject));
            STORE_VERIFY(submitted);
            slugs += submitted->result[QStringLiteral("slug")].toString();
        }
        QCOMPARE(slugs.at(0), QStringLiteral("partner"));
        QCOMPARE(slugs.at(8), QStringLiteral("partner-9"));
        QCOMPARE(slugs.removeDuplicates(), 0);
        const auto last = desk.root().ask(ShowPartner{slugs.last()});
        STORE_VERIFY(last);
        QCOMPARE(last->facts.partner.slug, QStringLiteral("partner-") + last->facts.partner.id.right(8));
    }
};

GATEHOUSE_TEST(TestOwnPartner)

#include "tst_ownpartner.moc"
