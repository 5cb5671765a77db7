#include "domain/sla.h"

#include "domain/example.h"
#include "support/testmain.h"

class TestSla : public QObject
{
    Q_OBJECT

    using Facts = example::Facts;
    using Finality = gatehouse::domain::Finality;
    using Instant = gatehouse::domain::Instant;
    using Pause = gatehouse::domain::Pause;
    using PauseReason = gatehouse::domain::PauseReason;
    using SlaReading = gatehouse::domain::SlaReading;
    using SlaRule = gatehouse::domain::SlaRule;

    static SlaRule rule(int targetMinutes = 960, int percent = 10, int minutes = 120)
    {
        return {QStringLiteral("review"), QStringLiteral("Review"), targetMinutes, percent, minutes, {}, {}};
    }

    static QString name(const SlaReading &reading) { return gatehouse::domain::slaStateName(reading.state); }

    static Pause pause(const char *from, const char *to)
    {
        Pause pause;
        pause.from = example::at(from);
        if (to)
            pause.to = example::at(to);
        return pause;
    }

    // Two working days from Monday, 2 March 2026, 09:00.
    static SlaReading read(const char *now, const QList<Pause> &pauses = {}, const char *end = nullptr,
                           const SlaRule &rule = TestSla::rule())
    {
        return gatehouse::domain::readClock(rule, example::officeHours(), example::at("2026-03-02T09:00Z"), pauses,
                                            end ? std::optional(example::at(end)) : std::nullopt, example::at(now));
    }

    static SlaReading review(const gatehouse::domain::PartnerFacts &facts, const char *now,
                             const gatehouse::domain::Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::reviewClock(playbook, facts, example::at(now));
    }

    // "paused 60 min from 2026-..., deadline ...; awaiting_document kyb, licensing (Ada) from .. to .."
    static QString printed(const SlaReading &reading)
    {
        QStringList lines{
            QStringLiteral("%1 %2 min since %3 until %4")
                .arg(name(reading), QString::number(double(reading.usedMs) / 60000), reading.start.toIso().mid(5, 11),
                     reading.deadline.ms == 0 ? QStringLiteral("-") : reading.deadline.toIso().mid(5, 11))};
        for (const Pause &pause : reading.pauses) {
            lines +=
                QStringLiteral("%1 [%2] %3 to %4, %5")
                    .arg(gatehouse::domain::pauseReasonName(pause.reason), pause.subject, pause.from.toIso().mid(5, 11),
                         pause.to ? pause.to->toIso().mid(5, 11) : QStringLiteral("-"), pause.waitingFor);
        }
        return lines.join(QStringLiteral("; "));
    }

    static void reviewRow(const char *title, const Facts &facts, const char *now, const char *expected)
    {
        QTest::newRow(title) << gatehouse::domain::PartnerFacts(facts) << QByteArray(now)
                             << QString::fromLatin1(expected);
    }

    static void addFirstReviews()
    {
        // Submitted on Monday, 2 March 2026, 09:00.
        reviewRow("waits for both documents", Facts(), "2026-03-02T12:00Z",
                  "paused 0 min since 03-02T09:00 until -; awaiting_document [kyb, licensing] 03-02T09:00 to -, Ada");
        reviewRow(
            "waits for one", Facts().filed("kyb", "2026-03-02T10:00Z"), "2026-03-02T12:00Z",
            "paused 0 min since 03-02T09:00 until -; awaiting_document [kyb, licensing] 03-02T09:00 to 03-02T10:00, "
            "Ada; "
            "awaiting_document [licensing] 03-02T10:00 to -, Ada");
        reviewRow("runs once both are there", Facts().dossier("2026-03-02T10:00Z"), "2026-03-02T12:00Z",
                  "running 120 min since 03-02T09:00 until 03-04T10:00; "
                  "awaiting_document [kyb, licensing] 03-02T09:00 to 03-02T10:00, Ada");
        reviewRow("filed with the submission", Facts().dossier("2026-03-02T09:00Z"), "2026-03-02T12:00Z",
                  "running 180 min since 03-02T09:00 until 03-03T17:00");
        reviewRow("stops when a document expires",
                  Facts().filed("kyb", "2026-03-02T09:00Z", "2026-03-02").filed("licensing", "2026-03-02T09:00Z"),
                  "2026-03-05T12:00Z",
                  "paused 480 min since 03-02T09:00 until -; document_expired [kyb] 03-03T00:00 to -, Ada");
        reviewRow(
            "goes on when it is renewed",
            Facts()
                .filed("kyb", "2026-03-02T09:00Z", "2026-03-02")
                .filed("licensing", "2026-03-02T09:00Z")
                .filed("kyb", "2026-03-04T12:00Z"),
            "2026-03-04T13:00Z",
            "running 540 min since 03-02T09:00 until 03-05T12:00; document_expired [kyb] 03-03T00:00 to 03-04T12:00, "
            "Ada");
        reviewRow(
            "a missing document outweighs an expired one", Facts().filed("kyb", "2026-03-02T09:00Z", "2026-03-02"),
            "2026-03-05T12:00Z",
            "paused 0 min since 03-02T09:00 until -; awaiting_document [licensing] 03-02T09:00 to 03-03T00:00, Ada; "
            "awaiting_document [kyb, licensing] 03-03T00:00 to -, Ada");
        reviewRow("ends with the approval", Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z"),
                  "2026-06-01T09:00Z", "met 660 min since 03-02T09:00 until 03-03T17:00");
        reviewRow("ends too late", Facts().dossier("2026-03-02T09:00Z").approved("2026-03-04T12:00Z"),
                  "2026-06-01T09:00Z", "missed 1140 min since 03-02T09:00 until 03-03T17:00");
        reviewRow("an expiry after the decision is not its matter",
                  Facts()
                      .filed("kyb", "2026-03-02T09:00Z", "2026-03-10")
                      .filed("licensing", "2026-03-02T09:00Z")
                      .approved("2026-03-03T12:00Z"),
                  "2026-06-01T09:00Z", "met 660 min since 03-02T09:00 until 03-03T17:00");
    }

    static void addLaterReviews()
    {
        reviewRow("waits after a retry rejection", Facts().dossier("2026-03-02T09:00Z").rejected("2026-03-03T12:00Z"),
                  "2026-03-05T09:00Z",
                  "paused 0 min since 03-03T12:00 until -; retry_rejected [] 03-03T12:00 to -, Ada");
        reviewRow("none after a final rejection",
                  Facts().dossier("2026-03-02T09:00Z").rejected("2026-03-03T12:00Z", Finality::Final),
                  "2026-03-05T09:00Z", "none 0 min since 01-01T00:00 until -");
        reviewRow("not even when something is filed",
                  Facts()
                      .dossier("2026-03-02T09:00Z")
                      .rejected("2026-03-03T12:00Z", Finality::Final)
                      .filed("kyb", "2026-03-04T09:00Z"),
                  "2026-03-05T09:00Z", "none 0 min since 01-01T00:00 until -");
        reviewRow("starts again with the answer to a rejection",
                  Facts()
                      .dossier("2026-03-02T09:00Z")
                      .rejected("2026-03-03T12:00Z")
                      .filed("kyb", "2026-03-05T10:00Z")
                      .filed("licensing", "2026-03-05T11:00Z"),
                  "2026-03-05T12:00Z", "running 120 min since 03-05T10:00 until 03-09T10:00");
        reviewRow("starts again with a filing after the approval",
                  Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z").filed("kyb", "2026-03-05T10:00Z"),
                  "2026-03-05T12:00Z", "running 120 min since 03-05T10:00 until 03-09T10:00");
        reviewRow("and ends with the second decision",
                  Facts()
                      .dossier("2026-03-02T09:00Z")
                      .approved("2026-03-03T12:00Z")
                      .filed("kyb", "2026-03-05T10:00Z")
                      .approved("2026-03-05T16:00Z"),
                  "2026-06-01T12:00Z", "met 360 min since 03-05T10:00 until 03-09T10:00");
        reviewRow("waits after a suspension",
                  Facts().dossier("2026-03-02T09:00Z").approved("2026-03-03T12:00Z").rejected("2026-03-06T12:00Z"),
                  "2026-03-09T12:00Z",
                  "paused 0 min since 03-06T12:00 until -; retry_rejected [] 03-06T12:00 to -, Ada");
        reviewRow("a suspension undone leaves the review before it",
                  Facts()
                      .dossier("2026-03-02T09:00Z")
                      .approved("2026-03-03T12:00Z")
                      .rejected("2026-03-06T12:00Z")
                      .approved("2026-03-07T12:00Z"),
                  "2026-03-09T12:00Z", "met 660 min since 03-02T09:00 until 03-03T17:00");
        reviewRow("a document filed twice before the first decision",
                  Facts().dossier("2026-03-02T09:00Z").filed("kyb", "2026-03-02T11:00Z"), "2026-03-02T12:00Z",
                  "running 180 min since 03-02T09:00 until 03-03T17:00");
    }

private Q_SLOTS:
    void turnsAtRiskAndBreachedAtItsEdges_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("state");
        QTest::addColumn<qint64>("leftMs");
        QTest::addColumn<QString>("changesAt");
        const qint64 hour = gatehouse::base::msPerHour;
        const auto row = [](const char *title, const char *now, const char *state, qint64 left, const char *changes) {
            QTest::newRow(title) << QByteArray(now) << QString::fromLatin1(state) << left
                                 << QString::fromLatin1(changes);
        };
        const char *risk = "2026-03-03T15:00:00.000Z"; // two hours are more than a tenth of sixteen
        const char *over = "2026-03-04T09:00:00.001Z"; // the first millisecond of work after Tuesday's close
        row("before its start", "2026-03-01T12:00Z", "running", 16 * hour, risk);
        row("at its start", "2026-03-02T09:00Z", "running", 16 * hour, risk);
        row("over night", "2026-03-02T20:00Z", "running", 8 * hour, risk);
        row("one before at risk", "2026-03-03T14:59:59.999Z", "running", 2 * hour + 1, risk);
        row("at risk", "2026-03-03T15:00:00.000Z", "at_risk", 2 * hour, over);
        row("one after", "2026-03-03T15:00:00.001Z", "at_risk", 2 * hour - 1, over);
        row("one left", "2026-03-03T16:59:59.999Z", "at_risk", 1, over);
        row("used up", "2026-03-03T17:00:00.000Z", "at_risk", 0, over);
        row("used up over night", "2026-03-04T09:00:00.000Z", "at_risk", 0, over);
        row("breached", "2026-03-04T09:00:00.001Z", "breached", -1, "-");
        row("long breached", "2026-03-05T09:00:00.000Z", "breached", -8 * hour, "-");
    }

    void turnsAtRiskAndBreachedAtItsEdges()
    {
        QFETCH(QByteArray, now);
        QFETCH(QString, state);
        QFETCH(qint64, leftMs);
        QFETCH(QString, changesAt);
        const SlaReading reading = read(now.constData());
        QCOMPARE(name(reading), state);
        QCOMPARE(reading.targetMs - reading.usedMs, leftMs);
        QCOMPARE(example::shown(reading.changesAt), changesAt);
        QCOMPARE(reading.deadline.toIso(), QStringLiteral("2026-03-03T17:00:00.000Z"));
        QCOMPARE(reading.policy, QStringLiteral("review"));
    }

    void whicheverRiskComesFirst()
    {
        // A tenth of forty hours are four.
        QCOMPARE(name(read("2026-03-06T12:59:59.999Z", {}, nullptr, rule(2400))), QStringLiteral("running"));
        QCOMPARE(name(read("2026-03-06T13:00:00.000Z", {}, nullptr, rule(2400))), QStringLiteral("at_risk"));
        // Less than the two hours from the beginning.
        QCOMPARE(name(read("2026-03-02T09:00Z", {}, nullptr, rule(60))), QStringLiteral("at_risk"));
        QCOMPARE(name(read("2026-03-02T10:00:00.001Z", {}, nullptr, rule(60))), QStringLiteral("breached"));
    }

    void aBreachAtTheDayOfTheClockChangeIsExact()
    {
        // Friday 27 March 2026, 09:00 in Berlin is 08:00Z; Monday's close is 15:00Z, summer time.
        auto calendar = example::officeHours();
        calendar.zone = "Europe/Berlin";
        const auto reading = [&](const char *now) {
            return gatehouse::domain::readClock(rule(), calendar, example::at("2026-03-27T08:00Z"), {}, {},
                                                example::at(now));
        };
        QCOMPARE(reading("2026-03-27T08:00Z").deadline.toIso(), QStringLiteral("2026-03-30T15:00:00.000Z"));
        QCOMPARE(name(reading("2026-03-31T07:00:00.000Z")), QStringLiteral("at_risk"));
        QCOMPARE(name(reading("2026-03-31T07:00:00.001Z")), QStringLiteral("breached"));
    }

    void standsStillWhilePaused_data()
    {
        QTest::addColumn<QList<Pause>>("pauses");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const QList<Pause> &pauses, const char *now, const char *expected) {
            QTest::newRow(title) << pauses << QByteArray(now) << QString::fromLatin1(expected);
        };
        const QList<Pause> one = {pause("2026-03-02T10:00Z", "2026-03-02T12:00Z")};
        row("before the pause", one, "2026-03-02T09:59:59.999Z", "running 3599999 03-04T11:00 -");
        row("at its beginning", one, "2026-03-02T10:00Z", "paused 3600000 - 03-02T10:00");
        row("at its end less one", one, "2026-03-02T11:59:59.999Z", "paused 3600000 - 03-02T10:00");
        row("at its end", one, "2026-03-02T12:00Z", "running 3600000 03-04T11:00 -");
        row("after it", one, "2026-03-02T12:00:00.001Z", "running 3600001 03-04T11:00 -");
        row("overlapping ones count once",
            {pause("2026-03-02T11:00Z", "2026-03-02T12:00Z"), pause("2026-03-02T10:00Z", "2026-03-02T11:30Z")},
            "2026-03-02T13:00Z", "running 7200000 03-04T11:00 -");
        row("adjacent ones are one",
            {pause("2026-03-02T10:00Z", "2026-03-02T11:00Z"), pause("2026-03-02T11:00Z", nullptr)}, "2026-03-02T15:00Z",
            "paused 3600000 - 03-02T10:00");
        row("what lies before the start does not count", {pause("2026-03-01T10:00Z", "2026-03-02T08:00Z")},
            "2026-03-02T10:00Z", "running 3600000 03-03T17:00 -");
        row("a pause out of hours costs nothing", {pause("2026-03-02T18:00Z", "2026-03-03T08:00Z")},
            "2026-03-03T09:00Z", "running 28800000 03-03T17:00 -");
        row("paused from the start", {pause("2026-03-02T09:00Z", nullptr)}, "2026-03-20T09:00Z",
            "paused 0 - 03-02T09:00");
        row("breached, then paused", {pause("2026-03-06T09:00Z", nullptr)}, "2026-03-20T09:00Z",
            "paused 115200000 - 03-06T09:00");
        row("breached before a pause that ended", {pause("2026-03-06T09:00Z", "2026-03-06T17:00Z")},
            "2026-03-09T09:00Z", "breached 115200000 03-03T17:00 -");
    }

    void standsStillWhilePaused()
    {
        QFETCH(QList<Pause>, pauses);
        QFETCH(QByteArray, now);
        QFETCH(QString, expected);
        const SlaReading reading = read(now.constData(), pauses);
        QCOMPARE(QStringLiteral("%1 %2 %3 %4")
                     .arg(name(reading), QString::number(reading.usedMs),
                          reading.deadline.ms == 0 ? QStringLiteral("-") : reading.deadline.toIso().mid(5, 11),
                          reading.pausedSince ? reading.pausedSince->toIso().mid(5, 11) : QStringLiteral("-")),
                 expected);
    }

    void aPauseThatIsKnownToComeChangesTheState()
    {
        const QList<Pause> pauses = {pause("2026-03-02T10:00Z", "2026-03-02T12:00Z")};
        QCOMPARE(example::shown(read("2026-03-02T09:30Z", pauses).changesAt),
                 QStringLiteral("2026-03-02T10:00:00.000Z"));
        QCOMPARE(example::shown(read("2026-03-02T10:30Z", pauses).changesAt),
                 QStringLiteral("2026-03-02T12:00:00.000Z"));
        QCOMPARE(example::shown(read("2026-03-02T12:30Z", pauses).changesAt),
                 QStringLiteral("2026-03-03T17:00:00.000Z"));
    }

    void countsOnFromWhenItWasRead()
    {
        using gatehouse::domain::SlaState;
        const auto calendar = example::officeHours();
        const Instant read = example::at("2026-03-02T10:00Z");
        const Instant later = example::at("2026-03-02T11:30Z");
        const qint64 used = gatehouse::base::msPerHour;
        const auto at = [&](SlaState state) { return gatehouse::domain::usedMsAt(state, used, read, later, calendar); };
        for (SlaState state : {SlaState::Running, SlaState::AtRisk, SlaState::Breached})
            QCOMPARE(at(state), used + calendar.workingMs(read, later));
        QVERIFY(calendar.workingMs(read, later) > 0);
        for (SlaState state : {SlaState::None, SlaState::Paused, SlaState::Met, SlaState::Missed})
            QCOMPARE(at(state), used);
    }

    void isMetUpToItsTargetAndMissedAfter()
    {
        const char *later = "2026-06-01T09:00Z";
        QCOMPARE(name(read(later, {}, "2026-03-03T16:59:59.999Z")), QStringLiteral("met"));
        QCOMPARE(name(read(later, {}, "2026-03-03T17:00Z")), QStringLiteral("met"));
        QCOMPARE(name(read(later, {}, "2026-03-04T09:00Z")), QStringLiteral("met"));
        QCOMPARE(name(read(later, {}, "2026-03-04T09:00:00.001Z")), QStringLiteral("missed"));
        QCOMPARE(name(read(later, {pause("2026-03-02T09:00Z", "2026-03-02T10:00Z")}, "2026-03-04T10:00Z")),
                 QStringLiteral("met"));
        QCOMPARE(read(later, {}, "2026-03-02T12:00Z").usedMs, 3 * gatehouse::base::msPerHour);
        QCOMPARE(example::shown(read(later, {}, "2026-03-02T12:00Z").changesAt), QStringLiteral("-"));
    }

    void theReviewClockFollowsHistory_data()
    {
        QTest::addColumn<gatehouse::domain::PartnerFacts>("facts");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("expected");
        addFirstReviews();
        addLaterReviews();
    }

    void theReviewClockFollowsHistory()
    {
        QFETCH(gatehouse::domain::PartnerFacts, facts);
        QFETCH(QByteArray, now);
        QFETCH(QString, expected);
        QCOMPARE(printed(review(facts, now.constData())), expected);
    }

    void stopsAtTheMidnightAfterTheLastValidDay()
    {
        const Facts facts =
            Facts().filed("kyb", "2026-03-02T09:00Z", "2026-03-02").filed("licensing", "2026-03-02T09:00Z");
        QCOMPARE(name(review(facts, "2026-03-02T23:59:59.999Z")), QStringLiteral("running"));
        QCOMPARE(name(review(facts, "2026-03-03T00:00:00.000Z")), QStringLiteral("paused"));
    }

    void thereIsNoneWithoutARuleOrAnApprover()
    {
        auto withoutRule = example::playbook();
        withoutRule.slas.clear();
        QCOMPARE(name(review(example::history("kl"), "2026-03-03T12:00Z", withoutRule)), QStringLiteral("none"));
        auto withoutApprover = example::playbook();
        withoutApprover.approver.reset();
        QCOMPARE(name(review(example::history("kl"), "2026-03-03T12:00Z", withoutApprover)), QStringLiteral("none"));
    }
};

GATEHOUSE_TEST(TestSla)

#include "tst_sla.moc"
