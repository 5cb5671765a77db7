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

    static QString note() { return QStringLiteral("Register extract and licence agree with the application."); }

    // From the queue: looks at a page, cites it, chooses by this key, writes the note.
    static void write(Fixture &fixture, Qt::Key choice, Qt::Key document = Qt::Key_1)
    {
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.find("pageView") && fixture.find("pageView")->hasFocus());
        fixture.press(document);
        QTRY_VERIFY(fixture.pageIsSeen());
        fixture.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(!fixture.review()->bar()->draft().evidence.isEmpty());
        fixture.press(choice);
        QTRY_VERIFY(fixture.find("noteEdit")->hasFocus());
        fixture.type(note());
    }

    static void record(Fixture &fixture)
    {
        QTRY_VERIFY(fixture.find<QPushButton>("recordButton")->isEnabled());
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
    }

private Q_SLOTS:
    void threeDossiersAreDecided()
    {
        Fixture fixture;
        const QString approved = fixture.submit(QStringLiteral("Alder Markets"));
        const QString rejected = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString contested = fixture.submit(QStringLiteral("Cedar Brokers"));
        QVERIFY(!approved.isEmpty() && !rejected.isEmpty() && !contested.isEmpty());
        fixture.openReview(approved);

        // The first is approved; Enter leads to the next.
        write(fixture, Qt::Key_A);
        record(fixture);
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
        write(fixture, Qt::Key_R);
        record(fixture);
        QTRY_VERIFY(fixture.find("afterDecision") && fixture.says("afterDecision", QStringLiteral("Rejected at")));
        const auto second = fixture.state(rejected);
        QCOMPARE(second.facts.decisions.constLast().verdict, Verdict::Reject);
        QCOMPARE(second.facts.decisions.constLast().finality, gatehouse::domain::Finality::Retry);
        QTRY_VERIFY(fixture.approvals()->waitingCount() == 1);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.review()->view() && fixture.review()->partner() == contested);

        // While the third is written about, another KYB package is filed: nothing is recorded, the note stays.
        // The licence is what is cited.
        write(fixture, Qt::Key_A, Qt::Key_2);
        QVERIFY(!fixture.file(contested, QStringLiteral("kyb"), 3).isEmpty());
        record(fixture);
        QTRY_VERIFY(fixture.find("decisionBanner"));
        QVERIFY2(fixture.says("decisionBanner", QStringLiteral("wasn't recorded")),
                 qPrintable(fixture.wordsOf("decisionBanner").join(u'\n')));
        QVERIFY(fixture.says("decisionBanner", gatehouse::support::WindowFixture::osUser()));
        QVERIFY(fixture.state(contested).facts.decisions.isEmpty());
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), note());

        // F5 shows what is new; then it is recorded.
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(fixture.find("newsTable"));
        QVERIFY(!fixture.find("decisionBanner"));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), note());
        record(fixture);
        QTRY_VERIFY(fixture.find("afterDecision"));
        QCOMPARE(fixture.state(contested).facts.decisions.constLast().dossierRevision, 3);
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 0);
    }

    void lettersChooseAndMoveButNeverRecord()
    {
        Fixture fixture;
        const QString first = fixture.submit(QStringLiteral("Alder Markets"));
        const QString second = fixture.submit(QStringLiteral("Birch Exchange"));
        fixture.openReview(first);
        write(fixture, Qt::Key_A);
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(fixture.find("queueList")->hasFocus());
        // What is written is kept while another one is looked at.
        fixture.press(Qt::Key_S);
        QTRY_COMPARE(fixture.review()->partner(), second);
        QVERIFY(!fixture.review()->bar()->hasDraft());
        QVERIFY(fixture.review()->drafts().contains(first));
        fixture.press(Qt::Key_K);
        QTRY_COMPARE(fixture.review()->partner(), first);
        QCOMPARE(fixture.review()->bar()->draft().note, note());
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
