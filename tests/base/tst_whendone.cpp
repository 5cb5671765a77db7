#include "base/whendone.h"
#include "support/testmain.h"

#include <QPromise>

class TestWhenDone : public QObject
{
    Q_OBJECT

    using Number = gatehouse::base::Result<int>;

private Q_SLOTS:
    void givesTheResult()
    {
        QPromise<Number> promise;
        promise.start();
        int answer = 0;
        gatehouse::base::whenDone(promise.future(), this, [&answer](Number number) { answer = *number; });
        promise.addResult(7);
        promise.finish();
        QTRY_COMPARE(answer, 7);
    }

    // Between its end and the next turn of the loop somebody may take the request back.
    void isCancelledEvenWhenTheResultHadCome()
    {
        QPromise<Number> promise;
        promise.start();
        QFuture<Number> future = promise.future();
        std::optional<gatehouse::base::ErrorCode> code;
        gatehouse::base::whenDone(future, this, [&code](const Number &number) {
            QVERIFY(!number);
            code = number.error().code;
        });
        promise.addResult(7);
        promise.finish();
        future.cancel();
        QTRY_VERIFY(code);
        QCOMPARE(*code, gatehouse::base::ErrorCode::Cancelled);
    }
};

GATEHOUSE_TEST(TestWhenDone)

#include "tst_whendone.moc"
