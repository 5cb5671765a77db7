#include "store/filledworkspaces.h"
#include "support/testmain.h"

// What is written of tenants and keys is read again, and found by what people type.
class TestTenantRepository : public QObject
{
    Q_OBJECT

    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::storetest::On;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    gatehouse::storetest::FilledWorkspaces m_both;

    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }

    static gatehouse::domain::Tenant someTenant(const char *id, const char *slug, TestWorkspace &files)
    {
        gatehouse::domain::Tenant tenant;
        tenant.id = QLatin1StringView(id);
        tenant.partnerId = QStringLiteral("p-new");
        tenant.slug = QLatin1StringView(slug);
        tenant.name = QStringLiteral("Łódź 株式会社");
        tenant.email = QStringLiteral("ops@acme.example");
        tenant.notes = QStringLiteral("Two\nlines");
        tenant.createdAt = files.clock.now();
        tenant.createdBy = files.creator();
        tenant.queries = 47;
        tenant.lastActiveAt = gatehouse::base::Instant{1000};
        return tenant;
    }

    static gatehouse::domain::AccessKey someKey(const char *id, const gatehouse::domain::Tenant &tenant,
                                                const char *mark, TestWorkspace &files)
    {
        gatehouse::domain::AccessKey key;
        key.id = QLatin1StringView(id);
        key.tenantId = tenant.id;
        key.prefix = tenant.slug + u'_' + QLatin1StringView(mark);
        key.createdAt = files.clock.now();
        key.createdBy = files.creator();
        return key;
    }

    static QString hashOf(const gatehouse::domain::AccessKey &key)
    {
        return QString::fromLatin1(key.prefix.toLatin1().toHex()).leftJustified(64, u'0').left(64);
    }

    static auto reference(const char *text) { return *gatehouse::domain::readKeyReference(text); }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void keepsTenantsWithTheirKeys_data() { addDialects(); }
    void keepsTenantsWithTheirKeys()
    {
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Write);
        TenantRepository &tenants = unit->tenants();
        const Tenant acme = someTenant("t-acme", "acme", files);
        const AccessKey first = someKey("k-first", acme, "00000001", files);
        const AccessKey second = someKey("k-second", acme, "00000002", files);
        STORE_VERIFY(tenants.insert(acme));
        STORE_VERIFY(tenants.insert(first, hashOf(first)));
        STORE_VERIFY(tenants.revokeKeys(acme.id, unit->now(), files.creator()));
        STORE_VERIFY(tenants.insert(second, hashOf(second)));

        const auto found = tenants.find(reference("acme_00000001"));
        STORE_VERIFY(found);
        Tenant expected = acme;
        expected.createdAt = unit->now();
        expected.keys = found->keys;
        QVERIFY(*found == expected);
        QCOMPARE(found->keys.size(), 2);
        QCOMPARE(found->keys.at(0).number, 1);
        QCOMPARE(found->keys.at(0).revokedBy, files.creator());
        QCOMPARE(found->keys.at(1).prefix, second.prefix);
        QVERIFY(!found->keys.at(1).revokedAt);
        const auto ofPartner = tenants.ofPartner(acme.partnerId);
        STORE_VERIFY(ofPartner);
        QVERIFY(ofPartner->constLast() == *found);
        const auto ofPartners = tenants.ofPartners(QStringLiteral("p-a"), QStringLiteral("p-z"));
        STORE_VERIFY(ofPartners);
        QCOMPARE(ofPartners->size(), ofPartner->size() + 1); // that of p-open
        const auto all = tenants.all();
        STORE_VERIFY(all);
        QCOMPARE(all->size(), ofPartners->size());
        const auto stored = tenants.stored(second.prefix);
        STORE_VERIFY(stored);
        QCOMPARE((*stored)->hash, hashOf(second));
        QCOMPARE((*stored)->key.id, second.id);
        QVERIFY(!*tenants.stored(QStringLiteral("acme_00000009")));
    }

    void revokesATenantWithItsKeysOnce_data() { addDialects(); }
    void revokesATenantWithItsKeysOnce()
    {
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Write);
        TenantRepository &tenants = unit->tenants();
        const Tenant acme = someTenant("t-acme", "acme", files);
        const AccessKey key = someKey("k-first", acme, "00000001", files);
        STORE_VERIFY(tenants.insert(acme));
        STORE_VERIFY(tenants.insert(key, hashOf(key)));
        STORE_VERIFY(tenants.revoke(acme.id, unit->now(), files.creator(), QStringLiteral("Ended.")));
        const auto found = tenants.find(reference("acme_00000001"));
        STORE_VERIFY(found);
        QCOMPARE(found->revokedAt, std::optional(unit->now()));
        QCOMPARE(found->revokedReason, QStringLiteral("Ended."));
        QCOMPARE(found->keys.constFirst().revokedAt, found->revokedAt);
        const auto again = tenants.revoke(acme.id, unit->now(), files.creator(), {});
        QVERIFY(!again && again.error().code == ErrorCode::TenantRevoked);
    }

    void aRevokedTenantGetsNoKey_data() { addDialects(); }
    void aRevokedTenantGetsNoKey()
    {
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Write);
        const Tenant acme = someTenant("t-acme", "acme", files);
        const AccessKey key = someKey("k-first", acme, "00000001", files);
        STORE_VERIFY(unit->tenants().insert(acme));
        STORE_VERIFY(unit->tenants().revoke(acme.id, unit->now(), files.creator(), {}));
        const auto refused = unit->tenants().insert(key, hashOf(key));
        QVERIFY(!refused && refused.error().code == ErrorCode::TenantRevoked);
    }

    // Whoever draws it again draws another.
    void aPrefixThatIsTakenAsksForAnotherAttempt_data() { addDialects(); }
    void aPrefixThatIsTakenAsksForAnotherAttempt()
    {
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Write);
        const Tenant one = someTenant("t-one", "acme", files);
        const Tenant two = someTenant("t-two", "acme", files);
        STORE_VERIFY(unit->tenants().insert(one));
        STORE_VERIFY(unit->tenants().insert(two));
        const AccessKey key = someKey("k-one", one, "00000001", files);
        STORE_VERIFY(unit->tenants().insert(key, hashOf(key)));
        const AccessKey same = someKey("k-two", two, "00000001", files);
        const auto refused = unit->tenants().insert(same, QString(64, u'1'));
        QVERIFY(!refused && refused.error().code == ErrorCode::ConcurrentChange);
    }

    void aBeginningNamesTheOnlyTenantThatHasIt_data() { addDialects(); }
    void aBeginningNamesTheOnlyTenantThatHasIt()
    {
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Write);
        for (const auto &[id, slug, mark] : {std::tuple{"t-one", "acme", "AAAA0001"},
                                             {"t-two", "acme", "AAAB0001"},
                                             {"t-long", "acme_corp", "AAAA0001"}}) {
            const Tenant tenant = someTenant(id, slug, files);
            const AccessKey key = someKey(id, tenant, mark, files);
            STORE_VERIFY(unit->tenants().insert(tenant));
            STORE_VERIFY(unit->tenants().insert(key, hashOf(key)));
        }
        const auto idOf = [&](const char *text) {
            auto found = unit->tenants().find(reference(text));
            return found ? found->id : QString(gatehouse::base::errorCodeName(found.error().code));
        };
        QCOMPARE(idOf("acme_AAAB"), QStringLiteral("t-two"));
        QCOMPARE(idOf("acme_c"), QStringLiteral("t-long"));
        QCOMPARE(idOf("acme_AAAA0001"), QStringLiteral("t-one"));
        QCOMPARE(idOf("acme_B"), QStringLiteral("tenant-not-found"));
        QCOMPARE(idOf("acme_AAAA0002"), QStringLiteral("tenant-not-found"));
        QCOMPARE(idOf("acme_AAA"), QStringLiteral("tenant-ambiguous"));
        const auto several = unit->tenants().find(reference("acme"));
        QVERIFY(!several);
        QCOMPARE(several.error().subject, QStringLiteral("acme"));
        QCOMPARE(several.error().arguments,
                 QStringList({QStringLiteral("acme_AAAA0001"), QStringLiteral("acme_AAAB0001"),
                              QStringLiteral("acme_corp_AAAA0001")}));
    }
};

GATEHOUSE_TEST(TestTenantRepository)

#include "tst_tenantrepository.moc"
