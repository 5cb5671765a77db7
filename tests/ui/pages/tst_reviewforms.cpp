#include "support/testmain.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>

// What is written in a form of a review is recorded once, or is still there.
class TestReviewForms : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;

    static void leave(Fixture &fixture, const char *dialog)
    {
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find(dialog));
    }

private Q_SLOTS:
    void eachFormKeepsItsOwn()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        fixture.press(Qt::Key_E);
        QTRY_VERIFY(fixture.find("whyEdit"));
        fixture.find<QPlainTextEdit>("whyEdit")->setPlainText(QStringLiteral("Two owners share an address."));
        leave(fixture, "handOverDialog");
        fixture.press(Qt::Key_M, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("handOverDialog"));
        leave(fixture, "handOverDialog");
        fixture.press(Qt::Key_E);
        QTRY_VERIFY(fixture.find("whyEdit"));
        QCOMPARE(fixture.find<QPlainTextEdit>("whyEdit")->toPlainText(),
                 QStringLiteral("Two owners share an address."));
    }

    void whatIsKeptIsNotThrownAwayUnasked()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("whyEdit"));
        fixture.find<QPlainTextEdit>("whyEdit")->setPlainText(QStringLiteral("The opinion comes on Monday."));
        QVERIFY(fixture.review()->drafts().isEmpty());
        leave(fixture, "snoozeDialog");
        QCOMPARE(fixture.review()->drafts().keys(), QStringList(partner));
        QVERIFY(!fixture.window().close());
        QTRY_VERIFY(fixture.find("confirmDialog"));
        leave(fixture, "confirmDialog");
        // Emptied, there is nothing to lose.
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("whyEdit"));
        fixture.find<QPlainTextEdit>("whyEdit")->clear();
        leave(fixture, "snoozeDialog");
        QVERIFY(fixture.review()->drafts().isEmpty());
    }

    void aFormStaysWhileItRecords()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_Q);
        QTRY_VERIFY(fixture.find("questionEdit"));
        fixture.find<QPlainTextEdit>("questionEdit")->setPlainText(QStringLiteral("Who holds 27 percent?"));
        fixture.find<QCheckBox>("sentCheckBox")->setChecked(true);
        QVERIFY(fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QPushButton>("submitButton")->click();
        QVERIFY(!fixture.find<QPushButton>("cancelButton")->isEnabled());
        fixture.press(Qt::Key_Escape);
        QVERIFY(fixture.find("askPartnerDialog"));
        QTRY_VERIFY(!fixture.find("askPartnerDialog"));
        QCOMPARE(fixture.state(partner).readiness.review.openRequests.size(), 1);
        QVERIFY(fixture.review()->drafts().isEmpty());
    }
};

GATEHOUSE_TEST(TestReviewForms)

#include "tst_reviewforms.moc"
