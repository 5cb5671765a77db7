#include "operations/independence.h"
#include "operations/partneroperations.h"
#include "operations/reviewoperations.h"
#include "support/testmain.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/shell/windowstate.h"
#include "ui/viewer/dossierview.h"
#include "words/errorwords.h"

#include <QDateTimeEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>

// What can be done in a review is offered; what can't be done says why before anything is sent.
class TestReviewActs : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Act = gatehouse::ui::Act;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;

    static gatehouse::base::Error encrypted()
    {
        return {ErrorKind::Corrupt,
                ErrorCode::DocumentUnreadable,
                QStringLiteral("licensing.pdf"),
                {QStringLiteral("encrypted")}};
    }

private Q_SLOTS:
    void whatCantBeShownCantBeAccepted()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        const QString licence = fixture.state(partner).facts.documents.constLast().id;
        fixture.desk().document(licence).refusal = encrypted();
        fixture.openReview(partner);
        const QAction *accept = fixture.window().actions()[Act::AcceptDocument];
        const QAction *again = fixture.window().actions()[Act::AskForDocument];
        QTRY_VERIFY(accept->isEnabled());
        fixture.review()->showEvidence(licence, 1);
        QTRY_VERIFY(fixture.find("documentFailure"));
        QVERIFY(!accept->isEnabled());
        QVERIFY(again->isEnabled());
        const auto *button = fixture.find<QPushButton>("acceptDocumentButton");
        QVERIFY(button && !button->isEnabled());
        for (const QString &said : {button->toolTip(), button->accessibleDescription()}) {
            QVERIFY2(said.contains(QStringLiteral("can't be accepted")), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("password")), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("ask the partner for a new file")), qPrintable(said));
        }
        QVERIFY(fixture.find<QPushButton>("askForDocumentButton")->isEnabled());
        fixture.press(Qt::Key_A, Qt::ShiftModifier);
        fixture.review()->perform(Act::AssignToMe);
        QTRY_COMPARE(fixture.state(partner).readiness.review.assignee, Fixture::osUser());
        QVERIFY(fixture.state(partner).facts.review.verdicts.isEmpty());
        // Opened once more, it can be looked at, and accepted.
        fixture.desk().document(licence).refusal.reset();
        fixture.find("documentFailure")->findChild<QPushButton *>()->click();
        QVERIFY(!accept->isEnabled());
        QTRY_VERIFY(accept->isEnabled());
        QCOMPARE(fixture.review()->viewer()->currentPage(), 0);
        fixture.press(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(fixture.state(partner).facts.review.verdicts.size(), 1);
    }

    void whoStandsInTheRosterReadsItBeforehand()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        const QString insider = QStringLiteral("ines.insider");
        QVERIFY(fixture.addOperator(insider));
        gatehouse::operations::AddContact add;
        add.partner = partner;
        add.name = QStringLiteral("Ines Insider");
        add.email = QStringLiteral("ines@alder.example");
        add.role = QStringLiteral("Director");
        add.subject = insider;
        QVERIFY(fixture.runElsewhere(add));
        QVERIFY(fixture.askPartner(partner, QStringLiteral("Who holds 27 percent?")));
        fixture.reviewAs(insider, partner);
        using Kind = gatehouse::domain::OperationKind;
        const QList<std::pair<Act, Kind>> acts{
            {Act::AskPartner, Kind::AskPartner},         {Act::CloseRequest, Kind::AskPartner},
            {Act::AssignReview, Kind::AssignReview},     {Act::AssignToMe, Kind::AssignReview},
            {Act::EscalateReview, Kind::EscalateReview}, {Act::SnoozeReview, Kind::SnoozeReview}};
        const auto &facts = fixture.review()->view()->facts;
        for (const auto &[act, kind] : acts) {
            const QAction *action = fixture.window().actions()[act];
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
            const auto refusal = gatehouse::operations::rosterObstacle({insider, {}, {}}, facts, kind);
            QVERIFY(refusal);
            QCOMPARE(action->statusTip(), gatehouse::words::oneLine(*refusal));
        }
    }

    void laterIsHintedToWhoDecides()
    {
        Fixture fixture;
        const QString support = QStringLiteral("sam.support");
        QVERIFY(fixture.addOperator(support, {}, gatehouse::domain::Role::Support));
        const QString partner = fixture.submit();
        const auto hints = [&fixture] { return fixture.find("keyHints")->accessibleDescription(); };
        fixture.openReview(partner);
        QTRY_VERIFY(hints().contains(QStringLiteral("S: decide later")));
        fixture.reviewAs(support, partner);
        QTRY_VERIFY(fixture.find("obstacleBanner"));
        QVERIFY2(hints().contains(QStringLiteral("J K")) && !hints().contains(QStringLiteral("decide later")),
                 qPrintable(hints()));
    }

    void aReviewIsPutOffForAMonthAtMost()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("untilEdit"));
        QVERIFY(fixture.says("snoozeDialog", QStringLiteral("30 days at most")));
        auto *until = fixture.find<QDateTimeEdit>("untilEdit");
        until->setDateTime(QDateTime::currentDateTime().addDays(40));
        const QDateTime month = QDateTime::currentDateTime().addDays(gatehouse::domain::snoozeMostDays);
        QVERIFY2(qAbs(until->dateTime().secsTo(month)) < qint64{7200}, qPrintable(until->dateTime().toString()));
        fixture.find<QPlainTextEdit>("whyEdit")->setPlainText(QStringLiteral("The legal opinion takes long."));
        fixture.find<QPushButton>("submitButton")->click();
        QTRY_VERIFY(fixture.state(partner).readiness.review.snoozedUntil.has_value());
    }

    void theDecisionFoldsAndUnfoldsByKey()
    {
        const auto reset = qScopeGuard([] { gatehouse::ui::windowstate::setDecisionFolded(false); });
        Fixture fixture;
        fixture.submitAndOpen();
        const QAction *fold = fixture.window().actions()[Act::FoldDecision];
        const QWidget *bar = fixture.find("decisionBar");
        const int high = bar->height();
        fixture.write(Qt::Key_A);
        QVERIFY(fixture.find("noteEdit")->hasFocus());
        fixture.press(Qt::Key_F8);
        QVERIFY(!fixture.find("noteEdit"));
        QVERIFY(fixture.find("queueList")->hasFocus());
        QVERIFY(fixture.says("foldedDecision", QStringLiteral("Decision on revision 2 · Record approval")));
        QTRY_VERIFY2(bar->height() < high / 2, qPrintable(QString::number(bar->height())));
        QVERIFY(gatehouse::ui::windowstate::decisionFolded());
        // Nothing of it is lost, and what is chosen is seen.
        fixture.press(Qt::Key_R);
        QTRY_VERIFY(fixture.find("noteEdit") && fixture.find("noteEdit")->hasFocus());
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());
        QVERIFY(!fixture.find("foldedDecision"));
        // By its button as well, both ways.
        fixture.find<QPushButton>("foldDecisionButton")->click();
        QVERIFY(fold->isChecked() && !fixture.find("noteEdit"));
        fixture.find<QPushButton>("unfoldDecisionButton")->click();
        QVERIFY(!fold->isChecked() && fixture.find("noteEdit"));
        QVERIFY(!gatehouse::ui::windowstate::decisionFolded());
    }

    void whatWasAskedNamesItsDocument()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        gatehouse::operations::JudgeDocument judge;
        judge.partner = partner;
        judge.document = QStringLiteral("kyb");
        judge.answer = gatehouse::domain::DocumentAnswer::AskedAgain;
        judge.reason = QStringLiteral("incomplete");
        QVERIFY(fixture.runElsewhere(judge));
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.find("requestsPart"));
        QVERIFY2(fixture.says("requestsPart", QStringLiteral("KYB package: Pages or annexes are missing")),
                 qPrintable(fixture.wordsOf("requestsPart").join(QLatin1Char('\n'))));
    }

    void theClockSaysInWhichHoursItRuns()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        const QWidget *clock = fixture.find("reviewClockLabel");
        QVERIFY(clock);
        for (const QString &said : {clock->toolTip(), clock->accessibleDescription()}) {
            QVERIFY2(said.contains(QStringLiteral("working hours only: Mon to Fri")), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("playbook")), qPrintable(said));
        }
    }
};

GATEHOUSE_TEST(TestReviewActs)

#include "tst_reviewacts.moc"
