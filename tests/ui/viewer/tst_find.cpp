#include "support/testmain.h"
#include "ui/viewer/viewerfixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>

// Looking for words in the documents of a viewer.
class TestFind : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ViewerFixture;
    using FakeDocument = gatehouse::support::FakeDocument;

    static QString result(Fixture &fixture) { return fixture.find<QLabel>("findResultLabel")->text(); }
    static void seek(Fixture &fixture, const QString &text)
    {
        Fixture::press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(fixture.find<QLineEdit>("findField")->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

private Q_SLOTS:
    void findsInAllPagesByKeyboard()
    {
        Fixture fixture;
        auto &pages = fixture.desk.document(QStringLiteral("kyb")).pages;
        pages[2].line(QStringLiteral("a needle and another Needle"), 0.1, 0.9);
        pages[7].line(QStringLiteral("the last needle"), 0.1, 0.9);
        QVERIFY(fixture.show());
        fixture.view.showPage(QStringLiteral("kyb"), 1);
        // Letters of the field are no keys of the viewer: n would go to the next change, w fit the width.
        seek(fixture, QStringLiteral("needle"));
        QCOMPARE(fixture.find<QLineEdit>("findField")->text(), QStringLiteral("needle"));
        QTRY_COMPARE(result(fixture), QStringLiteral("1 of 3"));
        QCOMPARE(fixture.view.currentPage(), 2);
        QVERIFY(fixture.shows(2));
        QVERIFY(fixture.page()->verticalScrollBar()->value() > 0);
        Fixture::press(Qt::Key_F3);
        QCOMPARE(result(fixture), QStringLiteral("2 of 3"));
        QCOMPARE(fixture.view.currentPage(), 2);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(result(fixture), QStringLiteral("3 of 3"));
        QCOMPARE(fixture.view.currentPage(), 7);
        Fixture::press(Qt::Key_F3);
        QCOMPARE(result(fixture), QStringLiteral("1 of 3"));
        Fixture::press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(result(fixture), QStringLiteral("3 of 3"));
        Fixture::press(Qt::Key_Escape);
        QVERIFY(!fixture.find<QWidget>("findBar")->isVisible());
        QVERIFY(fixture.page()->hasFocus());
        QCOMPARE(fixture.view.currentPage(), 7);
        seek(fixture, QStringLiteral("needles"));
        QTRY_COMPARE(result(fixture), QStringLiteral("Not found"));
    }

    void tellsHowFarItIs()
    {
        Fixture fixture;
        fixture.desk.put(FakeDocument::withPages(QStringLiteral("kyb"), 2000));
        QVERIFY(fixture.show());
        QTRY_VERIFY(!fixture.page()->pageText().isEmpty());
        fixture.desk.holdBack();
        seek(fixture, QStringLiteral("page 1"));
        QTRY_COMPARE(result(fixture), QStringLiteral("Looking, page 0 of 2,000"));
        // A few at a time: a page that is turned meanwhile doesn't wait for two thousand.
        QVERIFY2(fixture.desk.heldBack() <= 12, qPrintable(QString::number(fixture.desk.heldBack())));
        fixture.desk.release();
        QTRY_VERIFY2(result(fixture).contains(QStringLiteral(" so far, page ")), qPrintable(result(fixture)));
        // 1, 10 to 19, 100 to 199, 1000 to 1999.
        QTRY_COMPARE_WITH_TIMEOUT(result(fixture), QStringLiteral("1 of 1,111"), 60000);
    }

    void saysThatADocumentHasNoTextLayer()
    {
        Fixture fixture;
        for (auto &page : fixture.desk.document(QStringLiteral("kyb")).pages)
            page.words.clear();
        QVERIFY(fixture.show());
        seek(fixture, QStringLiteral("x"));
        QTRY_VERIFY2(result(fixture).contains(QStringLiteral("no text layer")), qPrintable(result(fixture)));
    }

    void saysWhichPagesItCouldNotRead()
    {
        Fixture fixture;
        fixture.desk.document(QStringLiteral("kyb")).pages[4].unreadable = true;
        QVERIFY(fixture.show());
        seek(fixture, QStringLiteral("sheet 5"));
        QTRY_COMPARE(result(fixture), QStringLiteral("Not found; 1 page can't be read"));
    }

    void eachDocumentKeepsItsSearch()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        seek(fixture, QStringLiteral("sheet 9"));
        QTRY_COMPARE(result(fixture), QStringLiteral("1 of 1"));
        QCOMPARE(fixture.view.currentPage(), 8);
        fixture.view.showPage(QStringLiteral("kyb"), 3);
        auto *tabs = fixture.find<QTabBar>("documentTabs");
        tabs->setCurrentIndex(1);
        QVERIFY(!fixture.find<QWidget>("findBar")->isVisible());
        tabs->setCurrentIndex(0);
        QVERIFY(fixture.find<QWidget>("findBar")->isVisible());
        QCOMPARE(fixture.find<QLineEdit>("findField")->text(), QStringLiteral("sheet 9"));
        // One stands where one stood, not where the search had led.
        QCOMPARE(fixture.view.currentPage(), 3);
        QCOMPARE(result(fixture), QStringLiteral("1 of 1"));
    }
};

GATEHOUSE_TEST(TestFind)

#include "tst_find.moc"
