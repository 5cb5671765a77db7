#include "itemmodels/boardmodel.h"

#include "itemmodels/boardrows.h"
#include "itemmodels/printedmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QThreadPool>

class TestBoardModel : public QObject
{
    Q_OBJECT

    using BoardModel = gatehouse::itemmodels::BoardModel;
    using Grouping = BoardModel::Grouping;
    using Folding = BoardModel::Folding;
    using View = BoardModel::View;
    using Rows = QList<gatehouse::domain::PartnerSummary>;
    using Tester = QAbstractItemModelTester;

    static QString print(const BoardModel &model) { return gatehouse::test::printed(model); }

    static Rows board()
    {
        using namespace gatehouse::test;
        Rows rows{partnerNamed(QStringLiteral("Terrace")),    pendingPartner(QStringLiteral("Sable"), 1),
                  pausedPartner(QStringLiteral("Fjord"), 16), pendingPartner(QStringLiteral("Calder"), -3),
                  partnerNamed(QStringLiteral("arden")),      pausedPartner(QStringLiteral("Quarry"), 24),
                  pendingPartner(QStringLiteral("Iron"), 6)};
        rows[0].stage = gatehouse::domain::Stage::GoLive;
        rows[1].owner = rows[3].owner = QStringLiteral("oidc|mara");
        rows[2].owner = QStringLiteral("oidc|aiko");
        rows[6].dossier = gatehouse::domain::DossierState::Expiring;
        rows[6].dossierDays = 9;
        rows[5].dossier = gatehouse::domain::DossierState::Expired;
        rows[5].dossierDays = -6;
        rows[4].changedSinceDecision = gatehouse::domain::Instant{gatehouse::test::boardNow};
        for (int i = 0; i < rows.size(); ++i)
            rows[i].updatedAt = {gatehouse::test::boardNow + i};
        return rows;
    }

    static QHash<QString, QString> names()
    {
        return {{QStringLiteral("oidc|mara"), QStringLiteral("Mara Okafor")},
                {QStringLiteral("oidc|aiko"), QStringLiteral("aiko Sato")}};
    }

    static QModelIndex header(const BoardModel &model, int group)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.partnerAt(model.index(row, 0)) && group-- == 0)
                return model.index(row, 0);
        }
        return {};
    }

private Q_SLOTS:
    void groupsByNextMoveAndSortsByDeadlinePausedLast()
    {
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        QCOMPARE(
            print(model),
            QStringLiteral("# ours 3; Calder; Sable; Iron; # partners 2; Quarry; Fjord; # on track 2; arden; Terrace"));
    }

    void groupsInOtherWays_data()
    {
        QTest::addColumn<Grouping>("grouping");
        QTest::addColumn<QString>("expected");
        QTest::newRow("stage, in the order of stages")
            << Grouping::Stage
            << QStringLiteral(
                   "# pre-sales 1; arden; # contract 5; Calder; Sable; Iron; Quarry; Fjord; # go-live 1; Terrace");
        QTest::newRow("owner by name whatever its case, nobody last")
            << Grouping::Owner
            << QStringLiteral(
                   "# aiko Sato 1; Fjord; # Mara Okafor 2; Calder; Sable; # nobody 4; Iron; Quarry; arden; Terrace");
        QTest::newRow("not at all") << Grouping::None
                                    << QStringLiteral("Calder; Sable; Iron; Quarry; Fjord; arden; Terrace");
    }

    void groupsInOtherWays()
    {
        QFETCH(Grouping, grouping);
        QFETCH(QString, expected);
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setNames(names());
        model.setGrouping(grouping);
        QCOMPARE(print(model), expected);
        model.setGrouping(Grouping::NextMove);
        QCOMPARE(model.groups().size(), 3);
    }

    void aTickShowsWhoPassesNow()
    {
        using namespace gatehouse;
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        domain::Instant now{test::boardNow}; // a Thursday, 14:22
        const domain::BusinessCalendar calendar;
        model.setClock({[&now] { return now; },
                        [&calendar](const QString &, int) -> const domain::BusinessCalendar & { return calendar; }});
        model.setRows(
            {test::pendingPartner(QStringLiteral("Nine"), 9), test::pendingPartner(QStringLiteral("Six"), 6)});
        model.setFilter(QStringLiteral("sla<5h"));
        QCOMPARE(model.shownCount(), 0);
        QSignalSpy changes(&model, &BoardModel::layoutChanged);
        model.tick();
        QCOMPARE(changes.count(), 0);
        now = now + 2 * base::msPerHour;
        QCOMPARE(model.shownCount(), 0);
        model.tick();
        QCOMPARE(model.shownCount(), 1);
        QVERIFY(model.rowOfPartner(QStringLiteral("id-six")) >= 0);
        QCOMPARE(changes.count(), 1);
    }

    void sortsByEachColumn_data()
    {
        QTest::addColumn<BoardModel::Column>("column");
        QTest::addColumn<QString>("ascending");
        QTest::addColumn<QString>("descending");
        const auto row = [](const char *name, BoardModel::Column column, const char *ascending,
                            const char *descending) {
            QTest::newRow(name) << column << QString::fromLatin1(ascending) << QString::fromLatin1(descending);
        };
        row("names as a reader expects them", BoardModel::Partner, "arden; Calder; Fjord; Iron; Quarry; Sable; Terrace",
            "Terrace; Sable; Quarry; Iron; Fjord; Calder; arden");
        row("stages, ties by deadline either way", BoardModel::Stage,
            "arden; Calder; Sable; Iron; Quarry; Fjord; Terrace", "Terrace; Calder; Sable; Iron; Quarry; Fjord; arden");
        row("dossiers by urgency", BoardModel::Dossier, "Quarry; Iron; arden; Calder; Sable; Fjord; Terrace",
            "Calder; Sable; Fjord; Terrace; arden; Iron; Quarry");
        row("approvals by urgency", BoardModel::Approval, "Calder; Sable; Iron; Quarry; Fjord; arden; Terrace",
            "arden; Terrace; Quarry; Fjord; Calder; Sable; Iron");
        row("blockers, none last either way", BoardModel::Blockers,
            "Quarry; Fjord; Calder; Sable; Iron; arden; Terrace", "Quarry; Fjord; Calder; Sable; Iron; arden; Terrace");
        row("deadlines, paused and none last either way", BoardModel::SlaClock,
            "Calder; Sable; Iron; Quarry; Fjord; arden; Terrace", "Iron; Sable; Calder; Quarry; Fjord; arden; Terrace");
        row("owners by name, nobody last either way", BoardModel::Owner,
            "Fjord; Calder; Sable; Iron; Quarry; arden; Terrace", "Calder; Sable; Fjord; Iron; Quarry; arden; Terrace");
        row("time of change", BoardModel::Updated, "Terrace; Sable; Fjord; Calder; arden; Quarry; Iron",
            "Iron; Quarry; arden; Calder; Fjord; Sable; Terrace");
    }

    void sortsByEachColumn()
    {
        QFETCH(BoardModel::Column, column);
        QFETCH(QString, ascending);
        QFETCH(QString, descending);
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setNames(names());
        model.setRows(board());
        model.setGrouping(Grouping::None);
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(print(model), ascending);
        model.sort(column, Qt::DescendingOrder);
        QCOMPARE(print(model), descending);
        QCOMPARE(model.sortColumn(), column);
        QCOMPARE(model.sortOrder(), Qt::DescendingOrder);
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(model.sortColumn(), column);
    }

    void filterKeepsGroupsThatHaveMembers()
    {
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setFilter(QStringLiteral("rr"));
        QCOMPARE(print(model), QStringLiteral("# partners 1; Quarry; # on track 1; Terrace"));
        QCOMPARE(model.groups().size(), 2);
        QCOMPARE(model.shownCount(), 2);
        QCOMPARE(model.partnerCount(), 7);
        model.setFilter(QStringLiteral("nothing of the kind"));
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.shownCount(), 7);
    }

    void viewsShowWhatTheirNameSays_data()
    {
        QTest::addColumn<View>("view");
        QTest::addColumn<QString>("expected");
        QTest::newRow("pending, and changed since the approval")
            << View::AwaitingReview << QStringLiteral("# ours 3; Calder; Sable; Iron; # on track 1; arden");
        QTest::newRow("at risk and over, not paused") << View::SlaAtRisk << QStringLiteral("# ours 2; Calder; Sable");
        QTest::newRow("any blocker") << View::Blocked << QStringLiteral("# partners 2; Quarry; Fjord");
        QTest::newRow("expiring and expired")
            << View::DossiersExpiring << QStringLiteral("# ours 1; Iron; # partners 1; Quarry");
    }

    void viewsShowWhatTheirNameSays()
    {
        QFETCH(View, view);
        QFETCH(QString, expected);
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setView(view);
        QCOMPARE(print(model), expected);
        QCOMPARE(model.count(view), model.shownCount());
    }

    void countsIgnoreTheFilter()
    {
        BoardModel model;
        model.setRows(board());
        model.setFilter(QStringLiteral("arden"));
        model.setView(View::Blocked);
        QCOMPARE(model.count(View::All), 7);
        QCOMPARE(model.count(View::AwaitingReview), 4);
        QCOMPARE(model.count(View::SlaAtRisk), 2);
        QCOMPARE(model.count(View::Blocked), 2);
        QCOMPARE(model.count(View::DossiersExpiring), 2);
        QCOMPARE(model.count(gatehouse::domain::NextMove::Ours), 3);
        QCOMPARE(model.count(gatehouse::domain::NextMove::Partners), 2);
        QCOMPARE(model.count(gatehouse::domain::NextMove::OnTrack), 2);
        QCOMPARE(model.shownCount(), 0);
    }

    void foldedGroupsKeepTheirHeaderAndCount()
    {
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(board());
        model.setFolded(header(model, 1), Folding::Folded);
        QCOMPARE(print(model),
                 QStringLiteral("# ours 3; Calder; Sable; Iron; # partners 2 folded; # on track 2; arden; Terrace"));
        QCOMPARE(model.shownCount(), 7);
        QCOMPARE(model.rowOfPartner(QStringLiteral("id-quarry")), -1);
        model.setFolded(header(model, 1), Folding::Open);
        QCOMPARE(
            print(model),
            QStringLiteral("# ours 3; Calder; Sable; Iron; # partners 2; Quarry; Fjord; # on track 2; arden; Terrace"));
    }

    void foldingIsRememberedThroughFilterGroupingAndLoad()
    {
        BoardModel model;
        model.setRows(board());
        model.setFolded(header(model, 0), Folding::Folded);
        model.setFilter(QStringLiteral("iron"));
        QCOMPARE(print(model), QStringLiteral("# ours 1 folded"));
        model.setFilter({});
        model.setGrouping(Grouping::Owner);
        model.setFolded(header(model, 1), Folding::Folded);
        QCOMPARE(
            print(model),
            QStringLiteral("# oidc|aiko 1; Fjord; # oidc|mara 2 folded; # nobody 4; Iron; Quarry; arden; Terrace"));
        Rows reversed = board();
        std::reverse(reversed.begin(), reversed.end());
        model.setRows(reversed);
        QCOMPARE(
            print(model),
            QStringLiteral("# oidc|aiko 1; Fjord; # oidc|mara 2 folded; # nobody 4; Iron; Quarry; arden; Terrace"));
        model.setGrouping(Grouping::NextMove);
        QCOMPARE(print(model).left(15), QStringLiteral("# ours 3 folded"));
    }

    void foldingAPartnersRowDoesNothing()
    {
        BoardModel model;
        model.setRows(board());
        const QString before = print(model);
        model.setFolded(model.index(1, 0), Folding::Folded);
        model.setFolded({}, Folding::Folded);
        QCOMPARE(print(model), before);
    }

    void headersCannotBeSelectedAndPartnersCan()
    {
        BoardModel model;
        model.setRows(board());
        QCOMPARE(model.flags(model.index(0, 0)), Qt::ItemIsEnabled | Qt::ItemNeverHasChildren);
        QVERIFY(model.flags(model.index(1, 3)) & Qt::ItemIsSelectable);
        QCOMPARE(model.flags({}), Qt::NoItemFlags);
    }

    void rolesReturnMeaning()
    {
        using namespace gatehouse;
        BoardModel model;
        model.setNames(names());
        model.setRows(board());
        const QModelIndex calder = model.index(1, BoardModel::Approval);
        const auto *summary = calder.data(BoardModel::SummaryRole).value<const domain::PartnerSummary *>();
        QCOMPARE(summary->name, QStringLiteral("Calder"));
        QCOMPARE(model.partnerAt(calder), summary);
        QCOMPARE(model.partner(QStringLiteral("id-calder")), summary);
        QCOMPARE(calder.data(BoardModel::PartnerIdRole).toString(), QStringLiteral("id-calder"));
        QCOMPARE(calder.data(BoardModel::StageRole).value<domain::Stage>(), domain::Stage::Contract);
        QCOMPARE(calder.data(BoardModel::NextMoveRole).value<domain::NextMove>(), domain::NextMove::Ours);
        QCOMPARE(calder.data(BoardModel::ApprovalStatusRole).value<domain::ApprovalStatus>(),
                 domain::ApprovalStatus::PendingReview);
        QCOMPARE(calder.data(BoardModel::DossierStateRole).value<domain::DossierState>(),
                 domain::DossierState::Current);
        QCOMPARE(calder.data(BoardModel::SlaStateRole).value<domain::SlaState>(), domain::SlaState::Breached);
        QCOMPARE(calder.data(BoardModel::OwnerNameRole).toString(), QStringLiteral("Mara Okafor"));
        QCOMPARE(calder.siblingAtColumn(BoardModel::Owner).data().toString(), QStringLiteral("Mara Okafor"));
        const QModelIndex ours = model.index(0, 0);
        QCOMPARE(ours.data(BoardModel::RowKindRole).value<BoardModel::RowKind>(), BoardModel::RowKind::Group);
        QVERIFY(!ours.data(BoardModel::SummaryRole).value<const domain::PartnerSummary *>());
        QCOMPARE(model.partner(QStringLiteral("unknown")), nullptr);
    }

    void wordsComeFromWhoKnowsThem()
    {
        BoardModel model;
        model.setRows(board());
        const QModelIndex cell = model.index(1, BoardModel::Approval);
        QVERIFY(!cell.data(Qt::AccessibleTextRole).isValid());
        model.setWords([](const QModelIndex &index, int role) -> QVariant {
            return QStringLiteral("%1/%2").arg(index.row()).arg(role);
        });
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("1/%1").arg(int(Qt::AccessibleTextRole)));
        QCOMPARE(cell.data(Qt::DisplayRole).toString(), QStringLiteral("1/0"));
        QCOMPARE(cell.siblingAtColumn(BoardModel::Partner).data().toString(), QStringLiteral("Calder"));
    }

    void columnsHaveTitles()
    {
        const BoardModel model;
        QStringList titles;
        for (int column = 0; column < model.columnCount(); ++column)
            titles.append(model.headerData(column, Qt::Horizontal).toString());
        QCOMPARE(titles.join(u' '), QStringLiteral("Partner Stage Dossier Approval Blockers SLA clock Owner Updated"));
        QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
    }

    void onlyTheFirstLoadResets()
    {
        BoardModel model;
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy loads(&model, &BoardModel::loaded);
        model.setRows(board().sliced(0, 3));
        QCOMPARE(resets.size(), 1);
        const QPersistentModelIndex fjord = model.index(model.rowOfPartner(QStringLiteral("id-fjord")), 2);
        model.setRows(board());
        QCOMPARE(resets.size(), 1);
        QCOMPARE(loads.size(), 2);
        QCOMPARE(fjord.row(), model.rowOfPartner(QStringLiteral("id-fjord")));
        QCOMPARE(fjord.column(), 2);
    }

    void aFilterKeepsIndexesOfWhatStaysAndEndsOthers()
    {
        BoardModel model;
        model.setRows(board());
        const QPersistentModelIndex quarry = model.index(model.rowOfPartner(QStringLiteral("id-quarry")), 1);
        const QPersistentModelIndex sable = model.index(model.rowOfPartner(QStringLiteral("id-sable")), 1);
        const QPersistentModelIndex partners = header(model, 1);
        model.setFilter(QStringLiteral("quarry"));
        QCOMPARE(quarry.row(), 1);
        QVERIFY(!sable.isValid());
        QCOMPARE(partners.row(), 0);
        model.setGrouping(Grouping::Stage);
        QVERIFY(!partners.isValid());
        QCOMPARE(quarry.row(), 1);
    }

    void largeLoadsArePreparedElsewhereAndChangesMeanwhileAreKept()
    {
        using namespace gatehouse;
        Rows many;
        for (int i = 0; i <= BoardModel::atOnce; ++i)
            many.append(test::pendingPartner(QStringLiteral("Partner %1").arg(i), i));
        BoardModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(many.first(3));
        QSignalSpy loads(&model, &BoardModel::loaded);
        model.setRows(many);
        QCOMPARE(model.partnerCount(), 3);
        domain::PartnerSummary changed = many[1];
        changed.slaDeadline.ms = 0;
        model.applyChanges({changed, test::pendingPartner(QStringLiteral("Newcomer"), 99'999)});
        QCOMPARE(model.partnerCount(), 4);
        QVERIFY(loads.wait());
        QCOMPARE(model.partnerCount(), BoardModel::atOnce + 2);
        QCOMPARE(model.rowOfPartner(changed.id), 1);
        QCOMPARE(model.rowOfPartner(QStringLiteral("id-newcomer")), model.rowCount() - 1);
    }

    void aNewerLoadSupersedesAnOlderOne()
    {
        using namespace gatehouse;
        Rows many;
        for (int i = 0; i <= BoardModel::atOnce; ++i)
            many.append(test::partnerNamed(QStringLiteral("Old %1").arg(i)));
        BoardModel model;
        QSignalSpy loads(&model, &BoardModel::loaded);
        model.setRows(many);
        for (auto &row : many)
            row.name.replace(QStringLiteral("Old"), QStringLiteral("New"));
        model.setRows(many);
        QVERIFY(loads.wait());
        QVERIFY(model.index(1, 0).data().toString().startsWith(QStringLiteral("New")));
        QCOMPARE(loads.size(), 1);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aModelMayDieWhileItsLoadIsPrepared()
    {
        Rows many;
        for (int i = 0; i <= BoardModel::atOnce; ++i)
            many.append(gatehouse::test::partnerNamed(QStringLiteral("P %1").arg(i)));
        auto model = std::make_unique<BoardModel>();
        model->setRows(many);
        model.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
    }
};

GATEHOUSE_TEST(TestBoardModel)

#include "tst_boardmodel.moc"
