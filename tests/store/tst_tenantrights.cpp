#include "store/rawrows.h"
#include "support/testmain.h"

// Who may write tenants and keys, for a login that goes past the program, and what may be told of them.
class TestTenantRights : public QObject
{
    Q_OBJECT

    using On = gatehouse::storetest::On;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    std::unique_ptr<TestWorkspace> m_files;
    // maria (root admin), tina (tenant admin), ines (integration manager), cora (customer success), arno (auditor),
    // stan (in the roster of p-open)
    QStringList m_logins;

    static QString insertOf(const char *table, const char *changes = "")
    {
        const QString text = QString::fromLatin1(changes);
        return gatehouse::storetest::insertOf(table, text.split(QLatin1Char(';'), Qt::SkipEmptyParts));
    }
    static QString eventOf(const char *type, const char *subject, const char *after, const char *before = "{}",
                           const char *more = "id='ev-next'")
    {
        return insertOf(
            "events", qPrintable(QStringLiteral("partner_id='p-open';type='%1';subject='%2';state_after='%3';"
                                                "state_before='%4';%5")
                                     .arg(QLatin1StringView(type), QLatin1StringView(subject), QLatin1StringView(after),
                                          QLatin1StringView(before), QLatin1StringView(more))));
    }
    static QString as(const QString &login, QString sql)
    {
        return sql.replace(QStringLiteral("$WHO"), gatehouse::storetest::literal(login));
    }
    static QString revoking(const char *table, const char *id, const char *by = "$WHO")
    {
        return QStringLiteral("UPDATE %1 SET revoked_at = 1, revoked_by = %2 WHERE id = '%3'")
            .arg(QLatin1StringView(table), QLatin1StringView(by), QLatin1StringView(id));
    }

    void meetEverybody()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        for (const char *name : {"maria", "tina", "ines", "cora", "arno", "stan"})
            m_logins += m_files->subject(QString::fromLatin1(name));
        const QString maria = m_logins.constFirst();
        const auto authority = m_files->authority(maria);
        QVERIFY(authority);
        const auto unit = *authority->begin(Access::Write);
        const auto now = unit->now();
        const Role roles[] = {Role::TenantAdmin, Role::IntegrationManager, Role::CustomerSuccess, Role::Auditor};
        for (int i = 0; i < 4; ++i)
            STORE_VERIFY(unit->operators().insert({m_logins[i + 1], roles[i], {}, maria, now, {}, {}}));
        STORE_VERIFY(
            unit->contacts().insert(someContact(QStringLiteral("c-stan"), QStringLiteral("p-open"), m_logins[5], now)));
        STORE_VERIFY(unit->commit());
    }

private Q_SLOTS:
    void initTestCase()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        m_files = std::make_unique<TestWorkspace>(On::Postgres, QStringList{QStringLiteral("maria")});
        QVERIFY2(m_files->isOpen(), qPrintable(m_files->errorText()));
        QCOMPARE(fillWithOneOfEverything(*m_files), QString());
        meetEverybody();
    }
    void cleanupTestCase() { m_files.reset(); }

    // Expected of the six: "+" is done, "-" is GH010, "x" is another.
    void onlyAdminsWriteAndOnlyWhatHappenedIsTold_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QStringList &statements, const char *expected) {
            QTest::newRow(what) << statements << QString::fromLatin1(expected);
        };
        const QString tenant = insertOf("tenants");
        const QString first = insertOf("access_keys", "tenant_id='t-next';prefix='next_00000009';number=1");
        const QString instead = insertOf("access_keys");
        row("create", {tenant, first}, "++----");
        row("create in another's name", {insertOf("tenants", "created_by='x'")}, "------");
        row("another key", {revoking("access_keys", "k-open"), instead}, "++----");
        row("key in another's name", {tenant, insertOf("access_keys", "tenant_id='t-next';created_by='x'")}, "------");
        row("revoke", {revoking("tenants", "t-open")}, "++----");
        row("revoke in another's name", {revoking("tenants", "t-open", "'x'")}, "------");
        row("revoke a key", {revoking("access_keys", "k-open")}, "++----");
        row("report use", {QStringLiteral("UPDATE tenants SET queries = queries + 1, last_active_at = 5")}, "+++---");
        row("a key of a tenant that was revoked", {revoking("tenants", "t-open"), instead}, "xx----");

        const char *made = R"({"name":"Next","prefix":"next_00000009"})";
        const QString created = eventOf("partner.tenant_created", "t-next", made);
        row("creation", {tenant, first, created}, "++----");
        row("creation twice",
            {tenant, first, created, eventOf("partner.tenant_created", "t-next", made, "{}", "id='ev-again'")},
            "------");
        row("creation that was not", {created}, "------");
        row("another's creation",
            {eventOf("partner.tenant_created", "t-open", R"({"name":"Open","prefix":"open_00000001"})")}, "------");
        row("creation under another name",
            {tenant, first, eventOf("partner.tenant_created", "t-next", R"({"name":"N","prefix":"next_00000009"})")},
            "------");
        row("creation with more to tell",
            {tenant, first,
             eventOf("partner.tenant_created", "t-next", R"({"name":"Next","prefix":"next_00000009","key":"x"})")},
            "------");
        const QString revoked = eventOf("partner.tenant_revoked", "t-open", R"({"name":"Open","reason":""})");
        row("revocation", {revoking("tenants", "t-open"), revoked}, "++----");
        row("revocation that was not", {revoked}, "------");
        row("revocation for another reason",
            {revoking("tenants", "t-open"),
             eventOf("partner.tenant_revoked", "t-open", R"({"name":"Open","reason":"x"})")},
            "------");
        const char *after = R"({"name":"Open","prefix":"open_00000002"})";
        const char *before = R"({"prefix":"open_00000001"})";
        const QString replaced = eventOf("partner.key_replaced", "k-next", after, before);
        row("replacement", {revoking("access_keys", "k-open"), instead, replaced}, "++----");
        row("replacement that was not", {replaced}, "------");
        row("replacement of another",
            {revoking("access_keys", "k-open"), instead,
             eventOf("partner.key_replaced", "k-next", after, R"({"prefix":"open_00000007"})")},
            "------");
        row("a first key that replaces", {tenant, first, eventOf("partner.key_replaced", "k-next", made)}, "------");
    }
    void onlyAdminsWriteAndOnlyWhatHappenedIsTold()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, expected);
        QString happened;
        QString said;
        for (const QString &login : std::as_const(m_logins)) {
            const auto client = m_files->rawClient(login);
            QStringList mine{QStringLiteral("BEGIN")};
            for (const QString &sql : std::as_const(statements))
                mine += as(login, sql);
            const QString refused = client->runAll(mine);
            happened += refused.isEmpty() ? u'+' : refused == QLatin1StringView("GH010") ? u'-' : u'x';
            said += refused + QLatin1Char(' ') + client->lastText();
        }
        QVERIFY2(happened == expected, qPrintable(happened + QLatin1Char(' ') + said));
    }

    void theServerDatesEveryRow_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("dated");
        QTest::newRow("tenant") << insertOf("tenants", "created_at=5") << "created_at FROM tenants WHERE id = 't-next'";
        QTest::newRow("revocation") << revoking("tenants", "t-open") << "revoked_at FROM tenants WHERE id = 't-open'";
        QTest::newRow("its keys") << revoking("tenants", "t-open") << "revoked_at FROM access_keys WHERE id = 'k-open'";
        QTest::newRow("key") << revoking("access_keys", "k-open") << "revoked_at FROM access_keys WHERE id = 'k-open'";
    }
    void theServerDatesEveryRow()
    {
        QFETCH(QString, sql);
        QFETCH(QString, dated);
        const QString maria = m_logins.constFirst();
        const auto client = m_files->rawClient(maria);
        QCOMPARE(client->runAll({QStringLiteral("BEGIN"), as(maria, sql)}), QString());
        QCOMPARE(client->value(QStringLiteral("SELECT floor(extract(epoch FROM now()) * 1000) = ") + dated),
                 QStringLiteral("t"));
    }

    // A key that is made while its tenant is revoked dies with it.
    void aNewKeyWaitsForTheRevocation()
    {
        const QString maria = m_logins.constFirst();
        const auto one = m_files->rawClient(maria);
        const auto other = m_files->rawClient(maria);
        QCOMPARE(one->runAll({QStringLiteral("BEGIN"), as(maria, revoking("tenants", "t-open"))}), QString());
        QCOMPARE(other->runAll(
                     {QStringLiteral("BEGIN; SET LOCAL lock_timeout = '1ms'"), as(maria, insertOf("access_keys"))}),
                 QStringLiteral("55P03"));
        QCOMPARE(one->run(QStringLiteral("ROLLBACK")), QString());
    }
};

GATEHOUSE_TEST(TestTenantRights)

#include "tst_tenantrights.moc"
