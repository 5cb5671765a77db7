#include "documents/handmadepdf.h"
#include "documents/helperwatch.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>
#include <QtEndian>
#include <QTest>

// Documents that were made to break what reads them: each costs itself or a page, never this process, never the next.
class TestHostileDocuments : public QObject
{
    Q_OBJECT

    static auto opened(const QByteArray &bytes)
    {
        return gatehouse::test::patientOpener(gatehouse::test::realHelper()).open(bytes);
    }

    // Everything that the window asks of a document. What comes of it is an answer or a refusal, in time.
    static void lookAt(const QByteArray &bytes)
    {
        const auto document = gatehouse::documents::ProcessDocumentOpener(gatehouse::test::realHelper()).open(bytes);
        if (!document)
            return;
        for (const int page : {0, (*document)->pageCount() - 1}) {
            (void)(*document)->pageSize(page);
            (void)(*document)->render(page, {100, 140});
            (void)(*document)->text(page);
        }
    }

    static QByteArray png(quint32 width, quint32 height)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImage(8, 8, QImage::Format_RGB32).save(&buffer, "PNG");
        for (const auto &[at, number] : {std::pair{16, width}, std::pair{20, height}}) {
            const quint32 big = qToBigEndian(number);
            bytes.replace(at, 4, reinterpret_cast<const char *>(&big), 4);
        }
        const quint32 sum = qToBigEndian(checksum(bytes.mid(12, 17)));
        return bytes.replace(29, 4, reinterpret_cast<const char *>(&sum), 4);
    }

    // CRC-32 as PNG's annex D has it.
    static quint32 checksum(const QByteArray &bytes)
    {
        quint32 sum = 0xffffffff;
        for (const char byte : bytes) {
            sum ^= uchar(byte);
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum & 1) ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
        }
        return ~sum;
    }

    static QByteArray jpeg(quint16 width, quint16 height)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImage(8, 8, QImage::Format_RGB32).save(&buffer, "JPEG");
        const qsizetype frame = bytes.indexOf("\xff\xc0");
        bytes[frame + 5] = char(height >> 8);
        bytes[frame + 6] = char(height & 0xff);
        bytes[frame + 7] = char(width >> 8);
        bytes[frame + 8] = char(width & 0xff);
        return bytes;
    }

    static QByteArray nested(const char *open, const char *close, int depth)
    {
        return QByteArray(open).repeated(depth) + QByteArray(close).repeated(depth);
    }

private Q_SLOTS:
    void cleanup() { QCOMPARE(gatehouse::test::childProcesses(), QList<int>()); }

    void saysWhatIsWrongWithADocument_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const QByteArray key = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + QByteArray(64, 'a') + ">/U<"
                               + QByteArray(64, 'b') + ">>>/ID[<00><00>]";
        QTest::newRow("zero bytes") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("one zero byte") << QByteArray(1, '\0') << QStringLiteral("unknown");
        QTest::newRow("zeros") << QByteArray(100'000, '\0') << QStringLiteral("unknown");
        QTest::newRow("a password") << gatehouse::test::handMadePdf({{}}, key) << QStringLiteral("encrypted");
        QTest::newRow("somebody's encryption")
            << gatehouse::test::handMadePdf({{}}, "/Encrypt<</Filter/Some.Body/V 9>>/ID[<00><00>]")
            << QStringLiteral("encrypted");
        QTest::newRow("a header alone") << QByteArray("%PDF-1.7\n") << QStringLiteral("damaged");
        QTest::newRow("no pages") << gatehouse::test::handMadePdf({}) << QStringLiteral("damaged");
        QTest::newRow("the beginning of a PNG") << png(8, 8).first(20) << QStringLiteral("damaged");
        QTest::newRow("the beginning of a JPEG") << jpeg(8, 8).first(10) << QStringLiteral("damaged");
        QTest::newRow("the beginning of a TIFF")
            << QByteArray("II*\0\x08\0\0\0\xff\xff", 10) << QStringLiteral("damaged");
    }

    void saysWhatIsWrongWithADocument()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const auto document = opened(bytes);
        QCOMPARE(gatehouse::test::outcomeOf(document), why);
        QVERIFY(document.error().code == gatehouse::base::ErrorCode::DocumentUnreadable);
    }

    void aPictureThatIsTooLargeCostsItsPage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("PNG") << png(200'000, 200'000);
        QTest::newRow("PNG, 2^31 wide") << png(0x7fffffff, 1);
        QTest::newRow("JPEG") << jpeg(65'500, 65'500);
    }

    void aPictureThatIsTooLargeCostsItsPage()
    {
        QFETCH(QByteArray, bytes);
        const auto document = opened(bytes);
        if (!document) { // its reader wants no header like that
            QCOMPARE(gatehouse::test::outcomeOf(document), QStringLiteral("damaged"));
            return;
        }
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {100, 100})), QStringLiteral("large"));
    }

    void aHugePageIsDrawnSmallOrNotAtAll()
    {
        const auto document =
            opened(gatehouse::test::handMadePdf({{gatehouse::test::lineAt(50, 50, "Small"), "0 0 14400 14400"},
                                                 {gatehouse::test::lineAt(50, 50, "Huge"), "0 0 1e9 1000000000"},
                                                 {gatehouse::test::lineAt(50, 50, "None"), "0 0 0 0"},
                                                 {gatehouse::test::lineAt(50, 50, "Last")}}));
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 4);
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {300, 300})), QStringLiteral("ok"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {14'400, 14'400})), QStringLiteral("large"));
        (void)(*document)->pageSize(1);
        (void)(*document)->render(1, {300, 300});
        (void)(*document)->text(1);
        (void)(*document)->render(2, {300, 300});
        const auto words = (*document)->text(3);
        QVERIFY(words);
        QCOMPARE(words->constFirst().text, QStringLiteral("Last"));
    }

    void aDamagedPageCostsNoOther()
    {
        auto bytes = gatehouse::test::longPdf(3, 2);
        const qsizetype second = bytes.indexOf("Page 2 line");
        bytes.replace(second - 20, 60, QByteArray(60, '\xee'));
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 3);
        (void)(*document)->render(1, {300, 400});
        (void)(*document)->text(1);
        const auto third = (*document)->text(2);
        QVERIFY(third);
        QCOMPARE(third->at(1).text, QStringLiteral("3"));
    }

    void survives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a header before garbage") << "%PDF-1.7\n" + random(50'000, 1);
        QTest::newRow("nothing but garbage") << random(50'000, 2);
        QTest::newRow("arrays in arrays") << gatehouse::test::handMadePdf({{}}, {}, {nested("[", "]", 100'000)});
        QTest::newRow("dictionaries in dictionaries")
            << gatehouse::test::handMadePdf({{}}, {}, {nested("<</A ", ">>", 100'000)});
        QTest::newRow("states in states") << gatehouse::test::handMadePdf({{nested("q ", "Q ", 100'000)}});
        QTest::newRow("a text object in itself") << gatehouse::test::handMadePdf({{nested("BT ", "ET ", 100'000)}});
        QTest::newRow("an object that is itself") << gatehouse::test::handMadePdf({{}}, {}, {"4 0 R"});
        QByteArray circle = gatehouse::test::handMadePdf({{}});
        QTest::newRow("pages that hold themselves") << circle.replace("/Kids[5 0 R ]", "/Kids[2 0 R ]");
        QTest::newRow("more pages than there are")
            << gatehouse::test::handMadePdf({{}}).replace("/Count 1", "/Count 999999999");
        QTest::newRow("a length of 4 GB")
            << gatehouse::test::handMadePdf({{"q Q"}}).replace("/Length 3", "/Length 4294967295");
        QTest::newRow("a form that draws itself")
            << gatehouse::test::handMadePdf(
                   {{"/X Do"}}, {},
                   {"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length "
                    "5>>stream\n/X Do\nendstream"})
                   .replace("<</Font<</F1", "<</XObject<</X 4 0 R>>/Font<</F1");
        QTest::newRow("a PNG that ends early") << png(8, 8).chopped(20);
        QTest::newRow("a TIFF whose pages go round") << QByteArray("II*\0\x08\0\0\0\0\0\x08\0\0\0", 14);
    }

    void survives()
    {
        QFETCH(QByteArray, bytes);
        lookAt(bytes);
        QCOMPARE(gatehouse::test::outcomeOf(opened("The next document.")), QStringLiteral("ok"));
    }

    void survivesAnyPartOfADocument()
    {
        const QByteArray bytes = gatehouse::test::longPdf(5, 3);
        QRandomGenerator dice(20260312);
        for (int part = 0; part < 12; ++part)
            lookAt(bytes.first(dice.bounded(1, int(bytes.size()))));
    }

    void survivesAnyByteBeingAnother()
    {
        const QByteArray bytes = gatehouse::test::longPdf(2, 2);
        QRandomGenerator dice(20260313);
        for (int copy = 0; copy < 12; ++copy) {
            QByteArray changed = bytes;
            for (int byte = 0; byte < 20; ++byte)
                changed[dice.bounded(int(changed.size()))] = char(dice.bounded(256));
            lookAt(changed);
        }
    }

private:
    static QByteArray random(int size, quint32 seed)
    {
        QRandomGenerator dice(seed);
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(dice.bounded(256));
        return bytes;
    }
};

GATEHOUSE_TEST(TestHostileDocuments)

#include "tst_hostiledocuments.moc"
