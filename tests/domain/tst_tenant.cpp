#include "domain/tenant.h"

#include "domain/conditions.h"
#include "domain/example.h"
#include "support/testmain.h"

class TestTenant : public QObject
{
    Q_OBJECT

    using ErrorCode = gatehouse::base::ErrorCode;

    static QByteArray secretPart() { return "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; }

private Q_SLOTS:
    void aSlugIsWhatAsciiKeepsOfTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        const auto row = [](const QString &name, const char *slug) {
            QTest::newRow(qPrintable(name.left(30))) << name << QString::fromLatin1(slug);
        };
        row(QStringLiteral("Acme Corp"), "acme_corp");
        row(QStringLiteral("Beta Inc."), "beta_inc");
        row(QStringLiteral("  Zürich & Łódź–Æther "), "zurich_lodz_aether");
        row(QStringLiteral("4711"), "4711");
        row(QStringLiteral("a_b__c"), "a_b_c");
        row(QStringLiteral("株式会社"), "partner");
        row(QStringLiteral("\u202eEvil\u2066"), "evil");
        row(QStringLiteral("../../etc/passwd"), "etc_passwd");
        row(QStringLiteral("😀"), "partner");
        row(QStringLiteral("Abcdefghijklmnopqrstuvw X"), "abcdefghijklmnopqrstuvw");
        row(QString(5000, QLatin1Char('a')), "aaaaaaaaaaaaaaaaaaaaaaaa");
    }
    void aSlugIsWhatAsciiKeepsOfTheName()
    {
        QFETCH(QString, name);
        QTEST(gatehouse::domain::tenantSlugOf(name), "slug");
    }

    // The letters' order is Crockford's, the first bits come first.
    void aKeyIsItsPrefixAndTheSecretInBase32()
    {
        using namespace gatehouse::domain;
        const QString prefix = newKeyPrefix(QStringLiteral("acme_corp"), QByteArray::fromHex("0044322110"));
        QCOMPARE(prefix, QStringLiteral("acme_corp_0123488G"));
        const QByteArray bytes = QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df");
        const Secret whole = wholeKey(prefix, bytes);
        QCOMPARE(whole.bytes().toByteArray(), "acme_corp_0123488G_" + secretPart());
        QCOMPARE(wholeKey(prefix, QByteArray(keySecretBytes, '\xff')).bytes().toByteArray(),
                 "acme_corp_0123488G_" + QByteArray(32, 'Z'));
        const auto read = readKeyReference(whole.bytes());
        QVERIFY(read);
        QCOMPARE(read->shape, KeyReference::Shape::Whole);
        QCOMPARE(read->prefix, prefix);
    }

    void aReferenceIsAKeyAPrefixOrItsBeginning_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("read"); // shape and prefix; empty: malformed
        const auto row = [](const QByteArray &given, const char *read) {
            QTest::newRow(given.left(60).toPercentEncoding(" ").constData()) << given << QString::fromLatin1(read);
        };
        row("acme_corp_A1B2C3D4_" + secretPart(), "whole acme_corp_A1B2C3D4");
        row("  acme_corp_A1B2C3D4_" + secretPart() + "\r\n", "whole acme_corp_A1B2C3D4");
        row("acme_corp_A1B2C3D4", "prefix acme_corp_A1B2C3D4");
        row("a_12345678_" + QByteArray(32, '7'), "whole a_12345678");
        row("4711_12345678", "prefix 4711_12345678");
        row("acme_corp_A1B2", "beginning acme_corp_A1B2");
        row("acme_corp_", "beginning acme_corp_");
        row("acme", "beginning acme");
        row("123", "beginning 123");
        // Too much or too little of a secret, another alphabet, another shape.
        row("acme_corp_A1B2C3D4_" + secretPart().chopped(1), "");
        row("acme_corp_A1B2C3D4_" + secretPart() + "0", "");
        row("acme_corp_A1B2C3D4_A", "");
        row("acme_corp_A1B2C3D4_", "");
        row("acme_corp_A1B2C3D4_" + secretPart().toLower(), "");
        row("acme_corp_A1B2C3D4 " + secretPart(), "");
        row("acme_corp_A1B2C3DO", "");
        row("acme_corp_A1B2C3D4E", "");
        row("Acme_corp_A1B2C3D4", "");
        row("acme__corp_A1B2C3D4", "");
        row("_A1B2C3D4", "");
        row("A1B2C3D4", "");
        row(secretPart(), "");
        row("", "");
        row("-", "");
        row("acme\xe2\x80\xae_corp", "");
        row(QByteArray("acme\0corp", 9), "");
        row("acme%corp", "");
        row("acme corp", "");
        row(QByteArray(25, 'a') + "_A1B2C3D4", "");
        row(QByteArray(25, 'a'), "");
        row(QByteArray(5000, 'A'), "");
    }
    void aReferenceIsAKeyAPrefixOrItsBeginning()
    {
        using namespace gatehouse::domain;
        QFETCH(QByteArray, given);
        const auto reference = readKeyReference(given);
        QString read;
        if (reference) {
            static const char *shapes[] = {"whole ", "prefix ", "beginning "};
            read = QLatin1StringView(shapes[int(reference->shape)]) + reference->prefix;
        } else {
            QCOMPARE(reference.error().code, ErrorCode::AccessKeyMalformed);
            // It may be most of a key.
            QCOMPARE(reference.error().subject, QString());
            QVERIFY(reference.error().arguments.isEmpty());
        }
        QTEST(read, "read");
    }

    void aTextKeepsNoKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const QString whole = QLatin1StringView("acme_corp_A1B2C3D4_") + QString::fromLatin1(secretPart());
        QTest::newRow("whole") << whole << "acme_corp_A1B2C3D4_...";
        QTest::newRow("in a sentence") << QStringLiteral("Old key (%1), burnt.").arg(whole)
                                       << "Old key (acme_corp_A1B2C3D4_...), burnt.";
        QTest::newRow("two") << whole + u',' + whole << "acme_corp_A1B2C3D4_...,acme_corp_A1B2C3D4_...";
        QTest::newRow("cut short") << whole.chopped(9) << "acme_corp_A1B2C3D4_...";
        QTest::newRow("in an option") << QStringLiteral("--x=") + whole << "--x=acme_corp_A1B2C3D4_...";
        QTest::newRow("prefix") << QStringLiteral("acme_corp_A1B2C3D4") << "acme_corp_A1B2C3D4";
        QTest::newRow("none") << QStringLiteral("Partnership ended, ticket_4711.") << "Partnership ended, ticket_4711.";
    }
    void aTextKeepsNoKey()
    {
        QFETCH(QString, text);
        QTEST(gatehouse::domain::withoutAccessKeys(text), "kept");
    }

    // Filing again, which a partner does itself, opens nothing.
    void aPartnerIsShutUntilAnApproval_data()
    {
        QTest::addColumn<QByteArray>("history");
        QTest::addColumn<bool>("shut");
        for (const char *open : {"", "kl", "kla", "klr", "klrk", "klara", "klfa"})
            QTest::newRow(qPrintable(QStringLiteral("open ") + QLatin1StringView(open))) << QByteArray(open) << false;
        for (const char *shut : {"klar", "klark", "klf", "klfk", "klaf"})
            QTest::newRow(shut) << QByteArray(shut) << true;
    }
    void aPartnerIsShutUntilAnApproval()
    {
        QFETCH(QByteArray, history);
        QTEST(gatehouse::domain::isShut(example::history(history.constData()).get().decisions), "shut");
    }

    void aTenantIsActiveUntilItIsRevoked()
    {
        using namespace gatehouse::domain;
        Tenant tenant;
        QCOMPARE(keyPrefixOf(tenant), QString());
        tenant.keys.resize(2);
        tenant.keys[0].prefix = QStringLiteral("a_00000001");
        tenant.keys[1].prefix = QStringLiteral("a_00000002");
        QCOMPARE(keyPrefixOf(tenant), QStringLiteral("a_00000002"));
        QCOMPARE(tenantStatusName(tenantStatus(tenant)), QLatin1StringView("active"));
        tenant.revokedAt = example::at("2026-03-02T10:00Z");
        QCOMPARE(tenantStatusName(tenantStatus(tenant)), QLatin1StringView("revoked"));
    }

    // A step and an access gate may ask for it.
    void aPartnerWithAnActiveTenantMeetsTheCondition()
    {
        using namespace gatehouse::domain;
        const auto holds = [](const PartnerFacts &facts) {
            const Playbook playbook = example::playbook();
            return outcome(Condition::TenantActive, {}, groundsAt(playbook, facts, example::at("2026-03-02T12:00Z")))
                   == Outcome::Met;
        };
        PartnerFacts facts = example::Facts();
        QVERIFY(!holds(facts));
        facts.tenants.resize(1);
        QVERIFY(holds(facts));
        facts.tenants.first().revokedAt = example::at("2026-03-02T10:00Z");
        QVERIFY(!holds(facts));
        facts.tenants.resize(2);
        QVERIFY(holds(facts));
    }

    void aSecretMovesAndLeavesNothingBehind()
    {
        using gatehouse::domain::Secret;
        Secret first(QByteArray("first"));
        Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(second.bytes().toByteArray(), QByteArray("first"));
        second = Secret(QByteArray("second"));
        QCOMPARE(second.bytes().toByteArray(), QByteArray("second"));
    }
};

GATEHOUSE_TEST(TestTenant)

#include "tst_tenant.moc"
