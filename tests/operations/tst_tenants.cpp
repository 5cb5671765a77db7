#include "operations/everyoperation.h"
#include "operations/tenantqueries.h"
#include "support/testmain.h"

// Tenants and their keys, and who a key lets in.
class TestTenants : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;

    BothDesks m_both;

    static QByteArray keyOf(const gatehouse::domain::Receipt &receipt)
    {
        return receipt.secret ? receipt.secret->bytes().toByteArray() : QByteArray();
    }

    static gatehouse::base::Result<gatehouse::operations::TenantView> verify(Desk &desk, const QByteArray &key)
    {
        return desk.root().ask(gatehouse::operations::VerifyAccessKey{key});
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void aNewTenantsKeyOpens_data() { BothDesks::addDialects(); }
    void aNewTenantsKeyOpens()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        auto create = tenantOf(partner);
        create.notes = QStringLiteral("Referred by an investor.");
        const auto receipt = desk.root().run(create);
        STORE_VERIFY(receipt);
        const QByteArray key = keyOf(*receipt);
        const auto read = readKeyReference(key);
        STORE_VERIFY(read);
        QCOMPARE(read->shape, KeyReference::Shape::Whole);
        QCOMPARE(receipt->result[QStringLiteral("prefix")].toString(), read->prefix);
        QVERIFY(read->prefix.startsWith(QStringLiteral("acme_corp_")));
        QCOMPARE(receipt->result[QStringLiteral("partner")].toString(), partner);

        const auto opened = verify(desk, "  " + key + "\n");
        STORE_VERIFY(opened);
        QCOMPARE(opened->tenant.name, QStringLiteral("Acme Corp"));
        QCOMPARE(opened->tenant.notes, create.notes);
        QCOMPARE(opened->tenant.partnerId, partner);
        QCOMPARE(opened->tenant.createdBy, desk.root().subject());
        const auto tenants = desk.view(partner).facts.tenants;
        QCOMPARE(tenants.size(), 1);
        QVERIFY(tenants.constFirst() == opened->tenant);
    }

    // In no row of no table, nor the half of it that opens.
    void theKeyIsKeptNowhere_data() { BothDesks::addDialects(); }
    void theKeyIsKeptNowhere()
    {
        DESK_ON_BOTH();
        const QString id = desk.fresh("request");
        const auto create = tenantOf(desk.newPartner());
        const auto receipt = desk.root().run(create, id);
        STORE_VERIFY(receipt);
        const QByteArray key = keyOf(*receipt);
        auto revoke = tenantRevocation(key);
        revoke.reason = QStringLiteral("Burnt: ") + QString::fromLatin1(key);
        const auto replaced = desk.root().run(replacement(key));
        STORE_VERIFY(replaced);
        STORE_VERIFY(desk.root().run(revoke));
        auto another = tenantOf(desk.newPartner());
        another.notes = QStringLiteral("Had ") + QString::fromLatin1(key);
        STORE_VERIFY(desk.root().run(another));
        const QString contents = desk.contents();
        QVERIFY(contents.contains(QString::fromLatin1(key.chopped(33))));
        for (const QByteArray &secret : {key.last(32), keyOf(*replaced).last(32)}) {
            QVERIFY(!secret.isEmpty());
            QVERIFY(!contents.contains(QString::fromLatin1(secret)));
        }
        // Asked again, nobody gets it.
        const auto again = desk.root().run(create, id);
        STORE_VERIFY(again);
        QVERIFY(again->replayed);
        QVERIFY(!again->secret);
    }

    void anUnknownKeyAndAWrongSecretAreToldAlike_data() { BothDesks::addDialects(); }
    void anUnknownKeyAndAWrongSecretAreToldAlike()
    {
        DESK_ON_BOTH();
        const QByteArray key = desk.newKey();
        QByteArray wrong = key;
        wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
        QByteArray unknown = key;
        char &letter = unknown[unknown.size() - 34];
        letter = letter == 'A' ? 'B' : 'A';
        // The secret of another tenant's key.
        const QByteArray mixed = key.chopped(32) + desk.newKey().last(32);
        for (const QByteArray &refused : {wrong, unknown, mixed}) {
            const auto answer = verify(desk, refused);
            DESK_REFUSED(answer, AccessKeyRefused);
            QVERIFY(answer.error() == (base::Error{base::ErrorKind::Denied, ErrorCode::AccessKeyRefused, {}, {}}));
        }
        for (const QByteArray &malformed : {key.chopped(1), key.chopped(33), QByteArray("nonsense"), QByteArray()}) {
            const auto answer = verify(desk, malformed);
            QVERIFY(answer.error() == (base::Error{base::ErrorKind::Denied, ErrorCode::AccessKeyMalformed, {}, {}}));
        }
        STORE_VERIFY(verify(desk, key));
    }

    // Raw SQL that copies a hash into another tenant's row lends nobody a key.
    void aHashOpensInItsOwnRowOnly()
    {
        using namespace gatehouse::operationstest;
        using gatehouse::domain::Access;
        Desk &desk = m_both.on(On::Sqlite);
        const QByteArray key = desk.newKey();
        const auto unit = *desk.root().authority().begin(Access::Write);
        const auto stored = unit->tenants().stored(QString::fromLatin1(key.chopped(33)));
        STORE_VERIFY(stored);
        QVERIFY(unit->secrets().matches(key, (*stored)->key.id, (*stored)->hash));
        QVERIFY(!unit->secrets().matches(key, (*stored)->key.tenantId, (*stored)->hash));
    }

    void aRevokedTenantsKeyIsRefusedAndItsDataStays_data() { BothDesks::addDialects(); }
    void aRevokedTenantsKeyIsRefusedAndItsDataStays()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const QByteArray key = desk.newKey(partner);
        STORE_VERIFY(desk.root().run(tenantRevocation(key)));
        DESK_REFUSED(verify(desk, key), TenantRevoked);
        // Without the secret nobody learns even that.
        DESK_REFUSED(verify(desk, key.chopped(1) + (key.endsWith('A') ? 'B' : 'A')), AccessKeyRefused);
        const Tenant tenant = desk.view(partner).facts.tenants.constFirst();
        QCOMPARE(tenant.revokedReason, QStringLiteral("Partnership ended."));
        QCOMPARE(tenant.revokedBy, desk.root().subject());
        QVERIFY(tenant.revokedAt && tenant.keys.constFirst().revokedAt == tenant.revokedAt);
        const auto twice = desk.root().run(tenantRevocation(key));
        DESK_REFUSED(twice, TenantRevoked);
        QCOMPARE(twice.error().kind, base::ErrorKind::Conflict);
        DESK_REFUSED(desk.root().run(replacement(key)), TenantRevoked);
    }

    void aReplacedKeyIsRefused_data() { BothDesks::addDialects(); }
    void aReplacedKeyIsRefused()
    {
        DESK_ON_BOTH();
        const QByteArray first = desk.newKey();
        const auto receipt = desk.root().run(replacement(first.chopped(33)));
        STORE_VERIFY(receipt);
        const QByteArray second = keyOf(*receipt);
        QVERIFY(second != first);
        QCOMPARE(receipt->result[QStringLiteral("replaced")].toString(), QString::fromLatin1(first.chopped(33)));
        DESK_REFUSED(verify(desk, first), AccessKeyReplaced);
        STORE_VERIFY(verify(desk, second));
        // The old prefix, in an old ticket, still finds the tenant.
        const auto shown = desk.root().ask(ShowTenant{first.chopped(33)});
        STORE_VERIFY(shown);
        QCOMPARE(keyPrefixOf(shown->tenant), QString::fromLatin1(second.chopped(33)));
    }

    void aShutPartnersKeysAreRefusedUntilItIsApproved_data() { BothDesks::addDialects(); }
    void aShutPartnersKeysAreRefusedUntilItIsApproved()
    {
        DESK_ON_BOTH();
        const QString partner = desk.approved();
        const QByteArray key = desk.newKey(partner);
        STORE_VERIFY(verify(desk, key));
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
        DESK_REFUSED(verify(desk, key), PartnerShut);
        DESK_REFUSED(desk.root().run(tenantOf(partner)), PartnerShut);
        DESK_REFUSED(desk.root().run(replacement(key)), PartnerShut);
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"), "%PDF-1.7 newer")));
        DESK_REFUSED(verify(desk, key), PartnerShut);
        const auto listed = desk.root().ask(ShowTenant{key});
        STORE_VERIFY(listed);
        QCOMPARE(listed->standing, TenantView::Partner::Shut);
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        STORE_VERIFY(verify(desk, key));
    }

    void aRejectionForGoodShutsToo_data() { BothDesks::addDialects(); }
    void aRejectionForGoodShutsToo()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const QByteArray key = desk.newKey(partner);
        auto reject = desk.decision(partner, Verdict::Reject);
        STORE_VERIFY(desk.root().run(reject));
        STORE_VERIFY(verify(desk, key)); // may file again
        reject = desk.decision(partner, Verdict::Reject);
        reject.finality = Finality::Final;
        STORE_VERIFY(desk.root().run(reject));
        DESK_REFUSED(verify(desk, key), PartnerShut);
    }

    void revokedOnesAreListedWhenAskedFor_data() { BothDesks::addDialects(); }
    void revokedOnesAreListedWhenAskedFor()
    {
        DESK_ON_BOTH();
        const QByteArray open = desk.newKey();
        const QByteArray shut = desk.newKey();
        STORE_VERIFY(desk.root().run(tenantRevocation(shut)));
        const auto listed = [&](ListTenants::Which which) {
            QStringList prefixes;
            const auto rows = desk.root().ask(ListTenants{which});
            for (const TenantView &view : rows ? *rows : QList<TenantView>())
                prefixes += keyPrefixOf(view.tenant);
            return prefixes;
        };
        const auto prefixOf = [](const QByteArray &key) { return QString::fromLatin1(key.chopped(33)); };
        QVERIFY(listed(ListTenants::Which::Active).contains(prefixOf(open)));
        QVERIFY(!listed(ListTenants::Which::Active).contains(prefixOf(shut)));
        QVERIFY(listed(ListTenants::Which::All).contains(prefixOf(open)));
        QVERIFY(listed(ListTenants::Which::All).contains(prefixOf(shut)));
    }

    void aPartnersOwnPeopleSeeNoTenant_data() { BothDesks::addDialects(); }
    void aPartnersOwnPeopleSeeNoTenant()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("tenant_staff"));
        const QString partner = desk.newPartner({staff.subject()});
        desk.newKey(partner);
        const auto view = staff.ask(ShowPartner{partner});
        STORE_VERIFY(view);
        QVERIFY(view->facts.tenants.isEmpty());
    }

    void whatCantBeAnAddressOrANameIsRefused_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<gatehouse::base::ErrorCode>("code");
        using gatehouse::base::ErrorCode;
        const auto row = [](const char *title, const QString &name, const QString &email, ErrorCode code) {
            for (const On on : gatehouse::storetest::dialects)
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), title) << on << name << email << code;
        };
        const auto good = QStringLiteral("ops@acme.example");
        row("NUL", QString(QChar(u'a')) + QChar(0) + u'b', good, ErrorCode::TextForbidden);
        row("override of direction", QStringLiteral("Ev\u202eil"), good, ErrorCode::TextForbidden);
        row("escape", QStringLiteral("a\u001b[2J"), good, ErrorCode::TextForbidden);
        row("long name", QString(201, u'a'), good, ErrorCode::TextTooLong);
        row("no name", QStringLiteral(" "), good, ErrorCode::TextMissing);
        row("no address", QStringLiteral("Acme"), QString(), ErrorCode::TextMissing);
        row("two addresses", QStringLiteral("Acme"), QStringLiteral("a@b.c,d@e.f"), ErrorCode::EmailMalformed);
        row("no domain", QStringLiteral("Acme"), QStringLiteral("ops"), ErrorCode::EmailMalformed);
    }
    void whatCantBeAnAddressOrANameIsRefused()
    {
        DESK_ON_BOTH();
        QFETCH(QString, name);
        QFETCH(QString, email);
        QFETCH(ErrorCode, code);
        auto create = tenantOf(desk.newPartner(), name);
        create.email = email;
        const QString before = desk.contents();
        QCOMPARE(codeOf(desk.root().run(create)), code);
        QCOMPARE(desk.contents(), before);
    }
};

GATEHOUSE_TEST(TestTenants)

#include "tst_tenants.moc"
