#include "documents/helperwatch.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QTest>

// Images and plain text, told by their bytes.
class TestDocumentKinds : public QObject
{
    Q_OBJECT

    static auto opened(const QByteArray &bytes)
    {
        return gatehouse::test::patientOpener(gatehouse::test::realHelper()).open(bytes);
    }

    static QImage redOverBlue(QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::blue);
        for (int y = 0; y < size.height() / 2; ++y) {
            for (int x = 0; x < size.width(); ++x)
                image.setPixel(x, y, qRgb(255, 0, 0));
        }
        return image;
    }

    static QByteArray written(const QImage &image, const QByteArray &format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        return QImageWriter(&buffer, format).write(image) ? bytes : QByteArray();
    }

    static QByteArray little(quint16 number) { return QByteArray(1, char(number & 0xff)) + char(number >> 8); }
    static QByteArray little(quint32 number)
    {
        return little(quint16(number & 0xffff)) + little(quint16(number >> 16));
    }

    // A TIFF of grey pages, each of one strip without compression, `sides[i]` pixels wide and high.
    static QByteArray greyTiff(const QList<int> &sides)
    {
        QByteArray file = QByteArray("II*\0", 4) + little(quint32(8));
        for (qsizetype i = 0; i < sides.size(); ++i) {
            const auto side = quint32(sides[i]);
            const qsizetype entries = 9;
            const quint32 pixelsAt = quint32(file.size() + 2 + entries * 12 + 4);
            const QList<std::pair<int, quint32>> tags = {{256, side}, {257, side}, {258, 8},
                                                         {259, 1},    {262, 1},    {273, pixelsAt},
                                                         {277, 1},    {278, side}, {279, side * side}};
            file += little(quint16(entries));
            for (const auto &[tag, value] : tags)
                file += little(quint16(tag)) + little(quint16(4)) + little(quint32(1)) + little(value);
            const bool last = i + 1 == sides.size();
            file += little(last ? quint32(0) : pixelsAt + side * side);
            file += QByteArray(qsizetype(side) * side, '\x80');
        }
        return file;
    }

private Q_SLOTS:
    void drawsImages_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "jpeg", "tiff"})
            QTest::newRow(format) << QByteArray(format);
    }

    void drawsImages()
    {
        QFETCH(QByteArray, format);
        const QByteArray bytes = written(redOverBlue({120, 80}), format);
        QVERIFY(!bytes.isEmpty());
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 1);
        const auto size = (*document)->pageSize(0);
        QVERIFY(size);
        QCOMPARE(*size, QSizeF(120, 80));
        const auto page = (*document)->render(0, {60, 40});
        QVERIFY(page);
        // JPEG misses colours by a little.
        const auto red = [&](qsizetype at) {
            return uchar(page->pixels[at + 2]) > 240 && uchar(page->pixels[at]) < 15;
        };
        const auto blue = [&](qsizetype at) {
            return uchar(page->pixels[at]) > 240 && uchar(page->pixels[at + 2]) < 15;
        };
        QVERIFY(red(0));
        QVERIFY(blue(page->pixels.size() - 4));
        const auto words = (*document)->text(0);
        QVERIFY(words);
        QVERIFY(words->isEmpty());
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {600, 400})), QStringLiteral("ok"));
    }

    void showsWhatIsTransparentOnWhite()
    {
        QImage image({4, 4}, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto document = opened(written(image, "png"));
        QVERIFY(document);
        const auto page = (*document)->render(0, {4, 4});
        QVERIFY(page);
        QCOMPARE(page->pixels, QByteArray(64, '\xff'));
    }

    void showsEveryPageOfATiff()
    {
        const auto document = opened(greyTiff({10, 20, 30}));
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 3);
        const auto size = (*document)->pageSize(2);
        QVERIFY(size);
        QCOMPARE(*size, QSizeF(30, 30));
        const auto page = (*document)->render(1, {20, 20});
        QVERIFY(page);
        QCOMPARE(page->pixels.first(4), QByteArray("\x80\x80\x80\xff"));
    }

    void readsText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("words");
        const QStringList words = {QStringLiteral("Größe"), QStringLiteral("12")};
        QTest::newRow("UTF-8") << QByteArray("Gr\xc3\xb6\xc3\x9f"
                                             "e\r\n\t12")
                               << words;
        QTest::newRow("UTF-8 with a mark") << QByteArray("\xef\xbb\xbfGr\xc3\xb6\xc3\x9f"
                                                         "e 12\n")
                                           << words;
        QTest::newRow("Latin-1") << QByteArray("Gr\xf6\xdf"
                                               "e 12")
                                 << words;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfeG\0r\0\xf6\0\xdf\0e\0 \0001\0002\0", 18) << words;
    }

    void readsText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, words);
        const auto document = opened(bytes);
        QVERIFY(document);
        const auto text = (*document)->text(0);
        QVERIFY(text);
        QStringList found;
        for (const auto &word : *text) {
            found.append(word.text);
            QVERIFY(!word.area.isEmpty());
        }
        QCOMPARE(found, words);
        const auto page = (*document)->render(0, {595, 842});
        QVERIFY(page);
        QVERIFY(page->pixels.count('\xff') < page->pixels.size()); // there is ink
    }

    void laysTextOutInPages()
    {
        QByteArray lines;
        for (int line = 0; line < 61; ++line)
            lines += "line " + QByteArray::number(line) + '\n';
        lines += "\flast " + QByteArray(200, 'x');
        const auto document = opened(lines);
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 3);
        const auto second = (*document)->text(1);
        QVERIFY(second);
        QCOMPARE(second->size(), 2);
        QCOMPARE(second->at(1).text, QStringLiteral("60"));
        const auto third = (*document)->text(2);
        QVERIFY(third);
        QCOMPARE(third->constFirst().text, QStringLiteral("last"));
        QCOMPARE(third->size(), 4); // the long word takes three lines
        QVERIFY(third->at(1).area.right() < 0.95);
    }

    // What follows signs that are wider than they are taken for is on the paper, where its area says.
    void drawsWhatFollowsWideSigns_data()
    {
        QTest::addColumn<char16_t>("sign");
        QTest::addColumn<int>("count");
        QTest::newRow("Tamil") << u'\u0bb5' << 70;
        QTest::newRow("marks alone") << u'\u0bcc' << 160;
        QTest::newRow("more marks than a line has") << u'\u0bcc' << 5000;
    }

    void drawsWhatFollowsWideSigns()
    {
        QFETCH(char16_t, sign);
        QFETCH(int, count);
        const auto document = opened(QString(count, QChar(sign)).toUtf8() + " HIDDEN");
        QVERIFY(document);
        const auto words = (*document)->text(0);
        const auto page = (*document)->render(0, {595, 842});
        QVERIFY(words && page);
        QCOMPARE(words->constLast().text, QStringLiteral("HIDDEN"));
        const QRectF area = words->constLast().area;
        QVERIFY(!area.isEmpty() && area.right() < 0.95);
        const QImage image(reinterpret_cast<const uchar *>(page->pixels.constData()), 595, 842, QImage::Format_RGB32);
        const QRect pixels = QRectF(area.x() * 595, area.y() * 842, area.width() * 595, area.height() * 842).toRect();
        const QImage there = image.copy(pixels).convertToFormat(QImage::Format_Grayscale8);
        int dark = 0;
        for (int y = 0; y < there.height(); ++y)
            dark += int(std::count_if(there.constScanLine(y), there.constScanLine(y) + there.width(),
                                      [](uchar grey) { return grey < 200; }));
        QVERIFY2(dark > 10, qPrintable(QString::number(dark)));
    }

    void goesByTheBytesWhateverAFileIsCalled()
    {
        // A picture that was named .pdf, and a text that speaks of PDF.
        QCOMPARE(gatehouse::test::outcomeOf(opened(written(redOverBlue({9, 9}), "png"))), QStringLiteral("ok"));
        QCOMPARE(gatehouse::test::outcomeOf(opened("About PDF files")), QStringLiteral("ok"));
        QCOMPARE(gatehouse::test::outcomeOf(opened(QByteArray("GIF89a\1\0\1\0\0\0\0;", 14))),
                 QStringLiteral("unknown"));
        QCOMPARE(gatehouse::test::outcomeOf(opened(QByteArray("PK\3\4\0\0", 6))), QStringLiteral("unknown"));
    }
};

GATEHOUSE_TEST(TestDocumentKinds)

#include "tst_documentkinds.moc"
