#include "operations/reviewoperations.h"
#include "support/testmain.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/shell/sidebar.h"
#include "ui/viewer/dossierview.h"
#include "words/textmarks.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

// Approvals as the window shows it.
class TestApprovalsPage : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Act = gatehouse::ui::Act;
    using Area = gatehouse::ui::Area;

    const QString m_mara = QStringLiteral("mara.okafor");
    const QString m_sam = QStringLiteral("sam.support");

private Q_SLOTS:
    void showsTheMostUrgentReviewAndSaysWhoFiledIt()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("Revision 2 filed")));
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("due")));
        QVERIFY(fixture.says("changesPart", QStringLiteral("Filed for the first review")));
        QTRY_VERIFY(fixture.says("checksPart", QStringLiteral("match the stored hashes")));
        QVERIFY(fixture.says("decisionsPart", QStringLiteral("Nobody has decided yet.")));
        QVERIFY(fixture.says("requirementList", QStringLiteral("not viewed")));
        QCOMPARE(fixture.find<QLabel>("titleLabel")->text(), QStringLiteral("Approvals"));
        QCOMPARE(fixture.find<QLabel>("summaryLabel")->text(), QStringLiteral("1 waiting"));
    }

    void anEmptyQueueSaysWhenItFills()
    {
        Fixture fixture;
        fixture.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find("queueEmpty") && fixture.find("reviewNothing"));
        QVERIFY(fixture.says("queueEmpty", QStringLiteral("No partner is waiting")));
        // Whoever looks at their own is led to everyone's.
        const QString partner = fixture.submit();
        fixture.press(Qt::Key_F5);
        QTRY_COMPARE(fixture.review()->partner(), partner);
        fixture.find<QLineEdit>("queueFilterEdit")->setText(QStringLiteral("mine"));
        QTRY_VERIFY(fixture.says("queueEmpty", QStringLiteral("No partner is waiting for you")));
        fixture.find("queueEmpty")->findChild<QPushButton *>()->click();
        QTRY_VERIFY(fixture.find("queueList"));
    }

    void whoMayNotDecideReadsTheFactsAndWhoCan()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        QVERIFY(fixture.addOperator(m_sam, {}, gatehouse::domain::Role::Support));
        fixture.reopenAs(m_sam);
        fixture.window().go({Area::Approvals, partner});
        QTRY_VERIFY(fixture.find("obstacleBanner"));
        QVERIFY(!fixture.find("noteEdit"));
        QVERIFY(fixture.says("changesPart", QStringLiteral("Filed for the first review")));
        for (Act act : {Act::ChooseApprove, Act::RecordDecision, Act::AcceptDocument, Act::AskPartner, Act::AssignToMe,
                        Act::SnoozeReview}) {
            QVERIFY2(!fixture.window().actions()[act]->isEnabled(),
                     qPrintable(fixture.window().actions()[act]->objectName()));
            QVERIFY(!fixture.window().actions()[act]->statusTip().isEmpty());
        }
    }

    void saysWhoElseHasItOpen()
    {
        Fixture fixture;
        QVERIFY(fixture.addOperator(m_mara, QStringLiteral("Mara Okafor")));
        const QString partner = fixture.submit();
        gatehouse::operations::OpenReview open;
        open.partner = partner;
        QVERIFY(fixture.runElsewhere(open));
        fixture.reopenAs(m_mara);
        fixture.window().go({Area::Approvals, partner});
        QTRY_VERIFY(fixture.find("reviewPeopleLabel")
                    && fixture.says("reviewHeader", Fixture::osUser() + QStringLiteral(" has this open")));
        // Both do; when one leaves for the Board, the other is told.
        QTRY_COMPARE(fixture.state(partner).present.size(), 1);
        QCOMPARE(fixture.state(partner).present.constFirst().subject, m_mara);
        fixture.window().go({});
        QTRY_VERIFY(fixture.state(partner).present.isEmpty());
    }

    void earlierDecisionsLeadToWhatTheyCite()
    {
        Fixture fixture;
        const QString partner = fixture.submit(QStringLiteral("Alder Markets"), 3);
        QVERIFY(fixture.approveElsewhere(partner));
        const QString licence = fixture.file(partner, QStringLiteral("licensing"), 2);
        fixture.openReview(partner);
        QVERIFY(fixture.says("decisionsPart", QStringLiteral("Everything agrees with the register.")));
        QVERIFY(fixture.says("changesPart", QStringLiteral("revision 2 to 3")));
        QTRY_VERIFY(fixture.says("requirementList", QStringLiteral("of 2 changed page(s) not viewed")));
        fixture.review()->showEvidence(licence, 2);
        QTRY_COMPARE(fixture.review()->viewer()->currentPage(), 1);
        auto *cited = fixture.find<QAbstractButton>("citedEvidence");
        QVERIFY(cited && cited->isEnabled());
        cited->click();
        QTRY_VERIFY(fixture.review()->viewer()->currentDocument() != licence);
        QCOMPARE(fixture.review()->viewer()->currentPage(), 0);
    }

    void aDocumentThatCantBeShownIsNoPageLeftOut()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        const QString licence = fixture.state(partner).facts.documents.constLast().id;
        fixture.desk().document(licence).refusal =
            gatehouse::base::Error{gatehouse::base::ErrorKind::Corrupt,
                                   gatehouse::base::ErrorCode::DocumentUnreadable,
                                   QStringLiteral("licensing.pdf"),
                                   {QStringLiteral("encrypted")}};
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.says("requirementList", QStringLiteral("1 document can't be shown")));
        QVERIFY(fixture.says("requirementList", QStringLiteral("of 2 page(s) not viewed")));
        fixture.press(Qt::Key_A);
        fixture.type(QStringLiteral("The licence can't be read; approved on the KYB package."));
        fixture.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find<QPushButton>("recordButton")->isEnabled());
    }

    void aPartnerSaysThatItsReviewIsOpenAndLeadsThere()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.approvals()->queue()->model().partner(partner));
        fixture.window().go({Area::Partner, partner});
        QTRY_VERIFY(fixture.find("reviewNoticeLabel")
                    && fixture.says("reviewNotice", QStringLiteral("Review open: First submission")));
        fixture.press(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(fixture.window().place().area, Area::Approvals);
        QCOMPARE(fixture.review()->partner(), partner);
        QTRY_VERIFY(fixture.review()->view());
        fixture.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(fixture.page() && fixture.page()->partnerId() == partner);
        QVERIFY(fixture.approveElsewhere(partner));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(!fixture.find("reviewNotice"));
    }

    void thoseWhoDecideBeginWhereWorkWaits()
    {
        Fixture fixture;
        fixture.submit();
        QVERIFY(fixture.addOperator(m_sam, {}, gatehouse::domain::Role::Support));
        fixture.reopenAs(Fixture::osUser());
        QTRY_COMPARE(fixture.window().place().area, Area::Approvals);
        QTRY_VERIFY(!fixture.review()->partner().isEmpty());
        fixture.reopenAs(m_sam);
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 1);
        QCOMPARE(fixture.window().place().area, Area::Board);
    }

    void theSidebarMakesRoomForAReview()
    {
        Fixture fixture;
        auto *sidebar = fixture.find<gatehouse::ui::Sidebar>("sidebar");
        QVERIFY(!sidebar->isRail());
        fixture.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(sidebar->isRail());
        QTRY_COMPARE(sidebar->width(), 48);
        for (int row = 0; row < sidebar->model()->rowCount(); ++row)
            QVERIFY(!sidebar->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
        fixture.press(Qt::Key_F9);
        QVERIFY(!sidebar->isRail());
        fixture.press(Qt::Key_F9);
        QVERIFY(sidebar->isRail());
        fixture.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!sidebar->isRail());
        QTRY_VERIFY(sidebar->width() >= 176);
        fixture.press(Qt::Key_F9);
        QVERIFY(sidebar->isRail());
        fixture.press(Qt::Key_F9);
        fixture.window().resize(1700, 900);
        fixture.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(!sidebar->isRail());
    }

    // Neither where its row is filtered away, nor where it is taken by somebody in a list of nobody's.
    void aRowThatLeavesTheQueueChangesNoReview()
    {
        Fixture fixture;
        fixture.submit(QStringLiteral("Birch Markets"));
        fixture.submit(QStringLiteral("Cedar Markets"));
        const QString partner = fixture.submitAndOpen();
        auto *filter = fixture.find<QLineEdit>("queueFilterEdit");
        auto *list = fixture.find<QAbstractItemView>("queueList");
        filter->setText(QStringLiteral("ced"));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QCOMPARE(fixture.review()->partner(), partner);
        QVERIFY(!list->selectionModel()->hasSelection());
        filter->setText(QStringLiteral("unassigned"));
        QTRY_COMPARE(list->model()->rowCount(), 4);
        fixture.review()->perform(Act::AssignToMe);
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(fixture.review()->partner(), partner);
    }

    void everythingHasRoomInTheSmallestWindow()
    {
        Fixture fixture;
        fixture.window().resize(fixture.window().minimumSize());
        fixture.submitAndOpen();
        fixture.write(Qt::Key_A);
        fixture.press(Qt::Key_Escape);
        fixture.review()->bar()->addEvidence(QStringLiteral("https://example.org"));
        QTRY_VERIFY(fixture.find("evidenceArea")->height() > fixture.find("evidenceChip")->height());
        for (const char *name : {"decisionBar", "viewerToolBar", "reviewHeader"}) {
            const QWidget *part = fixture.find(name);
            QVERIFY2(part && part->width() <= fixture.review()->width(), name);
            for (const QAbstractButton *button : part->findChildren<const QAbstractButton *>()) {
                if (!button->isVisible())
                    continue;
                const QString what = button->objectName() + QLatin1Char(' ') + button->text();
                const QRect place(button->mapTo(part, QPoint()), button->size());
                QVERIFY2(part->rect().contains(place), qPrintable(what));
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(what));
            }
        }
        QVERIFY(fixture.review()->viewer()->width() > fixture.find("factsPane")->width());
    }

    void aDraftIsNotLostByLeaving()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        fixture.press(Qt::Key_A);
        fixture.type(QStringLiteral("Half a note"));
        fixture.press(Qt::Key_1, Qt::ControlModifier);
        bool left = false;
        fixture.window().leaveDrafts([&left] { left = true; });
        QTRY_VERIFY(fixture.find("confirmDialog"));
        fixture.find<QDialog>("confirmDialog")->reject();
        QTRY_COMPARE(fixture.window().place().area, Area::Approvals);
        QCOMPARE(fixture.review()->bar()->draft().note, QStringLiteral("Half a note"));
        QVERIFY(!left);
    }
};

GATEHOUSE_TEST(TestApprovalsPage)

#include "tst_approvalspage.moc"
