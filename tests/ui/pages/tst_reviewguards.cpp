#include "operations/pagecomparison.h"
#include "operations/reviewoperations.h"
#include "support/testmain.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

// A review stays about what is on screen: what comes meanwhile, or is pressed too early, changes nothing unasked.
class TestReviewGuards : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Act = gatehouse::ui::Act;
    using Verdict = gatehouse::domain::Verdict;

private Q_SLOTS:
    void newsWaitWhileADecisionIsWritten()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        fixture.write(Qt::Key_A, Qt::Key_2);
        const auto digest = fixture.review()->view()->reviewDigest;
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 3).isEmpty());
        for (int time = 0; time < 2; ++time) {
            fixture.review()->load();
            QTRY_VERIFY(fixture.find("decisionBanner")
                        && fixture.says("decisionBanner", QStringLiteral("changed after you opened it")));
        }
        QVERIFY(fixture.review()->view()->reviewDigest == digest);
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("Revision 2 filed")));
        QVERIFY(!fixture.find("newsTable"));
        QCOMPARE(fixture.review()->bar()->draft().note, Fixture::note());
        // Asked for, they are shown; what is written is kept.
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.find("newsTable"));
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("Revision 3 filed")));
        QVERIFY(!fixture.find("decisionBanner"));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());
        QVERIFY(fixture.review()->bar()->draft().verdict == Verdict::Approve);
        // Nothing is written: they come by themselves.
        fixture.review()->bar()->setDraft({});
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 3).isEmpty());
        fixture.review()->load();
        QTRY_VERIFY(fixture.says("reviewHeader", QStringLiteral("Revision 4 filed")));
        QVERIFY(!fixture.find("decisionBanner"));
    }

    void aPageIsNotCitedForThePartnerThatIsStillRead()
    {
        Fixture fixture;
        const QString next = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.find("pageView")->hasFocus());
        QVERIFY(fixture.review()->setPartner(next));
        QVERIFY(!fixture.review()->view());
        QVERIFY(fixture.find("pageView")->hasFocus());
        fixture.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(fixture.review()->bar()->draft().evidence.isEmpty());
        QTRY_VERIFY(fixture.review()->view());
        QVERIFY(fixture.review()->bar()->draft().evidence.isEmpty());
        QVERIFY(!fixture.find("evidenceDialog"));
        QVERIFY(fixture.review()->setPartner(partner));
        QVERIFY(!fixture.review()->bar()->hasDraft());
    }

    void lettersRestWhileADecisionIsRecorded()
    {
        Fixture fixture;
        const QString other = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString partner = fixture.submitAndOpen();
        fixture.write(Qt::Key_A);
        fixture.record();
        QVERIFY(fixture.review()->bar()->isRecording());
        fixture.find("queueList")->setFocus();
        for (Qt::Key key : {Qt::Key_R, Qt::Key_M, Qt::Key_E, Qt::Key_Q, Qt::Key_J, Qt::Key_K})
            fixture.press(key);
        for (Qt::Key key : {Qt::Key_A, Qt::Key_R, Qt::Key_M, Qt::Key_S})
            fixture.press(key, Qt::ShiftModifier);
        QVERIFY(fixture.review()->bar()->isRecording());
        QVERIFY(fixture.review()->bar()->draft().verdict == Verdict::Approve);
        QCOMPARE(fixture.review()->partner(), partner);
        QTRY_VERIFY(fixture.find("afterDecision") && fixture.says("afterDecision", QStringLiteral("Approved at")));
        for (const char *dialog : {"handOverDialog", "askPartnerDialog", "askForDocumentDialog", "snoozeDialog"})
            QVERIFY2(!fixture.find(dialog), dialog);
        const auto state = fixture.state(partner);
        QCOMPARE(state.facts.decisions.size(), 1);
        QVERIFY(state.facts.review.verdicts.isEmpty());
        QVERIFY(state.readiness.review.assignee.isEmpty());
        QVERIFY(fixture.state(other).readiness.review.assignee.isEmpty());
        // Afterwards they work.
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 1);
        fixture.find("queueList")->setFocus();
        fixture.press(Qt::Key_K);
        QTRY_COMPARE(fixture.review()->partner(), other);
    }

    void marksGoWithTheDecision()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 2).isEmpty());
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.review()->viewer()->goToNextChange());
        QTRY_VERIFY(fixture.window().actions()[Act::NextChange]->isEnabled());
        QVERIFY(fixture.approveElsewhere(partner));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.says("decisionsPart", QStringLiteral("revision 3")));
        QVERIFY(!fixture.review()->viewer()->goToNextChange());
        QVERIFY(!fixture.review()->viewer()->goToPreviousChange());
    }

    void whatIsNotComparedIsSaidInTheChecks()
    {
        constexpr int most = gatehouse::operations::PageComparison::pagesMost;
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), most + 1).isEmpty());
        const QString form = fixture.file(partner, QStringLiteral("licensing"), 2);
        fixture.desk().document(form).mayHaveForm = true;
        const QString pages = QStringLiteral("KYB package: changes are marked on the first 400 pages only");
        const QString fields = QStringLiteral("Licensing documents: what stands in form fields is not compared");
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.says("checksPart", pages));
        QTRY_VERIFY(fixture.says("checksPart", fields));
        QVERIFY(!fixture.says("checksPart", QStringLiteral("KYB package: what stands")));
        // Those that are compared in full need no word.
        const QString whole = fixture.file(partner, QStringLiteral("kyb"), most);
        QVERIFY(!fixture.file(partner, QStringLiteral("licensing"), 2).isEmpty());
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.says("reviewHeader", QStringLiteral("Revision 6 filed")));
        QTRY_COMPARE(fixture.desk().opened().count(whole), 2);
        QTRY_VERIFY(fixture.says("changesPart", QStringLiteral("revision 2 to 6")));
        QTRY_VERIFY(!fixture.says("checksPart", fields));
        QVERIFY(!fixture.says("checksPart", pages));
    }

    // Whose answer is waited for is not reviewed; it is on the list again once it came.
    void aChangeIsNotToBeReviewedWhileAQuestionIsOpen()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 2).isEmpty());
        fixture.window().go({gatehouse::ui::Area::Partner, partner});
        const QString action = QStringLiteral("Review what changed since the decision");
        QTRY_VERIFY(fixture.find("nextActionsCard") && fixture.says("nextActionsCard", action));
        QVERIFY(fixture.askPartner(partner, QStringLiteral("Who holds 27 %?")));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(!fixture.says("nextActionsCard", action));
        QVERIFY(fixture.find("nextActionsCard"));
        gatehouse::operations::CloseRequest close;
        close.partner = partner;
        close.answer = QStringLiteral("Lena Voss.");
        QVERIFY(fixture.runElsewhere(close));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.says("nextActionsCard", action));
    }
};

GATEHOUSE_TEST(TestReviewGuards)

#include "tst_reviewguards.moc"
