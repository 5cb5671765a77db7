#pragma once

#include "store/filledworkspaces.h"

#include <QScopeGuard>
#include <QTest>

namespace gatehouse::storetest {

// Rows of tests that insert by raw SQL, by every verb that could get around a rule. Each runs in a transaction of its
// own that is rolled back.
class InsertRows : public QObject
{
protected:
    using On = storetest::On;
    using RawClient = storetest::RawClient;
    using RawRow = storetest::RawRow;
    using TestWorkspace = storetest::TestWorkspace;

    FilledWorkspaces m_both;

    static QStringList insertVerbs(On on)
    {
        if (on == On::Postgres)
            return {QStringLiteral("INSERT"), QStringLiteral("UPSERT"), QStringLiteral("INSERT DO NOTHING"),
                    QStringLiteral("COPY")};
        return {QStringLiteral("INSERT"),           QStringLiteral("INSERT OR REPLACE"), QStringLiteral("REPLACE"),
                QStringLiteral("INSERT OR IGNORE"), QStringLiteral("INSERT OR FAIL"),    QStringLiteral("UPSERT"),
                QStringLiteral("INSERT DO NOTHING")};
    }

    static QString unquoted(const QString &expression)
    {
        if (expression == QStringLiteral("NULL"))
            return QStringLiteral("\\N");
        QString text = expression;
        if (text.startsWith(QLatin1Char('\'')))
            text = text.mid(1, text.size() - 2).replace(QStringLiteral("''"), QStringLiteral("'"));
        text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
        return text.replace(QLatin1Char('\n'), QStringLiteral("\\n")).replace(QLatin1Char('\t'), QStringLiteral("\\t"));
    }

    static QString runInsert(RawClient &client, const QString &verb, const QString &table, const RawRow &row)
    {
        const QStringList columns = row.keys();
        if (verb == QStringLiteral("COPY")) {
            QStringList values = row.values();
            for (QString &value : values)
                value = unquoted(value);
            return client.copy(QStringLiteral("%1 (%2)").arg(table, columns.join(QStringLiteral(", "))),
                               values.join(QLatin1Char('\t')));
        }
        if (verb == QStringLiteral("INSERT DO NOTHING"))
            return client.run(insertStatement(QStringLiteral("INSERT"), table, row)
                              + QStringLiteral(" ON CONFLICT DO NOTHING"));
        if (verb != QStringLiteral("UPSERT"))
            return client.run(insertStatement(verb, table, row));
        QStringList sets;
        for (const QString &column : columns)
            sets += QStringLiteral("%1 = excluded.%1").arg(column);
        return client.run(insertStatement(QStringLiteral("INSERT"), table, row)
                          + QStringLiteral(" ON CONFLICT (%1) DO UPDATE SET %2")
                                .arg(primaryKeyOf(table), sets.join(QStringLiteral(", "))));
    }

    static void addInsertColumns()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QString>("expected");
    }

    // `changes`: "column=expression" on top of the acceptable row.
    static void addInserts(const char *name, const char *table, const QStringList &changes, const char *expected,
                           const QStringList &before = {}, std::initializer_list<On> where = {On::Sqlite, On::Postgres})
    {
        for (const On on : where) {
            for (const QString &verb : insertVerbs(on)) {
                QTest::addRow("%s, %s: %s", nameOf(on), name, qPrintable(verb))
                    << on << QString::fromLatin1(table) << verb << before << changes << QString::fromLatin1(expected);
            }
        }
    }

    static RawRow changedRow(const QString &table, const QStringList &changes, TestWorkspace &workspace)
    {
        RawRow row = acceptableRow(table, workspace);
        for (const QString &change : changes)
            row[change.section(QLatin1Char('='), 0, 0)] = filledIn(change.section(QLatin1Char('='), 1), workspace);
        return row;
    }

    void insertsAsExpected()
    {
        QFETCH(On, on);
        QFETCH(QString, table);
        QFETCH(QString, verb);
        QFETCH(QStringList, before);
        QFETCH(QStringList, changes);
        QFETCH(QString, expected);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        RawClient *client = m_both.client(on);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        const auto undone = qScopeGuard([&] { client->run(QStringLiteral("ROLLBACK")); });
        for (const QString &sql : statementsBefore(table) + before)
            QCOMPARE(client->run(filledIn(sql, files)), QString());
        const QString was = contents(*client, files);
        const QString refused = runInsert(*client, verb, table, changedRow(table, changes, files));
        const bool quiet = verb == QStringLiteral("INSERT OR IGNORE") || verb == QStringLiteral("INSERT DO NOTHING");
        if (expected.isEmpty()) {
            QVERIFY2(refused.isEmpty(), qPrintable(refused + QStringLiteral(": ") + client->lastText()));
            QVERIFY(contents(*client, files) != was);
        } else {
            QVERIFY2(expected.split(QLatin1Char(' ')).contains(refused) || (quiet && refused.isEmpty()),
                     qPrintable(refused + QStringLiteral(": ") + client->lastText()));
            if (on == On::Sqlite || refused.isEmpty())
                QCOMPARE(contents(*client, files), was);
        }
    }
};

} // namespace gatehouse::storetest
