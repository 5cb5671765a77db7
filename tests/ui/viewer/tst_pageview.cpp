#include "support/testmain.h"
#include "ui/components/emptystate.h"
#include "ui/components/loadingline.h"
#include "ui/viewer/thumbnaillist.h"
#include "ui/viewer/viewerfixture.h"
#include "words/textmarks.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QWheelEvent>

class TestPageView : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ViewerFixture;
    using FakeDesk = gatehouse::support::FakeDesk;
    using FakeDocument = gatehouse::support::FakeDocument;
    using Change = gatehouse::domain::PageChange;
    using Kind = gatehouse::domain::PageChangeKind;
    using Token = gatehouse::ui::Token;
    using Tokens = gatehouse::ui::Tokens;
    using Urgency = gatehouse::operations::Urgency;

    static QString kyb() { return QStringLiteral("kyb"); }
    static QImage picture(Fixture &fixture) { return fixture.page()->viewport()->grab().toImage(); }
    // How many pixels have about this colour.
    static int count(const QImage &image, QColor color, int tolerance = 6)
    {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int off = qMax(qMax(qAbs(pixel.red() - color.red()), qAbs(pixel.green() - color.green())),
                                     qAbs(pixel.blue() - color.blue()));
                found += off <= tolerance;
            }
        }
        return found;
    }
    // Whether the picture of this page, and no older one, is on screen.
    static bool isDrawn(Fixture &fixture, int page) { return count(picture(fixture), FakeDesk::corner(page)) > 100; }
    static void wheel(QWidget *over, int notches)
    {
        const QPointF middle = over->rect().center();
        QWheelEvent event(middle, over->mapToGlobal(middle), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(over, &event);
    }

private Q_SLOTS:
    void fetchesTheNeighboursAhead()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.view.showPage(kyb(), 5);
        QVERIFY(fixture.shows(5));
        QHash<int, Urgency> asked;
        for (const FakeDesk::Asked &one : fixture.desk.asked()) {
            if (one.urgency != Urgency::Thumbnail)
                asked.insert(one.page, one.urgency);
        }
        QCOMPARE(asked.value(5), Urgency::Shown);
        QTRY_COMPARE(std::count_if(fixture.desk.asked().cbegin(), fixture.desk.asked().cend(),
                                   [](const FakeDesk::Asked &one) {
                                       return one.urgency == Urgency::Prefetched && (one.page == 4 || one.page == 6);
                                   }),
                     2);
        QVERIFY(isDrawn(fixture, 5));
        // The next page is there at once, with nothing more to be answered.
        fixture.desk.holdBack();
        Fixture::press(Qt::Key_Right);
        QCOMPARE(fixture.page()->shownPage(), 6);
        QVERIFY(isDrawn(fixture, 6));
    }

    void keepsTheOldPictureUntilTheNewOneIsThere()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto *line = fixture.page()->findChild<gatehouse::ui::LoadingLine *>();
        QTRY_VERIFY(isDrawn(fixture, 0));
        QVERIFY(!line->isVisible());
        const int before = fixture.page()->percent();
        fixture.desk.holdBack();
        Fixture::press(Qt::Key_Plus);
        QVERIFY(fixture.page()->percent() > before);
        QVERIFY(isDrawn(fixture, 0));
        QCOMPARE(fixture.page()->shownPage(), 0);
        QTRY_VERIFY(line->isVisible());
        fixture.desk.release();
        QTRY_VERIFY(!line->isVisible());
        QVERIFY(isDrawn(fixture, 0));
    }

    void takesBackWhatNobodyWaitsForAnyMore()
    {
        Fixture fixture;
        fixture.desk.put(FakeDocument::withPages(kyb(), 200));
        QVERIFY(fixture.show());
        fixture.desk.holdBack();
        for (int page = 190; page > 0; page -= 5)
            fixture.view.showPage(kyb(), page);
        // The page with its neighbours, its words, and the thumbnails that can be seen.
        const int thumbnails = fixture.find<QWidget>("thumbnailList")->height() / 60 + 2;
        QTRY_VERIFY2(fixture.desk.heldBack() <= 4 + thumbnails, qPrintable(QString::number(fixture.desk.heldBack())));
        fixture.desk.release();
        QVERIFY(fixture.shows(5));
    }

    void aPageThatCantBeShownCostsItselfAlone()
    {
        Fixture fixture;
        fixture.desk.document(kyb()).pages[1].unreadable = true;
        QVERIFY(fixture.show());
        Fixture::press(Qt::Key_Right);
        auto *failure = fixture.page()->findChild<gatehouse::ui::EmptyState *>();
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(gatehouse::words::plain(failure->accessibleName()), QStringLiteral("Page 2 can't be shown."));
        QVERIFY(fixture.page()->pageDescription().contains(QStringLiteral("can't be shown")));
        QCOMPARE(fixture.page()->shownPage(), -1);
        QVERIFY(!fixture.find<QTimer>("seenTimer")->isActive());
        Fixture::press(Qt::Key_Right);
        QVERIFY(fixture.shows(2));
        QVERIFY(!failure->isVisible());
        Fixture::press(Qt::Key_Left);
        QTRY_VERIFY(failure->isVisible());
        // Once it can be shown, it is.
        fixture.desk.document(kyb()).pages[1].unreadable = false;
        QTest::keyClick(failure->findChild<QPushButton *>(), Qt::Key_Space);
        QVERIFY(fixture.shows(1));
        QVERIFY(!failure->isVisible());
    }

    void zoomsByKeyboard()
    {
        Fixture fixture;
        // A large plan: four times its size it would be more than the helper may answer.
        fixture.desk.document(kyb()).pages[0].points = {1190, 1684};
        QVERIFY(fixture.show());
        auto *page = fixture.page();
        const int fit = page->percent();
        QVERIFY(page->zoom().fit == gatehouse::ui::PageZoom::Fit::Width);
        QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
        Fixture::press(Qt::Key_0);
        QCOMPARE(page->percent(), 100);
        QCOMPARE(fixture.find<QLabel>("zoomLabel")->text(), QStringLiteral("100 %"));
        Fixture::press(Qt::Key_Plus);
        QCOMPARE(page->percent(), 110);
        Fixture::press(Qt::Key_Minus);
        Fixture::press(Qt::Key_Minus);
        QCOMPARE(page->percent(), 90);
        for (int i = 0; i < 20; ++i)
            Fixture::press(Qt::Key_Plus);
        QCOMPARE(page->percent(), 400);
        QVERIFY(!fixture.find<QToolButton>("zoomInButton")->isEnabled());
        // Where the page is wider than the window, an arrow goes along it before it turns it.
        page->horizontalScrollBar()->setValue(0);
        Fixture::press(Qt::Key_Right);
        QCOMPARE(page->page(), 0);
        QVERIFY(page->horizontalScrollBar()->value() > 0);
        const auto widest = [&fixture] {
            int width = 0;
            for (const FakeDesk::Asked &one : fixture.desk.asked())
                width = qMax(width, one.size.width());
            return width;
        };
        QTRY_VERIFY(widest() > 3000);
        for (const FakeDesk::Asked &one : fixture.desk.asked())
            QVERIFY(qint64(one.size.width()) * one.size.height() * 4 <= gatehouse::domain::pageMostBytes);
        Fixture::press(Qt::Key_W);
        QCOMPARE(page->percent(), fit);
        QVERIFY(fixture.find<QToolButton>("fitWidthButton")->isChecked());
    }

    // Larger than the window a page can be scrolled to each of its edges; smaller it stands in the middle.
    void zoomingCutsNoEdgeOff()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        const auto *page = fixture.page();
        QTRY_VERIFY(isDrawn(fixture, 0));
        for (int i = 0; i < 20; ++i)
            Fixture::press(Qt::Key_Plus);
        QCOMPARE(page->percent(), 400);
        QScrollBar *bar = page->horizontalScrollBar();
        QVERIFY(bar->maximum() > 0);
        // As each step rounds to whole pixels.
        QVERIFY2(qAbs(bar->value() - bar->maximum() / 2) <= bar->maximum() / 100,
                 qPrintable(QString::number(bar->value())));
        const auto edges = [&] {
            const QRect paper = page->placeOf({0, 0, 1, 1}).toRect();
            return std::pair(paper.left(), page->viewport()->width() - paper.left() - paper.width());
        };
        bar->setValue(0);
        QCOMPARE(edges().first, gatehouse::ui::PageRoom::margin);
        bar->setValue(bar->maximum());
        QCOMPARE(edges().second, gatehouse::ui::PageRoom::margin);
        for (int i = 0; i < 20; ++i)
            Fixture::press(Qt::Key_Minus);
        QCOMPARE(page->percent(), 25);
        QVERIFY(edges().first > gatehouse::ui::PageRoom::margin);
        QVERIFY(qAbs(edges().first - edges().second) <= 1);
    }

    void turnsPagesAroundTheirMiddle()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.desk.forgetAsked();
        const QImage before = picture(fixture);
        fixture.find<QToolButton>("rotateButton")->click();
        QTRY_VERIFY(!fixture.desk.asked().isEmpty());
        QVERIFY(fixture.shows(0));
        QTRY_VERIFY(isDrawn(fixture, 0));
        // The corner that was upper left is upper right.
        const QImage after = picture(fixture);
        const auto half = [](const QImage &image, bool right) {
            return image.copy(right ? image.width() / 2 : 0, 0, image.width() / 2, image.height());
        };
        QVERIFY(count(half(before, false), FakeDesk::corner(0)) > 100);
        QVERIFY(count(half(before, true), FakeDesk::corner(0)) == 0);
        QVERIFY(count(half(after, false), FakeDesk::corner(0)) == 0);
        QVERIFY(count(half(after, true), FakeDesk::corner(0)) > 100);
    }

    void outlinesWhatChanged()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QTRY_VERIFY(isDrawn(fixture, 0));
        const QColor ink = Tokens::light()[Token::Warn];
        QCOMPARE(count(picture(fixture), ink), 0);
        const QStringList words{QStringLiteral("x")};
        fixture.view.setChanges(
            kyb(), {{Kind::Changed, 0, 0, {{0.3, 0.2, 0.3, 0.03}}, words, words}, {Kind::Added, 1, -1, {}, {}, {}}});
        QTRY_VERIFY(count(picture(fixture), ink) > 200);
        // An outline, no filled box: the words in it are still read.
        QVERIFY(count(picture(fixture), Tokens::light()[Token::WarnTint]) > 500);
        fixture.find<QToolButton>("markChangesButton")->click();
        QCOMPARE(count(picture(fixture), ink), 0);
        fixture.find<QToolButton>("markChangesButton")->click();
        // A page that changed as a whole has a bar along it.
        Fixture::press(Qt::Key_Right);
        QVERIFY(fixture.shows(1));
        QVERIFY(count(picture(fixture), ink) > 4 * 300);
        QVERIFY(fixture.page()->pageDescription().contains(QStringLiteral("added")));
    }

    void paperStaysBrightInTheDark()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QTRY_VERIFY(isDrawn(fixture, 0));
        fixture.theme.setChoice(gatehouse::ui::Theme::Choice::Dark);
        const QImage dark = picture(fixture);
        QVERIFY(count(dark, QColor(0xF4, 0xF3, 0xEF), 0) > dark.width() * dark.height() / 3);
        QCOMPARE(count(dark, Qt::white, 0), 0);
    }

    // What is drawn on the paper and beside it can be read in both themes.
    void marksCanBeRead()
    {
        using gatehouse::ui::contrast;
        const Tokens &light = Tokens::light();
        for (const Tokens *theme : {&light, &Tokens::dark()}) {
            const Tokens &tokens = *theme;
            QVERIFY(contrast(light[Token::Warn], tokens[Token::Paper]) >= 4.5);
            QVERIFY(contrast(light[Token::Accent], tokens[Token::Paper]) >= 4.5);
            QVERIFY(contrast(tokens[Token::Warn], tokens[Token::WarnTint]) >= 4.5);
            QVERIFY(contrast(tokens[Token::Text], tokens[Token::ViewerBg]) >= 4.5);
            QVERIFY(contrast(tokens[Token::Text2], tokens[Token::ViewerBg]) >= 4.5);
            QVERIFY(contrast(tokens[Token::Accent], tokens[Token::ViewerBg]) >= 4.5);
            QVERIFY(contrast(tokens[Token::Text2], tokens[Token::Sel]) >= 4.5);
        }
        // A page's own ink on the tints, as the light theme has them.
        for (Token tint : {Token::WarnTint, Token::Sel})
            QVERIFY(contrast(QColor(0x50, 0x50, 0x50), light[tint]) >= 4.5);
    }

    void selectsWordsByPointer()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QTRY_VERIFY(!fixture.page()->pageText().isEmpty());
        QWidget *viewport = fixture.page()->viewport();
        // From the first word of the title to its last one.
        const auto place = [&fixture](const QString &word) {
            for (const auto &one : fixture.desk.document(kyb()).pages.constFirst().words) {
                if (one.text == word)
                    return fixture.page()->placeOf(one.area).center().toPoint();
            }
            return QPoint();
        };
        const QPoint from = place(QStringLiteral("extract"));
        const QPoint to = place(QStringLiteral("213,"));
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
        QCOMPARE(fixture.view.selectionEvidence().quote, QStringLiteral("extract HRB 48 213,"));
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, from);
        QCOMPARE(fixture.view.selectionEvidence().quote, QStringLiteral("extract"));
        QTest::mouseClick(viewport, Qt::LeftButton, {}, to);
        QVERIFY(fixture.view.selectionEvidence().quote.isEmpty());
    }

    void theWheelTurnsAPageOnlyBeyondItsEnd()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QWidget *viewport = fixture.page()->viewport();
        QScrollBar *bar = fixture.page()->verticalScrollBar();
        for (int i = 0; i < 50 && bar->value() < bar->maximum(); ++i)
            wheel(viewport, -1);
        QCOMPARE(bar->value(), bar->maximum());
        wheel(viewport, -1);
        QCOMPARE(fixture.view.currentPage(), 0);
        wheel(viewport, -1);
        QCOMPARE(fixture.view.currentPage(), 1);
        QCOMPARE(bar->value(), 0);
    }

    void twoThousandPagesAskForFewThumbnails()
    {
        Fixture fixture;
        fixture.desk.put(FakeDocument::withPages(kyb(), 2000));
        QVERIFY(fixture.show());
        auto *list = fixture.view.findChild<gatehouse::ui::ThumbnailList *>();
        const auto thumbnails = [&fixture] {
            QSet<int> pages;
            for (const FakeDesk::Asked &one : fixture.desk.asked()) {
                if (one.urgency == Urgency::Thumbnail)
                    pages += one.page;
            }
            return pages;
        };
        const int seen = list->height() / list->sizeHintForRow(0) + 2;
        QTRY_VERIFY(!thumbnails().isEmpty());
        QVERIFY2(thumbnails().size() <= seen, qPrintable(QString::number(thumbnails().size())));
        // A drag of the scroll bar through all of them: those that are passed are not drawn.
        fixture.desk.forgetAsked();
        QScrollBar *bar = list->verticalScrollBar();
        for (int i = 0; i <= 500; ++i)
            bar->setValue(int(qint64(bar->maximum()) * i / 500));
        QTRY_VERIFY(thumbnails().contains(1999));
        QVERIFY2(thumbnails().size() <= 2LL * seen, qPrintable(QString::number(thumbnails().size())));
        // The list follows the page, and a choice in the list turns it.
        fixture.view.showPage(kyb(), 999);
        QCOMPARE(list->currentIndex().row(), 999);
        QVERIFY(list->viewport()->rect().intersects(list->visualRect(list->currentIndex())));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(fixture.view.currentPage(), 1000);
        QVERIFY(list->currentIndex()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QLocale().toString(1001).prepend(QStringLiteral("Page "))));
    }
};

GATEHOUSE_TEST(TestPageView)

#include "tst_pageview.moc"
