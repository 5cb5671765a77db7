#include "support/testmain.h"
#include "words/durationwords.h"

#include <QLocale>
#include <QTest>

class TestDurationWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tellsTheTwoLargestUnits_data()
    {
        using namespace gatehouse::base;
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<qint64>("dayMs");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("rough");
        const qint64 work = 8 * msPerHour;
        const auto row = [](const char *name, qint64 ms, qint64 dayMs, const char *words, const char *sentence,
                            const char *rough) {
            QTest::newRow(name) << ms << dayMs << QString::fromLatin1(words) << QString::fromLatin1(sentence)
                                << QString::fromLatin1(rough);
        };
        row("nothing", 0, msPerDay, "< 1 m", "less than a minute", "< 1 m");
        row("a minute less one", msPerMinute - 1, msPerDay, "< 1 m", "less than a minute", "< 1 m");
        row("a minute", msPerMinute, msPerDay, "1 m", "1 minute", "1 m");
        row("40 minutes", 40 * msPerMinute, msPerDay, "40 m", "40 minutes", "40 m");
        row("an hour less one", msPerHour - 1, msPerDay, "59 m", "59 minutes", "59 m");
        row("an hour", msPerHour, msPerDay, "1 h", "1 hour", "1 h");
        row("minutes under ten", msPerHour + 5 * msPerMinute, msPerDay, "1 h 05 m", "1 hour 5 minutes", "1 h");
        row("hours and minutes", 3 * msPerHour + 40 * msPerMinute, msPerDay, "3 h 40 m", "3 hours 40 minutes", "3 h");
        row("below zero", -(3 * msPerHour + 40 * msPerMinute), msPerDay, "3 h 40 m", "3 hours 40 minutes", "3 h");
        row("a wall day less one", msPerDay - 1, msPerDay, "23 h 59 m", "23 hours 59 minutes", "23 h");
        row("a wall day", msPerDay, msPerDay, "1 d", "1 day", "1 d");
        row("a working day", work, work, "1 d", "1 day", "1 d");
        row("working days and hours", 2 * work + 4 * msPerHour, work, "2 d 4 h", "2 days 4 hours", "2 d");
        row("the same on the wall", 2 * work + 4 * msPerHour, msPerDay, "20 h", "20 hours", "20 h");
        row("a day and minutes", work + 59 * msPerMinute, work, "1 d", "1 day", "1 d");
        row("nine days keep hours", 9 * msPerDay + 23 * msPerHour, msPerDay, "9 d 23 h", "9 days 23 hours", "9 d");
        row("ten days lose hours", 10 * msPerDay + 23 * msPerHour, msPerDay, "10 d", "10 days", "10 d");
        row("a year", 331 * msPerDay, msPerDay, "331 d", "331 days", "331 d");
        row("no day length", 25 * msPerHour, 0, "1 d 1 h", "1 day 1 hour", "1 d");
    }

    void tellsTheTwoLargestUnits()
    {
        using namespace gatehouse::words;
        QFETCH(const qint64, ms);
        QFETCH(const qint64, dayMs);
        QTEST(durationWords(ms, {dayMs}), "words");
        QTEST(durationSentence(ms, {dayMs}), "sentence");
        QTEST(roughDuration(ms, {dayMs}), "rough");
    }

    void paddedFiguresTakeTwoDigitsRoom()
    {
        using namespace gatehouse;
        const auto padded = [](qint64 ms) {
            return words::durationWords(ms, words::eightHourDay, words::Padding::Figures);
        };
        QCOMPARE(padded(5 * base::msPerMinute), QStringLiteral("\u20075 m"));
        QCOMPARE(padded(base::msPerHour + 5 * base::msPerMinute), QStringLiteral("\u20071 h 05 m"));
        QCOMPARE(padded(20 * base::msPerHour), QStringLiteral("\u20072 d \u20074 h"));
        QCOMPARE(padded(12 * words::eightHourDay.ms), QStringLiteral("12 d"));
    }

    void figuresFollowTheLocale()
    {
        using namespace gatehouse;
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        const QString words = words::durationWords(base::msPerHour + 5 * base::msPerMinute);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(words, QStringLiteral("\u0661 h \u0660\u0665 m"));
    }
};

GATEHOUSE_TEST(TestDurationWords)
#include "tst_durationwords.moc"
