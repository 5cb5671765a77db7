#include "store/statement.h"

#include "store/posixfile.h"
#include "store/postgresaddress.h"
#include "store/testworkspace.h"
#include "support/testmain.h"

#include <limits>

class TestStatement : public QObject
{
    Q_OBJECT

    using Access = gatehouse::domain::Access;
    using Connection = gatehouse::store::Connection;
    using Error = gatehouse::base::Error;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using Instant = gatehouse::base::Instant;
    using On = gatehouse::storetest::On;
    using Row = gatehouse::store::Row;
    using Statement = gatehouse::store::Statement;
    template <class T>
    using Result = gatehouse::base::Result<T>;

    QTemporaryDir m_folder;
    std::unique_ptr<gatehouse::support::TestDatabase> m_server;

    std::unique_ptr<Connection> open(On on) const
    {
        const QString file = m_folder.filePath(QStringLiteral("s.db"));
        if (on == On::Sqlite && !QFileInfo::exists(file) && !gatehouse::store::createPrivateFile(file))
            return nullptr;
        auto opened = on == On::Sqlite
                          ? Connection::openSqlite(file, gatehouse::store::SqliteUse::Workspace)
                          : Connection::openPostgres(*gatehouse::store::PostgresAddress::parse(m_server->uri()));
        if (!opened)
            return nullptr;
        auto connection = *std::move(opened);
        const bool sqlite = on == On::Sqlite;
        const QString bytes = sqlite ? QStringLiteral("BLOB") : QStringLiteral("BYTEA");
        const QString text = sqlite ? QStringLiteral("TEXT") : QStringLiteral("TEXT COLLATE \"C\"");
        const QString number = sqlite ? QStringLiteral("INTEGER") : QStringLiteral("BIGINT");
        const bool ready =
            (sqlite || connection->execute(QStringLiteral("CREATE SCHEMA IF NOT EXISTS gatehouse")))
            && connection->execute(QStringLiteral("DROP TABLE IF EXISTS t"))
            && connection->execute(QStringLiteral("CREATE TABLE t (id %1 NOT NULL PRIMARY KEY, s %2, b %3)%4")
                                       .arg(number, text, bytes, sqlite ? QStringLiteral(" STRICT") : QString()));
        return ready ? std::move(connection) : nullptr;
    }

    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }

#define BEGIN_ON_BOTH()                                                                                                \
    QFETCH(On, on);                                                                                                    \
    STORE_SKIPS_WITHOUT(on);                                                                                           \
    const auto connection = open(on);                                                                                  \
    QVERIFY(connection)

    static constexpr auto textOfRow = [](const Row &row) { return Result<QString>(row.text(0)); };

private Q_SLOTS:
    void initTestCase()
    {
        if (gatehouse::support::hasPostgres())
            m_server = std::make_unique<gatehouse::support::TestDatabase>();
    }
    void cleanupTestCase()
    {
        m_server.reset();
    }

    void keepsEveryText_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("text");
        for (const On on : gatehouse::storetest::dialects) {
            int number = 0;
            for (const char *text : {"",
                                     "plain",
                                     "it's",
                                     "a\\b",
                                     "\\",
                                     "\\'",
                                     "a\\'; DROP TABLE t; --",
                                     "?",
                                     ":a ?1 $1 @x",
                                     "\"q\"",
                                     "%_",
                                     "\t\r\n\v\f\x1b\x7f",
                                     "\xE2\x80\xAE\xE2\x80\x8B\xEF\xBB\xBF",
                                     "e\xCC\x81 vs \xC3\xA9",
                                     "\xF0\x9F\x8F\xA6\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
                                     "\xEF\xBF\xBD\xF0\x9F\xBF\xBF\xEF\xB7\x90",
                                     "NULL",
                                     "\\N",
                                     "\\x00",
                                     "E'x'",
                                     "U&'\\0041'",
                                     "$$x$$",
                                     "0x1F",
                                     "1e309"})
                QTest::addRow("%s %d", gatehouse::storetest::nameOf(on), ++number) << on << QString::fromUtf8(text);
            QTest::addRow("%s long", gatehouse::storetest::nameOf(on)) << on << QString(300'000, QLatin1Char('\''));
        }
    }
    void keepsEveryText()
    {
        BEGIN_ON_BOTH();
        QFETCH(QString, text);
        STORE_VERIFY(
            Statement(*connection, QStringLiteral("INSERT INTO t (id, s) VALUES (?, ?)")).bind(1).bind(text).run());
        const auto read =
            Statement(*connection, QStringLiteral("SELECT s FROM t WHERE s = ?")).bind(text).list<QString>(textOfRow);
        STORE_VERIFY(read);
        QCOMPARE(*read, QStringList{text});
    }

    void keepsNumbersBytesAndNull_data()
    {
        addDialects();
    }
    void keepsNumbersBytesAndNull()
    {
        BEGIN_ON_BOTH();
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(char(i));
        const qint64 least = std::numeric_limits<qint64>::min();
        const qint64 most = std::numeric_limits<qint64>::max();
        const QString insert = QStringLiteral("INSERT INTO t (id, s, b) VALUES (?, ?, ?)");
        STORE_VERIFY(Statement(*connection, insert).bind(least).bindOrNull({}).bind(all).run());
        STORE_VERIFY(Statement(*connection, insert).bind(most).bind(QString()).bind(QByteArray()).run());
        struct Read
        {
            qint64 id;
            QString s;
            bool isNull;
            QByteArray b;
        };
        const auto rows =
            Statement(*connection, QStringLiteral("SELECT id, s, b FROM t ORDER BY id")).list<Read>([](const Row &row) {
                return Result<Read>(Read{row.integer(0), row.text(1), row.textOrNull(1).isNull(), row.bytes(2)});
            });
        STORE_VERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->first().id, least);
        QVERIFY(rows->first().isNull);
        QVERIFY(!rows->first().s.isNull());
        QCOMPARE(rows->first().b, all);
        QCOMPARE(rows->last().id, most);
        // A null QString is empty text, not NULL.
        QVERIFY(!rows->last().isNull);
        QCOMPARE(rows->last().b, QByteArray());
        QCOMPARE(
            *Statement(*connection, QStringLiteral("SELECT count(*) FROM t WHERE s = '' AND b IS NOT NULL")).number(),
            1);
    }

    void keepsOptionalInstants_data()
    {
        addDialects();
    }
    void keepsOptionalInstants()
    {
        BEGIN_ON_BOTH();
        const auto read = [&](std::optional<Instant> value) {
            return Statement(*connection, QStringLiteral("SELECT CAST(? AS BIGINT)"))
                .bind(value)
                .first<std::optional<Instant>>(
                    [](const Row &row) { return Result<std::optional<Instant>>(row.instantOrNone(0)); });
        };
        QVERIFY((**read(Instant{-5})) == Instant{-5});
        QVERIFY(!(**read({})).has_value());
    }

    void readsForwardWithoutDisturbingTheNext_data()
    {
        addDialects();
    }
    void readsForwardWithoutDisturbingTheNext()
    {
        BEGIN_ON_BOTH();
        STORE_VERIFY(connection->begin(Access::Write));
        for (int i = 0; i < 2000; ++i)
            STORE_VERIFY(Statement(*connection, QStringLiteral("INSERT INTO t (id, s) VALUES (?, ?)"))
                             .bind(i)
                             .bind(QString::number(i))
                             .run());
        for (int round = 0; round < 3; ++round) {
            const auto rows =
                Statement(*connection, QStringLiteral("SELECT s FROM t ORDER BY id")).list<QString>(textOfRow);
            QCOMPARE(rows->size(), 2000);
            // Ends with the first row although there are more.
            const auto first =
                Statement(*connection, QStringLiteral("SELECT s FROM t ORDER BY id DESC")).first<QString>(textOfRow);
            QCOMPARE(first->value(), QStringLiteral("1999"));
        }
        STORE_VERIFY(connection->commit());
    }

    void tellsHowManyRowsChanged_data()
    {
        addDialects();
    }
    void tellsHowManyRowsChanged()
    {
        BEGIN_ON_BOTH();
        for (int i = 0; i < 3; ++i)
            STORE_VERIFY(Statement(*connection, QStringLiteral("INSERT INTO t (id) VALUES (?)")).bind(i).run());
        const Error otherwise{ErrorKind::NotFound, ErrorCode::ContactNotFound, {}, {}};
        const QString update = QStringLiteral("UPDATE t SET s = 'x' WHERE id >= ?");
        QCOMPARE(*Statement(*connection, update).bind(0).affected(), 3);
        QVERIFY(!Statement(*connection, update).bind(1).expectOne(otherwise));
        STORE_VERIFY(Statement(*connection, update).bind(2).expectOne(otherwise));
        const auto none = Statement(*connection, update).bind(3).expectOne(otherwise);
        QVERIFY(!none && none.error() == otherwise);
    }

    // QSQLITE has extended result codes on, and the mapping stands on that.
    void givesExtendedResultCodes()
    {
        const auto connection = open(On::Sqlite);
        STORE_VERIFY(connection->execute(QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS uq_t_s ON t (s)")));
        STORE_VERIFY(connection->execute(QStringLiteral("CREATE TRIGGER IF NOT EXISTS r BEFORE INSERT ON t WHEN NEW.id "
                                                        "= 7 BEGIN SELECT RAISE(ABORT, 'GH009 x'); END")));
        const QString insert = QStringLiteral("INSERT INTO t (id, s) VALUES (?, ?)");
        STORE_VERIFY(Statement(*connection, insert).bind(1).bind(QStringLiteral("a")).run());
        const auto unique = Statement(*connection, insert).bind(2).bind(QStringLiteral("a")).run();
        QVERIFY(!unique);
        QCOMPARE(unique.error().kind, ErrorKind::Conflict);
        QCOMPARE(unique.error().subject, QStringLiteral("uq_t_s"));
        const auto raised = Statement(*connection, insert).bind(7).bind(QStringLiteral("b")).run();
        QVERIFY(!raised);
        QCOMPARE(raised.error().code, ErrorCode::OwnRequest);
    }

    void aFailureKeepsItsErrorToTheEnd_data()
    {
        addDialects();
    }
    void aFailureKeepsItsErrorToTheEnd()
    {
        BEGIN_ON_BOTH();
        const QString insert = QStringLiteral("INSERT INTO t (id) VALUES (?)");
        STORE_VERIFY(connection->begin(Access::Write));
        STORE_VERIFY(Statement(*connection, insert).bind(1).run());
        const auto failed = Statement(*connection, insert).bind(1).run();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Conflict);
        // PostgreSQL would say 25P02 now, SQLite would go on.
        const auto later = Statement(*connection, insert).bind(2).run();
        QVERIFY(!later && later.error() == failed.error());
        const auto committed = connection->commit();
        QVERIFY(!committed && committed.error() == failed.error());
        QCOMPARE(*Statement(*connection, QStringLiteral("SELECT count(*) FROM t")).number(), 0);
        // The next transaction is clean.
        STORE_VERIFY(connection->begin(Access::Write));
        STORE_VERIFY(Statement(*connection, insert).bind(3).run());
        STORE_VERIFY(connection->commit());
        QCOMPARE(*Statement(*connection, QStringLiteral("SELECT count(*) FROM t")).number(), 1);
    }

    void aWrongStatementIsInternal_data()
    {
        addDialects();
    }
    void aWrongStatementIsInternal()
    {
        BEGIN_ON_BOTH();
        const auto failed = Statement(*connection, QStringLiteral("SELEKT 'secret'")).number();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Internal);
        QVERIFY(!failed.error().subject.contains(QStringLiteral("secret")));
    }

    void anAnswerWithoutARowIsCorrupt_data()
    {
        addDialects();
    }
    void anAnswerWithoutARowIsCorrupt()
    {
        BEGIN_ON_BOTH();
        const auto none = Statement(*connection, QStringLiteral("SELECT id FROM t")).number();
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::Corrupt);
    }

    void aSerializationFailureAsksForARetry()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        const auto one = open(On::Postgres);
        auto two = Connection::openPostgres(*gatehouse::store::PostgresAddress::parse(m_server->uri()));
        STORE_VERIFY(Statement(*one, QStringLiteral("INSERT INTO t (id, s) VALUES (1, 'x')")).run());
        STORE_VERIFY(one->begin(Access::Write));
        STORE_VERIFY((*two)->begin(Access::Write));
        // Each reads what the other writes.
        for (Connection *connection : {one.get(), two->get()}) {
            STORE_VERIFY(Statement(*connection, QStringLiteral("SELECT count(*) FROM t")).number());
            const qint64 id = connection == one.get() ? 2 : 3;
            STORE_VERIFY(Statement(*connection, QStringLiteral("INSERT INTO t (id) VALUES (?)")).bind(id).run());
        }
        STORE_VERIFY(one->commit());
        const auto lost = (*two)->commit();
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, ErrorKind::Conflict);
        QCOMPARE(lost.error().code, ErrorCode::ConcurrentChange);
    }

    void comesBackAfterTheServerWentAway()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        const auto connection = open(On::Postgres);
        STORE_VERIFY(connection->begin(Access::Write));
        const auto pid = Statement(*connection, QStringLiteral("SELECT pg_backend_pid()")).number();
        QCOMPARE(m_server->exec(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(*pid)), QString());
        const auto lost = Statement(*connection, QStringLiteral("INSERT INTO t (id) VALUES (1)")).run();
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, ErrorKind::Unreachable);
        QVERIFY(!connection->commit());
        STORE_VERIFY(connection->begin(Access::Write));
        STORE_VERIFY(Statement(*connection, QStringLiteral("INSERT INTO t (id) VALUES (1)")).run());
        STORE_VERIFY(connection->commit());
    }

    void beginsOnANewConnectionWhenTheServerDroppedTheOld()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        const auto connection = open(On::Postgres);
        STORE_VERIFY(connection->begin(Access::Read));
        const auto pid = Statement(*connection, QStringLiteral("SELECT pg_backend_pid()")).number();
        STORE_VERIFY(connection->commit());
        QCOMPARE(m_server->exec(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(*pid)), QString());
        STORE_VERIFY(connection->begin(Access::Write));
        STORE_VERIFY(Statement(*connection, QStringLiteral("INSERT INTO t (id) VALUES (1)")).run());
        STORE_VERIFY(connection->commit());
    }

    void aFileIsSyncedAndItsKeysAreChecked()
    {
        const auto connection = open(On::Sqlite);
        const auto pragma = [&](const char *name) {
            return *Statement(*connection, QStringLiteral("PRAGMA ") + QLatin1StringView(name)).number();
        };
        QCOMPARE(pragma("synchronous"), 2);
        QCOMPARE(pragma("foreign_keys"), 1);
        QCOMPARE(pragma("trusted_schema"), 0);
        QCOMPARE(pragma("busy_timeout"), 10'000);
        const auto mode = Statement(*connection, QStringLiteral("PRAGMA journal_mode")).first<QString>(textOfRow);
        QCOMPARE(mode->value(), QStringLiteral("wal"));
    }
#undef BEGIN_ON_BOTH
};

GATEHOUSE_TEST(TestStatement)

#include "tst_statement.moc"
