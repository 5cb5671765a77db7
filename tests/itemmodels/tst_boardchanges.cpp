#include "itemmodels/boardmodel.h"

#include "itemmodels/boardrows.h"
#include "itemmodels/modelmirror.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

class TestBoardChanges : public QObject
{
    Q_OBJECT

    using BoardModel = gatehouse::itemmodels::BoardModel;
    using Rows = QList<gatehouse::domain::PartnerSummary>;
    using Mirror = gatehouse::test::ModelMirror;
    using Tester = QAbstractItemModelTester;

    // # ours 3; A; B; C; # on track 2; X; Y, with deadlines of 10, 20 and 30 hours.
    static Rows board()
    {
        using namespace gatehouse::test;
        return {pendingPartner(QStringLiteral("A"), 10), pendingPartner(QStringLiteral("B"), 20),
                pendingPartner(QStringLiteral("C"), 30), partnerNamed(QStringLiteral("X")),
                partnerNamed(QStringLiteral("Y"))};
    }

private Q_SLOTS:
    void sayOnlyWhatChanged_data()
    {
        using namespace gatehouse;
        QTest::addColumn<Rows>("changes");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("signals_");
        const Rows rows = board();

        QTest::newRow("nothing, when nothing differs")
            << Rows{rows[1]} << QStringLiteral("# ours 3; A; B; C; # on track 2; X; Y") << QString();

        domain::PartnerSummary row = rows[1];
        row.legalName = QStringLiteral("Other");
        QTest::newRow("data of one row that stays")
            << Rows{row} << QStringLiteral("# ours 3; A; B; C; # on track 2; X; Y") << QStringLiteral("changed 2");

        row.slaDeadline.ms += 5;
        QTest::newRow("a key that changes without changing places is data")
            << Rows{row} << QStringLiteral("# ours 3; A; B; C; # on track 2; X; Y") << QStringLiteral("changed 2");

        row = test::pendingPartner(QStringLiteral("A"), 40);
        QTest::newRow("down within its group") << Rows{row} << QStringLiteral("# ours 3; B; C; A; # on track 2; X; Y")
                                               << QStringLiteral("move 1 4, changed 3");

        row = test::pendingPartner(QStringLiteral("C"), 5);
        QTest::newRow("up within its group") << Rows{row} << QStringLiteral("# ours 3; C; A; B; # on track 2; X; Y")
                                             << QStringLiteral("move 3 1, changed 1");

        row = test::partnerNamed(QStringLiteral("B"));
        QTest::newRow("to a later group") << Rows{row} << QStringLiteral("# ours 2; A; C; # on track 3; B; X; Y")
                                          << QStringLiteral("move 2 5, changed 4, changed 3, changed 0");

        row = test::pendingPartner(QStringLiteral("Y"), 15);
        QTest::newRow("to an earlier group") << Rows{row} << QStringLiteral("# ours 4; A; Y; B; C; # on track 1; X")
                                             << QStringLiteral("move 6 2, changed 2, changed 0, changed 5");

        row = test::pausedPartner(QStringLiteral("B"), 1);
        QTest::newRow("to a group that was not there")
            << Rows{row} << QStringLiteral("# ours 2; A; C; # partners 1; B; # on track 2; X; Y")
            << QStringLiteral("insert 4, move 2 5, changed 4, changed 3, changed 0");

        QTest::newRow("from a group that ends")
            << Rows{test::pendingPartner(QStringLiteral("X"), 1), test::pendingPartner(QStringLiteral("Y"), 2)}
            << QStringLiteral("# ours 5; X; Y; A; B; C")
            << QStringLiteral(
                   "move 5 1, changed 1, changed 0, changed 5, move 6 2, changed 2, changed 0, changed 6, remove 6");

        QTest::newRow("a newcomer is inserted in its place")
            << Rows{test::pendingPartner(QStringLiteral("N"), 25)}
            << QStringLiteral("# ours 4; A; B; N; C; # on track 2; X; Y") << QStringLiteral("insert 3, changed 0");
    }

    void sayOnlyWhatChanged()
    {
        QFETCH(Rows, changes);
        QFETCH(QString, after);
        QFETCH(QString, signals_);
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        Mirror mirror(model);
        model.applyChanges(changes);
        QCOMPARE(gatehouse::test::printed(model), after);
        QCOMPARE(mirror.signalled().join(QStringLiteral(", ")), signals_);
        QCOMPARE(mirror.rows(), gatehouse::test::printedRows(model));
    }

    void filteredRowsComeAndGoByThemselves()
    {
        using namespace gatehouse;
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setFilter(QStringLiteral("approval:pending"));
        Mirror mirror(model);
        domain::PartnerSummary row = board().at(1);
        row.approval = domain::ApprovalStatus::Rejected;
        model.applyChanges({row});
        QCOMPARE(test::printed(model), QStringLiteral("# ours 2; A; C"));
        row.approval = domain::ApprovalStatus::PendingReview;
        model.applyChanges({row});
        QCOMPARE(test::printed(model), QStringLiteral("# ours 3; A; B; C"));
        row.approval = domain::ApprovalStatus::Approved;
        domain::PartnerSummary hidden = board().at(3);
        hidden.legalName = QStringLiteral("still hidden");
        model.applyChanges({hidden});
        QCOMPARE(mirror.signalled().join(QStringLiteral(", ")),
                 QStringLiteral("remove 2, changed 0, insert 2, changed 0"));
    }

    void membersOfAFoldedGroupChangeItsHeaderOnly()
    {
        using namespace gatehouse;
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setFolded(model.index(0, 0), BoardModel::Folding::Folded);
        Mirror mirror(model);
        model.applyChanges({test::pendingPartner(QStringLiteral("N"), 25)});
        model.applyChanges({test::pendingPartner(QStringLiteral("N"), 5)});
        model.applyChanges({test::pendingPartner(QStringLiteral("Y"), 5)});
        model.applyChanges({test::partnerNamed(QStringLiteral("N"))});
        QCOMPARE(mirror.signalled().join(QStringLiteral(", ")),
                 QStringLiteral("changed 0, remove 3, changed 0, changed 1, insert 2, changed 1, changed 0"));
        QCOMPARE(test::printed(model), QStringLiteral("# ours 4 folded; # on track 2; N; X"));
        model.setFolded(model.index(0, 0), BoardModel::Folding::Open);
        QCOMPARE(test::printed(model), QStringLiteral("# ours 4; Y; A; B; C; # on track 2; N; X"));
    }

    void indexesFollowTheirPartner()
    {
        using namespace gatehouse;
        BoardModel model;
        model.setRows(board());
        const QPersistentModelIndex b = model.index(model.rowOfPartner(QStringLiteral("id-b")), 4);
        model.applyChanges({test::pendingPartner(QStringLiteral("B"), 1)});
        QCOMPARE(b.row(), 1);
        model.applyChanges({test::partnerNamed(QStringLiteral("B"))});
        QCOMPARE(b.row(), model.rowOfPartner(QStringLiteral("id-b")));
        QCOMPARE(b.column(), 4);
    }

    void aNewOwnerGetsItsGroup()
    {
        using namespace gatehouse;
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        Rows rows = board();
        for (auto &row : rows)
            row.owner = QStringLiteral("oidc|mara");
        model.setRows(rows);
        model.setGrouping(BoardModel::Grouping::Owner);
        rows[1].owner = QStringLiteral("oidc|aiko");
        rows[2].owner.clear();
        model.applyChanges({rows[1], rows[2]});
        QCOMPARE(test::printed(model), QStringLiteral("# oidc|aiko 1; B; # oidc|mara 3; A; X; Y; # nobody 1; C"));
        model.setNames({{QStringLiteral("oidc|aiko"), QStringLiteral("Zoe")}});
        QCOMPARE(test::printed(model), QStringLiteral("# oidc|mara 3; A; X; Y; # Zoe 1; B; # nobody 1; C"));
    }

    void aNewOwnerIsSortedAmongTheOthers_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("after");
        QTest::newRow("ascending") << Qt::AscendingOrder << QStringLiteral("B; Z; A; E");
        QTest::newRow("descending") << Qt::DescendingOrder << QStringLiteral("E; A; Z; B");
    }
    void aNewOwnerIsSortedAmongTheOthers()
    {
        using namespace gatehouse;
        QFETCH(Qt::SortOrder, order);
        QFETCH(QString, after);
        const auto ownedBy = [](const char *name, const char *owner) {
            auto row = test::partnerNamed(QString::fromLatin1(name));
            row.owner = QString::fromLatin1(owner);
            return row;
        };
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setGrouping(BoardModel::Grouping::None);
        model.setSort(BoardModel::Owner, order);
        model.setRows({ownedBy("B", "bob"), ownedBy("A", "dan"), ownedBy("E", "eve")});
        model.applyChanges({ownedBy("Z", "cid")});
        QCOMPARE(test::printed(model), after);
    }

    void manyChangesAreOneLayoutChange()
    {
        using namespace gatehouse;
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        const QPersistentModelIndex b = model.index(model.rowOfPartner(QStringLiteral("id-b")), 0);
        Mirror mirror(model);
        Rows many{test::partnerNamed(QStringLiteral("B"))};
        for (int i = 0; i < 100; ++i)
            many.append(test::pendingPartner(QStringLiteral("N%1").arg(i), 100 + i));
        model.applyChanges(many);
        QCOMPARE(mirror.signalled().join(QStringLiteral(", ")), QStringLiteral("layout"));
        QCOMPARE(model.rowCount(), 107);
        QCOMPARE(b.row(), model.rowOfPartner(QStringLiteral("id-b")));
        QVERIFY(b.row() > 100);
    }
};

GATEHOUSE_TEST(TestBoardChanges)

#include "tst_boardchanges.moc"
