#include "support/testmain.h"
#include "ui/components/messagebanner.h"
#include "ui/viewer/documenttabs.h"
#include "ui/viewer/viewerfixture.h"
#include "words/textmarks.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

class TestDossierView : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ViewerFixture;
    using FakeDocument = gatehouse::support::FakeDocument;
    using Change = gatehouse::domain::PageChange;
    using Kind = gatehouse::domain::PageChangeKind;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;

    static QString kyb() { return QStringLiteral("kyb"); }
    static QString lic() { return QStringLiteral("lic"); }
    static QString caption(Fixture &fixture, int tab)
    {
        return fixture.view.findChild<gatehouse::ui::DocumentTabs *>()->caption(tab);
    }
    // What an empty state says, line by line.
    static QString said(QWidget *state)
    {
        QStringList lines;
        for (const QLabel *label : state->findChildren<QLabel *>())
            lines += gatehouse::words::plain(label->text());
        return lines.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void turnsPagesByKeyboard()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        const auto at = [&fixture] { return fixture.view.currentPage(); };
        Fixture::press(Qt::Key_Right);
        QCOMPARE(at(), 1);
        Fixture::press(Qt::Key_End);
        QCOMPARE(at(), 11);
        Fixture::press(Qt::Key_Right);
        QCOMPARE(at(), 11);
        Fixture::press(Qt::Key_Left);
        QCOMPARE(at(), 10);
        Fixture::press(Qt::Key_Home);
        QCOMPARE(at(), 0);
        // Page down reads to the end of the page before it turns it, and page up comes back to that end.
        QScrollBar *bar = fixture.page()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        for (int i = 0; i < 20 && at() == 0; ++i)
            Fixture::press(i % 2 == 0 ? Qt::Key_PageDown : Qt::Key_Space);
        QCOMPARE(at(), 1);
        QCOMPARE(bar->value(), 0);
        Fixture::press(Qt::Key_PageUp);
        QCOMPARE(at(), 0);
        QCOMPARE(bar->value(), bar->maximum());
        Fixture::press(Qt::Key_2);
        QCOMPARE(fixture.view.currentDocument(), lic());
        Fixture::press(Qt::Key_1);
        QCOMPARE(fixture.view.currentDocument(), kyb());
        Fixture::press(Qt::Key_7);
        QCOMPARE(fixture.view.currentDocument(), kyb());
    }

    void saysThatFormFieldsAreNotShown()
    {
        Fixture fixture;
        fixture.desk.document(lic()).mayHaveForm = true;
        QVERIFY(fixture.show());
        const auto *notice = fixture.view.findChild<gatehouse::ui::MessageBanner *>();
        QVERIFY(!notice->isVisible());
        Fixture::press(Qt::Key_2);
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->message().kind, gatehouse::ui::MessageBanner::Kind::Warning);
        QVERIFY(notice->message().text.startsWith(QStringLiteral("This PDF may have form fields;")));
        QVERIFY(fixture.page()->isVisible());
        QVERIFY(notice->mapTo(&fixture.view, QPoint(0, notice->height())).y()
                <= fixture.page()->mapTo(&fixture.view, QPoint(0, 0)).y());
        Fixture::press(Qt::Key_1);
        QVERIFY(!notice->isVisible());
    }

    void goesToAPageByItsNumber()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto *field = fixture.find<QLineEdit>("pageField");
        QCOMPARE(fixture.find<QLabel>("pageCountLabel")->text(), QStringLiteral("of 12"));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("7"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(fixture.view.currentPage(), 6);
        QVERIFY(fixture.page()->hasFocus());
        // There is no such page: nothing happens, and Escape puts the number back.
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("99"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(fixture.view.currentPage(), 6);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("7"));
    }

    void aPageIsSeenOnceItWasLookedAtLongEnough()
    {
        Fixture fixture;
        QSignalSpy seen(&fixture.view, &gatehouse::ui::DossierView::pageSeen);
        QVERIFY(fixture.show());
        auto *timer = fixture.find<QTimer>("seenTimer");
        QVERIFY(timer->isActive());
        QCOMPARE(timer->interval(), 700);
        QTRY_COMPARE(caption(fixture, 0), QStringLiteral("12 pages, 0 seen"));
        QTRY_COMPARE(caption(fixture, 1), QStringLiteral("3 pages, 0 seen"));
        fixture.lookLongEnough();
        QTRY_COMPARE(seen.count(), 1);
        QCOMPARE(caption(fixture, 0), QStringLiteral("12 pages, 1 seen"));
        for (int page : {5, 2}) {
            fixture.view.showPage(kyb(), page);
            QVERIFY(fixture.shows(page));
            fixture.lookLongEnough();
            QTRY_VERIFY(fixture.view.seen().constFirst().pages.contains(page));
        }
        // Seen already, nothing counts it again.
        fixture.view.showPage(kyb(), 5);
        QVERIFY(fixture.shows(5));
        QVERIFY(!timer->isActive());
        const auto record = fixture.view.seen().constFirst();
        QCOMPARE(record.documentId, kyb());
        QCOMPARE(record.sha256, QString(64, QLatin1Char('a')));
        QCOMPARE(record.pageCount, 12);
        QCOMPARE(record.pages, (QList<int>{0, 2, 5}));
        fixture.view.showPage(lic(), 0);
        for (int page : {0, 1, 2}) {
            fixture.view.showPage(lic(), page);
            QVERIFY(fixture.shows(page));
            fixture.lookLongEnough();
            QTRY_VERIFY(fixture.view.seen().constLast().pages.contains(page));
        }
        QCOMPARE(caption(fixture, 1), QStringLiteral("3 pages, all seen"));
    }

    void aPageThatIsHiddenOrTurnedTooSoonIsNotSeen()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto *timer = fixture.find<QTimer>("seenTimer");
        QVERIFY(timer->isActive());
        fixture.view.hide();
        QVERIFY(!timer->isActive());
        fixture.view.show();
        QTRY_VERIFY(timer->isActive());
        // Its picture is not there yet, so nobody can have seen it.
        fixture.desk.holdBack();
        fixture.view.showPage(kyb(), 7);
        QVERIFY(!timer->isActive());
        fixture.desk.release();
        QTRY_VERIFY(timer->isActive());
        QVERIFY(fixture.view.seen().constFirst().pages.isEmpty());
    }

    void timeCountsWhileTheWindowIsActiveAndVisible()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.view));
        const qint64 before = fixture.view.timeSpentMs();
        fixture.clock.advance(5000);
        QCOMPARE(fixture.view.timeSpentMs(), before + 5000);
        fixture.view.hide();
        fixture.clock.advance(60000);
        QCOMPARE(fixture.view.timeSpentMs(), before + 5000);
        fixture.view.show();
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        const qint64 left = fixture.view.timeSpentMs();
        fixture.clock.advance(60000);
        QCOMPARE(fixture.view.timeSpentMs(), left);
        fixture.view.setDocuments(QStringLiteral("p2"), Fixture::entries());
        QCOMPARE(fixture.view.timeSpentMs(), 0);
    }

    void documentsKeepTheirState()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.view.showPage(kyb(), 4);
        QVERIFY(fixture.shows(4));
        fixture.lookLongEnough();
        QTRY_VERIFY(fixture.view.seen().constFirst().pages.contains(4));
        Fixture::press(Qt::Key_Plus);
        const int percent = fixture.page()->percent();
        fixture.page()->verticalScrollBar()->setValue(120);
        Fixture::press(Qt::Key_2);
        QVERIFY(fixture.shows(0));
        QVERIFY(fixture.page()->percent() != percent);
        Fixture::press(Qt::Key_1);
        QVERIFY(fixture.shows(4));
        QCOMPARE(fixture.page()->percent(), percent);
        QTRY_VERIFY(qAbs(fixture.page()->verticalScrollBar()->value() - 120) <= 1);
        // A document is filed meanwhile: the one that is read stays as it is, and is not opened again.
        fixture.desk.put(FakeDocument::withPages(QStringLiteral("new"), 2));
        const auto entries =
            QList<gatehouse::ui::DocumentEntry>{Fixture::entry(QStringLiteral("new"), QStringLiteral("New"))}
            + Fixture::entries();
        fixture.view.setDocuments(QStringLiteral("p1"), entries);
        QCOMPARE(fixture.view.currentDocument(), kyb());
        QCOMPARE(fixture.view.currentPage(), 4);
        QCOMPARE(fixture.view.seen().at(1).pages, QList<int>{4});
        QTRY_COMPARE(fixture.desk.opened().size(), 3);
        // Another partner's review begins anew.
        fixture.view.setDocuments(QStringLiteral("p2"), Fixture::entries());
        QVERIFY(fixture.shows(0));
        QVERIFY(fixture.view.seen().constFirst().pages.isEmpty());
    }

    void whatWasSeenOfADossierIsKeptWhileOthersAreLookedAt()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(QTest::qWaitForWindowActive(&fixture.view));
        fixture.lookLongEnough();
        QTRY_COMPARE(fixture.view.seen().constFirst().pages, QList<int>{0});
        Fixture::press(Qt::Key_2);
        QVERIFY(fixture.shows(0));
        fixture.lookLongEnough();
        QTRY_COMPARE(fixture.view.seen().constLast().pages, QList<int>{0});
        fixture.clock.advance(5000);
        const qint64 spent = fixture.view.timeSpentMs();
        QVERIFY(spent >= 5000);
        fixture.view.setDocuments(QStringLiteral("p2"), Fixture::entries());
        QVERIFY(fixture.view.seen().constFirst().pages.isEmpty());
        QCOMPARE(fixture.view.timeSpentMs(), 0);
        fixture.clock.advance(60000);
        fixture.view.setDocuments(QStringLiteral("p1"), Fixture::entries());
        QCOMPARE(fixture.view.seen().constFirst().pages, QList<int>{0});
        QCOMPARE(fixture.view.timeSpentMs(), spent);
        QTRY_COMPARE(caption(fixture, 0), QStringLiteral("12 pages, 1 seen"));
        // One of them is replaced meanwhile: pages of the other bytes still count, and nothing else.
        fixture.view.setDocuments(QStringLiteral("p2"), Fixture::entries());
        QList<gatehouse::ui::DocumentEntry> entries = Fixture::entries();
        entries.first().sha256 = QString(64, QLatin1Char('b'));
        fixture.view.setDocuments(QStringLiteral("p1"), entries);
        QVERIFY(fixture.view.seen().constFirst().pages.isEmpty());
        QCOMPARE(fixture.view.seen().constLast().pages, QList<int>{0});
        QCOMPARE(fixture.view.timeSpentMs(), 0);
        // It is bounded.
        for (int other = 2; other < 66; ++other)
            fixture.view.setDocuments(QStringLiteral("p%1").arg(other), Fixture::entries());
        fixture.view.setDocuments(QStringLiteral("p1"), entries);
        QVERIFY(fixture.view.seen().constLast().pages.isEmpty());
    }

    void anAlteredDocumentIsNeverShown()
    {
        Fixture fixture;
        fixture.desk.document(kyb()).sha256 = QString(64, QLatin1Char('b'));
        fixture.view.setDocuments(QStringLiteral("p1"), Fixture::entries());
        fixture.view.show();
        auto *state = fixture.find<QWidget>("documentFailure");
        QTRY_VERIFY(state->isVisible());
        QVERIFY2(said(state).contains(QStringLiteral("can't be trusted")), qPrintable(said(state)));
        QVERIFY(said(state).contains(QStringLiteral("dossier#object-altered")));
        QCOMPARE(fixture.view.currentPage(), -1);
        QVERIFY(fixture.view.selectionEvidence().evidence.isEmpty());
        QVERIFY(fixture.desk.asked().isEmpty());
        QVERIFY(fixture.view.seen().constFirst().sha256.isEmpty());
        QCOMPARE(caption(fixture, 0), QStringLiteral("can't be shown"));
        QVERIFY(fixture.view.seen().constFirst().refused);
        QVERIFY(!fixture.view.seen().constLast().refused);
        fixture.view.showPage(lic(), 1);
        QVERIFY(fixture.shows(1));
    }

    void saysWhyADocumentCantBeOpened_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, ErrorKind kind, ErrorCode code, const QStringList &arguments,
                            const QString &words) {
            QTest::newRow(name) << int(kind) << int(code) << arguments << words;
        };
        row("encrypted", ErrorKind::Corrupt, ErrorCode::DocumentUnreadable, {QStringLiteral("encrypted")},
            QStringLiteral("protected by a password"));
        row("missing", ErrorKind::NotFound, ErrorCode::ObjectMissing, {},
            QStringLiteral("missing from the object store"));
        row("no helper", ErrorKind::Unreachable, ErrorCode::RendererMissing, {},
            QStringLiteral("Install Gatehouse again"));
        row("no role", ErrorKind::Denied, ErrorCode::NotPermitted,
            {QStringLiteral("root_admin"), QStringLiteral("tenant_admin")},
            QStringLiteral("Those who can: root admins, tenant admins."));
    }

    void saysWhyADocumentCantBeOpened()
    {
        QFETCH(int, kind);
        QFETCH(int, code);
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        Fixture fixture;
        fixture.desk.document(kyb()).refusal =
            gatehouse::base::Error{ErrorKind(kind), ErrorCode(code), QStringLiteral("kyb.pdf"), arguments};
        fixture.view.setDocuments(QStringLiteral("p1"), Fixture::entries());
        fixture.view.show();
        auto *state = fixture.find<QWidget>("documentFailure");
        QTRY_VERIFY(state->isVisible());
        QVERIFY2(said(state).contains(words), qPrintable(said(state)));
        QVERIFY(said(state).contains(QStringLiteral("Runbook: ")));
        QTRY_COMPARE(caption(fixture, 1), QStringLiteral("3 pages, 0 seen"));
        auto *again = state->findChild<QPushButton *>();
        QCOMPARE(again->isVisible(), ErrorKind(kind) != ErrorKind::Denied);
        if (!again->isVisible())
            return;
        // It is there again.
        fixture.desk.document(kyb()).refusal.reset();
        QTest::keyClick(again, Qt::Key_Space);
        QVERIFY(fixture.shows(0));
        QVERIFY(!state->isVisible());
    }

    void takesThePageOrTheSelectionAsEvidence()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QSignalSpy asked(&fixture.view, &gatehouse::ui::DossierView::evidenceRequested);
        fixture.view.showPage(kyb(), 3);
        QVERIFY(fixture.shows(3));
        Fixture::press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first(), (QVariantList{QStringLiteral("kyb:4"), QString()}));
        QTRY_VERIFY(!fixture.page()->pageText().isEmpty());
        // The first word, on to the second, and a line down.
        for (Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down})
            Fixture::press(key, Qt::ShiftModifier);
        Fixture::press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(asked.last().first().toString(), QStringLiteral("kyb:4"));
        const QString quote = asked.last().last().toString();
        QVERIFY2(quote.startsWith(QStringLiteral("District Court")), qPrintable(quote));
        QVERIFY2(quote.contains(QStringLiteral("Register")), qPrintable(quote));
        QCOMPARE(fixture.view.selectionEvidence().quote, quote);
        Fixture::press(Qt::Key_Escape);
        QVERIFY(fixture.view.selectionEvidence().quote.isEmpty());
    }

    void goesThroughAllChangesOfAllDocuments()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.view.goToNextChange());
        QVERIFY(!fixture.find<QToolButton>("nextChangeButton")->isEnabled());
        const QStringList some{QStringLiteral("x")};
        QTRY_COMPARE(caption(fixture, 1), QStringLiteral("3 pages, 0 seen"));
        fixture.view.setChanges(kyb(),
                                {{Kind::Changed, 3, 3, {{0.1, 0.1, 0.2, 0.02}, {0.1, 0.9, 0.2, 0.02}}, some, some},
                                 {Kind::Added, 6, -1, {}, {}, {}}});
        fixture.view.setChanges(lic(), {{Kind::Changed, 1, 1, {}, {}, {}}});
        QVERIFY(fixture.find<QToolButton>("nextChangeButton")->isEnabled());
        const auto where = [&fixture] {
            return QStringLiteral("%1:%2").arg(fixture.view.currentDocument()).arg(fixture.view.currentPage() + 1);
        };
        QStringList way;
        const QScrollBar *bar = fixture.page()->verticalScrollBar();
        int lowest = 0;
        for (int i = 0; i < 5; ++i) {
            Fixture::press(Qt::Key_N);
            QVERIFY(fixture.shows(fixture.view.currentPage()));
            way += where();
            lowest = qMax(lowest, bar->value());
        }
        QCOMPARE(way, (QStringList{QStringLiteral("kyb:4"), QStringLiteral("kyb:4"), QStringLiteral("kyb:7"),
                                   QStringLiteral("lic:2"), QStringLiteral("kyb:4")}));
        QVERIFY(lowest > 0); // the second change of page 4 is below the window's edge
        way.clear();
        for (int i = 0; i < 3; ++i) {
            Fixture::press(Qt::Key_N, Qt::ShiftModifier);
            QVERIFY(fixture.shows(fixture.view.currentPage()));
            way += where();
        }
        QCOMPARE(way, (QStringList{QStringLiteral("lic:2"), QStringLiteral("kyb:7"), QStringLiteral("kyb:4")}));
        // From a page between, the next one is the one behind it.
        fixture.view.showPage(kyb(), 5);
        fixture.view.goToNextChange();
        QCOMPARE(where(), QStringLiteral("kyb:7"));
    }

    void everyControlHasANameAndIsReachedByKeyboard()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        int buttons = 0;
        for (QToolButton *button : fixture.view.findChildren<QToolButton *>()) {
            if (button->parentWidget()->inherits("QTabBar") || button->parentWidget()->inherits("QLineEdit"))
                continue; // Qt's own: a tab bar's arrows, a field's cross
            ++buttons;
            const auto name = [button] { return qPrintable(button->objectName()); };
            QVERIFY2(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty(), name());
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, name());
        }
        QVERIFY(buttons >= 12);
        QVERIFY(fixture.find<QToolButton>("zoomOutButton")->toolTip().contains(QStringLiteral("(-)")));
        QAccessibleInterface *page = QAccessible::queryAccessibleInterface(fixture.page());
        QTRY_VERIFY(page->text(QAccessible::Value).contains(QStringLiteral("Harrowfeld")));
        QCOMPARE(gatehouse::words::plain(page->text(QAccessible::Name)), QStringLiteral("KYB package, page 1 of 12"));
        QCOMPARE(page->role(), QAccessible::Document);
    }
};

GATEHOUSE_TEST(TestDossierView)

#include "tst_dossierview.moc"
