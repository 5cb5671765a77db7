#include "store/insertrows.h"
#include "support/testmain.h"

// What raw SQL may write of tenants and their keys.
class TestTenantInvariants : public gatehouse::storetest::InsertRows
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void refusesWhatIsWrongOfATenant_data()
    {
        addInsertColumns();
        const auto rows = [](const char *table, std::initializer_list<std::array<const char *, 3>> all) {
            for (const auto &[name, changes, expected] : all)
                addInserts(name, table, QString::fromUtf8(changes).split(QLatin1Char(';')), expected);
        };
        rows("tenants", {{"tenant taken", "id='t-open'", "GH020 23505 GH008"},
                         {"tenant born revoked", "revoked_at=$NOW;revoked_by=$ME", "GH008"},
                         {"reason without a revocation", "revoked_reason='x'", "275 23514"},
                         {"slug of capitals", "slug='Next'", "275 23514"},
                         {"slug that begins with _", "slug='_next'", "275 23514"},
                         {"slug with an empty word", "slug='a__b'", "275 23514"},
                         {"slug that is too long", "slug='abcdefghijklmnopqrstuvwxy'", "275 23514"},
                         {"no slug", "slug=''", "275 23514"},
                         {"less than no use", "queries=-1", "275 23514"}});
        addInserts("tenant of nobody", "tenants", {QStringLiteral("partner_id='nobody'")}, "23503", {}, {On::Postgres});
        rows("access_keys",
             {{"key's number taken", "number=1", "GH011 23505 GH008"},
              {"key's number left out", "number=3", "GH011"},
              {"key taken", "id='k-open'", "GH020 23505"},
              {"prefix taken", "prefix='open_00000001'", "GH020 23505"},
              {"hash taken", "hash='0000000000000000000000000000000000000000000000000000000000000000'", "GH020 23505"},
              {"key of no tenant", "tenant_id='nobody'", "GH008"},
              {"key of another name", "prefix='next_00000002'", "GH008"},
              {"key with a letter that none has", "prefix='open_0000000I'", "275 23514"},
              {"key with a short mark", "prefix='open_0000002'", "GH008 275 23514"},
              {"a whole key for its prefix", "prefix='open_00000002_0123456789ABCDEFGHJKMNPQRSTVWXYZ'",
               "GH008 275 23514"},
              {"no hash of a key", "hash='x'", "275 23514"},
              {"key born revoked", "revoked_at=$NOW;revoked_by=$ME", "GH008"}});
        addInserts(
            "a second key beside one that opens", "access_keys",
            {QStringLiteral("tenant_id='t-new'"), QStringLiteral("prefix='new_00000002'")}, "GH020 23505",
            {QStringLiteral("INSERT INTO tenants (id, partner_id, slug, name, email, notes, created_at, created_by,"
                            " revoked_reason, queries) VALUES ('t-new', 'p-new', 'new', 'N', '', '', $NOW, $ME, '',"
                            " 0)"),
             QStringLiteral("INSERT INTO access_keys (tenant_id, number, id, prefix, hash, created_at, created_by)"
                            " VALUES ('t-new', 1, 'k-new', 'new_00000001',"
                            " 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', $NOW, $ME)")});
        addInserts("key of a revoked tenant", "access_keys", {QStringLiteral("number=2")}, "GH016",
                   {QStringLiteral("UPDATE tenants SET revoked_at = $NOW, revoked_by = $ME WHERE id = 't-open'")});
    }
    void refusesWhatIsWrongOfATenant() { insertsAsExpected(); }
};

GATEHOUSE_TEST(TestTenantInvariants)

#include "tst_tenantinvariants.moc"
