#include "base/ids.h"

#include "support/fakeclock.h"
#include "support/sequentialids.h"
#include "support/testmain.h"

#include <QRegularExpression>

class TestIds : public QObject
{
    Q_OBJECT

    using UlidSource = gatehouse::base::UlidSource;

private Q_SLOTS:
    void isTwentySixLowerCaseCharactersOfCrockfordsAlphabet()
    {
        const gatehouse::support::FakeClock clock;
        static const QRegularExpression shape(QStringLiteral("^[0-9a-hjkmnp-tv-z]{26}$"));
        UlidSource ids(clock);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(shape.match(ids.next()).hasMatch());
    }

    void beginsWithTheTimeInMilliseconds()
    {
        // The example of the ULID specification: 01ARZ3NDEK is 1469922850259.
        const gatehouse::support::FakeClock clock({1469922850259});
        QCOMPARE(UlidSource(clock).next().left(10), QStringLiteral("01arz3ndek"));
    }

    void sortsByTheTimeItWasMade()
    {
        gatehouse::support::FakeClock clock;
        UlidSource ids(clock);
        const QString earlier = ids.next();
        clock.advance(1);
        QVERIFY(earlier < ids.next());
    }

    // Rows of one operation are listed as it made them: they share its moment.
    void countsUpWithinAMillisecond()
    {
        const gatehouse::support::FakeClock clock;
        UlidSource ids(clock);
        QString last = ids.next();
        for (int i = 0; i < 10000; ++i) {
            const QString id = ids.next();
            QVERIFY2(id > last, qPrintable(id));
            last = id;
        }
    }

    void twoSourcesDontMeet()
    {
        const gatehouse::support::FakeClock clock;
        UlidSource one(clock);
        UlidSource other(clock);
        QVERIFY(one.next().left(20) != other.next().left(20));
    }

    void testsGetIdsThatCountUp()
    {
        gatehouse::support::SequentialIds ids;
        QCOMPARE(ids.next(), QStringLiteral("01test00000000000000000001"));
        QCOMPARE(ids.next(), QStringLiteral("01test00000000000000000002"));
        QCOMPARE(ids.next().size(), 26);
    }
};

GATEHOUSE_TEST(TestIds)

#include "tst_ids.moc"
