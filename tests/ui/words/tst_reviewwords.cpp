#include "support/testmain.h"
#include "words/reviewwords.h"
#include "words/textmarks.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

class TestReviewWords : public QObject
{
    Q_OBJECT

    static gatehouse::domain::Playbook playbook()
    {
        gatehouse::domain::Playbook playbook;
        gatehouse::domain::DocumentRule kyb;
        kyb.kind = QStringLiteral("kyb");
        kyb.title = QStringLiteral("KYB package");
        kyb.reasons = gatehouse::domain::defaultReasons();
        playbook.documents = {kyb};
        return playbook;
    }

    static gatehouse::domain::PartnerFacts facts()
    {
        gatehouse::domain::PartnerFacts facts;
        facts.partner.legalName = QStringLiteral("Calder Voss Limited");
        facts.partner.submittedBy = QStringLiteral("lena");
        const auto contact = [](const char *name, const char *subject) {
            gatehouse::domain::Contact contact;
            contact.name = QLatin1StringView(name);
            contact.subject = QLatin1StringView(subject);
            contact.email = contact.subject + QStringLiteral("@calder.example");
            return contact;
        };
        facts.contacts = {contact("Ravi Holm", "ravi"), contact("Lena Voss", "lena")};
        return facts;
    }

private Q_SLOTS:
    void aQuestionGoesToWhoSubmittedAndHoldsWhatIsAsked()
    {
        using namespace gatehouse;
        const auto draft = words::askDraft(facts(), playbook(), QStringLiteral(" Who holds 27 %? "), {}, {},
                                           QStringLiteral("Mara Okafor"));
        QCOMPARE(draft.to, QStringLiteral("lena@calder.example"));
        QVERIFY(draft.subject.contains(QStringLiteral("Calder Voss Limited")));
        QVERIFY(draft.body.startsWith(QStringLiteral("Dear Lena Voss,")));
        QVERIFY(draft.body.contains(QStringLiteral("\n\nWho holds 27 %?\n\n")));
        QVERIFY(draft.body.endsWith(QStringLiteral("Mara Okafor")));
    }

    void aDocumentIsAskedForByItsTitleAndNeverByMail()
    {
        using namespace gatehouse;
        const auto draft = words::askDraft(facts(), playbook(), QStringLiteral("Too dark."), QStringLiteral("kyb"),
                                           QStringLiteral("ravi"), QStringLiteral("Mara"));
        QCOMPARE(draft.to, QStringLiteral("ravi@calder.example"));
        QVERIFY(draft.subject.contains(QStringLiteral("KYB package")));
        QVERIFY(draft.body.contains(QStringLiteral("do not send it by mail")));
    }

    void nobodyWritesFieldsIntoTheHeadOfAMail()
    {
        using namespace gatehouse;
        domain::PartnerFacts strange = facts();
        strange.partner.legalName = QStringLiteral("Calder\r\nBcc: evil@example.com");
        for (domain::Contact &contact : strange.contacts) {
            contact.email += QStringLiteral("\nBcc: evil@example.com");
            contact.name += QStringLiteral(",\n\nPay to another account.");
        }
        for (const QString &kind : {QString(), QStringLiteral("kyb")}) {
            const auto draft = words::askDraft(strange, playbook(), QStringLiteral("Who?"), kind, {}, {});
            QCOMPARE(draft.to.count(u'\n') + draft.subject.count(u'\n') + draft.subject.count(u'\r'), 0);
            QVERIFY(draft.body.section(u'\n', 0, 0).contains(QStringLiteral("Pay to another account.")));
        }
    }

    void whoIsNoContactGetsNoMail()
    {
        using namespace gatehouse;
        const auto draft = words::askDraft(facts(), playbook(), QStringLiteral("x"), {}, QStringLiteral("nobody"), {});
        QVERIFY(draft.to.isEmpty());
    }

    void pagesThatWereSeenAreTold()
    {
        using namespace gatehouse;
        domain::DossierDocument kyb;
        kyb.id = QStringLiteral("d1");
        kyb.kind = QStringLiteral("kyb");
        const auto told = [&](const char *pages, int count) {
            return words::plain(words::seenWords({kyb.id, {}, count, QLatin1StringView(pages)}, {kyb}, playbook()));
        };
        QCOMPARE(told("1-12", 12), QStringLiteral("KYB package: all 12 pages"));
        QCOMPARE(told("1", 1), QStringLiteral("KYB package: all 1 pages"));
        QCOMPARE(told("5", 5), QStringLiteral("KYB package: pages 5 of 5"));
        QCOMPARE(told("1-3,7", 12), QStringLiteral("KYB package: pages 1-3,7 of 12"));
        QCOMPARE(told("", 12), QStringLiteral("KYB package: not seen"));
    }

    void whatWasAskedNamesItsDocument()
    {
        using namespace gatehouse;
        domain::PartnerRequest request;
        request.text = QStringLiteral("Who holds 27 percent?");
        QCOMPARE(words::plain(words::requestWords(request, playbook())), request.text);
        request.documentKind = QStringLiteral("kyb");
        request.text = QStringLiteral("Pages or annexes are missing");
        QCOMPARE(words::plain(words::requestWords(request, playbook())),
                 QStringLiteral("KYB package: Pages or annexes are missing"));
    }

    void whyAClockStandsStillIsTold()
    {
        using namespace gatehouse;
        using State = domain::SlaState;
        domain::Playbook hours = playbook();
        hours.id = QStringLiteral("otc-partner");
        const auto told = [&hours](State state, QDate day, int hour) {
            const auto now = base::Instant::fromDateTime(QDateTime(day, QTime(hour, 0), QTimeZone::utc()));
            return words::plain(words::workingHoursWords(hours, state, now).join(QLatin1Char('|')));
        };
        const QDate friday(2026, 3, 6);
        const QString open = told(State::Running, friday, 10);
        QVERIFY2(open.startsWith(QStringLiteral("Runs in working hours only: Mon to Fri, 09:00 to 17:00 (UTC)|")),
                 qPrintable(open));
        QVERIFY2(open.contains(QStringLiteral("the playbook otc-partner")), qPrintable(open));
        QVERIFY(!open.contains(QStringLiteral("still")) && !open.contains(QStringLiteral("not on holidays")));
        QVERIFY(
            told(State::AtRisk, friday, 18).contains(QStringLiteral("outside working hours; goes on Mon 9 Mar 09:00")));
        QVERIFY(told(State::Breached, friday.addDays(2), 10)
                    .contains(QStringLiteral("on a day off; goes on Mon 9 Mar 09:00")));
        hours.calendar.holidays = {friday};
        hours.calendar.weekdays = {1, 3, 5};
        const QString holiday = told(State::Running, friday, 10);
        QVERIFY2(holiday.contains(QStringLiteral("on a holiday; goes on Mon 9 Mar 09:00")), qPrintable(holiday));
        QVERIFY2(holiday.contains(QStringLiteral("Mon, Wed, Fri")) && holiday.contains(QStringLiteral("not on hol")),
                 qPrintable(holiday));
        // A clock that waits for the partner, or is done, stands still for another reason.
        for (State state : {State::Paused, State::Met})
            QVERIFY(!told(state, friday, 10).contains(QStringLiteral("still")));
    }

    void whyAReviewWaitsIsTold()
    {
        using namespace gatehouse;
        QCOMPARE(words::queueReasonWords(domain::QueueReason::Resubmitted, 4),
                 QStringLiteral("Revision 4 after a rejection"));
        QCOMPARE(words::reasonWords(playbook(), QStringLiteral("kyb"), QStringLiteral("illegible")),
                 QStringLiteral("Can't be read"));
        QCOMPARE(words::reasonWords(playbook(), QStringLiteral("kyb"), QStringLiteral("odd")), QStringLiteral("odd"));
        for (const domain::RequestEnd end : domain::allRequestEnds)
            QVERIFY(words::requestEndWords(QString(domain::requestEndName(end))).size() > 3);
    }
};

GATEHOUSE_TEST(TestReviewWords)
#include "tst_reviewwords.moc"
