#include "base/sharedoptional.h"

#include "support/testmain.h"

#include <QString>

class TestSharedOptional : public QObject
{
    Q_OBJECT

    using Shared = gatehouse::base::SharedOptional<QString>;

private Q_SLOTS:
    void takesTheRoomOfAPointer() { QCOMPARE(sizeof(Shared), sizeof(void *)); }

    void isComparedByValue()
    {
        const Shared kyb = QStringLiteral("KYB");
        QVERIFY(kyb == Shared(QStringLiteral("KYB")));
        QVERIFY(kyb != Shared(QStringLiteral("Licensing")));
        QVERIFY(kyb != Shared());
        QVERIFY(Shared() != kyb);
        QVERIFY(Shared() == Shared(std::nullopt));
        QVERIFY(Shared(QString()) != Shared());
    }

    void aCopyKeepsWhatItWas()
    {
        Shared one = QStringLiteral("KYB");
        const Shared other = one;
        QVERIFY(&*other == &*one);
        one = QStringLiteral("Licensing");
        QCOMPARE(*other, QStringLiteral("KYB"));
        one = std::nullopt;
        QVERIFY(!one);
        QCOMPARE(other->size(), 3);
    }
};

GATEHOUSE_TEST(TestSharedOptional)
#include "tst_sharedoptional.moc"
