#include "documents/handmadepdf.h"
#include "documents/helperwatch.h"
#include "support/testmain.h"
#include "wiring/samplepdf.h"

#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <QTest>

// Pages of real PDF files through the real helper: how many, how large, what they look like, where their words stand.
class TestPagesOfPdf : public QObject
{
    Q_OBJECT

    using Document = std::unique_ptr<gatehouse::domain::OpenDocument>;

    static gatehouse::base::Result<Document> opened(const QByteArray &bytes)
    {
        return gatehouse::test::patientOpener(gatehouse::test::realHelper()).open(bytes);
    }

    static QImage imageOf(const gatehouse::domain::PageImage &page)
    {
        return QImage(reinterpret_cast<const uchar *>(page.pixels.constData()), page.width, page.height,
                      QImage::Format_RGB32)
            .copy();
    }

    // The dark pixels' bounds in fractions of the picture.
    static QRectF inkOf(const QImage &image)
    {
        QRect ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qGray(image.pixel(x, y)) < 160)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return {ink.x() / double(image.width()), ink.y() / double(image.height()), ink.width() / double(image.width()),
                ink.height() / double(image.height())};
    }

    static bool areClose(const QRectF &a, const QRectF &b)
    {
        constexpr double most = 0.01;
        return std::abs(a.left() - b.left()) < most && std::abs(a.right() - b.right()) < most
               && std::abs(a.top() - b.top()) < most && std::abs(a.bottom() - b.bottom()) < most;
    }

    static QString printed(const QRectF &said, const QRectF &shown)
    {
        QStringList numbers;
        for (const QRectF &area : {said, shown}) {
            for (const double number : {area.x(), area.y(), area.width(), area.height()})
                numbers.append(QString::number(number, 'f', 3));
        }
        return numbers.join(QLatin1Char(' '));
    }

    static QRectF areaOf(const QString &text, const gatehouse::domain::PageText &words)
    {
        const auto found =
            std::find_if(words.cbegin(), words.cend(), [&text](const auto &word) { return word.text == text; });
        return found == words.cend() ? QRectF() : found->area;
    }

    static QStringList textsOf(const gatehouse::domain::PageText &words)
    {
        QStringList texts;
        for (const auto &word : words)
            texts.append(word.text);
        return texts;
    }

private Q_SLOTS:
    void saysWhatIsInADocument()
    {
        const QByteArray bytes = gatehouse::test::longPdf(12, 3);
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 12);
        QCOMPARE((*document)->sha256().toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const auto size = (*document)->pageSize(11);
        QVERIFY(size);
        QCOMPARE(*size, QSizeF(595, 842));
        const auto words = (*document)->text(6);
        QVERIFY(words);
        QCOMPARE(words->size(), 3 * 15);
        QCOMPARE(textsOf(*words).mid(0, 4), (QStringList{QStringLiteral("Page"), QStringLiteral("7"),
                                                         QStringLiteral("line"), QStringLiteral("1")}));
    }

    void refusesPagesThatAreNotThere()
    {
        const auto document = opened(gatehouse::test::longPdf(2, 1));
        QVERIFY(document);
        QCOMPARE(gatehouse::test::outcomeOf((*document)->text(2)), QStringLiteral("damaged"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->text(-1)), QStringLiteral("damaged"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {0, 10})), QStringLiteral("large"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {16'385, 1024})), QStringLiteral("large"));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {16'384, 1024})), QStringLiteral("ok"));
    }

    void drawsOpaquePixelsOnWhite()
    {
        const auto document = opened(gatehouse::test::handMadePdf({{"1 0 0 rg 0 421 595 421 re f"}}));
        QVERIFY(document);
        const auto page = (*document)->render(0, {60, 80});
        QVERIFY(page);
        QCOMPARE(page->pixels.size(), 60 * 80 * 4);
        QCOMPARE(page->pixels.first(4), QByteArray("\0\0\xff\xff", 4)); // B G R 255
        QCOMPARE(page->pixels.last(4), QByteArray("\xff\xff\xff\xff"));
    }

    // Where a word's area says that it stands there is its ink, and nowhere else, whichever way the page is turned.
    void findsWordsWhereTheyAreShown_data()
    {
        QTest::addColumn<QByteArray>("mediaBox");
        QTest::addColumn<int>("rotate");
        for (const int rotate : {0, 90, 180, 270}) {
            QTest::addRow("%d degrees", rotate) << QByteArray("0 0 595 842") << rotate;
            QTest::addRow("%d degrees, another corner", rotate) << QByteArray("-120 80 475 922") << rotate;
        }
        QTest::newRow("large") << QByteArray("0 0 5950 8420") << 0;
    }

    void findsWordsWhereTheyAreShown()
    {
        QFETCH(QByteArray, mediaBox);
        QFETCH(int, rotate);
        const auto document =
            opened(gatehouse::test::handMadePdf({{gatehouse::test::lineAt(60, 700, "Harbourline"), mediaBox, rotate}}));
        QVERIFY(document);
        const auto words = (*document)->text(0);
        const auto size = (*document)->pageSize(0);
        QVERIFY(words && size);
        QCOMPARE(textsOf(*words), QStringList{QStringLiteral("Harbourline")});
        const auto page = (*document)->render(0, (*size * (2000 / size->height())).toSize());
        QVERIFY(page);
        const QRectF ink = inkOf(imageOf(*page));
        QVERIFY(!ink.isEmpty());
        const QRectF area = words->constFirst().area;
        QVERIFY2(areClose(area, ink), qPrintable(printed(area, ink)));
    }

    // A page full of text has something under most places, whichever way it is turned.
    void findsWordsOnAFullPage_data()
    {
        QTest::addColumn<QByteArray>("mediaBox");
        QTest::addColumn<int>("rotate");
        for (const int rotate : {0, 90, 180, 270}) {
            QTest::addRow("%d degrees", rotate) << QByteArray("0 0 595 842") << rotate;
            QTest::addRow("%d degrees, another corner", rotate) << QByteArray("20 40 615 882") << rotate;
        }
        QTest::newRow("half of it beyond the edge") << QByteArray("150 40 745 882") << 0;
    }

    void findsWordsOnAFullPage()
    {
        QFETCH(QByteArray, mediaBox);
        QFETCH(int, rotate);
        QByteArray content;
        for (int line = 0; line < 50; ++line) {
            content += gatehouse::test::lineAt(70, 820 - 14 * line,
                                               line == 30 ? "Here is the word"
                                                          : "The agreement says that its parties will agree on line "
                                                                + QByteArray::number(line));
        }
        const auto document = opened(gatehouse::test::handMadePdf({{content, mediaBox, rotate}}));
        QVERIFY(document);
        const auto words = (*document)->text(0);
        const auto size = (*document)->pageSize(0);
        QVERIFY(words && size);
        const QRectF area = areaOf(QStringLiteral("word"), *words);
        const bool known = !area.isEmpty();
        QCOMPARE(known, !QByteArray(QTest::currentDataTag()).startsWith("half")); // not knowing is no lie
        if (!known)
            return;
        // The same page with that line alone.
        const auto bare = opened(
            gatehouse::test::handMadePdf({{gatehouse::test::lineAt(70, 400, "Here is the word"), mediaBox, rotate}}));
        QVERIFY(bare);
        const auto bareWords = (*bare)->text(0);
        QVERIFY(bareWords);
        const QRectF alone = areaOf(QStringLiteral("word"), *bareWords);
        QVERIFY2(areClose(area, alone), qPrintable(printed(area, alone)));
    }

    // Finding each letter takes the longer the more there are: a page that would take too long has words without
    // places.
    void leavesOutPlacesOnADensePage_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("placed");
        QTest::newRow("1,000 words") << 50 << true;
        QTest::newRow("4,000 words") << 200 << false;
    }

    void leavesOutPlacesOnADensePage()
    {
        QFETCH(int, lines);
        QFETCH(bool, placed);
        QByteArray content;
        for (int line = 0; line < lines; ++line)
            content += gatehouse::test::lineAt(10, 2950 - 14 * line, QByteArray("shall ").repeated(20));
        const auto document = opened(gatehouse::test::handMadePdf({{content, "0 0 1190 3000"}}));
        QVERIFY(document);
        const auto words = (*document)->text(0);
        QVERIFY(words);
        QCOMPARE(words->size(), 20 * lines);
        for (const auto &word : *words) {
            QCOMPARE(word.text, QStringLiteral("shall"));
            QCOMPARE(!word.area.isEmpty(), placed);
        }
    }

    // Each sign that occurs is a search of its own, and each search reads the page.
    void leavesOutPlacesOfManySigns()
    {
        QByteArray content("BT /F2 6 Tf ");
        for (int line = 0; line < 100; ++line) {
            content += "1 0 0 1 10 " + QByteArray::number(830 - 8 * line) + " Tm <";
            for (int sign = 0; sign < 40; ++sign)
                content += QByteArray::number(0x4e00 + 40 * line + sign, 16);
            content += "0020> Tj ";
        }
        const QByteArray font("<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts["
                              "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong"
                              "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>");
        QByteArray pdf = gatehouse::test::handMadePdf({{content + "ET"}}, {}, {font});
        pdf.replace("/F1 3 0 R>>", "/F2 4 0 R>>");
        const auto document = opened(pdf);
        QVERIFY(document);
        const auto words = (*document)->text(0);
        QVERIFY(words);
        QVERIFY(words->size() >= 50);
        for (const auto &word : *words)
            QVERIFY(word.area.isEmpty());
    }

    void readsWordsThatNobodyHereWrote()
    {
        QFile file(QStringLiteral("/usr/share/doc/libtasn1-doc/libtasn1.pdf"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("not run: no package libtasn1-doc");
        const auto document = opened(file.readAll());
        QVERIFY(document);
        QVERIFY((*document)->pageCount() > 20);
        const auto words = (*document)->text(0);
        QVERIFY(words);
        QCOMPARE(words->constFirst().text, QStringLiteral("Libtasn1"));
        for (const auto &word : *words)
            QVERIFY2(!word.area.isEmpty(), qPrintable(word.text));
        QCOMPARE(gatehouse::test::outcomeOf((*document)->render(0, {612, 792})), QStringLiteral("ok"));
    }

    void readsThePapersOfTheSample()
    {
        const auto document = opened(gatehouse::wiring::textPdf(
            QStringLiteral("Licence"), {{QStringLiteral("Licence"), {QStringLiteral("The licence is valid.")}},
                                        {QStringLiteral("Annex"), {QStringLiteral("Nothing.")}}}));
        QVERIFY(document);
        QCOMPARE((*document)->pageCount(), 2);
        const auto words = (*document)->text(1);
        QVERIFY(words);
        QVERIFY(textsOf(*words).contains(QStringLiteral("Annex")));
    }
};

GATEHOUSE_TEST(TestPagesOfPdf)

#include "tst_pagesofpdf.moc"
