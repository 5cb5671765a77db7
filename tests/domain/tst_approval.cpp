#include "domain/approval.h"

#include "domain/example.h"
#include "support/testmain.h"

#include <algorithm>

class TestApproval : public QObject
{
    Q_OBJECT

    static QString statusAfter(const gatehouse::domain::PartnerFacts &facts,
                               const gatehouse::domain::Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::approvalStatusName(
            gatehouse::domain::approvalStatus(playbook, facts.decisions, facts.documents));
    }

private Q_SLOTS:
    void followsDecisionsAndFilings_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *title, const char *letters, const char *status) {
            QTest::newRow(title) << QByteArray(letters) << QString::fromLatin1(status);
        };
        row("nothing filed", "", "draft");
        row("one of two filed", "k", "draft");
        row("the same one twice", "kk", "draft");
        row("both filed", "kl", "pending_review");
        row("in the other order", "lk", "pending_review");
        row("approved", "kla", "approved");
        row("approved, then filed: stays approved", "klak", "approved");
        row("approved before both were filed", "ka", "approved");
        row("rejected for retry", "klr", "rejected");
        row("rejected before both were filed", "kr", "rejected");
        row("rejected for good", "klf", "rejected");
        row("filed after a retry rejection", "klrk", "pending_review");
        row("rejected for retry twice", "klrkr", "rejected");
        row("filed after a final rejection: nothing re-opens", "klfk", "rejected");
        row("a root admin re-opens a final rejection for retry", "klfr", "rejected");
        row("and then a filing counts", "klfrk", "pending_review");
        row("a filing before the re-opening does not", "klfkr", "rejected");
        row("approved after a final rejection", "klfa", "approved");
        row("suspended", "klar", "suspended");
        row("suspended for good", "klaf", "suspended");
        row("suspended, rejected again", "klarr", "suspended");
        row("filed after a suspension", "klark", "pending_review");
        row("rejected after that", "klarkr", "suspended");
        row("filed after a final suspension", "klafk", "suspended");
        row("approved again", "klara", "approved");
    }

    void followsDecisionsAndFilings()
    {
        QFETCH(QByteArray, letters);
        QFETCH(QString, status);
        QCOMPARE(statusAfter(example::history(letters.constData())), status);
    }

    void doesNotDependOnTheOrderOfItsRows_data() { followsDecisionsAndFilings_data(); }

    void doesNotDependOnTheOrderOfItsRows()
    {
        QFETCH(QByteArray, letters);
        QFETCH(QString, status);
        gatehouse::domain::PartnerFacts facts = example::history(letters.constData());
        std::reverse(facts.decisions.begin(), facts.decisions.end());
        std::reverse(facts.documents.begin(), facts.documents.end());
        QCOMPARE(statusAfter(facts), status);
    }

    void aFilingInTheMillisecondOfTheRejectionCountsByItsRevision()
    {
        const char *moment = "2026-03-03T10:00:00.000Z";
        QCOMPARE(statusAfter(example::Facts().dossier(moment).rejected(moment)), QStringLiteral("rejected"));
        QCOMPARE(statusAfter(example::Facts().dossier(moment).rejected(moment).filed("kyb", moment)),
                 QStringLiteral("pending_review"));
    }

    void isNotUsedWithoutAnApprover()
    {
        auto playbook = example::playbook();
        playbook.approver.reset();
        QCOMPARE(statusAfter(example::history("kla"), playbook), QStringLiteral("not_used"));
    }

    void isPendingAtOnceWhereNoDocumentIsAskedFor()
    {
        auto playbook = example::playbook();
        playbook.documents.clear();
        QCOMPARE(statusAfter(example::history(""), playbook), QStringLiteral("pending_review"));
    }

    void findsTheLastDecisionByNumber()
    {
        QCOMPARE(gatehouse::domain::lastDecision({}), nullptr);
        gatehouse::domain::PartnerFacts facts = example::history("klar");
        std::reverse(facts.decisions.begin(), facts.decisions.end());
        QCOMPARE(gatehouse::domain::lastDecision(facts.decisions)->number, 2);
    }

    void namesVerdictsAsStored()
    {
        QCOMPARE(gatehouse::domain::verdictName(gatehouse::domain::Verdict::Approve), QLatin1StringView("approved"));
        QCOMPARE(gatehouse::domain::verdictName(gatehouse::domain::Verdict::Reject), QLatin1StringView("rejected"));
    }
};

GATEHOUSE_TEST(TestApproval)

#include "tst_approval.moc"
