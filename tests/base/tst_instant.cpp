#include "base/instant.h"
#include "support/testmain.h"

#include <QTest>

class TestInstant : public QObject
{
    Q_OBJECT

    using Instant = gatehouse::base::Instant;
    static constexpr qint64 least = std::numeric_limits<qint64>::min();
    static constexpr qint64 most = std::numeric_limits<qint64>::max();

private Q_SLOTS:
    void countsMilliseconds()
    {
        QCOMPARE(Instant{5000} - Instant{2000}, qint64(3000));
        QCOMPARE((Instant{5000} + -7000).ms, qint64(-2000));
    }

    void endsAtTheLimits()
    {
        QCOMPARE(Instant{most} - Instant{-1}, most);
        QCOMPARE(Instant{least} - Instant{1}, least);
        QCOMPARE((Instant{most} + 1).ms, most);
        QCOMPARE((Instant{least} + -1).ms, least);
    }
};

GATEHOUSE_TEST(TestInstant)

#include "tst_instant.moc"
