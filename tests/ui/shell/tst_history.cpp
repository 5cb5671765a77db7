#include "support/testmain.h"
#include "ui/shell/history.h"

class TestHistory : public QObject
{
    Q_OBJECT

    using History = gatehouse::ui::History;
    using Place = gatehouse::ui::Place;

    static Place partner(const QString &id) { return {gatehouse::ui::Area::Partner, id}; }
    static Place approvals(const QString &id) { return {gatehouse::ui::Area::Approvals, id}; }

private Q_SLOTS:
    void beginsOnTheBoardWithNowhereToGo()
    {
        const History history;
        QVERIFY(history.current() == Place());
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
    }

    void walksBackAndForward()
    {
        History history;
        history.go(partner(QStringLiteral("a")));
        history.go(partner(QStringLiteral("b")));
        QVERIFY(history.back() == partner(QStringLiteral("a")));
        QVERIFY(history.back() == Place());
        QVERIFY(history.back() == Place());
        QVERIFY(history.forward() == partner(QStringLiteral("a")));
        QVERIFY(history.canGoForward());
    }

    void goingSomewhereNewDropsWhatWasAhead()
    {
        History history;
        history.go(partner(QStringLiteral("a")));
        history.back();
        history.go(partner(QStringLiteral("b")));
        QVERIFY(!history.canGoForward());
        QVERIFY(history.back() == Place());
    }

    void goingWhereOneStandsChangesNothing()
    {
        History history;
        history.go(Place());
        QVERIFY(!history.canGoBack());
    }

    void forgetsWhatIsAHundredPlacesBack()
    {
        History history;
        for (int i = 0; i < 250; ++i)
            history.go(partner(QString::number(i)));
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back();
        QCOMPARE(steps, 99);
        QVERIFY(history.current() == partner(QStringLiteral("150")));
    }

    void movingWithinAPlaceIsNoStep()
    {
        History history;
        history.go(approvals(QStringLiteral("a")));
        history.replace(approvals(QStringLiteral("b")));
        history.go(partner(QStringLiteral("b")));
        QVERIFY(history.back() == approvals(QStringLiteral("b")));
        QVERIFY(history.back() == Place());
        QVERIFY(!history.canGoBack());
        QVERIFY(history.forward() == approvals(QStringLiteral("b")));
    }
};

GATEHOUSE_TEST(TestHistory)

#include "tst_history.moc"
