#include "wiring/samplescript.h"

#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QFile>
#include <QTest>

using namespace gatehouse;

class TestSampleScript : public QObject
{
    Q_OBJECT

    static base::Instant at(const char *iso)
    {
        return base::Instant::fromDateTime(QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate));
    }
    static base::Result<wiring::SampleScript> own()
    {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/sample/sample.yaml"));
        return file.open(QIODevice::ReadOnly) ? wiring::readSampleScript(file.readAll(), QStringLiteral("sample.yaml"))
                                              : base::Result<wiring::SampleScript>(base::Error{});
    }

private Q_SLOTS:
    void tellsTimesBackwards_data();
    void tellsTimesBackwards();
    void workingMinutesAreWhatTheCalendarCounts();
    void holdsFortyTwoPartnersWithNamesOfTheirOwn();
    void saysWhereItIsWrong();
};

void TestSampleScript::tellsTimesBackwards_data()
{
    QTest::addColumn<int>("workingMinutes");
    QTest::addColumn<int>("days");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int minutes, int days, QTime time, const char *now, const char *expected) {
        QTest::newRow(name) << minutes << days << time << QString::fromLatin1(now) << QString::fromLatin1(expected);
    };
    // 12 March 2026 is a Thursday.
    row("same day", 60, 0, {}, "2026-03-12T14:22:00Z", "2026-03-12T13:22:00.000Z");
    row("over a night", 6 * 60, 0, {}, "2026-03-12T11:00:00Z", "2026-03-11T13:00:00.000Z");
    row("over a weekend", 60, 0, {}, "2026-03-16T09:30:00Z", "2026-03-13T16:30:00.000Z");
    row("asked on a Sunday", 60, 0, {}, "2026-03-15T03:00:00Z", "2026-03-13T16:00:00.000Z");
    row("days", -1, 9, QTime(10, 30), "2026-03-12T14:22:00Z", "2026-03-03T10:30:00.000Z");
    row("days that end on a Sunday", -1, 4, QTime(10, 30), "2026-03-12T14:22:00Z", "2026-03-06T10:30:00.000Z");
    row("never in the future", -1, 0, QTime(16, 0), "2026-03-12T14:22:00Z", "2026-03-12T14:22:00.000Z");
}

void TestSampleScript::tellsTimesBackwards()
{
    QFETCH(int, workingMinutes);
    QFETCH(int, days);
    QFETCH(QTime, time);
    QFETCH(QString, now);
    QFETCH(QString, expected);
    wiring::SampleTime sample;
    if (workingMinutes >= 0)
        sample.workingMinutesAgo = workingMinutes;
    sample.daysAgo = days;
    sample.at = time;
    QCOMPARE(sample.before(at(qPrintable(now)), domain::BusinessCalendar()).toIso(), expected);
}

void TestSampleScript::workingMinutesAreWhatTheCalendarCounts()
{
    const domain::BusinessCalendar calendar;
    for (int hour = 0; hour < 24 * 14; hour += 5) {
        const base::Instant now = support::FakeClock::start + hour * base::msPerHour;
        for (const int minutes : {1, 95, 480, 895, 1180}) {
            wiring::SampleTime sample;
            sample.workingMinutesAgo = minutes;
            const base::Instant then = sample.before(now, calendar);
            QCOMPARE(calendar.workingMs(then, now), minutes * base::msPerMinute);
        }
    }
}

void TestSampleScript::holdsFortyTwoPartnersWithNamesOfTheirOwn()
{
    const auto script = own();
    QVERIFY2(script, script ? "" : qPrintable(script.error().subject));
    QCOMPARE(script->partners.size(), 42);
    QCOMPARE(script->operators.size(), 5);
    QSet<QString> names;
    QSet<QString> subjects;
    qsizetype contacts = 0;
    for (const wiring::SamplePartner &partner : script->partners) {
        names += partner.name;
        for (const wiring::SampleContact &contact : partner.contacts) {
            subjects += contact.subject;
            // RFC 2606: names that never reach anybody.
            QVERIFY2(contact.subject.endsWith(QLatin1String(".example")), qPrintable(contact.subject));
            ++contacts;
        }
    }
    QCOMPARE(names.size(), 42);
    QCOMPARE(subjects.size(), contacts);
}

void TestSampleScript::saysWhereItIsWrong()
{
    const auto script = wiring::readSampleScript(
        "playbook: otc-partner\noperators:\n  - {subject: a, name: A, role: king}\n", QStringLiteral("sample.yaml"));
    QVERIFY(!script);
    QVERIFY2(script.error().subject.startsWith(QLatin1String("sample.yaml:1: papers")),
             qPrintable(script.error().subject));
}

GATEHOUSE_TEST(TestSampleScript)
#include "tst_samplescript.moc"
