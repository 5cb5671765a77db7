#include "domain/permissions.h"

#include "support/testmain.h"

class TestPermissions : public QObject
{
    Q_OBJECT

    using OperationKind = gatehouse::domain::OperationKind;
    using Permission = gatehouse::domain::Permission;
    using Role = gatehouse::domain::Role;

    static char letter(Permission permission)
    {
        switch (permission) {
        case Permission::No: return '-';
        case Permission::OwnPartner: return 'o';
        case Permission::Yes: return 'Y';
        }
        Q_UNREACHABLE();
    }

private Q_SLOTS:
    // The whole table, so that a change of one letter is a change somebody reads.
    void printsAsAgreed()
    {
        const QString agreed = QStringLiteral(
            // Root, tenant, integration, customer success, support, partner, auditor
            "submit-partner    Y Y - - - o -\n"
            "update-partner    Y Y - - - o -\n"
            "read-partners     Y Y Y Y Y o Y\n"
            "add-contact       Y Y - - - o -\n"
            "remove-contact    Y Y - - - o -\n"
            "release-contact   Y Y - - - - -\n"
            "file-document     Y - - - - o -\n"
            "read-dossier-file Y Y - - - o -\n"
            "approve           Y Y - - - - -\n"
            "reject            Y Y - - - - -\n"
            "judge-document    Y Y - - - - -\n"
            "assign-review     Y Y - - - - -\n"
            "snooze-review     Y Y - - - - -\n"
            "escalate-review   Y Y - - - - -\n"
            "ask-partner       Y Y - Y - - -\n"
            "open-review       Y Y - - - - -\n"
            "set-item          Y Y Y Y - o -\n"
            "exempt-item       Y Y - - - - -\n"
            "move-playbook     Y - - - - - -\n"
            "check-access      Y Y Y Y Y o Y\n"
            "add-operator      Y - - - - - -\n"
            "revoke-operator   Y - - - - - -\n"
            "read-operators    Y Y Y - - - Y\n"
            "read-events       Y Y Y Y Y - Y\n"
            "export-events     Y - - - - - Y\n"
            "check-objects     Y - - - - - Y\n"
            "sweep-objects     Y - - - - - -\n"
            "create-tenant     Y Y - - - - -\n"
            "revoke-tenant     Y Y - - - - -\n"
            "replace-access-key Y Y - - - - -\n"
            "read-tenants      Y Y Y Y Y - Y\n"
            "verify-access-key Y Y Y Y Y - Y\n");
        QString printed;
        for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
            printed += QString(gatehouse::domain::operationName(kind)).leftJustified(17);
            for (const Role role : gatehouse::domain::allRoles)
                printed += QStringLiteral(" %1").arg(QLatin1Char(letter(gatehouse::domain::permission(kind, role))));
            printed += QLatin1Char('\n');
        }
        QCOMPARE(printed, agreed);
    }

    void aRootAdminMayEverything()
    {
        for (const OperationKind kind : gatehouse::domain::allOperationKinds)
            QCOMPARE(gatehouse::domain::permission(kind, Role::RootAdmin), Permission::Yes);
    }

    void anAuditorWritesNothingAndReadsNoFile()
    {
        const QList<OperationKind> reads = {OperationKind::ReadPartners,  OperationKind::CheckAccess,
                                            OperationKind::ReadOperators, OperationKind::ReadEvents,
                                            OperationKind::ExportEvents,  OperationKind::CheckObjects,
                                            OperationKind::ReadTenants,   OperationKind::VerifyAccessKey};
        for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
            QCOMPARE(gatehouse::domain::permission(kind, Role::Auditor),
                     reads.contains(kind) ? Permission::Yes : Permission::No);
        }
    }

    void aPartnerNeverGetsBeyondItsOwn()
    {
        for (const OperationKind kind : gatehouse::domain::allOperationKinds)
            QVERIFY(gatehouse::domain::permission(kind, Role::PartnerAdmin) != Permission::Yes);
    }

    void theBestOfSeveralRolesCounts()
    {
        using gatehouse::domain::permission;
        QCOMPARE(permission(OperationKind::Approve, {Role::Support, Role::TenantAdmin}), Permission::Yes);
        QCOMPARE(permission(OperationKind::FileDocument, {Role::Support, Role::PartnerAdmin}), Permission::OwnPartner);
        QCOMPARE(permission(OperationKind::FileDocument, {Role::Support, Role::Auditor}), Permission::No);
    }

    void aSubjectWithoutRolesActsForItsOwnPartner()
    {
        for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
            QCOMPARE(gatehouse::domain::permission(kind, QList<Role>()),
                     gatehouse::domain::permission(kind, Role::PartnerAdmin));
        }
    }

    void tellsWhoCan()
    {
        using gatehouse::domain::rolesThatMay;
        QCOMPARE(rolesThatMay(OperationKind::FileDocument), (QList<Role>{Role::RootAdmin, Role::PartnerAdmin}));
        QCOMPARE(rolesThatMay(OperationKind::Approve), (QList<Role>{Role::RootAdmin, Role::TenantAdmin}));
    }

    void readsItsOwnRoleNames()
    {
        for (const Role role : gatehouse::domain::allRoles) {
            const auto read = gatehouse::domain::roleFromName(gatehouse::domain::roleName(role));
            QVERIFY(read);
            QCOMPARE(*read, role);
        }
    }

    void refusesAnUnknownRoleWithTheNamesItKnows()
    {
        const auto read = gatehouse::domain::roleFromName(QStringLiteral("Root_Admin"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, gatehouse::base::ErrorCode::ValueUnknown);
        QCOMPARE(
            read.error().arguments,
            (QStringList{QStringLiteral("Root_Admin"), QStringLiteral("root_admin"), QStringLiteral("tenant_admin"),
                         QStringLiteral("integration_manager"), QStringLiteral("customer_success"),
                         QStringLiteral("support"), QStringLiteral("partner_admin"), QStringLiteral("auditor")}));
    }
};

GATEHOUSE_TEST(TestPermissions)

#include "tst_permissions.moc"
