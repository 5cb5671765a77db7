#include "store/migrator.h"
#include "store/posixfile.h"
#include "store/postgresaddress.h"
#include "store/rawrows.h"
#include "store/seed.h"
#include "support/testmain.h"

#include <QDir>

// A workspace that the first schema holds, with rows of every table, becomes one of today's with all of them.
class TestSchemaOne : public QObject
{
    Q_OBJECT

    using Connection = gatehouse::store::Connection;
    using ErrorCode = gatehouse::base::ErrorCode;
    using Migration = gatehouse::store::Migration;
    using Migrator = gatehouse::store::Migrator;
    using On = gatehouse::storetest::On;
    using RawClient = gatehouse::storetest::RawClient;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    static QList<Migration> migrations(On on, int upTo)
    {
        using gatehouse::store::Dialect;
        auto all = *gatehouse::store::bundledMigrations(on == On::Sqlite ? Dialect::Sqlite : Dialect::Postgres);
        all.resize(upTo);
        return all;
    }

    static std::unique_ptr<Connection> connect(const TestWorkspace &files)
    {
        using namespace gatehouse::store;
        auto opened = files.on() == On::Sqlite ? Connection::openSqlite(files.place(), SqliteUse::Workspace)
                                               : Connection::openPostgres(*PostgresAddress::parse(files.place()));
        return opened ? *std::move(opened) : nullptr;
    }

    // In place of the workspace that was made with it.
    static void beginAnewWithTheFirstSchema(TestWorkspace &files)
    {
        using namespace gatehouse::storetest;
        if (files.on() == On::Sqlite) {
            QVERIFY(QFile::remove(files.place()));
            STORE_VERIFY(gatehouse::store::createPrivateFile(files.place()));
        } else {
            QCOMPARE(files.rawClient()->run(QStringLiteral("DROP SCHEMA gatehouse CASCADE")), QString());
        }
        const auto connection = connect(files);
        QVERIFY(connection);
        STORE_VERIFY(Migrator(*connection, migrations(files.on(), 1), files.clock.now()).migrate());
        STORE_VERIFY(connection->beginMigration());
        STORE_VERIFY(gatehouse::store::writeSeed(
            *connection, {files.clock.now(), files.objectFolder(), files.creator(), files.creator(), {}, files.ids}));
        STORE_VERIFY(connection->commit());
    }

    static QStringList oldTables()
    {
        return QStringLiteral("partners partner_contacts dossier_documents partner_approvals approval_evidence events"
                              " receipts invoices receipts_uploaded operators meta")
            .split(QLatin1Char(' '));
    }

    static void fill(TestWorkspace &files)
    {
        using namespace gatehouse::storetest;
        const auto raw = files.rawClient();
        QStringList statements{QStringLiteral("BEGIN")};
        for (const QString &table : oldTables().mid(0, 9)) {
            RawRow row = acceptableRow(table, files);
            if (row.contains(QStringLiteral("partner_id")))
                row[QStringLiteral("partner_id")] = QStringLiteral("'p-next'");
            if (table == QStringLiteral("dossier_documents")) {
                row[QStringLiteral("revision")] = QStringLiteral("1");
                row[QStringLiteral("object_key")] = QStringLiteral("'partners/p-next/kyb/next'");
            }
            if (table == QStringLiteral("receipts_uploaded"))
                row[QStringLiteral("invoice_id")] = QStringLiteral("'i-next'");
            if (table == QStringLiteral("partner_approvals"))
                statements += statementsBefore(table);
            if (table != QStringLiteral("approval_evidence"))
                statements += insertStatement(QStringLiteral("INSERT"), table, row);
        }
        QCOMPARE(raw->runAll(statements + QStringList{QStringLiteral("COMMIT")}), QString());
    }

    // What the columns of the first schema hold.
    static QStringList oldContents(const TestWorkspace &files)
    {
        using namespace gatehouse::storetest;
        const auto raw = files.rawClient();
        QStringList rows;
        for (const QString &table : oldTables()) {
            const QStringList columns = acceptableRow(table, files).keys();
            const QString one = QStringLiteral("'%1 ' || CAST(%2 AS TEXT)")
                                    .arg(table, columns.join(QStringLiteral(" AS TEXT) || ' ' || CAST(")));
            rows += raw->value(QStringLiteral("SELECT min(r) FROM (SELECT %1 AS r FROM %2) AS t").arg(one, table));
            rows += raw->value(QStringLiteral("SELECT count(*) FROM ") + table);
        }
        return rows + QStringList{raw->value(QStringLiteral("SELECT approved_by FROM partners"))};
    }

    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }

private Q_SLOTS:
    void keepsEveryRowAndHoldsTheNewRules_data() { addDialects(); }
    void keepsEveryRowAndHoldsTheNewRules()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        beginAnewWithTheFirstSchema(files);
        fill(files);
        if (QTest::currentTestFailed())
            return;
        const QStringList before = oldContents(files);
        QVERIFY(!before.contains(QString()));

        const auto authority = files.authority();
        QVERIFY(authority);
        QCOMPARE(oldContents(files), before);
        const QString id = QStringLiteral("p-next");
        {
            const auto unit = *authority->begin(Access::Read);
            const auto partner = unit->partners().find(id);
            STORE_VERIFY(partner);
            QCOMPARE(partner->deciders, 1);
            QCOMPARE(partner->approvedBy, files.creator());
            const auto decisions = unit->decisions().ofPartner(id);
            STORE_VERIFY(decisions);
            QCOMPARE(decisions->size(), 1);
            QVERIFY(decisions->constFirst().seen.isEmpty() && decisions->constFirst().endorsement.isEmpty());
            QCOMPARE(decisions->constFirst().evidence.size(), 1);
            QCOMPARE(decisions->constFirst().reviewSeconds, 0);
            STORE_VERIFY(unit->reviews().ofPartner(id));
        }
        const auto unit = *authority->begin(Access::Write);
        const DocumentVerdict verdict{
            QStringLiteral("v"), id,         0, QStringLiteral("d-next"), DocumentAnswer::Accepted, {}, {},
            files.creator(),     unit->now()};
        STORE_VERIFY(unit->reviews().insert(verdict));
        STORE_VERIFY(
            unit->decisions().insert(someDecision(QStringLiteral("e-then"), id, files.creator(), unit->now())));
        STORE_VERIFY(unit->commit());
        QCOMPARE(files.rawClient()->run(QStringLiteral("UPDATE partners SET deciders = 2")), QStringLiteral("GH008"));
        if (on == On::Sqlite) {
            const QFileInfo file(files.place());
            const QStringList copies = file.dir().entryList({file.fileName() + QStringLiteral(".bak-1-*")});
            QCOMPARE(copies.size(), 1);
            RawClient old(On::Sqlite, file.dir().filePath(copies.constFirst()));
            QCOMPARE(old.value(QStringLiteral("SELECT max(number) FROM gatehouse_migrations")), QStringLiteral("1"));
            QCOMPARE(old.value(QStringLiteral("SELECT approved_by FROM partners")), files.creator());
        }
    }

    // It would decide and file without knowing what else is to be done then.
    void aProgramOfTheFirstSchemaIsKeptOut_data() { addDialects(); }
    void aProgramOfTheFirstSchemaIsKeptOut()
    {
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        const TestWorkspace files(on);
        const auto connection = connect(files);
        QVERIFY(connection);
        const auto state = Migrator(*connection, migrations(on, 1), {1}).inspect();
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::SchemaIncompatible);
        QCOMPARE(state.error().arguments, (QStringList{QStringLiteral("4"), QStringLiteral("1")}));
    }

    // Whatever statement it stops at.
    void aMigrationThatStopsLeavesTheFirstSchema_data() { addDialects(); }
    void aMigrationThatStopsLeavesTheFirstSchema()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        beginAnewWithTheFirstSchema(files);
        fill(files);
        if (QTest::currentTestFailed())
            return;
        const QString schema = on == On::Sqlite
                                   ? QStringLiteral("SELECT group_concat(sql) FROM sqlite_schema")
                                   : QStringLiteral("SELECT string_agg(proname, ' ' ORDER BY proname) || (SELECT"
                                                    " count(*) FROM pg_attribute) FROM pg_proc WHERE pronamespace ="
                                                    " CAST('gatehouse' AS regnamespace)");
        const QStringList before = oldContents(files) + QStringList{files.rawClient()->value(schema)};
        const auto connection = connect(files);
        QVERIFY(connection);
        const qsizetype all = migrations(on, 2).constLast().statements.size();
        QVERIFY(all > 15);
        for (qsizetype done = 0; done <= all; done += 4) {
            QList<Migration> broken = migrations(on, 2);
            broken.last().statements.insert(done, QStringLiteral("SELECT nothing FROM nowhere"));
            QVERIFY(!Migrator(*connection, broken, files.clock.now()).migrate());
            QCOMPARE(oldContents(files) + QStringList{files.rawClient()->value(schema)}, before);
        }
        STORE_VERIFY(Migrator(*connection, migrations(on, 2), files.clock.now()).migrate());
        QCOMPARE(oldContents(files), before.first(before.size() - 1));
    }
};

GATEHOUSE_TEST(TestSchemaOne)

#include "tst_schemaone.moc"
