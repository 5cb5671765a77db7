#include "store/sodiumsecretsource.h"

#include "support/testmain.h"

#include <QSet>

class TestSodiumSecretSource : public QObject
{
    Q_OBJECT

    gatehouse::store::SodiumSecretSource m_secrets;

private Q_SLOTS:
    // Made with Python's hashlib.blake2b: key = blake2b("gatehouse access key " + owner), both of 32 bytes.
    void theHashIsKeyedBlake2b()
    {
        const QByteArray whole = "acme_corp_A1B2C3D4_0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const auto owner = QStringLiteral("01test00000000000000000001");
        const auto hash = QStringLiteral("2cdcc27b16de67435474807dac09c59a7196e7abec4f741992bc16d5223f2bad");
        QCOMPARE(m_secrets.hash(whole, owner), hash);
        QVERIFY(m_secrets.matches(whole, owner, hash));
    }

    void nothingElseMatches_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("hash");
        const auto owner = QStringLiteral("01test00000000000000000001");
        const QString hash = m_secrets.hash("right", owner);
        QTest::newRow("another secret") << QByteArray("wrong") << owner << hash;
        QTest::newRow("no secret") << QByteArray() << owner << hash;
        QTest::newRow("its beginning") << QByteArray("righ") << owner << hash;
        QTest::newRow("of another row") << QByteArray("right") << owner + u'x' << hash;
        QTest::newRow("no hash") << QByteArray("right") << owner << QString();
        QTest::newRow("half a hash") << QByteArray("right") << owner << hash.left(32);
        QTest::newRow("zeros") << QByteArray("right") << owner << QString(64, u'0');
    }
    void nothingElseMatches()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QString, owner);
        QFETCH(QString, hash);
        QVERIFY(!m_secrets.matches(secret, owner, hash));
    }

    void randomBytesAreNeverTheSame()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(m_secrets.random(20).bytes().toByteArray());
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(seen.cbegin()->size(), 20);
    }
};

GATEHOUSE_TEST(TestSodiumSecretSource)

#include "tst_sodiumsecretsource.moc"
