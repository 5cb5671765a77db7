#include "support/testmain.h"
#include "ui/viewer/changemarks.h"
#include "ui/viewer/pagegeometry.h"
#include "ui/viewer/pagewords.h"

class TestPageWords : public QObject
{
    Q_OBJECT

    using Text = gatehouse::domain::PageText;
    using Span = gatehouse::ui::WordSpan;
    using Change = gatehouse::domain::PageChange;
    using Kind = gatehouse::domain::PageChangeKind;

    // Two lines: "The seat is" and "Kaistrasse nine".
    static Text words()
    {
        return {{QStringLiteral("The"), {0.1, 0.1, 0.1, 0.02}},
                {QStringLiteral("Seat"), {0.22, 0.1, 0.1, 0.02}},
                {QStringLiteral("is"), {0.34, 0.1, 0.05, 0.02}},
                {QStringLiteral("Kaistrasse"), {0.1, 0.14, 0.2, 0.02}},
                {QStringLiteral("nine"), {0.32, 0.14, 0.1, 0.02}}};
    }

private Q_SLOTS:
    void findsAcrossWordsAndLinesWithoutRegardToCase_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QList<int>>("spans"); // first and last of each
        QTest::newRow("a word") << QStringLiteral("seat") << QList<int>{1, 1};
        QTest::newRow("part of a word") << QStringLiteral("STRASSE") << QList<int>{3, 3};
        QTest::newRow("over the line's end") << QStringLiteral("is  kai") << QList<int>{2, 3};
        QTest::newRow("several") << QStringLiteral("s") << QList<int>{1, 1, 2, 2, 3, 3, 3, 3, 3, 3};
        QTest::newRow("nothing sought") << QStringLiteral("  ") << QList<int>{};
        QTest::newRow("not there") << QStringLiteral("ninety") << QList<int>{};
    }

    void findsAcrossWordsAndLinesWithoutRegardToCase()
    {
        QFETCH(QString, needle);
        QFETCH(QList<int>, spans);
        QList<int> found;
        for (const Span &hit : gatehouse::ui::findHits(words(), needle))
            found += {int(hit.first), int(hit.last)};
        QCOMPARE(found, spans);
        // What is counted for a whole document is what a page marks.
        QCOMPARE(gatehouse::ui::countHits(gatehouse::ui::searchable(words()), needle), spans.size() / 2);
    }

    void marksOneAreaForEachLine()
    {
        const QList<QRectF> areas = gatehouse::ui::areasOf(words(), {1, 4});
        QCOMPARE(areas.size(), 2);
        QCOMPARE(areas.first(), QRectF(0.22, 0.1, 0.17, 0.02));
        QCOMPARE(gatehouse::ui::textOf(words(), {1, 3}), QStringLiteral("Seat is Kaistrasse"));
        QVERIFY(gatehouse::ui::areasOf(words(), {}).isEmpty());
    }

    void movesBetweenLines()
    {
        using gatehouse::ui::WordLine;
        QCOMPARE(gatehouse::ui::wordBeside(words(), 2, WordLine::Below), 4);
        QCOMPARE(gatehouse::ui::wordBeside(words(), 3, WordLine::Above), 0);
        QCOMPARE(gatehouse::ui::wordBeside(words(), 4, WordLine::Below), 4);
        QCOMPARE(gatehouse::ui::wordNear(words(), {0.9, 0.15}), 4);
        QCOMPARE(gatehouse::ui::wordNear({}, {0.5, 0.5}), -1);
    }

    void turnsAreasAndBack()
    {
        const QRectF area(0.1, 0.2, 0.3, 0.4);
        for (int turns = 0; turns < 4; ++turns) {
            const QPointF middle = gatehouse::ui::turnedArea(area, turns).center();
            const QPointF back = gatehouse::ui::unturnedPoint(middle, turns);
            QVERIFY2(qFuzzyCompare(back.x(), area.center().x()) && qFuzzyCompare(back.y(), area.center().y()),
                     qPrintable(QString::number(turns)));
        }
        QCOMPARE(gatehouse::ui::turnedArea(area, 1).topLeft(), QPointF(1 - 0.2 - 0.4, 0.1));
    }

    void zoomGoesInStepsBetweenItsEnds()
    {
        QCOMPARE(gatehouse::ui::zoomStepUp(96), 100);
        QCOMPARE(gatehouse::ui::zoomStepDown(96), 90);
        QCOMPARE(gatehouse::ui::zoomStepUp(100), 110);
        QCOMPARE(gatehouse::ui::zoomStepDown(100), 90);
        QCOMPARE(gatehouse::ui::zoomStepUp(400), 400);
        QCOMPARE(gatehouse::ui::zoomStepDown(25), 25);
    }

    void saysWhatChangedAndWhere()
    {
        const QStringList before{QStringLiteral("4")};
        const QStringList after{QStringLiteral("9")};
        const Change changed{Kind::Changed, 1, 1, {{0.1, 0.5, 0.2, 0.02}, {0.1, 0.1, 0.2, 0.02}}, before, after};
        const Change added{Kind::Added, 2, -1, {}, {}, {}};
        const Change gone{Kind::Removed, 3, 3, {}, {}, {}};
        const auto marks = gatehouse::ui::changeMarks({added, changed, gone}, 3);
        QCOMPARE(marks.size(), 4);
        QCOMPARE(marks[0].label, QStringLiteral("Changed"));
        QCOMPARE(marks[0].place.top(), 0.1);
        QCOMPARE(marks[1].place.top(), 0.5);
        QCOMPARE(marks[2].label, QStringLiteral("Added"));
        QVERIFY(marks[2].wholePage && !marks[1].wholePage);
        // The page that is gone stood behind the last one.
        QCOMPARE(marks[3].page, 2);
        QCOMPARE(marks[3].label, QStringLiteral("Removed"));
        QVERIFY(gatehouse::ui::changeSentence({changed}, 1, 3).contains(QStringLiteral("9")));
        QCOMPARE(gatehouse::ui::changeSentence({changed}, 0, 3), QString());
    }

    void marksAreasThatStandTogetherAsOne()
    {
        const QStringList words{QStringLiteral("x")};
        const Change change{Kind::Changed, 0, 0, {{0.1, 0.1, 0.2, 0.02}, {0.1, 0.125, 0.2, 0.02}}, {}, words};
        const auto marks = gatehouse::ui::changeMarks({change}, 1);
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0].areas.size(), 2);
        QCOMPARE(marks[0].label, QStringLiteral("Added"));
    }
};

GATEHOUSE_TEST(TestPageWords)

#include "tst_pagewords.moc"
