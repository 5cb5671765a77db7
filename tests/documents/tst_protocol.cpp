#include "documents/protocol.h"
#include "support/testmain.h"

#include <QtEndian>
#include <QTest>

#include <limits>

// Frames say what they said when they were written, and whatever was not written by an encoder says nothing.
class TestProtocol : public QObject
{
    Q_OBJECT

    static QByteArray with(QByteArray bytes, qsizetype at, quint32 number)
    {
        const quint32 little = qToLittleEndian(number);
        return bytes.replace(at, 4, reinterpret_cast<const char *>(&little), 4);
    }

    template <class Frame>
    static QByteArray bytesOf(const Frame &frame)
    {
        return gatehouse::documents::encoded(frame);
    }

    static gatehouse::documents::Request drawing() { return {7, gatehouse::documents::Ask::Render, 3, {100, 50}}; }

private Q_SLOTS:
    void readsRequests_data()
    {
        QTest::addColumn<quint32>("ask");
        QTest::addColumn<int>("page");
        QTest::addColumn<QSize>("size");
        QTest::newRow("open") << 1U << 0 << QSize(0, 0);
        QTest::newRow("page size") << 2U << 999'999 << QSize(0, 0);
        QTest::newRow("render") << 3U << 5 << QSize(4096, 4096);
        QTest::newRow("text") << 4U << 5 << QSize(0, 0);
    }

    void readsRequests()
    {
        QFETCH(quint32, ask);
        QFETCH(int, page);
        QFETCH(QSize, size);
        const gatehouse::documents::Request request{9, gatehouse::documents::Ask(ask), page, size};
        const QByteArray bytes = bytesOf(request);
        QCOMPARE(bytes.size(), gatehouse::documents::requestBytes);
        QVERIFY(gatehouse::documents::decodedRequest(bytes) == request);
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!gatehouse::documents::decodedRequest(bytes.first(length)));
        QVERIFY(!gatehouse::documents::decodedRequest(bytes + '\0'));
    }

    void refusesRequestsBeyondTheLimits_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<quint32>("number");
        QTest::newRow("mark") << 0 << 1U;
        QTest::newRow("no question") << 8 << 0U;
        QTest::newRow("unknown question") << 8 << 5U;
        QTest::newRow("page") << 12 << 1'000'000U;
        QTest::newRow("negative page") << 12 << 0xffffffffU;
        QTest::newRow("no width") << 16 << 0U;
        QTest::newRow("negative width") << 16 << 0xffffffffU;
        QTest::newRow("more than 64 MB") << 16 << 335'545U; // 50 high: 64 MiB is 335,544.32 wide
        QTest::newRow("size of a size") << 8 << 2U;
    }

    void refusesRequestsBeyondTheLimits()
    {
        QFETCH(int, at);
        QFETCH(quint32, number);
        const QByteArray bytes = bytesOf(drawing());
        QVERIFY(gatehouse::documents::decodedRequest(bytes));
        QVERIFY(!gatehouse::documents::decodedRequest(with(bytes, at, number)));
    }

    void refusesHeadsThatDontAnswer_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<quint32>("number");
        QTest::newRow("mark") << 0 << 1U;
        QTest::newRow("another request") << 4 << 8U;
        QTest::newRow("unknown outcome") << 8 << 6U;
        QTest::newRow("a body to a failure") << 8 << 2U;
        QTest::newRow("a byte less") << 12 << 19'999U;
        QTest::newRow("a byte more") << 12 << 20'001U;
        QTest::newRow("4 GB") << 12 << 0xffffffffU;
    }

    void refusesHeadsThatDontAnswer()
    {
        QFETCH(int, at);
        QFETCH(quint32, number);
        const gatehouse::documents::AnswerHead head{7, gatehouse::documents::Outcome::Done, 20'000};
        QVERIFY(gatehouse::documents::decodedHead(bytesOf(head), drawing()) == head);
        QVERIFY(!gatehouse::documents::decodedHead(with(bytesOf(head), at, number), drawing()));
    }

    void readsWhatWasOpened()
    {
        const gatehouse::documents::Opened opened{36, {612, 792.5}, QByteArray(32, 'h'), true};
        const QByteArray body = bytesOf(opened);
        QVERIFY(gatehouse::documents::decodedOpened(body) == opened);
        QVERIFY(!gatehouse::documents::decodedOpened(body + 'x'));
        QVERIFY(!gatehouse::documents::decodedOpened(body.chopped(1)));
        QVERIFY(!gatehouse::documents::decodedOpened(with(body, 0, 0)));
        QVERIFY(!gatehouse::documents::decodedOpened(with(body, 0, 1'000'001)));
        QVERIFY(!gatehouse::documents::decodedOpened(with(body, body.size() - 4, 2)));
    }

    void refusesSizesThatAreNone_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("negative") << -1.0;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("without end") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e9;
    }

    void refusesSizesThatAreNone()
    {
        QFETCH(double, width);
        QVERIFY(gatehouse::documents::decodedPageSize(bytesOf(QSizeF(1, 1))));
        QVERIFY(!gatehouse::documents::decodedPageSize(bytesOf(QSizeF(width, 1))));
        QVERIFY(!gatehouse::documents::decodedPageSize(bytesOf(QSizeF(1, width))));
    }

    void readsWords()
    {
        const gatehouse::domain::PageText text{{QStringLiteral("Größe"), {0.25, 0.5, 0.5, 0.125}},
                                               {QString::fromUcs4(U"\U0001F511"), {0, 0, 1, 1}},
                                               {QStringLiteral("\ufeffmark"), {}}};
        QCOMPARE(gatehouse::documents::decodedText(bytesOf(text)), text);
        QCOMPARE(gatehouse::documents::decodedText(bytesOf(gatehouse::domain::PageText())),
                 gatehouse::domain::PageText());
    }

    void leavesOutWordsBeyondTheLimitsAndCutsAreas()
    {
        const QString longest(gatehouse::documents::wordBytesMost, QLatin1Char('a'));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const gatehouse::domain::PageText text{{longest, {-1, -1, 3, 1.5}},
                                               {longest + QLatin1Char('a'), {}},
                                               {QStringLiteral("two words"), {}},
                                               {QStringLiteral("nul") + QChar::Null, {}},
                                               {QString(), {}},
                                               {QStringLiteral("nowhere"), {nan, nan, nan, nan}}};
        const auto read = gatehouse::documents::decodedText(bytesOf(text));
        QVERIFY(read);
        QCOMPARE(*read, (gatehouse::domain::PageText{{longest, {0, 0, 1, 0.5}}, {QStringLiteral("nowhere"), {}}}));
    }

    void refusesWordsThatNoEncoderWrites_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray body = bytesOf(gatehouse::domain::PageText{{QStringLiteral("word"), {0, 0, 1, 1}}});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("more words than bytes") << with(body, 0, 2);
        QTest::newRow("as many as there are") << with(body, 0, 0xffffffff);
        QTest::newRow("fewer words") << with(body, 0, 0);
        QTest::newRow("left of the page") << with(body, 4, 0xbf800000);
        QTest::newRow("no number") << with(body, 8, 0x7fc00000);
        QTest::newRow("wider than the page") << with(body, 12, 0x40000000);
        QTest::newRow("longer than the body") << with(body, 20, 5);
        QTest::newRow("4 GB") << with(body, 20, 0xffffffff);
        QTest::newRow("empty") << with(body, 20, 0).chopped(4);
        QTest::newRow("line end") << QByteArray(body).replace("word", "wo\nd");
        QTest::newRow("NUL") << QByteArray(body).replace("word", QByteArray("wo\0d", 4));
        QTest::newRow("no UTF-8") << QByteArray(body).replace("word", "wo\xff\xfe");
        QTest::newRow("a byte more") << body + 'x';
    }

    void refusesWordsThatNoEncoderWrites()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!gatehouse::documents::decodedText(body));
    }
};

GATEHOUSE_TEST(TestProtocol)

#include "tst_protocol.moc"
