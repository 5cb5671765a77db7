#include "itemmodels/snapshotmodel.h"

#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

class TestSnapshotModel : public QObject
{
    Q_OBJECT

    struct Row
    {
        QString key;
        QString text;
        friend bool operator==(const Row &, const Row &) = default;
    };

    class Words final : public gatehouse::itemmodels::SnapshotModel<Row>
    {
    public:
        int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
        QVariant data(const QModelIndex &index, int role) const override
        {
            if (!index.isValid() || role != Qt::DisplayRole)
                return {};
            const Row &row = rows().at(index.row());
            return index.column() == 0 ? row.key : row.text;
        }
        QString print() const
        {
            QStringList lines;
            for (const Row &row : rows())
                lines.append(row.key + row.text);
            return lines.join(u' ');
        }
    };

    // "a1 b" is the row a with the text 1 and the row b without.
    static QList<Row> rowsOf(const QString &text)
    {
        QList<Row> rows;
        for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
            rows.append({word.left(1), word.mid(1)});
        return rows;
    }

    // What the model says while it loads.
    static QStringList saidOnLoad(Words &model, const QString &load)
    {
        QStringList said;
        using Model = QAbstractItemModel;
        QObject context;
        connect(&model, &Model::rowsInserted, &context,
                [&](const QModelIndex &, int row, int) { said.append(QStringLiteral("insert %1").arg(row)); });
        connect(&model, &Model::rowsRemoved, &context,
                [&](const QModelIndex &, int row, int) { said.append(QStringLiteral("remove %1").arg(row)); });
        connect(&model, &Model::rowsMoved, &context,
                [&](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    said.append(QStringLiteral("move %1 %2").arg(from).arg(to));
                });
        connect(&model, &Model::dataChanged, &context,
                [&](const QModelIndex &row) { said.append(QStringLiteral("change %1").arg(row.row())); });
        connect(&model, &Model::modelReset, &context, [&] { said.append(QStringLiteral("reset")); });
        model.setRows(rowsOf(load));
        return said;
    }

private Q_SLOTS:
    void saysOnlyWhatBecameOfTheRows_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *before, const char *after, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                                << QString::fromLatin1(said);
        };
        row("nothing changed", "a1 b2", "a1 b2", "");
        row("one changed", "a1 b2 c3", "a1 b9 c3", "change 1");
        row("one more on top", "b c", "a b c", "insert 0");
        row("one more at the end", "a b", "a b c", "insert 2");
        row("some fewer", "a b c d", "a c", "remove 3, remove 1");
        row("another order", "a b c", "c a b", "move 2 0");
        row("all at once", "a1 b c", "c d a2", "remove 1, move 1 0, insert 1, change 2");
        row("equal keys", "a1 a2 b", "a1 a3 a4", "remove 2, change 1, insert 2");
        row("nothing in common", "a b", "c d", "reset");
        row("the first load", "", "a b", "reset");
        row("emptied", "a b", "", "reset");
    }

    void saysOnlyWhatBecameOfTheRows()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, said);
        Words model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rowsOf(before));
        QCOMPARE(saidOnLoad(model, after).join(QStringLiteral(", ")), said);
        QCOMPARE(model.print(), after);
    }

    void indexesFollowTheirRow()
    {
        Words model;
        model.setRows(rowsOf(QStringLiteral("a b c d")));
        const QPersistentModelIndex c = model.index(2, 1);
        model.setRows(rowsOf(QStringLiteral("e c9 a")));
        QCOMPARE(c.row(), 1);
        QCOMPARE(c.data().toString(), QStringLiteral("9"));
        model.setRows(rowsOf(QStringLiteral("a")));
        QVERIFY(!c.isValid());
    }

    void endsWithWhatWasLoadedWhateverWasThere()
    {
        QRandomGenerator random(11);
        Words model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 500; ++round) {
            QStringList words;
            const int count = random.bounded(8);
            for (int i = 0; i < count; ++i)
                words.append(QStringLiteral("%1%2").arg(QChar(u'a' + random.bounded(6))).arg(random.bounded(3)));
            model.setRows(rowsOf(words.join(u' ')));
            QCOMPARE(model.print(), words.join(u' '));
        }
    }
};

GATEHOUSE_TEST(TestSnapshotModel)

#include "tst_snapshotmodel.moc"
