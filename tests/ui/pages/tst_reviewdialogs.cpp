#include "base/instant.h"
#include "support/testmain.h"
#include "ui/dialogs/askpartnerdialog.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrlQuery>

// What is done around a decision: asking, judging, handing over, putting off.
class TestReviewDialogs : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Act = gatehouse::ui::Act;

    const QString m_mara = QStringLiteral("mara.okafor");
    const QString m_sam = QStringLiteral("sam.support");

    static void submit(Fixture &fixture)
    {
        QTRY_VERIFY(fixture.find<QPushButton>("submitButton")
                    && fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QPushButton>("submitButton")->click();
    }

private Q_SLOTS:
    void aQuestionIsRecordedOnlyOnceItWasSent()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        QList<QUrl> opened;
        bool taken = false;
        fixture.window().setLinkOpener([&](const QUrl &link) {
            opened += link;
            return taken;
        });
        fixture.press(Qt::Key_Q);
        QTRY_VERIFY(fixture.find("askPartnerDialog"));
        QVERIFY(!fixture.find<QPushButton>("openMailButton")->isEnabled());
        fixture.find<QPlainTextEdit>("questionEdit")->setPlainText(QStringLiteral("Who holds 27 % & why?"));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        QVERIFY(
            fixture.find<QPlainTextEdit>("mailEdit")->toPlainText().contains(QStringLiteral("Who holds 27 % & why?")));
        // Nothing takes the mail: said, and the way goes on by hand.
        fixture.find<QPushButton>("openMailButton")->click();
        QCOMPARE(opened.size(), 1);
        QVERIFY(fixture.find<QLabel>("reasonLabel")->text().contains(QStringLiteral("No mail program")));
        taken = true;
        fixture.find<QPushButton>("openMailButton")->click();
        const QUrlQuery query(opened.constLast());
        QCOMPARE(opened.constLast().scheme(), QStringLiteral("mailto"));
        QVERIFY(opened.constLast().path().contains(QLatin1Char('@')));
        QVERIFY(query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded)
                    .contains(QStringLiteral("Who holds 27 % & why?")));
        QVERIFY(fixture.state(partner).facts.review.requests.isEmpty());
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QCheckBox>("sentCheckBox")->setChecked(true);
        submit(fixture);
        QTRY_COMPARE(fixture.state(partner).readiness.review.openRequests.size(), 1);
        QTRY_VERIFY(!fixture.find("askPartnerDialog"));
        QTRY_VERIFY(fixture.find("requestsPart") && fixture.says("requestsPart", QStringLiteral("Who holds 27 %")));
        QCOMPARE(fixture.state(partner).readiness.sla.state, gatehouse::domain::SlaState::Paused);

        // The answer lets the clock go on.
        QTRY_VERIFY(fixture.window().actions()[Act::CloseRequest]->isEnabled());
        fixture.press(Qt::Key_Q, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("closeRequestDialog"));
        fixture.find<QPlainTextEdit>("answerEdit")->setPlainText(QStringLiteral("Lena Voss does."));
        submit(fixture);
        QTRY_VERIFY(fixture.state(partner).readiness.review.openRequests.isEmpty());
        QCOMPARE(fixture.state(partner).facts.review.requests.constFirst().answer, QStringLiteral("Lena Voss does."));
        QTRY_VERIFY(fixture.says("requestsPart", QStringLiteral("Lena Voss does.")));
    }

    void aDocumentIsAcceptedOrAskedForAgain()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        QList<QUrl> opened;
        fixture.window().setLinkOpener([&](const QUrl &link) {
            opened += link;
            return true;
        });
        fixture.press(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(fixture.state(partner).facts.review.verdicts.size(), 1);
        QTRY_VERIFY(fixture.find("documentVerdictLabel")
                    && fixture.says("documentVerdictLabel", QStringLiteral("Accepted")));
        QVERIFY(!fixture.window().actions()[Act::AcceptDocument]->isEnabled());
        fixture.press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find<QComboBox>("reasonCombo"));
        auto *reasons = fixture.find<QComboBox>("reasonCombo");
        QVERIFY(reasons->count() > 1);
        reasons->setCurrentIndex(1);
        const QString code = reasons->currentData().toString();
        const QString reason = reasons->currentText();
        fixture.find<QPlainTextEdit>("commentEdit")->setPlainText(QStringLiteral("Page 3 is cut off."));
        // The partner hears of it by mail, before it is recorded.
        fixture.find<QPushButton>("openMailButton")->click();
        QCOMPARE(opened.size(), 1);
        const QString mail = QUrlQuery(opened.constFirst()).queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded);
        QVERIFY2(mail.contains(reason + QStringLiteral(": Page 3 is cut off.")), qPrintable(mail));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QCheckBox>("sentCheckBox")->setChecked(true);
        submit(fixture);
        QTRY_COMPARE(fixture.state(partner).facts.review.verdicts.size(), 2);
        const auto last = fixture.state(partner).facts.review.verdicts.constLast();
        QCOMPARE(last.reason, code);
        QCOMPARE(last.comment, QStringLiteral("Page 3 is cut off."));
        // An approval would contradict it.
        QTRY_VERIFY(!fixture.find<QComboBox>("reasonCombo"));
        QTRY_VERIFY(fixture.says("documentVerdictLabel", QStringLiteral("Asked for again")));
        fixture.press(Qt::Key_A);
        QTRY_VERIFY(fixture.says("requirementList", QStringLiteral("Asked for again")));
    }

    void aFormGoesByKeysAndLosesNothing()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        const auto has = [&fixture](const char *name) { return fixture.find(name) && fixture.find(name)->hasFocus(); };
        fixture.press(Qt::Key_Q);
        QTRY_VERIFY(has("questionEdit"));
        fixture.type(QStringLiteral("Who holds 27 percent?"));
        // Not sent yet: said again, nothing recorded.
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(fixture.find("askPartnerDialog"));
        QVERIFY(fixture.find<QLabel>("reasonLabel")->text().contains(QStringLiteral("Send the mail")));
        for (const char *next : {"kindCombo", "contactCombo", "mailEdit", "openMailButton", "sentCheckBox"}) {
            fixture.press(Qt::Key_Tab);
            QVERIFY2(has(next), next);
        }
        // Left, and as it was when it is opened again.
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find("askPartnerDialog"));
        QVERIFY(fixture.state(partner).facts.review.requests.isEmpty());
        fixture.press(Qt::Key_Q);
        QTRY_VERIFY(has("questionEdit"));
        QCOMPARE(fixture.find<QPlainTextEdit>("questionEdit")->toPlainText(), QStringLiteral("Who holds 27 percent?"));
        fixture.find("sentCheckBox")->setFocus();
        fixture.press(Qt::Key_Space);
        fixture.press(Qt::Key_Tab);
        QVERIFY(has("submitButton"));
        fixture.press(Qt::Key_Tab);
        QVERIFY(has("cancelButton"));
        fixture.find("questionEdit")->setFocus();
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!fixture.find("askPartnerDialog"));
        QTRY_COMPARE(fixture.state(partner).readiness.review.openRequests.size(), 1);
        QTRY_VERIFY(fixture.window().actions()[Act::AskPartner]->isEnabled());
        fixture.press(Qt::Key_Q);
        QTRY_VERIFY(has("questionEdit"));
        QCOMPARE(fixture.find<QPlainTextEdit>("questionEdit")->toPlainText(), QString());
    }

    void aQuestionIsTakenBack()
    {
        Fixture fixture;
        const QString partner = fixture.submit();
        QVERIFY(fixture.askPartner(partner, QStringLiteral("Who holds 27 percent?")));
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.window().actions()[Act::CloseRequest]->isEnabled());
        fixture.press(Qt::Key_Q, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("closeRequestDialog"));
        auto *end = fixture.find<QComboBox>("endCombo");
        QVERIFY(fixture.find("answerEdit")->isEnabled());
        end->setCurrentIndex(end->findData(int(gatehouse::domain::RequestEnd::Withdrawn)));
        QVERIFY(!fixture.find("answerEdit")->isEnabled());
        QCOMPARE(fixture.find<QPushButton>("submitButton")->text(), QStringLiteral("Take the question back"));
        submit(fixture);
        QTRY_VERIFY(fixture.find<QLabel>("saidLabel")
                    && fixture.find<QLabel>("saidLabel")->text() == QStringLiteral("The question was taken back."));
        QCOMPARE(fixture.state(partner).facts.review.requests.constFirst().end,
                 gatehouse::domain::RequestEnd::Withdrawn);
    }

    void reviewsAreHandedOver()
    {
        Fixture fixture;
        QVERIFY(fixture.addOperator(m_mara, QStringLiteral("Mara Okafor")));
        QVERIFY(fixture.addOperator(m_sam, {}, gatehouse::domain::Role::Support));
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_M);
        QTRY_COMPARE(fixture.state(partner).readiness.review.assignee, Fixture::osUser());
        QTRY_VERIFY(fixture.says("reviewHeader", QStringLiteral("Assigned to you")));
        QVERIFY(!fixture.window().actions()[Act::AssignToMe]->isEnabled());

        fixture.press(Qt::Key_M, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find<QComboBox>("personCombo"));
        auto *people = fixture.find<QComboBox>("personCombo");
        QTRY_VERIFY(people->findData(m_mara) >= 0);
        QVERIFY(people->findData(m_sam) < 0); // can't decide
        people->setCurrentIndex(people->findData(m_mara));
        submit(fixture);
        QTRY_COMPARE(fixture.state(partner).readiness.review.assignee, m_mara);
        QTRY_VERIFY(!fixture.find("handOverDialog"));

        fixture.press(Qt::Key_E);
        QTRY_VERIFY(fixture.find<QComboBox>("personCombo") && fixture.find<QComboBox>("personCombo")->count() > 0);
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QPlainTextEdit>("whyEdit")->setPlainText(QStringLiteral("Two owners share an address."));
        submit(fixture);
        QTRY_COMPARE(fixture.state(partner).readiness.review.escalatedTo, m_mara);
        QTRY_VERIFY(fixture.says("reviewHeader", QStringLiteral("Two owners share an address.")));
    }

    void whoMayDoNothingIsOfferedNothing()
    {
        Fixture fixture;
        QVERIFY(fixture.addOperator(m_sam, {}, gatehouse::domain::Role::Support));
        const QString partner = fixture.submitAndOpen();
        QTRY_VERIFY(fixture.find("handOverButton") && fixture.find("handOverButton")->isEnabled());
        fixture.reviewAs(m_sam, partner);
        QTRY_VERIFY(fixture.find("handOverButton") && !fixture.find("handOverButton")->isEnabled());
        QVERIFY(fixture.find("handOverButton")->toolTip().contains(QStringLiteral("Those who can")));
        const QString hints = fixture.find("keyHints")->accessibleDescription();
        QVERIFY2(!hints.contains(QStringLiteral("A R")), qPrintable(hints));
    }

    void aReviewIsPutOffAndTakenUpAgain()
    {
        Fixture fixture;
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("snoozeDialog"));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QPlainTextEdit>("whyEdit")->setPlainText(QStringLiteral("The legal opinion comes on Monday."));
        submit(fixture);
        QTRY_VERIFY(fixture.state(partner).readiness.review.snoozedUntil.has_value());
        QTRY_VERIFY(fixture.says("reviewHeader", QStringLiteral("Put off until")));
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 0);
        QTRY_VERIFY(!fixture.find("snoozeDialog"));
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(!fixture.state(partner).readiness.review.snoozedUntil.has_value());
        QTRY_COMPARE(fixture.approvals()->waitingCount(), 1);
    }

    void aReviewIsPutOffByKeysAndTheNextOneComes()
    {
        Fixture fixture;
        const QString other = fixture.submit(QStringLiteral("Birch Trading"));
        const QString partner = fixture.submitAndOpen();
        fixture.press(Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("choiceCombo") && fixture.find("choiceCombo")->hasFocus());
        auto *choice = fixture.find<QComboBox>("choiceCombo");
        auto *until = fixture.find<QDateTimeEdit>("untilEdit");
        choice->setCurrentIndex(0);
        const QDateTime first = until->dateTime();
        QVERIFY(qAbs(QDateTime::currentDateTime().msecsTo(first) - 4 * gatehouse::base::msPerHour)
                < 2 * gatehouse::base::msPerMinute);
        fixture.press(Qt::Key_Down);
        QCOMPARE(until->dateTime(), QDateTime(QDate::currentDate().addDays(1), QTime(9, 0)));
        fixture.press(Qt::Key_Down);
        QCOMPARE(until->dateTime(), QDateTime(QDate::currentDate().addDays(2), QTime(9, 0)));
        fixture.press(Qt::Key_Down);
        QCOMPARE(until->date().dayOfWeek(), 1);
        QCOMPARE(until->time(), QTime(9, 0));
        // A time of one's own is told apart from those.
        const QDateTime own = until->dateTime().addSecs(60);
        until->setDateTime(own);
        QCOMPARE(choice->currentIndex(), choice->count() - 1);
        fixture.find("whyEdit")->setFocus();
        fixture.type(QStringLiteral("The legal opinion comes then."));
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(fixture.state(partner).readiness.review.snoozedUntil.has_value());
        QCOMPARE(fixture.state(partner).readiness.review.snoozedUntil->toUtc(), own.toUTC());
        QTRY_COMPARE(fixture.review()->partner(), other);
    }

    void theListOfKeysBeginsWithThoseOfThePlace()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        const auto rows = [&fixture] {
            QStringList all;
            const QAbstractItemModel *model = fixture.find<QAbstractItemView>("keysTable")->model();
            for (int row = 0; row < model->rowCount(); ++row)
                all += QStringLiteral("%1|%2").arg(model->index(row, 0).data().toString(),
                                                   model->index(row, 2).data().toString());
            return all;
        };
        const auto open = [&fixture] {
            fixture.window().actions()[Act::Keys]->trigger();
            QTRY_VERIFY(fixture.find("keysTable"));
        };
        open();
        QVERIFY2(rows().constFirst().contains(QStringLiteral("Approvals")), qPrintable(rows().constFirst()));
        for (const char *row :
             {"J|Board, Approvals", "A|Approvals, partner", "N|Approvals", "PgDown|document", "Right|document",
              "W|document", "Ctrl+F|document", "Ctrl+PgDown|Approvals", "1 … 9|document", "E|Approvals", "G|Board"})
            QVERIFY2(rows().contains(QString::fromUtf8(row)), row);
        QCOMPARE(rows().filter(QStringLiteral("Alt+1")).size(), 1);
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find("keysTable"));
        fixture.press(Qt::Key_1, Qt::ControlModifier);
        open();
        QVERIFY2(rows().constFirst().contains(QStringLiteral("Board")), qPrintable(rows().constFirst()));
    }

    void theOtherDocumentIsOneKeyAway()
    {
        Fixture fixture;
        fixture.submitAndOpen();
        const auto *viewer = fixture.review()->viewer();
        const QString first = viewer->currentDocument();
        fixture.press(Qt::Key_PageDown, Qt::ControlModifier); // in the queue
        QVERIFY(viewer->currentDocument() != first);
        fixture.press(Qt::Key_A); // in the note
        QTRY_VERIFY(fixture.find("noteEdit") && fixture.find("noteEdit")->hasFocus());
        fixture.press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(viewer->currentDocument(), first);
        fixture.review()->focusViewer();
        fixture.press(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(viewer->currentDocument() != first);
    }

    void mailLinksKeepWhatIsWritten()
    {
        const gatehouse::words::MailDraft draft{QStringLiteral("lena+kyb@calder.example"),
                                                QStringLiteral("Calder & Voss: 100 % + more?"),
                                                QStringLiteral("Dear Lena,\n\na=b&c=d #1 ärger")};
        const QUrl link = gatehouse::ui::AskPartnerDialog::mailLink(draft);
        QVERIFY(link.isValid());
        const QUrlQuery query(link);
        QCOMPARE(link.path(QUrl::FullyDecoded), draft.to);
        QCOMPARE(query.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded), draft.subject);
        QCOMPARE(query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded),
                 QString(draft.body).replace(QLatin1Char('\n'), QStringLiteral("\r\n")));
    }
};

GATEHOUSE_TEST(TestReviewDialogs)

#include "tst_reviewdialogs.moc"
