#include "operations/desk.h"
#include "operations/standins.h"
#include "support/testmain.h"

#include <algorithm>

// What reviewers do around a decision.
class TestReview : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    BothDesks m_both;

    static QStringList eventTypes(Desk &desk, const QString &partner)
    {
        QStringList types;
        for (const auto &event : Desk::expected(desk.root().ask(gatehouse::operations::ListEvents{partner, {}})))
            types.append(event.type);
        return types;
    }

    // "d1: asked_again illegible; d1: accepted".
    static QString requestsOf(Desk &desk, const QString &partner)
    {
        QStringList lines;
        for (const auto &request : desk.view(partner).facts.review.requests) {
            lines.append(
                QStringLiteral("%1[%2] %3")
                    .arg(request.documentKind, request.text, QString(gatehouse::domain::requestEndName(request.end))));
        }
        return lines.join(QStringLiteral("; "));
    }

    static gatehouse::domain::PartnerSummary *inQueue(QList<gatehouse::domain::PartnerSummary> &queue,
                                                      const QString &partner)
    {
        for (auto &row : queue) {
            if (row.id == partner)
                return &row;
        }
        return nullptr;
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void aDocumentThatIsAskedForAgainStopsTheApprovalUntilOneIsFiled_data() { BothDesks::addDialects(); }
    void aDocumentThatIsAskedForAgainStopsTheApprovalUntilOneIsFiled()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(askingAgain(partner, QStringLiteral("kyb"))));
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("kyb[Can't be read: Page 2 is too dark.] "));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Paused);
        QCOMPARE(desk.view(partner).readiness.move, NextMove::Partners);
        const auto refused = desk.root().run(desk.decision(partner, Verdict::Approve));
        DESK_REFUSED(refused, DocumentAskedAgain);
        QCOMPARE(refused.error().arguments, QStringList{QStringLiteral("kyb")});

        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"), "a better scan")));
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("kyb[Can't be read: Page 2 is too dark.] filed"));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Running);
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        const QStringList types = eventTypes(desk, partner);
        QVERIFY(types.contains(QStringLiteral("partner.document_asked_again")));
        QVERIFY(types.contains(QStringLiteral("partner.asked")));
        QVERIFY(types.contains(QStringLiteral("partner.answered")));
    }

    void noAnswerReplacesADocumentThatIsAskedForAgain_data() { BothDesks::addDialects(); }
    void noAnswerReplacesADocumentThatIsAskedForAgain()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(askingAgain(partner, QStringLiteral("kyb"))));
        CloseRequest answer;
        answer.partner = partner;
        answer.answer = QStringLiteral("It is legible enough.");
        const auto refused = desk.root().run(answer);
        DESK_REFUSED(refused, RequestStands);
        QCOMPARE(refused.error().arguments, QStringList{QStringLiteral("kyb")});
        // Nor does a rejection, or another document: until it is filed the clock doesn't run against the reviewer.
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("licensing"), "a new licence")));
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("kyb[Can't be read: Page 2 is too dark.] "));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Paused);
        QCOMPARE(desk.view(partner).readiness.move, NextMove::Partners);
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"), "a better scan")));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Running);
    }

    void whatIsAcceptedAfterAllIsNoLongerAskedFor_data() { BothDesks::addDialects(); }
    void whatIsAcceptedAfterAllIsNoLongerAskedFor()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(askingAgain(partner, QStringLiteral("kyb"))));
        STORE_VERIFY(desk.root().run(acceptance(partner, QStringLiteral("kyb"))));
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("kyb[Can't be read: Page 2 is too dark.] accepted"));
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
    }

    void whoCantDecideCantJudgeEither_data() { BothDesks::addDialects(); }
    void whoCantDecideCantJudgeEither()
    {
        DESK_ON_BOTH();
        Person &tenant = desk.holder(Role::TenantAdmin);
        Person &insider = desk.holder(Role::RootAdmin);
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(addition(partner, insider.subject())));
        DESK_REFUSED(tenant.run(acceptance(partner, QStringLiteral("kyb"))), NotOnAllowlist);
        DESK_REFUSED(insider.run(acceptance(partner, QStringLiteral("kyb"))), OnTheRoster);
        DESK_REFUSED(desk.root().run(acceptance(partner, QStringLiteral("dpa"))), DocumentNotFound);
        const auto unknown = desk.root().run(askingAgain(partner, QStringLiteral("kyb"), QStringLiteral("ugly")));
        DESK_REFUSED(unknown, ValueUnknown);
        QVERIFY(unknown.error().arguments.contains(QStringLiteral("illegible")));
    }

    // He would put his own review off, or take back what was asked of him.
    void whoStandsInTheRosterReviewsNothing_data() { BothDesks::addDialects(); }
    void whoStandsInTheRosterReviewsNothing()
    {
        DESK_ON_BOTH();
        Person &insider = desk.person(QStringLiteral("insider_admin"));
        STORE_VERIFY(desk.root().run(grant(insider.subject(), Role::RootAdmin)));
        Person &success = desk.holder(Role::CustomerSuccess);
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(question(partner)));
        CloseRequest takenBack = answer(partner);
        takenBack.end = RequestEnd::Withdrawn;
        const base::Instant tomorrow = desk.view(partner).asOf + base::msPerDay;
        // Before the schema refuses it, which doesn't tell who may.
        const auto refuses = [&](Person &person, const Operation &operation, const char *mayToo) {
            const auto tried = person.run(operation);
            DESK_REFUSED(tried, OnTheRoster);
            QCOMPARE(tried.error().kind, base::ErrorKind::Denied);
            QCOMPARE(tried.error().arguments.value(0), QString(operationName(operation.kind())));
            QVERIFY(tried.error().arguments.contains(QLatin1StringView(mayToo)));
        };
        const auto refusesAll = [&](Person &person) {
            refuses(person, question(partner), "customer_success");
            refuses(person, answer(partner), "customer_success");
            refuses(person, takenBack, "customer_success");
        };
        for (const QString &subject : {insider.subject(), success.subject()})
            STORE_VERIFY(desk.root().run(addition(partner, subject)));
        const QString before = desk.contents();
        refusesAll(success);
        refusesAll(insider);
        refuses(insider, assignment(partner, desk.root().subject()), "tenant_admin");
        refuses(insider, assignment(partner, QString()), "tenant_admin");
        refuses(insider, snooze(partner, tomorrow), "tenant_admin");
        refuses(insider, escalation(partner, desk.root().subject()), "tenant_admin");
        // Before the input is looked at.
        refuses(insider, snooze(partner, base::Instant{1}), "tenant_admin");
        QCOMPARE(desk.contents(), before);
        // Nor who has left while his identity is still active; released he is as any other.
        STORE_VERIFY(desk.root().run(removal(partner, success.subject())));
        refusesAll(success);
        STORE_VERIFY(desk.root().run(release(partner, success.subject())));
        STORE_VERIFY(success.run(answer(partner)));
    }

    void aReviewIsGivenToSomebodyWhoCanDecide_data() { BothDesks::addDialects(); }
    void aReviewIsGivenToSomebodyWhoCanDecide()
    {
        DESK_ON_BOTH();
        Person &tenant = desk.holder(Role::TenantAdmin);
        const QString partner = desk.reviewable();
        STORE_VERIFY(tenant.run(assignment(partner, desk.root().subject())));
        QCOMPARE(desk.view(partner).readiness.review.assignee, desk.root().subject());
        const auto refused = desk.root().run(assignment(partner, tenant.subject()));
        DESK_REFUSED(refused, AssigneeCantDecide);
        QCOMPARE(refused.error().arguments.value(1), QStringLiteral("not-on-allowlist"));
        STORE_VERIFY(desk.root().run(assignment(partner, QString())));
        QCOMPARE(desk.view(partner).readiness.review.assignee, QString());
        // Nothing of it changes what a decision is bound to.
        Decide decide = desk.decision(partner, Verdict::Approve);
        STORE_VERIFY(desk.root().run(assignment(partner, desk.root().subject())));
        STORE_VERIFY(desk.root().run(decide));
        QCOMPARE(desk.view(partner).readiness.review.assignee, QString());
        QCOMPARE(desk.view(partner).facts.review.acts.size(), 3);
    }

    void theQueueHoldsWhoWaitsAndWhoWasDecidedLately_data() { BothDesks::addDialects(); }
    void theQueueHoldsWhoWaitsAndWhoWasDecidedLately()
    {
        DESK_ON_BOTH();
        const QString waiting = desk.reviewable();
        const QString snoozed = desk.reviewable();
        const QString asked = desk.reviewable();
        const QString decided = desk.approved();
        const QString incomplete = desk.newPartner();
        const base::Instant tomorrow = desk.view(waiting).asOf + base::msPerDay;
        STORE_VERIFY(desk.root().run(snooze(snoozed, tomorrow)));
        STORE_VERIFY(desk.root().run(question(asked)));
        STORE_VERIFY(desk.root().run(escalation(waiting, desk.root().subject())));
        auto queue = desk.root().ask(ReviewQueue{});
        STORE_VERIFY(queue);
        QVERIFY(!inQueue(*queue, incomplete));
        const auto group = [&](const QString &partner) {
            const PartnerSummary *row = inQueue(*queue, partner);
            return row ? queueGroup(*row, desk.view(waiting).asOf, QTimeZone::utc()) : QueueGroup::None;
        };
        QVERIFY(group(waiting) == QueueGroup::Later || group(waiting) == QueueGroup::DueToday);
        QCOMPARE(inQueue(*queue, waiting)->escalatedTo, desk.root().subject());
        QCOMPARE(group(snoozed), QueueGroup::Snoozed);
        QCOMPARE(group(asked), QueueGroup::WithPartner);
        QCOMPARE(group(decided), QueueGroup::Decided);
        DESK_REFUSED(desk.person(QStringLiteral("stranger")).ask(ReviewQueue{}), NotYourPartner);
    }

    void aReviewIsPutOffForAMonthAtMost_data() { BothDesks::addDialects(); }
    void aReviewIsPutOffForAMonthAtMost()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const base::Instant month = desk.view(partner).asOf + snoozeMostDays * base::msPerDay;
        // The authority's time goes on meanwhile, by less than an hour.
        const auto refused = desk.root().run(snooze(partner, month + base::msPerHour));
        DESK_REFUSED(refused, MomentTooFar);
        QCOMPARE(refused.error().kind, base::ErrorKind::Invalid);
        QCOMPARE(refused.error().arguments, (QStringList{(month + base::msPerHour).toIso(), QStringLiteral("30")}));
        QVERIFY(!desk.view(partner).readiness.review.snoozedUntil);
        STORE_VERIFY(desk.root().run(snooze(partner, month)));
        QCOMPARE(desk.view(partner).readiness.review.snoozedUntil, month);
    }

    void whatIsNotThereIsNotTakenBack_data() { BothDesks::addDialects(); }
    void whatIsNotThereIsNotTakenBack()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const SnoozeReview wake = snooze(partner, std::nullopt);
        const EscalateReview takeBack = escalation(partner, {});
        DESK_REFUSED(desk.root().run(wake), NothingToTakeBack);
        DESK_REFUSED(desk.root().run(takeBack), NothingToTakeBack);
        QVERIFY(desk.view(partner).facts.review.acts.isEmpty());
        STORE_VERIFY(desk.root().run(snooze(partner, desk.view(partner).asOf + base::msPerDay)));
        STORE_VERIFY(desk.root().run(wake));
        DESK_REFUSED(desk.root().run(wake), NothingToTakeBack);
        STORE_VERIFY(desk.root().run(escalation(partner, desk.root().subject())));
        STORE_VERIFY(desk.root().run(takeBack));
        DESK_REFUSED(desk.root().run(takeBack), NothingToTakeBack);
    }

    void aQuestionIsOpenUntilItIsAnswered_data() { BothDesks::addDialects(); }
    void aQuestionIsOpenUntilItIsAnswered()
    {
        DESK_ON_BOTH();
        Person &success = desk.holder(Role::CustomerSuccess);
        const QString partner = desk.reviewable();
        DESK_REFUSED(desk.root().run(answer(partner)), NothingAsked);
        STORE_VERIFY(success.run(question(partner)));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Paused);
        CloseRequest another = answer(partner);
        another.request = QStringLiteral("zzz");
        const auto refused = success.run(another);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NothingAsked);
        QCOMPARE(refused.error().arguments,
                 QStringList({QStringLiteral("zzz"), desk.view(partner).facts.review.requests.constFirst().id}));
        STORE_VERIFY(success.run(answer(partner)));
        QCOMPARE(desk.view(partner).readiness.sla.state, SlaState::Running);
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("[Who holds the other 27 percent?] answered"));
        QCOMPARE(desk.view(partner).facts.review.requests.constFirst().answer, QStringLiteral("Lena Voss does."));
        DESK_REFUSED(success.run(answer(partner)), NothingAsked);
        AskPartner elsewhere = question(partner);
        elsewhere.contact = QStringLiteral("nobody");
        DESK_REFUSED(success.run(elsewhere), ContactNotFound);
    }

    void aDecisionEndsWhatWasAsked_data() { BothDesks::addDialects(); }
    void aDecisionEndsWhatWasAsked()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(question(partner)));
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
        QCOMPARE(requestsOf(desk, partner), QStringLiteral("[Who holds the other 27 percent?] decided"));
    }

    void whoHasItOpenIsSeenByOthersAndLeavesNoTrace_data() { BothDesks::addDialects(); }
    void whoHasItOpenIsSeenByOthersAndLeavesNoTrace()
    {
        DESK_ON_BOTH();
        Person &other = desk.holder(Role::RootAdmin);
        const QString partner = desk.reviewable();
        const auto events = eventTypes(desk, partner).size();
        OpenReview open;
        open.partner = partner;
        STORE_VERIFY(other.run(open));
        STORE_VERIFY(other.run(open));
        const auto present = desk.view(partner).present;
        QCOMPARE(present.size(), 1);
        QCOMPARE(present.constFirst().subject, other.subject());
        QVERIFY(Desk::expected(other.ask(ShowPartner{partner})).present.isEmpty());
        open.stay = OpenReview::Stay::Gone;
        STORE_VERIFY(other.run(open));
        QVERIFY(desk.view(partner).present.isEmpty());
        QCOMPARE(eventTypes(desk, partner).size(), events);
    }

    void whatReviewersSayAmongThemselvesIsNotForThePartner_data() { BothDesks::addDialects(); }
    void whatReviewersSayAmongThemselvesIsNotForThePartner()
    {
        DESK_ON_BOTH();
        Person &staff = desk.person(QStringLiteral("insider"));
        const QString partner = desk.reviewable({staff.subject()});
        STORE_VERIFY(desk.root().run(escalation(partner, desk.root().subject())));
        STORE_VERIFY(desk.root().run(question(partner)));
        const auto seen = staff.ask(ShowPartner{partner});
        STORE_VERIFY(seen);
        QVERIFY(seen->facts.review.acts.isEmpty());
        QVERIFY(seen->readiness.review.escalatedTo.isEmpty());
        QVERIFY(seen->present.isEmpty());
        QCOMPARE(seen->facts.review.requests.size(), 1);
        STORE_VERIFY(desk.root().run(assignment(partner, desk.root().subject())));
        for (const QList<PartnerSummary> &list :
             {Desk::expected(staff.ask(ListPartners{})), Desk::expected(staff.ask(BoardPage{})).rows}) {
            const auto row =
                std::find_if(list.cbegin(), list.cend(), [&](const auto &each) { return each.id == partner; });
            QVERIFY(row != list.cend());
            QCOMPARE(row->assignee + row->escalatedTo + row->endorsedBy, QString());
            QCOMPARE(row->requestCount, 1);
        }
    }

    void whatWasSeenIsRecordedAndMustBeWhatIsDecidedOn_data() { BothDesks::addDialects(); }
    void whatWasSeenIsRecordedAndMustBeWhatIsDecidedOn()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const DossierDocument kyb = *currentDocument(desk.view(partner).facts.documents, QStringLiteral("kyb"));
        Decide decide = desk.decision(partner, Verdict::Approve);
        decide.reviewSeconds = 73;
        decide.seen = {{kyb.id, QString(64, QLatin1Char('0')), 12, QStringLiteral("1-12")}};
        DESK_REFUSED(desk.root().run(decide), ReviewChanged);
        decide.seen = {{kyb.id, kyb.sha256, 12, QStringLiteral("1-12;DROP")}};
        DESK_REFUSED(desk.root().run(decide), ValueUnknown);
        decide.seen = {{kyb.id, kyb.sha256, 12, QStringLiteral("1-3,7")}};
        decide.evidence = {QStringLiteral("kyb:13")};
        DESK_REFUSED(desk.root().run(decide), EvidenceUnknown);
        decide.evidence = {QStringLiteral("kyb:12")};
        STORE_VERIFY(desk.root().run(decide));
        const Decision recorded = desk.view(partner).facts.decisions.constLast();
        QCOMPARE(recorded.seen, decide.seen);
        QCOMPARE(recorded.reviewSeconds, 73);
    }
};

GATEHOUSE_TEST(TestReview)
#include "tst_review.moc"
