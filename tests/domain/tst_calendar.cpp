#include "domain/calendar.h"

#include "domain/example.h"
#include "support/testmain.h"

#include <QRandomGenerator>

class TestCalendar : public QObject
{
    Q_OBJECT

    using BusinessCalendar = gatehouse::domain::BusinessCalendar;
    using Instant = gatehouse::domain::Instant;

    static constexpr qint64 hour = gatehouse::base::msPerHour;
    static constexpr qint64 day = gatehouse::base::msPerDay;

    static Instant at(const char *iso) { return example::at(iso); }

    static BusinessCalendar calendar(const QByteArray &zone, const QList<int> &weekdays = {1, 2, 3, 4, 5},
                                     QTime opens = QTime(9, 0), QTime closes = QTime(17, 0))
    {
        return {zone, opens, closes, weekdays, {}};
    }

    // Every day of the year in Berlin, at the hours in which the clock is moved.
    static BusinessCalendar nights()
    {
        return calendar("Europe/Berlin", {1, 2, 3, 4, 5, 6, 7}, QTime(1, 0), QTime(5, 0));
    }

    static BusinessCalendar named(const QString &name)
    {
        if (name == QStringLiteral("berlin"))
            return calendar("Europe/Berlin");
        if (name == QStringLiteral("nights"))
            return nights();
        BusinessCalendar utc = calendar("UTC");
        if (name == QStringLiteral("holidays"))
            utc.holidays = {QDate(2026, 3, 12), QDate(2026, 3, 14), QDate(2026, 3, 16)}; // Thursday, Saturday, Monday
        return utc;
    }

    // The definition, minute by minute, with Qt's own time zones.
    static qint64 countedMs(const BusinessCalendar &calendar, Instant from, Instant to)
    {
        const QTimeZone zone(calendar.zone);
        qint64 sum = 0;
        for (Instant each = from; each < to; each = each + gatehouse::base::msPerMinute) {
            const QDateTime local = each.toUtc().toTimeZone(zone);
            const bool worked =
                calendar.isWorkingDay(local.date()) && local.time() >= calendar.opens && local.time() < calendar.closes;
            sum += worked ? gatehouse::base::msPerMinute : 0;
        }
        return sum;
    }

private Q_SLOTS:
    void measuresWorkingTime_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Instant>("from");
        QTest::addColumn<Instant>("to");
        QTest::addColumn<qint64>("ms");

        const auto row = [](const char *title, const char *name, const char *from, const char *to, qint64 ms) {
            QTest::newRow(title) << QString::fromLatin1(name) << at(from) << at(to) << ms;
        };
        // 12 March 2026 is a Thursday.
        row("nothing between the same", "utc", "2026-03-12T10:00", "2026-03-12T10:00", 0);
        row("nothing backwards", "utc", "2026-03-12T11:00", "2026-03-12T10:00", 0);
        row("within a day", "utc", "2026-03-12T10:00", "2026-03-12T11:30", hour * 3 / 2);
        row("one millisecond", "utc", "2026-03-12T10:00", "2026-03-12T10:00:00.001", 1);
        row("up to the opening", "utc", "2026-03-12T00:00", "2026-03-12T09:00", 0);
        row("one past the opening", "utc", "2026-03-12T00:00", "2026-03-12T09:00:00.001", 1);
        row("one before the close", "utc", "2026-03-12T09:00", "2026-03-12T16:59:59.999", 8 * hour - 1);
        row("at the close", "utc", "2026-03-12T09:00", "2026-03-12T17:00", 8 * hour);
        row("past the close", "utc", "2026-03-12T09:00", "2026-03-12T17:00:00.001", 8 * hour);
        row("from the close on", "utc", "2026-03-12T17:00", "2026-03-13T09:00", 0);
        row("over a night", "utc", "2026-03-12T16:00", "2026-03-13T10:00", 2 * hour);
        row("over a weekend", "utc", "2026-03-13T16:00", "2026-03-16T10:00", 2 * hour);
        row("a weekend", "utc", "2026-03-14T00:00", "2026-03-16T00:00", 0);
        row("a week", "utc", "2026-03-12T12:00", "2026-03-19T12:00", 40 * hour);
        row("a common year", "utc", "2026-01-01T00:00", "2027-01-01T00:00", 8 * hour * 261);
        row("before 1970", "utc", "1969-12-29T00:00", "1970-01-05T00:00", 40 * hour);
        row("a holiday", "holidays", "2026-03-12T00:00", "2026-03-13T00:00", 0);
        row("a holiday at the weekend costs nothing", "holidays", "2026-03-13T00:00", "2026-03-16T00:00", 8 * hour);
        row("a week with two holidays", "holidays", "2026-03-11T09:00", "2026-03-18T09:00", 24 * hour);
        row("winter in Berlin", "berlin", "2026-03-12T08:00", "2026-03-12T16:00", 8 * hour);
        row("summer in Berlin", "berlin", "2026-07-09T07:00", "2026-07-09T15:00", 8 * hour);
        row("weekend of the spring change", "berlin", "2026-03-27T15:00", "2026-03-30T08:00", 2 * hour);
        row("weekend of the autumn change", "berlin", "2026-10-23T14:00", "2026-10-26T09:00", 2 * hour);
        row("Berlin's midnight is not UTC's", "berlin", "2026-03-12T23:00", "2026-03-13T08:00", 0);
        // 29 March: 02:00 becomes 03:00 at 01:00Z. 25 October: 03:00 becomes 02:00 at 01:00Z.
        row("an hour that does not exist", "nights", "2026-03-29T00:00", "2026-03-29T03:00", 3 * hour);
        row("up to the spring change", "nights", "2026-03-29T00:00", "2026-03-29T01:00", hour);
        row("one past the spring change", "nights", "2026-03-29T00:00", "2026-03-29T01:00:00.001", hour + 1);
        row("one before the spring change", "nights", "2026-03-29T00:00", "2026-03-29T00:59:59.999", hour - 1);
        row("an hour that exists twice", "nights", "2026-10-24T23:00", "2026-10-25T04:00", 5 * hour);
        row("the first time", "nights", "2026-10-25T00:00", "2026-10-25T01:00", hour);
        row("the second time", "nights", "2026-10-25T01:00", "2026-10-25T02:00", hour);
        row("the day after the autumn change", "nights", "2026-10-26T00:00", "2026-10-26T04:00", 4 * hour);
    }

    void measuresWorkingTime()
    {
        QFETCH(QString, name);
        QFETCH(Instant, from);
        QFETCH(Instant, to);
        QFETCH(qint64, ms);
        QCOMPARE(named(name).workingMs(from, to), ms);
    }

    void addingIsTheEarliestInstantThatMeasuresAsMuch_data() { measuresWorkingTime_data(); }

    void addingIsTheEarliestInstantThatMeasuresAsMuch()
    {
        QFETCH(QString, name);
        QFETCH(Instant, from);
        QFETCH(qint64, ms);
        const BusinessCalendar calendar = named(name);
        for (const qint64 add : {ms, ms + 1, ms + 8 * hour}) {
            const Instant end = calendar.addWorkingMs(from, add);
            QCOMPARE(calendar.workingMs(from, end), add);
            if (add > 0)
                QCOMPARE(calendar.workingMs(from, {end.ms - 1}), add - 1);
        }
    }

    void addsWorkingTime_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Instant>("from");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<Instant>("to");

        const auto row = [](const char *title, const char *name, const char *from, qint64 ms, const char *to) {
            QTest::newRow(title) << QString::fromLatin1(name) << at(from) << ms << at(to);
        };
        row("nothing stays, even at night", "utc", "2026-03-12T03:00", 0, "2026-03-12T03:00");
        row("less than nothing stays", "utc", "2026-03-12T12:00", -1, "2026-03-12T12:00");
        row("a whole day ends at the close", "utc", "2026-03-12T09:00", 8 * hour, "2026-03-12T17:00");
        row("one more is the next morning", "utc", "2026-03-12T09:00", 8 * hour + 1, "2026-03-13T09:00:00.001");
        row("Friday evening to Monday", "utc", "2026-03-13T16:30", hour, "2026-03-16T09:30");
        row("from a weekend", "utc", "2026-03-14T12:00", 1, "2026-03-16T09:00:00.001");
        row("over holidays", "holidays", "2026-03-11T16:00", 10 * hour, "2026-03-17T10:00");
        row("two days over the spring change", "berlin", "2026-03-27T08:00", 16 * hour, "2026-03-30T15:00");
        row("two days over the autumn change", "berlin", "2026-10-23T07:00", 16 * hour, "2026-10-26T16:00");
        row("skips the hour that does not exist", "nights", "2026-03-29T00:00", hour + 1, "2026-03-29T01:00:00.001");
        row("counts the hour that exists twice", "nights", "2026-10-24T23:00", 3 * hour, "2026-10-25T02:00");
    }

    void addsWorkingTime()
    {
        QFETCH(QString, name);
        QFETCH(Instant, from);
        QFETCH(qint64, ms);
        QFETCH(Instant, to);
        QCOMPARE(named(name).addWorkingMs(from, ms).toIso(), to.toIso());
    }

    void agreesWithCountingMinutes_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
                                 "Africa/Casablanca", "Asia/Beirut", "UTC+05:30", "Pacific/Apia"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void agreesWithCountingMinutes()
    {
        QFETCH(QByteArray, zone);
        QRandomGenerator random(20260312);
        BusinessCalendar calendar = TestCalendar::calendar(zone, {1, 2, 4, 6, 7}, QTime(0, 30), QTime(21, 45));
        // Around the 2026 changes of these zones, and anywhere else.
        const QList<Instant> anchors = {at("2026-03-08T07:00"), at("2026-03-29T01:00"), at("2026-04-04T15:00"),
                                        at("2026-10-03T15:30"), at("2026-10-25T01:00"), at("2026-11-01T06:00"),
                                        at("2026-02-15T02:00"), at("2031-06-01T00:00"), at("2044-10-30T01:00")};
        for (const Instant anchor : anchors) {
            calendar.holidays = {QDate(2026, 3, 28), anchor.toUtc().date().addDays(1)};
            const Instant from = anchor + -qint64(random.bounded(36 * 60)) * gatehouse::base::msPerMinute;
            const Instant to = anchor + qint64(random.bounded(36 * 60)) * gatehouse::base::msPerMinute;
            QCOMPARE(calendar.workingMs(from, to), countedMs(calendar, from, to));
        }
    }

    void findsTheDayOnTheWall_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<Instant>("begins");
        const auto row = [](const char *title, const char *zone, QDate date, const char *begins) {
            QTest::newRow(title) << QByteArray(zone) << date << at(begins);
        };
        row("UTC", "UTC", QDate(2026, 3, 12), "2026-03-12T00:00");
        row("Berlin in winter", "Europe/Berlin", QDate(2026, 3, 12), "2026-03-11T23:00");
        row("Berlin in summer", "Europe/Berlin", QDate(2026, 7, 9), "2026-07-08T22:00");
        row("day of the spring change", "Europe/Berlin", QDate(2026, 3, 29), "2026-03-28T23:00");
        row("day after the spring change", "Europe/Berlin", QDate(2026, 3, 30), "2026-03-29T22:00");
        row("day of the autumn change", "Europe/Berlin", QDate(2026, 10, 25), "2026-10-24T22:00");
        row("day after the autumn change", "Europe/Berlin", QDate(2026, 10, 26), "2026-10-25T23:00");
        // Midnight itself does not exist: 00:00 becomes 01:00.
        row("a day that begins at one", "Asia/Beirut", QDate(2026, 3, 29), "2026-03-28T22:00");
        // Midnight comes twice: 24:00 becomes 23:00 again, so the new day begins once, an hour later.
        row("an evening that is lived twice", "Asia/Beirut", QDate(2026, 10, 25), "2026-10-24T22:00");
        row("long after the listed changes", "Europe/Berlin", QDate(2045, 7, 9), "2045-07-08T22:00");
    }

    void findsTheDayOnTheWall()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(Instant, begins);
        const BusinessCalendar calendar = TestCalendar::calendar(zone);
        QCOMPARE(calendar.startOfDay(date).toIso(), begins.toIso());
        QCOMPARE(calendar.dateAt(begins), date);
        QCOMPARE(calendar.dateAt({begins.ms - 1}), date.addDays(-1));
        QCOMPARE(calendar.dateAt({begins.ms + 1}), date);
    }

    void aCalendarThatNeverWorksEndsAtItsHorizon_data()
    {
        QTest::addColumn<BusinessCalendar>("calendar");
        QTest::newRow("no weekdays") << calendar("UTC", {});
        QTest::newRow("no hours") << calendar("Europe/Berlin", {1, 2, 3}, QTime(9, 0), QTime(9, 0));
        QTest::newRow("closes before it opens") << calendar("UTC", {1, 2, 3}, QTime(17, 0), QTime(9, 0));
    }

    void aCalendarThatNeverWorksEndsAtItsHorizon()
    {
        QFETCH(BusinessCalendar, calendar);
        const Instant from = at("2026-03-12T09:00");
        QCOMPARE(calendar.addWorkingMs(from, 1), from + 3653 * day);
        QCOMPARE(calendar.workingMs(from, from + 3653 * day), 0);
    }

    void reckonsWithWhateverARowHolds()
    {
        using gatehouse::base::Instant;
        const Instant first{std::numeric_limits<qint64>::min()};
        const Instant last{std::numeric_limits<qint64>::max()};
        for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York"}) {
            const BusinessCalendar days = calendar(zone, {1, 2, 3, 4, 5, 6, 7}, QTime(0, 0), QTime(23, 59));
            const Instant now = at("2026-03-12T09:00");
            QVERIFY(days.workingMs(first, last) > days.workingMs(first, now));
            QVERIFY(days.workingMs(first, now) > 0);
            QVERIFY(days.workingMs(now, last) > 0);
            QCOMPARE(days.workingMs(last, first), 0);
            QVERIFY(days.addWorkingMs(first, 1) < now);
            QVERIFY(days.addWorkingMs(last, 1) > now);
            QVERIFY(days.addWorkingMs(now, last.ms) > now);
            QVERIFY(days.dateAt(first) < days.dateAt(now));
            QVERIFY(days.dateAt(last) > days.dateAt(now));
            QVERIFY(days.startOfDay(QDate::fromJulianDay(784'000'000'000)) > now);
            QVERIFY(days.startOfDay(QDate::fromJulianDay(-784'000'000'000)) < now);
        }
    }

    void anUnknownZoneCountsAsUtc()
    {
        QCOMPARE(calendar("Nowhere/Else").workingMs(at("2026-03-12T09:00"), at("2026-03-12T17:00")), 8 * hour);
    }

    void tellsCalendarsApart()
    {
        // More than are kept prepared, in turns.
        for (int round = 0; round < 2; ++round) {
            for (int closes = 10; closes < 22; ++closes) {
                QCOMPARE(calendar("UTC", {4}, QTime(9, 0), QTime(closes, 0))
                             .workingMs(at("2026-03-09T00:00"), at("2026-03-16T00:00")),
                         (closes - 9) * hour);
            }
        }
    }
};

GATEHOUSE_TEST(TestCalendar)

#include "tst_calendar.moc"
