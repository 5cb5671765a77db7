#include "support/fakeclock.h"
#include "support/testmain.h"
#include "words/datewords.h"
#include "words/textmarks.h"

#include <QLocale>
#include <QTest>

class TestDateWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsTheYearOnlyWhereItIsAnother()
    {
        using namespace gatehouse::words;
        const QDate today(2026, 3, 12);
        QCOMPARE(dayWords(QDate(2026, 2, 24), today), QStringLiteral("24 Feb"));
        QCOMPARE(dayWords(QDate(2025, 12, 31), today), QStringLiteral("31 Dec 2025"));
        QCOMPARE(storedDayWords(QStringLiteral("2026-02-24"), today), QStringLiteral("24 Feb"));
        QCOMPARE(storedDayWords(QStringLiteral("soon"), today), QStringLiteral("soon"));
    }

    void isRelativeUnderADay_data()
    {
        using namespace gatehouse::base;
        QTest::addColumn<qint64>("past");
        QTest::addColumn<QString>("words");
        QTest::newRow("now") << qint64(0) << QStringLiteral("just now");
        QTest::newRow("a minute less one") << msPerMinute - 1 << QStringLiteral("just now");
        QTest::newRow("a minute") << msPerMinute << QStringLiteral("1 m ago");
        QTest::newRow("hours") << 2 * msPerHour + 5 * msPerMinute << QStringLiteral("2 h 05 m ago");
        QTest::newRow("a day less one") << msPerDay - 1 << QStringLiteral("23 h 59 m ago");
        QTest::newRow("a day") << msPerDay << QStringLiteral("Wed 11 Mar 09:00");
        QTest::newRow("another year") << 100 * msPerDay << QStringLiteral("2 Dec 2025 09:00");
        QTest::newRow("ahead") << -2 * msPerHour << QStringLiteral("in 2 h");
        QTest::newRow("a day ahead") << -msPerDay << QStringLiteral("Fri 13 Mar 09:00");
    }

    void isRelativeUnderADay()
    {
        using namespace gatehouse;
        QFETCH(const qint64, past);
        const base::Instant now = support::FakeClock::start;
        QTEST(words::plain(words::momentWords(now + -past, now, QTimeZone::utc())), "words");
    }

    void exactTimesNameTheirZone()
    {
        using namespace gatehouse;
        const base::Instant at = support::FakeClock::start;
        QCOMPARE(words::exactMoment(at, QTimeZone::utc()), QStringLiteral("12 Mar 2026 09:00:00 UTC"));
        QCOMPARE(words::exactMoment(at, QTimeZone("Europe/Berlin")), QStringLiteral("12 Mar 2026 10:00:00 CET"));
    }
};

GATEHOUSE_TEST(TestDateWords)
#include "tst_datewords.moc"
