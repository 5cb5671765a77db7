#include "domain/reviewqueue.h"

#include "domain/example.h"
#include "support/testmain.h"

class TestReviewQueue : public QObject
{
    Q_OBJECT

    using PartnerSummary = gatehouse::domain::PartnerSummary;
    using QueueReason = gatehouse::domain::QueueReason;
    using SlaState = gatehouse::domain::SlaState;

    static PartnerSummary waiting(const char *name, const char *deadline)
    {
        PartnerSummary row;
        row.id = row.name = QLatin1StringView(name);
        row.queue = QueueReason::FirstReview;
        row.sla = SlaState::Running;
        row.slaDeadline = example::at(deadline);
        return row;
    }

    static QString group(const PartnerSummary &row, const char *now, const QTimeZone &zone = QTimeZone::utc())
    {
        return gatehouse::domain::queueGroupName(gatehouse::domain::queueGroup(row, example::at(now), zone));
    }

private Q_SLOTS:
    void groupsByWhenTheDecisionIsDue()
    {
        const PartnerSummary row = waiting("a", "2026-03-12T15:00Z");
        QCOMPARE(group(row, "2026-03-11T23:59Z"), QStringLiteral("later"));
        QCOMPARE(group(row, "2026-03-12T00:00Z"), QStringLiteral("due_today"));
        QCOMPARE(group(row, "2026-03-12T15:00Z"), QStringLiteral("due_today"));
        QCOMPARE(group(row, "2026-03-12T15:01Z"), QStringLiteral("overdue"));
    }

    void todayIsTheDayOfWhoLooks()
    {
        const PartnerSummary row = waiting("a", "2026-03-12T23:30Z");
        QCOMPARE(group(row, "2026-03-12T10:00Z"), QStringLiteral("due_today"));
        QCOMPARE(group(row, "2026-03-12T10:00Z", QTimeZone(3600)), QStringLiteral("later"));
    }

    void whoWaitsForSomethingElseStandsApart()
    {
        PartnerSummary row = waiting("a", "2026-03-12T15:00Z");
        row.snoozedUntil = example::at("2026-03-14T09:00Z");
        QCOMPARE(group(row, "2026-03-12T16:00Z"), QStringLiteral("snoozed"));
        QCOMPARE(group(row, "2026-03-14T09:00Z"), QStringLiteral("overdue"));
        row.requestCount = 1;
        QCOMPARE(group(row, "2026-03-12T16:00Z"), QStringLiteral("with_partner"));
    }

    void whatWasDecidedStaysForAWeek()
    {
        PartnerSummary row;
        row.decidedAt = example::at("2026-03-05T12:00Z");
        QCOMPARE(group(row, "2026-03-12T11:59Z"), QStringLiteral("decided"));
        QCOMPARE(group(row, "2026-03-12T12:00Z"), QStringLiteral("none"));
        row.queue = QueueReason::Changed;
        QCOMPARE(group(row, "2026-03-12T11:59Z"), QStringLiteral("later"));
    }

    void ordersByGroupThenDeadlineThenName()
    {
        PartnerSummary decided;
        decided.id = decided.name = QStringLiteral("decided");
        decided.decidedAt = example::at("2026-03-11T12:00Z");
        PartnerSummary decidedLater = decided;
        decidedLater.id = decidedLater.name = QStringLiteral("decided later");
        decidedLater.decidedAt = example::at("2026-03-12T08:00Z");
        PartnerSummary timeless = waiting("timeless", "2026-03-12T15:00Z");
        timeless.sla = SlaState::None;
        QList<PartnerSummary> rows{decided,
                                   decidedLater,
                                   timeless,
                                   waiting("later", "2026-03-13T15:00Z"),
                                   waiting("b", "2026-03-12T15:00Z"),
                                   waiting("A", "2026-03-12T15:00Z"),
                                   waiting("over", "2026-03-12T08:00Z")};
        std::sort(rows.begin(), rows.end(), [](const PartnerSummary &a, const PartnerSummary &b) {
            return gatehouse::domain::isBefore(a, b, example::at("2026-03-12T09:00Z"), QTimeZone::utc());
        });
        QStringList names;
        for (const PartnerSummary &row : std::as_const(rows))
            names.append(row.name);
        QCOMPARE(names.join(QLatin1Char(',')), QStringLiteral("over,A,b,later,timeless,decided later,decided"));
    }
};

GATEHOUSE_TEST(TestReviewQueue)
#include "tst_reviewqueue.moc"
