#include "support/testmain.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"

#include <QPlainTextEdit>
#include <QPushButton>

// The best minute of a root admin's day, without a pointer: only keys are pressed here.
class TestReviewByKeyboard : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Verdict = gatehouse::domain::Verdict;

private Q_SLOTS:
    void threeDossiersAreDecided()
    {
        Fixture fixture;
        const QString approved = fixture.submit();
        const QString rejected = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString contested = fixture.submit(QStringLiteral("Cedar Brokers"));
        QVERIFY(!approved.isEmpty() && !rejected.isEmpty() && !contested.isEmpty());
        fixture.openReview(approved);

        // The first is approved; Enter leads to the next.
        fixture.write(Qt::Key_A);
        fixture.record();
        QTRY_VERIFY(fixture.find("afterDecision") && fixture.says("afterDecision", QStringLiteral("Approved at")));
        QTRY_VERIFY(fixture.find("openNextButton")->hasFocus());
        const auto first = fixture.state(approved);
        QCOMPARE(first.readiness.approval, gatehouse::domain::ApprovalStatus::Approved);
        QCOMPARE(first.facts.decisions.constLast().seen.constFirst().pages, QStringLiteral("1"));
        QCOMPARE(first.facts.decisions.constLast().seen.constFirst().pageCount, 2);
        QTRY_VERIFY(fixture.approvals()->waitingCount() == 2);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.review()->view() && fixture.review()->partner() != approved);

        // The second is rejected, and may file again.
        if (fixture.review()->partner() != rejected)
            fixture.press(Qt::Key_J);
        QTRY_VERIFY(fixture.review()->partner() == rejected && fixture.review()->view());
        fixture.write(Qt::Key_R);
        fixture.record();
        QTRY_VERIFY(fixture.find("afterDecision") && fixture.says("afterDecision", QStringLiteral("Rejected at")));
        const auto second = fixture.state(rejected);
        QCOMPARE(second.facts.decisions.constLast().verdict, Verdict::Reject);
        QCOMPARE(second.facts.decisions.constLast().finality, gatehouse::domain::Finality::Retry);
        QTRY_VERIFY(fixture.approvals()->waitingCount() == 1);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.review()->view() && fixture.review()->partner() == contested);

        // While the third is written about, another KYB package is filed: nothing is recorded, the note stays.
        // The licence is what is cited.
        fixture.write(Qt::Key_A, Qt::Key_2);
        QVERIFY(!fixture.file(contested, QStringLiteral("kyb"), 3).isEmpty());
        fixture.record();
        QTRY_VERIFY(fixture.find("decisionBanner"));
        QVERIFY2(fixture.says("decisionBanner", QStringLiteral("wasn't recorded")),
                 qPrintable(fixture.wordsOf("decisionBanner").join(u'\n')));
        QVERIFY(fixture.says("decisionBanner", gatehouse::support::WindowFixture::osUser()));
        QVERIFY(fixture.state(contested).facts.decisions.isEmpty());
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());

        // F5 shows what is new; then it is recorded.
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.find("newsTable"));
        QVERIFY(!fixture.find("decisionBanner"));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());
        fixture.record();
        QTRY_VERIFY(fixture.find("afterDecision"));
        QCOMPARE(fixture.state(contested).facts.decisions.constLast().dossierRevision, 3);
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 0);
    }

    void lettersChooseAndMoveButNeverRecord()
    {
        Fixture fixture;
        const QString first = fixture.submit();
        const QString second = fixture.submit(QStringLiteral("Birch Exchange"));
        fixture.openReview(first);
        fixture.write(Qt::Key_A);
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(fixture.find("queueList")->hasFocus());
        // What is written is kept while another one is looked at.
        fixture.press(Qt::Key_S);
        QTRY_COMPARE(fixture.review()->partner(), second);
        QVERIFY(!fixture.review()->bar()->hasDraft());
        QVERIFY(fixture.review()->drafts().contains(first));
        fixture.press(Qt::Key_K);
        QTRY_COMPARE(fixture.review()->partner(), first);
        QCOMPARE(fixture.review()->bar()->draft().note, Fixture::note());
        QVERIFY(fixture.review()->bar()->draft().verdict == Verdict::Approve);
        QTRY_VERIFY(fixture.review()->view());
        for (Qt::Key key : {Qt::Key_A, Qt::Key_Escape, Qt::Key_R, Qt::Key_Escape, Qt::Key_D, Qt::Key_H})
            fixture.press(key);
        QVERIFY(fixture.state(first).facts.decisions.isEmpty());
        QVERIFY(fixture.state(second).facts.decisions.isEmpty());
    }
};

GATEHOUSE_TEST(TestReviewByKeyboard)

#include "tst_reviewbykeyboard.moc"
