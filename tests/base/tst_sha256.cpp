#include "base/sha256.h"

#include "support/testmain.h"

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The examples of FIPS 180 (secure hash standard, example values of SHA-256).
    void hashesAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("one block") << QByteArray("abc")
                                   << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                    << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }
    void hashesAsTheStandardSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, hash);
        QCOMPARE(gatehouse::base::sha256(bytes).toHex(), hash);
    }

    void takesPartsAsOne()
    {
        gatehouse::base::Sha256 hash;
        for (const char *part : {"a", "", "bc"})
            hash.add(part);
        QCOMPARE(hash.result(), gatehouse::base::sha256("abc"));
    }
};

GATEHOUSE_TEST(TestSha256)

#include "tst_sha256.moc"
