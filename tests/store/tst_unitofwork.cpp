#include "store/bothworkspaces.h"
#include "support/testmain.h"

// What a unit of work promises besides its rows, on both databases.
class TestUnitOfWork : public QObject
{
    Q_OBJECT

    using BothWorkspaces = gatehouse::storetest::BothWorkspaces;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using On = gatehouse::storetest::On;
    using Access = gatehouse::domain::Access;
    using Authority = gatehouse::domain::Authority;

    BothWorkspaces m_both;

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void theFirstFailurePoisonsTheUnit_data() { BothWorkspaces::addDialects(); }
    void theFirstFailurePoisonsTheUnit()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        QVERIFY(!unit->partners().insert(partner));
        const auto later = unit->partners().count();
        QVERIFY(!later);
        QCOMPARE(later.error().kind, ErrorKind::Conflict);
        const auto committed = unit->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Conflict);
        QVERIFY(!unit->commit());
        unit.reset();
        auto reader = *authority->begin(Access::Read);
        QCOMPARE(reader->partners().find(partner.id).error().code, ErrorCode::PartnerNotFound);
    }

    void aDroppedUnitLeavesNothing_data() { BothWorkspaces::addDialects(); }
    void aDroppedUnitLeavesNothing()
    {
        STORE_BEGIN_ON_BOTH();
        const QString id = m_both.fresh("p");
        STORE_VERIFY(unit->partners().insert(somePartner(id, me, now)));
        unit.reset();
        auto reader = *authority->begin(Access::Read);
        QCOMPARE(reader->partners().find(id).error().code, ErrorCode::PartnerNotFound);
    }

    void aReadUnitWritesNothing_data() { BothWorkspaces::addDialects(); }
    void aReadUnitWritesNothing()
    {
        STORE_BEGIN_ON_BOTH();
        unit.reset();
        unit = *authority->begin(Access::Read);
        QVERIFY(!unit->partners().insert(somePartner(m_both.fresh("p"), me, now)));
    }

    void aReadUnitSeesOneState_data() { BothWorkspaces::addDialects(); }
    void aReadUnitSeesOneState()
    {
        STORE_BEGIN_ON_BOTH();
        unit.reset();
        auto reading = files->authority();
        auto reader = *reading->begin(Access::Read);
        const qint64 before = *reader->partners().count();
        auto writer = *authority->begin(Access::Write);
        STORE_VERIFY(writer->partners().insert(somePartner(m_both.fresh("p"), me, now)));
        STORE_VERIFY(writer->commit());
        QCOMPARE(*reader->partners().count(), before);
        reader.reset();
        reader = *reading->begin(Access::Read);
        QCOMPARE(*reader->partners().count(), before + 1);
    }

    // Only migration keeps everybody out: who opened the database before it asks again each time.
    void aNewerSchemaStopsWhoIsStillOpen_data() { BothWorkspaces::addDialects(); }
    void aNewerSchemaStopsWhoIsStillOpen()
    {
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        const gatehouse::storetest::TestWorkspace files(on);
        const auto authority = files.authority();
        const auto raw = files.rawClient();
        const auto accesses = {Access::Write, Access::Read};
        const QString ours = raw->value(QStringLiteral("SELECT max(number) FROM gatehouse_migrations"));
        QCOMPARE(raw->run(QStringLiteral("INSERT INTO gatehouse_migrations VALUES (98, 'later', 'x', 2, 1)")),
                 QString());
        for (const Access access : accesses)
            STORE_VERIFY(authority->begin(access));
        QCOMPARE(raw->run(QStringLiteral("INSERT INTO gatehouse_migrations VALUES (99, 'other', 'x', 99, 1)")),
                 QString());
        for (const Access access : accesses) {
            const auto refused = authority->begin(access);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Unreachable);
            QCOMPARE(refused.error().code, ErrorCode::SchemaIncompatible);
            QCOMPARE(refused.error().arguments, (QStringList{QStringLiteral("99"), ours}));
        }
        QCOMPARE(raw->run(QStringLiteral("DELETE FROM gatehouse_migrations WHERE number = 99")), QString());
        STORE_VERIFY(authority->begin(Access::Write));
    }

    void textThatNoDatabaseKeepsIsRefused_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("text");
        for (const On on : gatehouse::storetest::dialects) {
            const auto row = [on](const char *what, const QString &text) {
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), what) << on << text;
            };
            row("NUL", QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
            row("high surrogate at the end", QStringLiteral("a") + QChar(0xD83C));
            row("high surrogate alone", QStringLiteral("a") + QChar(0xD83C) + QStringLiteral("b"));
            row("noncharacter FFFE", QStringLiteral("a") + QChar(0xFFFE));
            row("noncharacter FFFF", QString(QChar(0xFFFF)));
            row("low surrogate alone", QString(QChar(0xDFE6)));
        }
    }
    void textThatNoDatabaseKeepsIsRefused()
    {
        STORE_BEGIN_ON_BOTH();
        QFETCH(QString, text);
        Partner partner = somePartner(m_both.fresh("p"), me, now);
        partner.legalName = text;
        const auto refused = unit->partners().insert(partner);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TextForbidden);
        QVERIFY(!unit->commit());
    }

    void whoActsIsClaimedOnAFileAndTheLoginOnAServer_data() { BothWorkspaces::addDialects(); }
    void whoActsIsClaimedOnAFileAndTheLoginOnAServer()
    {
        STORE_BEGIN_ON_BOTH();
        const auto claimed = unit->actingSubject(QStringLiteral("maria"), QStringLiteral("os"));
        if (on == On::Sqlite) {
            QCOMPARE(*claimed, QStringLiteral("maria"));
            QCOMPARE(*unit->actingSubject({}, QStringLiteral("os")), QStringLiteral("os"));
        } else {
            QVERIFY(!claimed);
            QCOMPARE(claimed.error().code, ErrorCode::ActingNotAllowed);
            QCOMPARE(*unit->actingSubject({}, QStringLiteral("os")), me);
        }
    }

    void aReferenceToNothingIsInvalid_data() { BothWorkspaces::addDialects(); }
    void aReferenceToNothingIsInvalid()
    {
        STORE_BEGIN_ON_BOTH();
        const auto refused =
            unit->contacts().insert(someContact(m_both.fresh("c"), QStringLiteral("nobody"), m_both.fresh("s"), now));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QCOMPARE(refused.error().code, ErrorCode::ReferenceMissing);
    }

    void onlyOneUnitAtATime_data() { BothWorkspaces::addDialects(); }
    void onlyOneUnitAtATime()
    {
        STORE_BEGIN_ON_BOTH();
        const auto second = authority->begin(Access::Read);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Internal);
        STORE_VERIFY(unit->partners().count());
    }
};

GATEHOUSE_TEST(TestUnitOfWork)

#include "tst_unitofwork.moc"
