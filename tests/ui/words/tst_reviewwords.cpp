#include "support/testmain.h"
#include "words/reviewwords.h"
#include "words/textmarks.h"

#include <QTest>

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
