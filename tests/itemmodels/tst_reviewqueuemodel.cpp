#include "itemmodels/reviewqueuemodel.h"

#include "itemmodels/boardrows.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

class TestReviewQueueModel : public QObject
{
    Q_OBJECT

    using Model = gatehouse::itemmodels::ReviewQueueModel;
    using Summary = gatehouse::domain::PartnerSummary;
    using Rows = QList<Summary>;
    using Tester = QAbstractItemModelTester;

    static Summary waiting(const char *name, int hours)
    {
        Summary row = gatehouse::test::pendingPartner(QString::fromLatin1(name), hours);
        row.queue = gatehouse::domain::QueueReason::FirstReview;
        return row;
    }

    static Summary decided(const char *name, int daysAgo)
    {
        Summary row = gatehouse::test::partnerNamed(QString::fromLatin1(name));
        row.decidedAt = {gatehouse::test::boardNow - daysAgo * gatehouse::base::msPerDay};
        return row;
    }

    // Names have one letter. At 14:22 UTC: two over, one due today, two later, one put off, one with the partner, one
    // decided; C was decided too long ago, N never stood in the queue.
    static Rows queue()
    {
        Summary snoozed = waiting("S", 3);
        snoozed.snoozedUntil = {gatehouse::test::boardNow + gatehouse::base::msPerDay};
        Summary asked = waiting("P", 3);
        asked.requestCount = 1;
        return {waiting("L", 60),
                waiting("B", -1),
                waiting("T", 4),
                waiting("A", -5),
                waiting("M", 90),
                snoozed,
                asked,
                decided("D", 2),
                decided("C", 8),
                gatehouse::test::partnerNamed(QStringLiteral("N"))};
    }

    // A model that can be looked at, with a clock that a test turns.
    struct Queue
    {
        Model model;
        Tester tester{&model, Tester::FailureReportingMode::QtTest};
        gatehouse::domain::Instant now{gatehouse::test::boardNow};

        explicit Queue(const Rows &rows)
        {
            model.setClock([this] { return now; }, QTimeZone::utc());
            model.setRows(rows);
        }

        // "#overdue 2; A; B; #later 1 folded"
        QString print() const
        {
            QStringList lines;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex index = model.index(row, 0);
                if (index.data(Model::RowKindRole).value<Model::RowKind>() == Model::RowKind::Partner) {
                    lines.append(index.data().toString());
                    continue;
                }
                const auto group = index.data(Model::QueueGroupRole).value<gatehouse::domain::QueueGroup>();
                lines.append(QStringLiteral("#%1 %2%3")
                                 .arg(gatehouse::domain::queueGroupName(group))
                                 .arg(index.data(Model::CountRole).toInt())
                                 .arg(index.data(Model::FoldedRole).toBool() ? QStringLiteral(" folded") : QString()));
            }
            return lines.join(QStringLiteral("; "));
        }
    };

private Q_SLOTS:
    void standsInTheOrderInWhichWorkIsDone()
    {
        const Queue queue(this->queue());
        QCOMPARE(queue.print(), QStringLiteral("#overdue 2; A; B; #due_today 1; T; #later 2; L; M; #snoozed 1; S; "
                                               "#with_partner 1; P; #decided 1; D"));
        QCOMPARE(queue.model.waitingCount(), 5);
        QCOMPARE(queue.model.overdueCount(), 2);
        QVERIFY(!queue.model.partner(QStringLiteral("id-n")));
        QVERIFY(!queue.model.partner(QStringLiteral("id-c")));
        QVERIFY(!queue.model.flags(queue.model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(queue.model.flags(queue.model.index(1, 0)).testFlag(Qt::ItemIsSelectable));
    }

    void selectionSurvivesWhateverChanges()
    {
        Queue queue(this->queue());
        const QPersistentModelIndex selected(queue.model.index(queue.model.rowOfPartner(QStringLiteral("id-l")), 0));
        int resets = 0;
        connect(&queue.model, &Model::modelReset, this, [&resets] { ++resets; });
        queue.model.applyChanges({waiting("L", -9), waiting("Z", 1)});
        QCOMPARE(queue.print(), QStringLiteral("#overdue 3; L; A; B; #due_today 2; Z; T; #later 1; M; #snoozed 1; S; "
                                               "#with_partner 1; P; #decided 1; D"));
        QCOMPARE(selected.data().toString(), QStringLiteral("L"));
        QCOMPARE(selected.row(), 1);
        // The whole board comes again.
        Rows rows = this->queue();
        rows.removeAt(1);
        queue.model.setRows(rows);
        QCOMPARE(selected.data().toString(), QStringLiteral("L"));
        // It was decided: it stands below, and is still the one that is looked at.
        queue.model.applyChanges({decided("L", 0)});
        QCOMPARE(queue.model.groupOf(QStringLiteral("id-l")), gatehouse::domain::QueueGroup::Decided);
        QCOMPARE(selected.data().toString(), QStringLiteral("L"));
        QCOMPARE(resets, 0);
        // Decided longer ago than anybody looks at.
        queue.model.applyChanges({decided("L", 30)});
        QVERIFY(!selected.isValid());
    }

    void nothingIsSaidWhereNothingChanged()
    {
        Queue queue(this->queue());
        int said = 0;
        connect(&queue.model, &Model::countsChanged, this, [&said] { ++said; });
        connect(&queue.model, &Model::dataChanged, this, [&said] { ++said; });
        queue.model.applyChanges({waiting("A", -5), gatehouse::test::partnerNamed(QStringLiteral("N"))});
        QCOMPARE(said, 0);
    }

    void timeAloneMovesPartners()
    {
        Queue queue({waiting("T", 4), decided("D", 6)});
        queue.now.ms += 5 * gatehouse::base::msPerHour;
        queue.model.tick();
        QCOMPARE(queue.print(), QStringLiteral("#overdue 1; T; #decided 1; D"));
        queue.now.ms += gatehouse::base::msPerDay;
        queue.model.tick();
        QCOMPARE(queue.print(), QStringLiteral("#overdue 1; T"));
        QCOMPARE(queue.model.overdueCount(), 1);
    }

    void filtersByWordsAndByWhoReviews_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("#overdue 2; A; B; #later 2; L; M");
        QTest::newRow("a name") << QStringLiteral("l ltd") << QStringLiteral("#overdue 2; A; B; #later 2; L; M");
        QTest::newRow("an assignee, without marks")
            << QStringLiteral("MARA") << QStringLiteral("#overdue 1; B; #later 1; M");
        QTest::newRow("mine") << QStringLiteral("mine") << QStringLiteral("#overdue 1; B; #later 1; L");
        QTest::newRow("nobody's") << QStringLiteral("unassigned") << QStringLiteral("#overdue 1; A; #later 1; L");
        QTest::newRow("both") << QStringLiteral("mine unassigned") << QStringLiteral("#later 1; L");
        QTest::newRow("none") << QStringLiteral("zanzibar") << QString();
    }
    void filtersByWordsAndByWhoReviews()
    {
        Rows rows = {waiting("A", -5), waiting("B", -1), waiting("L", 60), waiting("M", 90)};
        rows[1].assignee = QStringLiteral("mara");
        rows[2].escalatedTo = QStringLiteral("mara");
        rows[3].assignee = QStringLiteral("tomas");
        Queue queue(rows);
        queue.model.setSelf(QStringLiteral("mara"));
        queue.model.setNames({{QStringLiteral("mara"), QStringLiteral("Mára Okafor")},
                              {QStringLiteral("tomas"), QStringLiteral("Tomas (for Mara)")}});
        QFETCH(QString, filter);
        queue.model.setFilter(filter);
        QTEST(queue.print(), "shown");
        QCOMPARE(queue.model.waitingCount(), 4); // whatever is filtered
    }

    void groupsFold()
    {
        Queue queue({waiting("A", -5), waiting("B", -1), waiting("L", 60)});
        queue.model.setFolded(queue.model.index(0, 0), Model::Folding::Folded);
        QCOMPARE(queue.print(), QStringLiteral("#overdue 2 folded; #later 1; L"));
        queue.model.applyChanges({waiting("L", -2)});
        QCOMPARE(queue.print(), QStringLiteral("#overdue 3 folded"));
        QCOMPARE(queue.model.neighbour(QString(), 1), QString());
        queue.model.setFolded(queue.model.index(0, 0), Model::Folding::Open);
        QCOMPARE(queue.print(), QStringLiteral("#overdue 3; A; L; B"));
    }

    void stepsOverHeaders()
    {
        const Queue queue(this->queue());
        const Model &model = queue.model;
        QCOMPARE(model.neighbour(QString(), 1), QStringLiteral("id-a"));
        QCOMPARE(model.neighbour(QString(), -1), QStringLiteral("id-d"));
        QCOMPARE(model.neighbour(QStringLiteral("id-b"), 1), QStringLiteral("id-t"));
        QCOMPARE(model.neighbour(QStringLiteral("id-t"), -1), QStringLiteral("id-b"));
        QCOMPARE(model.neighbour(QStringLiteral("id-d"), 1), QString());
        QCOMPARE(model.neighbour(QStringLiteral("id-a"), -1), QString());
    }

    void whatIsNextWaitsForUs()
    {
        Rows rows = queue();
        rows[3].assignee = QStringLiteral("tomas"); // A
        Queue queue(rows);
        const Model &model = queue.model;
        QCOMPARE(model.nextWaiting(QString()), QStringLiteral("id-a"));
        QCOMPARE(model.nextWaiting(QStringLiteral("id-a")), QStringLiteral("id-b"));
        QCOMPARE(model.nextUnassigned(QStringLiteral("id-l")), QStringLiteral("id-b"));
        QCOMPARE(model.nextUnassigned(QStringLiteral("id-b")), QStringLiteral("id-t"));
        // Also where the filter hides it; what is put off, asked or decided is not waiting.
        queue.model.setFilter(QStringLiteral("zanzibar"));
        QCOMPARE(model.nextWaiting(QString()), QStringLiteral("id-a"));
        queue.model.setRows(rows.mid(5));
        QCOMPARE(model.nextWaiting(QString()), QString());
    }
};

GATEHOUSE_TEST(TestReviewQueueModel)

#include "tst_reviewqueuemodel.moc"
