#include "operations/partneroperations.h"
#include "support/testmain.h"
#include "ui/components/messagebanner.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/reviewfixture.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"
#include "words/textmarks.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

// What becomes of a review on screen while it is read again, every minute and with each change.
class TestReviewLoads : public QObject
{
    Q_OBJECT

    using Fixture = gatehouse::support::ReviewFixture;
    using Act = gatehouse::ui::Act;

    static gatehouse::base::Error unreadable()
    {
        return {gatehouse::base::ErrorKind::Corrupt,
                gatehouse::base::ErrorCode::DocumentUnreadable,
                QStringLiteral("licensing.pdf"),
                {QStringLiteral("damaged")}};
    }

    // Read again, with the files compared anew, and with all that this makes anew or throws away.
    static void reload(Fixture &fixture)
    {
        QSignalSpy loaded(fixture.review(), &gatehouse::ui::ReviewPane::loaded);
        fixture.review()->refresh();
        QTRY_COMPARE(loaded.size(), 1);
        QTRY_VERIFY(fixture.says("checksPart", QStringLiteral("match the stored hashes")));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    // As the feed and the clock do it.
    static void loadByItself(Fixture &fixture)
    {
        QSignalSpy loaded(fixture.review(), &gatehouse::ui::ReviewPane::loaded);
        fixture.review()->load();
        QTRY_COMPARE(loaded.size(), 1);
    }

    // Since its approval a contact left and another licence was filed. Answers the id of that.
    static QString change(Fixture &fixture, const QString &partner)
    {
        gatehouse::operations::RemoveContact remove;
        remove.partner = partner;
        remove.subject = fixture.state(partner).facts.contacts.constLast().subject;
        if (!fixture.runElsewhere(remove))
            return {};
        return fixture.file(partner, QStringLiteral("licensing"), 2);
    }

    static QLabel *label(Fixture &fixture, const char *part, const QString &words)
    {
        for (QLabel *one : fixture.find(part)->findChildren<QLabel *>()) {
            if (one->isVisible() && gatehouse::words::plain(one->text()).contains(words))
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theSameStateLeavesEverythingAsItIs()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        QVERIFY(!change(fixture, partner).isEmpty());
        fixture.openReview(partner);
        fixture.write(Qt::Key_A);
        QTRY_VERIFY(fixture.says("checksPart", QStringLiteral("match the stored hashes")));
        QTRY_VERIFY(fixture.find("howToRevokeButton") && fixture.find("citedEvidence"));
        fixture.find<QPushButton>("howToRevokeButton")->click();
        QVERIFY(fixture.find("revokeSteps"));
        const QPointer<QLabel> note = label(fixture, "decisionsPart", QStringLiteral("agrees with the register"));
        QVERIFY(note);
        note->setSelection(0, 10);
        for (const char *name : {"howToRevokeButton", "citedEvidence", "evidenceChip"}) {
            QWidget *part = fixture.find(name);
            QVERIFY2(part, name);
            part->setFocus();
            QVERIFY2(part->hasFocus(), name);
            reload(fixture);
            QVERIFY2(fixture.find(name) == part && part->hasFocus(), name);
        }
        QVERIFY(fixture.find("revokeSteps"));
        QVERIFY(note);
        QCOMPARE(note->selectedText().size(), 10);
        QCOMPARE(fixture.review()->bar()->draft().note, Fixture::note());
    }

    void whatChangedIsShownAndTheRestStays()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        QVERIFY(!change(fixture, partner).isEmpty());
        fixture.openReview(partner);
        QTRY_VERIFY(fixture.find("howToRevokeButton"));
        fixture.find<QPushButton>("howToRevokeButton")->click();
        const QPointer<QLabel> first = label(fixture, "decisionsPart", QStringLiteral("agrees with the register"));
        QVERIFY(first && fixture.find("citedEvidence"));
        fixture.find("citedEvidence")->setFocus();
        // What it cites is replaced: it leads nowhere any more, and the keyboard stays in the facts.
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 3).isEmpty());
        reload(fixture);
        QVERIFY(fixture.says("changesPart", QStringLiteral("revision 2 to 4")));
        QTRY_VERIFY(fixture.find("citedEvidence") && !fixture.find("citedEvidence")->isEnabled());
        QVERIFY(!first);
        QVERIFY(fixture.find("factsPane")->hasFocus());
        QVERIFY(fixture.find("revokeSteps"));
        // One decision more stands above the one before, which stays.
        const QPointer<QLabel> before = label(fixture, "decisionsPart", QStringLiteral("agrees with the register"));
        QVERIFY(fixture.approveElsewhere(partner));
        reload(fixture);
        QTRY_VERIFY(fixture.says("decisionsPart", QStringLiteral("Approved, revision 4")));
        QVERIFY(before && before->isVisible());
        QVERIFY(fixture.says("changesPart", QStringLiteral("Nothing changed.")));
    }

    void whatCouldNotBeOpenedIsNotOpenedAgainByItself()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        const QString licence = change(fixture, partner);
        fixture.desk().document(licence).refusal = unreadable();
        fixture.openReview(partner);
        // By the viewer and by the comparison.
        QTRY_COMPARE(fixture.desk().opened().count(licence), 2);
        fixture.review()->showEvidence(licence, 1);
        QTRY_VERIFY(fixture.find("documentFailure"));
        const QStringList opened = fixture.desk().opened();
        for (int time = 0; time < 2; ++time) {
            loadByItself(fixture);
            QCOMPARE(fixture.desk().opened(), opened);
            QVERIFY(fixture.find("documentFailure"));
        }
        // Another one was filed in its place.
        const QString another = fixture.file(partner, QStringLiteral("licensing"), 2);
        fixture.desk().document(another).refusal = unreadable();
        loadByItself(fixture);
        QTRY_COMPARE(fixture.desk().opened().count(another), 2);
        fixture.review()->showEvidence(another, 1);
        QTRY_VERIFY(fixture.find("documentFailure"));
        QCOMPARE(fixture.desk().opened().count(licence), 2);
        // Somebody asks for it: it is shown, and compared.
        fixture.desk().document(another).refusal.reset();
        fixture.find("documentFailure")->findChild<QPushButton *>()->click();
        QTRY_COMPARE(fixture.review()->viewer()->currentPage(), 0);
        QTRY_VERIFY(fixture.says("requirementList", QStringLiteral("changed page(s) not viewed"))
                    || fixture.says("requirementList", QStringLiteral("changed pages viewed")));
        QCOMPARE(fixture.desk().opened().count(another), 4);
        QTRY_VERIFY(fixture.review()->viewer()->goToNextChange());
    }

    void whatFailedIsOpenedAgainWhenSomebodyAsks()
    {
        Fixture fixture;
        const QString partner = fixture.submitApproved();
        const auto documents = gatehouse::domain::dossierAt(fixture.state(partner).facts.documents);
        QVERIFY(!change(fixture, partner).isEmpty());
        const auto old = std::find_if(documents.begin(), documents.end(),
                                      [](const auto &one) { return one.kind == QStringLiteral("licensing"); });
        fixture.desk().document(old->id).refusal = unreadable();
        fixture.openReview(partner);
        // Nobody believes that nothing changed because the version before couldn't be opened.
        QTRY_VERIFY(fixture.says("checksPart", QStringLiteral("couldn't be compared")));
        fixture.desk().document(old->id).refusal.reset();
        loadByItself(fixture);
        QVERIFY(fixture.says("checksPart", QStringLiteral("couldn't be compared")));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(!fixture.says("checksPart", QStringLiteral("couldn't be compared")));
        QTRY_VERIFY(fixture.review()->viewer()->hasChange());
        // The document in front, too.
        const QString another = fixture.file(partner, QStringLiteral("licensing"), 2);
        fixture.desk().document(another).refusal = unreadable();
        loadByItself(fixture);
        fixture.review()->showEvidence(another, 1);
        QTRY_VERIFY(fixture.find("documentFailure"));
        fixture.desk().document(another).refusal.reset();
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(!fixture.find("documentFailure"));
    }

    void tryAgainComesTooLateForAPartnerThatWasLeft()
    {
        Fixture fixture;
        const QString next = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString partner = fixture.submitApproved();
        const QString licence = change(fixture, partner);
        fixture.desk().document(licence).refusal = unreadable();
        fixture.openReview(partner);
        fixture.review()->showEvidence(licence, 1);
        QTRY_VERIFY(fixture.find("documentFailure"));
        auto *again = fixture.find("documentFailure")->findChild<QPushButton *>();
        QVERIFY(fixture.review()->setPartner(next));
        QVERIFY(!fixture.review()->view());
        again->click();
        QTRY_VERIFY(fixture.review()->view());
        QCOMPARE(fixture.review()->view()->facts.partner.id, next);
        for (const auto &seen : fixture.review()->viewer()->seen())
            QVERIFY(seen.documentId != licence);
    }

    void aRefusalStaysUntilTheNextAct()
    {
        Fixture fixture;
        const QString other = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString partner = fixture.submitAndOpen();
        const auto refuse = [&] {
            QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 2).isEmpty());
            fixture.review()->perform(Act::AcceptDocument); // the one that was replaced
            QTRY_VERIFY(fixture.find("refusalBanner"));
        };
        refuse();
        const QString said = fixture.find<gatehouse::ui::MessageBanner>("refusalBanner")->message().text;
        for (int time = 0; time < 2; ++time) {
            reload(fixture);
            QVERIFY(fixture.find("refusalBanner"));
            QCOMPARE(fixture.find<gatehouse::ui::MessageBanner>("refusalBanner")->message().text, said);
        }
        fixture.review()->perform(Act::AssignToMe);
        QVERIFY(!fixture.find("refusalBanner"));
        QTRY_COMPARE(fixture.state(partner).readiness.review.assignee, Fixture::osUser());
        refuse();
        QVERIFY(fixture.review()->setPartner(other));
        QVERIFY(!fixture.find("refusalBanner"));
    }

    void aRefusalIsSaidWhereItsPartnerIs()
    {
        Fixture fixture;
        const QString other = fixture.submit(QStringLiteral("Birch Exchange"));
        const QString partner = fixture.submitAndOpen();
        QSignalSpy said(fixture.review(), &gatehouse::ui::ReviewPane::said);
        QVERIFY(!fixture.file(partner, QStringLiteral("kyb"), 2).isEmpty());
        fixture.review()->perform(Act::AcceptDocument);
        QVERIFY(fixture.review()->setPartner(other));
        QTRY_COMPARE(said.size(), 1);
        const QString line = gatehouse::words::plain(said.constFirst().constFirst().toString());
        QVERIFY2(line.startsWith(QStringLiteral("Alder Markets: ")), qPrintable(line));
        QVERIFY(!fixture.find("refusalBanner"));
        QTRY_VERIFY(fixture.review()->view());
        QVERIFY(!fixture.find("refusalBanner"));
    }
};

GATEHOUSE_TEST(TestReviewLoads)

#include "tst_reviewloads.moc"
