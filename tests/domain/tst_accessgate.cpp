#include "domain/accessgate.h"

#include "domain/example.h"
#include "support/testmain.h"

class TestAccessGate : public QObject
{
    Q_OBJECT

    using AccessAnswer = gatehouse::domain::AccessAnswer;
    using Condition = gatehouse::domain::Condition;
    using Facts = example::Facts;

    static constexpr auto invoices = "invoice.create";

    static AccessAnswer ask(const char *gate, const gatehouse::domain::PartnerFacts &facts,
                            const char *now = "2026-04-01T09:00Z",
                            const gatehouse::domain::Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::accessAnswer(QLatin1StringView(gate), playbook, facts, example::at(now));
    }

    // "closed suspended since 03-02T14:00"
    static QString printed(const AccessAnswer &answer)
    {
        const bool open = answer.verdict == gatehouse::domain::AccessVerdict::Open;
        return QStringLiteral("%1 %2 since %3")
            .arg(open ? QStringLiteral("open") : QStringLiteral("closed"),
                 gatehouse::domain::accessReasonName(answer.reason),
                 answer.since ? answer.since->toIso().mid(5, 11) : QStringLiteral("-"));
    }

private Q_SLOTS:
    void asksForTheLastDecisionOnly_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const char *letters, const char *expected) {
            QTest::newRow(title) << QByteArray(letters) << QString::fromLatin1(expected);
        };
        // The first letter happens at 10:00, each further one an hour later.
        row("draft", "k", "closed not_submitted since -");
        row("pending", "kl", "closed pending_review since -");
        row("approved", "kla", "open open since 03-02T12:00");
        row("changed since", "klak", "open open since 03-02T12:00");
        row("approved again", "klaka", "open open since 03-02T12:00");
        row("rejected", "klr", "closed rejected since 03-02T12:00");
        row("filed after a rejection", "klrk", "closed pending_review since 03-02T12:00");
        row("rejected for good", "klf", "closed rejected since 03-02T12:00");
        row("suspended", "klar", "closed suspended since 03-02T13:00");
        row("suspended, filed again", "klark", "closed pending_review since 03-02T13:00");
        row("suspended, rejected again", "klarkr", "closed suspended since 03-02T13:00");
        row("suspension lifted", "klara", "open open since 03-02T14:00");
    }

    void asksForTheLastDecisionOnly()
    {
        QFETCH(QByteArray, letters);
        QFETCH(QString, expected);
        QCOMPARE(printed(ask(invoices, example::history(letters.constData()))), expected);
    }

    void anExpiredDocumentDoesNotCloseInvoices()
    {
        const Facts facts = Facts()
                                .filed("kyb", "2026-03-02T10:00Z", "2026-03-10")
                                .filed("licensing", "2026-03-02T10:00Z")
                                .approved("2026-03-02T12:00Z");
        QCOMPARE(printed(ask(invoices, facts)), QStringLiteral("open open since 03-02T12:00"));
        QCOMPARE(printed(ask("tenant.reset", facts)), QStringLiteral("closed document_missing since 03-02T12:00"));
        QCOMPARE(printed(ask("tenant.reset", facts, "2026-03-10T23:59:59.999Z")),
                 QStringLiteral("open open since 03-02T12:00"));
        QCOMPARE(printed(ask("tenant.reset", facts, "2026-03-11T00:00:00.000Z")),
                 QStringLiteral("closed document_missing since 03-02T12:00"));
    }

    void namesTheFirstConditionThatDoesNotHold()
    {
        Facts facts = example::history("kl").contact("Ben", "sub-ben").removed("sub-ben", "2026-03-03T10:00Z");
        QCOMPARE(printed(ask("tenant.reset", facts)), QStringLiteral("closed pending_review since -"));
        facts.approved("2026-03-04T10:00Z");
        QCOMPARE(printed(ask("tenant.reset", facts)), QStringLiteral("closed condition_unmet since 03-04T10:00"));
        facts.removed("sub-ben", "2026-03-03T10:00Z", "2026-03-05T10:00Z");
        QCOMPARE(printed(ask("tenant.reset", facts)), QStringLiteral("open open since 03-04T10:00"));
    }

    void tellsTheWayOutOnlyWhenClosed()
    {
        const AccessAnswer closed = ask(invoices, example::history("kl"));
        QCOMPARE(closed.title, QStringLiteral("Invoices"));
        QCOMPARE(closed.guidance, QStringLiteral("Finish the KYB review."));
        QCOMPARE(closed.runbook, QStringLiteral("approvals#kyb-review"));
        QCOMPARE(ask(invoices, example::history("kla")).guidance, QString());
    }

    void whatOnlyANewDecisionOpensNamesWhoMakesIt_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<bool>("anew");
        QTest::newRow("pending") << QByteArray("kl") << false;
        QTest::newRow("rejected") << QByteArray("klr") << false;
        QTest::newRow("rejected for good") << QByteArray("klf") << true;
        QTest::newRow("suspended") << QByteArray("klar") << true;
        QTest::newRow("suspended, filed again") << QByteArray("klark") << false;
        QTest::newRow("suspended for good") << QByteArray("klaf") << true;
    }

    void whatOnlyANewDecisionOpensNamesWhoMakesIt()
    {
        using gatehouse::domain::Role;
        QFETCH(const QByteArray, letters);
        QFETCH(const bool, anew);
        auto playbook = example::playbook();
        playbook.approver = Role::TenantAdmin;
        const auto role =
            ask(invoices, example::history(letters.constData()), "2026-04-01T09:00Z", playbook).decidesAnew;
        QCOMPARE(role.has_value(), anew);
        // What was rejected for good only a root admin takes up again.
        if (anew)
            QCOMPARE(*role, letters.endsWith('f') ? Role::RootAdmin : Role::TenantAdmin);
    }

    void whatNoPlaybookDefinesIsClosed()
    {
        const AccessAnswer answer = ask("invoice.delete", example::history("kla"));
        QCOMPARE(printed(answer), QStringLiteral("closed not_defined since -"));
        QCOMPARE(answer.gate, QStringLiteral("invoice.delete"));
        QCOMPARE(printed(ask("Invoice.create", example::history("kla"))), QStringLiteral("closed not_defined since -"));
    }

    void aRuleWithoutConditionsOpensNothing()
    {
        QCOMPARE(printed(ask("nothing.stated", example::history("kla"))),
                 QStringLiteral("closed condition_unmet since -"));
    }

    void aPlaybookWithoutApproverNeverOpensByApproval()
    {
        auto playbook = example::playbook();
        playbook.approver.reset();
        QCOMPARE(printed(ask(invoices, example::history("kla"), "2026-04-01T09:00Z", playbook)),
                 QStringLiteral("closed condition_unmet since 03-02T12:00"));
    }

    void judgesEveryConditionByItself_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<gatehouse::domain::PartnerFacts>("facts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, Condition condition, const Facts &facts, const char *expected) {
            QTest::newRow(title) << int(condition) << gatehouse::domain::PartnerFacts(facts)
                                 << QString::fromLatin1(expected);
        };
        row("submitted", Condition::Submitted, Facts(), "open");
        row("submitter there", Condition::RosterHasSubmitter, Facts(), "open");
        row("submitter gone", Condition::RosterHasSubmitter, Facts().removed("sub-ada", "2026-03-03T10:00Z"),
            "condition_unmet");
        row("one filed", Condition::DocumentFiled, example::history("k"), "document_missing");
        row("all filed", Condition::DocumentFiled, example::history("kl"), "open");
        row("filed counts when expired", Condition::DocumentFiled,
            Facts().filed("kyb", "2026-03-02T10:00Z", "2026-03-10").filed("licensing", "2026-03-02T10:00Z"), "open");
        row("current does not", Condition::DocumentCurrent,
            Facts().filed("kyb", "2026-03-02T10:00Z", "2026-03-10").filed("licensing", "2026-03-02T10:00Z"),
            "document_missing");
        row("approved", Condition::Approved, example::history("kla"), "open");
        row("access of nothing", Condition::AccessOpen, example::history("kla"), "condition_unmet");
        row("released", Condition::IdentitiesReleased, Facts(), "open");
        row("not released", Condition::IdentitiesReleased, Facts().removed("sub-ada", "2026-03-03T10:00Z"),
            "condition_unmet");
    }

    void judgesEveryConditionByItself()
    {
        QFETCH(int, condition);
        QFETCH(gatehouse::domain::PartnerFacts, facts);
        QFETCH(QString, expected);
        auto playbook = example::playbook();
        playbook.access.first().conditions = {gatehouse::domain::Requirement(Condition(condition))};
        QCOMPARE(
            QString(gatehouse::domain::accessReasonName(ask(invoices, facts, "2026-04-01T09:00Z", playbook).reason)),
            expected);
    }

    void answersForAllInThePlaybooksOrder()
    {
        QStringList answers;
        const auto all = gatehouse::domain::accessAnswers(example::playbook(), example::history("kla"),
                                                          example::at("2026-04-01T09:00Z"));
        for (const AccessAnswer &answer : all) {
            QCOMPARE(printed(answer), printed(ask(answer.gate.toLatin1().constData(), example::history("kla"))));
            answers += answer.gate;
        }
        QCOMPARE(answers, (QStringList{QStringLiteral("invoice.create"), QStringLiteral("tenant.reset"),
                                       QStringLiteral("nothing.stated")}));
    }
};

GATEHOUSE_TEST(TestAccessGate)

#include "tst_accessgate.moc"
