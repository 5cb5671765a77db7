#include "domain/reviewstate.h"

#include "domain/example.h"
#include "domain/readiness.h"
#include "domain/reviewdigest.h"
#include "support/testmain.h"

class TestReviewState : public QObject
{
    Q_OBJECT

    using Facts = example::Facts;
    using PartnerFacts = gatehouse::domain::PartnerFacts;
    using Playbook = gatehouse::domain::Playbook;
    using ReviewAct = gatehouse::domain::ReviewAct;
    using ReviewActKind = gatehouse::domain::ReviewActKind;
    using ReviewState = gatehouse::domain::ReviewState;

    static ReviewState state(const PartnerFacts &facts, const char *now, const Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::reviewState(playbook, facts, example::at(now));
    }

    static QString queue(const PartnerFacts &facts, const char *now, const Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::queueReasonName(state(facts, now, playbook).queue);
    }

    // An act after the decisions and filings that are there.
    static ReviewAct act(const PartnerFacts &facts, ReviewActKind kind, const char *subject,
                         const char *until = nullptr)
    {
        ReviewAct act;
        act.kind = kind;
        act.afterDecision = facts.decisions.size();
        act.revision = facts.documents.size();
        act.subject = QLatin1StringView(subject);
        if (until)
            act.until = example::at(until);
        return act;
    }

    static void ask(PartnerFacts &facts, const char *when, const char *closed = nullptr, const char *kind = "")
    {
        gatehouse::domain::PartnerRequest request;
        request.number = facts.review.requests.size() + 1;
        request.id = QStringLiteral("r%1").arg(request.number);
        request.documentKind = QLatin1StringView(kind);
        request.askedOf = QStringLiteral("Lena");
        request.askedAt = example::at(when);
        if (closed) {
            request.closedAt = example::at(closed);
            request.end = gatehouse::domain::RequestEnd::Answered;
        }
        facts.review.requests.append(request);
    }

    static Playbook twoPeople()
    {
        Playbook playbook = example::playbook();
        playbook.deciders = 2;
        return playbook;
    }

    static Playbook expiring()
    {
        Playbook playbook = example::playbook();
        playbook.approvalValidDays = 100;
        playbook.approvalWarnDays = 10;
        return playbook;
    }

    static void endorse(PartnerFacts &facts, const char *until)
    {
        gatehouse::domain::Endorsement first;
        first.endorsedBy = QStringLiteral("mara");
        first.reviewedDigest = gatehouse::domain::reviewDigest(twoPeople(), facts).text();
        first.expiresAt = example::at(until);
        facts.review.endorsements.append(first);
    }

    static QString blockers(const Playbook &playbook, const PartnerFacts &facts, const char *now)
    {
        QStringList lines;
        for (const auto &blocker : gatehouse::domain::readiness(playbook, facts, example::at(now)).blockers) {
            lines.append(QStringLiteral("%1 [%2] %3 %4")
                             .arg(gatehouse::domain::blockerKindName(blocker.kind), blocker.subject,
                                  QString::number(blocker.days), blocker.owner));
        }
        return lines.join(QStringLiteral("; "));
    }

private Q_SLOTS:
    void saysWhyAPartnerIsInTheQueue_data()
    {
        QTest::addColumn<QString>("history");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *history, const char *reason) {
            QTest::newRow(history) << QString::fromLatin1(history) << QString::fromLatin1(reason);
        };
        row("k", "none");
        row("kl", "first_review");
        row("klr", "none");
        row("klrk", "resubmitted");
        row("kla", "none");
        row("klak", "changed");
        row("klar", "none");
        row("klark", "suspended");
        row("klf", "none");
        row("klfk", "none");
    }

    void saysWhyAPartnerIsInTheQueue()
    {
        QFETCH(const QString, history);
        const PartnerFacts facts = example::history(history.toLatin1().constData());
        QTEST(queue(facts, "2026-03-04T10:00Z"), "reason");
    }

    void anActEndsWithTheNextDecision()
    {
        PartnerFacts facts = example::history("kl");
        facts.review.acts = {act(facts, ReviewActKind::Assigned, "mara"), act(facts, ReviewActKind::Escalated, "tom")};
        QCOMPARE(state(facts, "2026-03-02T12:00Z").assignee, QStringLiteral("mara"));
        QCOMPARE(state(facts, "2026-03-02T12:00Z").escalatedTo, QStringLiteral("tom"));
        PartnerFacts decided = example::history("klrk");
        decided.review.acts = facts.review.acts;
        QCOMPARE(state(decided, "2026-03-03T12:00Z").assignee, QString());
        QCOMPARE(state(decided, "2026-03-03T12:00Z").escalatedTo, QString());
    }

    void ofOneKindTheLastActCounts()
    {
        PartnerFacts facts = example::history("kl");
        facts.review.acts = {act(facts, ReviewActKind::Assigned, "mara"), act(facts, ReviewActKind::Assigned, "tom")};
        QCOMPARE(state(facts, "2026-03-02T12:00Z").assignee, QStringLiteral("tom"));
        facts.review.acts.append(act(facts, ReviewActKind::Assigned, ""));
        QVERIFY(!state(facts, "2026-03-02T12:00Z").assigned);
    }

    void whatWasPutOffComesBackInTimeOrWithAFiling()
    {
        PartnerFacts facts = example::history("kl");
        facts.review.acts = {act(facts, ReviewActKind::Snoozed, "", "2026-03-05T09:00Z")};
        const ReviewState snoozed = state(facts, "2026-03-04T09:00Z");
        QCOMPARE(example::shown(snoozed.snoozedUntil), QStringLiteral("2026-03-05T09:00:00.000Z"));
        QCOMPARE(example::shown(snoozed.changesAt), QStringLiteral("2026-03-05T09:00:00.000Z"));
        QVERIFY(!state(facts, "2026-03-05T09:00Z").snoozedUntil);
        facts.documents =
            PartnerFacts(Facts().dossier("2026-03-02T10:00Z").filed("kyb", "2026-03-04T08:00Z")).documents;
        QVERIFY(!state(facts, "2026-03-04T09:00Z").snoozedUntil);
    }

    void aQuestionStopsTheClockAndIsThePartnersMove()
    {
        using namespace gatehouse::domain;
        PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z");
        ask(facts, "2026-03-03T09:00Z");
        const Readiness asked = readiness(example::playbook(), facts, example::at("2026-03-05T09:00Z"));
        QCOMPARE(asked.sla.state, SlaState::Paused);
        QCOMPARE(asked.sla.usedMs, 8 * gatehouse::base::msPerHour);
        QCOMPARE(asked.sla.pauses.constLast().reason, PauseReason::Asked);
        QCOMPARE(asked.sla.pauses.constLast().waitingFor, QStringLiteral("Lena"));
        QCOMPARE(asked.move, NextMove::Partners);
        PartnerFacts answered = Facts().dossier("2026-03-02T09:00Z");
        ask(answered, "2026-03-03T09:00Z", "2026-03-04T09:00Z");
        const Readiness open = readiness(example::playbook(), answered, example::at("2026-03-04T10:00Z"));
        QCOMPARE(open.sla.usedMs, 9 * gatehouse::base::msPerHour);
        QCOMPARE(open.move, NextMove::Ours);
    }

    void aQuestionThatIsNotAnsweredComesBackToUs()
    {
        using namespace gatehouse::domain;
        PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z");
        ask(facts, "2026-03-02T10:00Z", nullptr, "kyb");
        // Five working days of eight hours from Monday, 10:00.
        QCOMPARE(blockers(example::playbook(), facts, "2026-03-09T09:59Z"),
                 QStringLiteral("request_open [KYB package] 7 partner"));
        QCOMPARE(blockers(example::playbook(), facts, "2026-03-09T10:00Z"),
                 QStringLiteral("request_overdue [KYB package] 7 root_admin"));
        QCOMPARE(readiness(example::playbook(), facts, example::at("2026-03-09T10:00Z")).move, NextMove::Ours);
    }

    void theFirstOfTwoApprovalsStandsWhileNothingChangesAndForATime()
    {
        PartnerFacts facts = example::history("kl");
        endorse(facts, "2026-03-05T10:00Z");
        QVERIFY(state(facts, "2026-03-04T10:00Z", twoPeople()).endorsement);
        QVERIFY(!state(facts, "2026-03-05T10:00Z", twoPeople()).endorsement);
        QVERIFY2(!state(facts, "2026-03-04T10:00Z").endorsement, "one person decides here");
        facts.contacts.first().name = QStringLiteral("Somebody else");
        QVERIFY(!state(facts, "2026-03-04T10:00Z", twoPeople()).endorsement);
    }

    void anApprovalExpiresAtTheEndOfItsLastDay()
    {
        const PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z");
        // 100 days after 3 March is 11 June.
        QCOMPARE(example::shown(state(facts, "2026-03-04T09:00Z", expiring()).approvalExpiresAt),
                 QStringLiteral("2026-06-12T00:00:00.000Z"));
        QCOMPARE(queue(facts, "2026-06-11T23:59Z", expiring()), QStringLiteral("none"));
        QCOMPARE(queue(facts, "2026-06-12T00:00Z", expiring()), QStringLiteral("approval_expired"));
        QCOMPARE(queue(facts, "2027-06-12T00:00Z"), QStringLiteral("none"));
    }

    void whoHasToReviewAgainIsWarned()
    {
        using namespace gatehouse::domain;
        const PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z");
        QCOMPARE(blockers(expiring(), facts, "2026-05-31T09:00Z"), QString());
        QCOMPARE(blockers(expiring(), facts, "2026-06-01T09:00Z"),
                 QStringLiteral("approval_expiring [] 10 root_admin"));
        QCOMPARE(blockers(expiring(), facts, "2026-06-13T09:00Z"), QStringLiteral("approval_expired [] 2 root_admin"));
        const SlaReading clock = reviewClock(expiring(), facts, example::at("2026-06-12T10:00Z"));
        QCOMPARE(clock.state, SlaState::Running);
        QCOMPARE(clock.usedMs, gatehouse::base::msPerHour);
    }

    // Whether it was late is told after the decision as before it.
    void theClockOfARenewalIsKept_data()
    {
        QTest::addColumn<bool>("files");
        QTest::newRow("nothing filed") << false;
        QTest::newRow("filed after the end") << true;
    }
    void theClockOfARenewalIsKept()
    {
        using namespace gatehouse::domain;
        QFETCH(bool, files);
        Facts facts = Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z");
        if (files)
            facts.filed("kyb", "2026-06-22T09:00Z");
        const SlaReading before = reviewClock(expiring(), facts, example::at("2026-06-22T10:00Z"));
        QCOMPARE(before.state, SlaState::Breached);
        const SlaReading after =
            reviewClock(expiring(), facts.approved("2026-06-22T10:00Z"), example::at("2026-06-22T11:00Z"));
        QCOMPARE(after.state, SlaState::Missed);
        QCOMPARE(after.start, before.start);
        QCOMPARE(after.usedMs, before.usedMs);
    }

    void anAccessThatAsksForACurrentApprovalClosesWithIt()
    {
        using namespace gatehouse::domain;
        Playbook playbook = expiring();
        playbook.access.first().conditions = {Condition::ApprovalCurrent};
        const PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z");
        const auto answer = [&](const char *now) {
            return accessAnswer(QStringLiteral("invoice.create"), playbook, facts, example::at(now));
        };
        QCOMPARE(answer("2026-06-11T23:59Z").verdict, AccessVerdict::Open);
        QCOMPARE(answer("2026-06-12T00:00Z").verdict, AccessVerdict::Closed);
        QCOMPARE(answer("2026-06-12T00:00Z").reason, AccessReason::ApprovalExpired);
        QCOMPARE(example::shown(answer("2026-06-11T23:59Z").since), QStringLiteral("2026-03-03T12:00:00.000Z"));
        QCOMPARE(example::shown(answer("2026-06-12T10:00Z").since), QStringLiteral("2026-06-12T00:00:00.000Z"));
        const PartnerFacts renewed =
            Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z").approved("2026-06-15T12:00Z");
        const auto again =
            accessAnswer(QStringLiteral("invoice.create"), playbook, renewed, example::at("2026-06-16T00:00Z"));
        QCOMPARE(again.verdict, AccessVerdict::Open);
        QCOMPARE(example::shown(again.since), QStringLiteral("2026-06-15T12:00:00.000Z"));
        // Where the approval alone is asked for, the last decision is what counts.
        QCOMPARE(
            accessAnswer(QStringLiteral("invoice.create"), expiring(), facts, example::at("2026-06-12T00:00Z")).verdict,
            AccessVerdict::Open);
    }

    void ofADocumentTheLastVerdictCountsAndOfTheDossierTheCurrentDocuments()
    {
        using namespace gatehouse::domain;
        PartnerFacts facts = example::history("kl");
        const auto judged = [](const char *document, DocumentAnswer answer) {
            DocumentVerdict verdict;
            verdict.documentId = QLatin1StringView(document);
            verdict.answer = answer;
            return verdict;
        };
        facts.review.verdicts = {judged("d1", DocumentAnswer::AskedAgain), judged("d2", DocumentAnswer::AskedAgain),
                                 judged("d2", DocumentAnswer::Accepted)};
        QCOMPARE(askedAgainKinds(facts), QStringList{QStringLiteral("kyb")});
        PartnerFacts filed = example::history("klk");
        filed.review.verdicts = facts.review.verdicts;
        QCOMPARE(askedAgainKinds(filed), QStringList());
    }

    void timeAloneIsForeseen()
    {
        using namespace gatehouse::domain;
        PartnerFacts facts = Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z");
        Playbook playbook = expiring();
        for (DocumentRule &rule : playbook.documents)
            rule.validityDays = 0; // or their days would be counted at midnight anyway
        // Until it says so, nothing changes: the blockers of the instant before are those of now.
        Instant now = example::at("2026-03-04T09:00Z");
        for (int step = 0; step < 200 && now < example::at("2026-07-01T09:00Z"); ++step) {
            const Readiness here = readiness(playbook, facts, now);
            QVERIFY(here.validUntil > now);
            const Readiness before = readiness(playbook, facts, here.validUntil + -1);
            QCOMPARE(before.blockers, here.blockers);
            QCOMPARE(before.review.queue, here.review.queue);
            now = here.validUntil;
        }
        QVERIFY(now >= example::at("2026-06-12T00:00Z"));
    }
};

GATEHOUSE_TEST(TestReviewState)
#include "tst_reviewstate.moc"
