#include "operations/partneroperations.h"
#include "support/testmain.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "words/datewords.h"
#include "words/textmarks.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

// Where a second person decides on the same review: because two have to approve, or because one was faster.
class TestSecondApproval : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Status = gatehouse::domain::ApprovalStatus;

    const QString m_mara = QStringLiteral("mara.okafor");
    const QString m_tomas = QStringLiteral("tomas.lindqvist");
    const QString m_insider = QStringLiteral("ines.insider");

    static void askForTwo(gatehouse::domain::Playbook &playbook)
    {
        playbook.deciders = 2;
        playbook.secondWithinHours = 24;
    }

    // A root admin who stands in the roster of the partner.
    void addInsider(Fixture &fixture, const QString &partner)
    {
        QVERIFY(fixture.addOperator(m_insider, QStringLiteral("Ines Insider")));
        gatehouse::operations::AddContact add;
        add.partner = partner;
        add.name = QStringLiteral("Ines Insider");
        add.email = QStringLiteral("ines@harbourline.example");
        add.role = QStringLiteral("Director");
        add.subject = m_insider;
        QVERIFY(fixture.runElsewhere(add));
    }

    static QString consequence(Fixture &fixture)
    {
        const auto *label = fixture.find<QLabel>("consequenceLabel");
        return label ? gatehouse::words::plain(label->text()) : QString();
    }

private Q_SLOTS:
    void twoPeopleApproveOneAfterTheOther()
    {
        Fixture fixture(askForTwo);
        QVERIFY(fixture.addOperator(m_mara, QStringLiteral("Mara Okafor")));
        QVERIFY(fixture.addOperator(m_tomas, QStringLiteral("Tomas Lindqvist")));
        const QString partner = fixture.submit();
        addInsider(fixture, partner);

        // The first approval opens nothing, and says who has to give the second, and until when.
        fixture.reviewAs(m_mara, partner);
        fixture.write(Qt::Key_A);
        QVERIFY2(consequence(fixture).contains(QStringLiteral("opens nothing yet")), qPrintable(consequence(fixture)));
        QVERIFY(!consequence(fixture).contains(QStringLiteral("Ines")));
        QCOMPARE(fixture.find<QPushButton>("recordButton")->text(), QStringLiteral("Record first approval"));
        fixture.record();
        QTRY_VERIFY(fixture.find("afterDecision")
                    && fixture.says("afterDecision", QStringLiteral("First approval recorded at")));
        const auto endorsed = fixture.state(partner);
        QVERIFY(endorsed.facts.decisions.isEmpty());
        const auto first = *endorsed.readiness.review.endorsement;
        QCOMPARE(first.endorsedBy, m_mara);
        QCOMPARE(first.expiresAt - first.endorsedAt, 24 * gatehouse::base::msPerHour);
        const QString until = gatehouse::words::dateTimeWords(first.expiresAt, endorsed.asOf);

        // She reads it before she writes anything, and can't approve again.
        fixture.reviewAs(m_mara, partner);
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("First of two approvals by you")));
        QVERIFY(fixture.says("obstacleBanner", QStringLiteral("You gave the first of two approvals.")));
        QVERIFY(fixture.says("obstacleBanner", until));
        QVERIFY(fixture.says("obstacleBanner", QStringLiteral("Tomas Lindqvist")));
        QVERIFY(!fixture.says("obstacleBanner", QStringLiteral("Mara")));
        QVERIFY(!fixture.says("obstacleBanner", QStringLiteral("Ines")));
        fixture.write(Qt::Key_A);
        QTRY_VERIFY(fixture.says("requirementList", QStringLiteral("The second approval is somebody else's")));
        QVERIFY(!fixture.find<QPushButton>("recordButton")->isEnabled());
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!fixture.review()->bar()->isRecording());
        fixture.window().closeSession(); // with what she wrote

        // Who stands near the partner doesn't count, however many are needed.
        fixture.reviewAs(m_insider, partner);
        QVERIFY(fixture.find("obstacleBanner") && !fixture.find("noteEdit"));

        // The second one reads who was first, and decides.
        fixture.reviewAs(m_tomas, partner);
        QVERIFY(!fixture.find("obstacleBanner"));
        QVERIFY(fixture.says("reviewHeader", QStringLiteral("First of two approvals by Mara Okafor")));
        QVERIFY(fixture.says("reviewHeader", until));
        QVERIFY(fixture.says("decisionsPart", Fixture::note()));
        QVERIFY(!fixture.says("decisionsPart", QStringLiteral("Nobody has decided yet.")));
        QVERIFY(fixture.approvals()->queue()->model().partner(partner)->endorsedBy == m_mara);
        fixture.write(Qt::Key_A);
        QVERIFY(consequence(fixture).contains(QStringLiteral("after Mara Okafor")));
        fixture.record();
        QTRY_VERIFY(fixture.find("afterDecision") && fixture.says("afterDecision", QStringLiteral("Approved at")));
        const auto approved = fixture.state(partner);
        QCOMPARE(approved.readiness.approval, Status::Approved);
        QCOMPARE(approved.facts.decisions.size(), 1);
        QCOMPARE(approved.facts.decisions.constLast().endorsement, first.id);
    }

    void whoWasSlowerReadsWhatWasDecidedMeanwhile()
    {
        Fixture fixture;
        QVERIFY(fixture.addOperator(m_mara, QStringLiteral("Mara Okafor")));
        const QString partner = fixture.submit();
        fixture.reviewAs(m_mara, partner);
        fixture.write(Qt::Key_R);
        QVERIFY(fixture.approveElsewhere(partner));
        fixture.record();
        QTRY_VERIFY(fixture.find("decisionBanner"));
        const auto decided = fixture.state(partner).facts.decisions;
        QCOMPARE(decided.size(), 1);
        QVERIFY(fixture.says("decisionBanner", QStringLiteral("wasn't recorded")));
        const QString what = QStringLiteral("the last decision (approved, %1, %2)")
                                 .arg(Fixture::osUser(), gatehouse::words::exactMoment(decided.first().decidedAt));
        QVERIFY2(fixture.says("decisionBanner", what), qPrintable(fixture.wordsOf("decisionBanner").join(u'\n')));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());

        // The new state is shown, with the note as it was and what it would do now.
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(!fixture.find("decisionBanner"));
        QTRY_VERIFY(fixture.says("decisionsPart", QStringLiteral("Everything agrees with the register.")));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), Fixture::note());
        QCOMPARE(fixture.find<QPushButton>("recordButton")->text(), QStringLiteral("Suspend partner"));
        QCOMPARE(fixture.window().actions()[gatehouse::ui::Act::ChooseReject]->text(),
                 QStringLiteral("Choose s&uspend"));
        QVERIFY(fixture.find("keyHints")->accessibleDescription().contains(QStringLiteral("approve, suspend")));
        fixture.window().actions()[gatehouse::ui::Act::GoBoard]->trigger();
        QTRY_COMPARE(fixture.window().actions()[gatehouse::ui::Act::ChooseReject]->text(),
                     QStringLiteral("Choose &reject"));
        QCOMPARE(fixture.state(partner).facts.decisions.size(), 1);
    }
};

GATEHOUSE_TEST(TestSecondApproval)

#include "tst_secondapproval.moc"
