#include "wiring/samplepdf.h"

#include "support/testmain.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;

class TestSamplePdf : public QObject
{
    Q_OBJECT

    static QByteArray twoPages()
    {
        const wiring::PdfPage first{QStringLiteral("Owners (all)"),
                                    {QStringLiteral("Back\\slash and Växjö \u4e2d. ").repeated(20)}};
        const wiring::PdfPage second{QStringLiteral("Second"), {QStringLiteral("One."), QStringLiteral("Two.")}};
        return wiring::textPdf(QStringLiteral("Nørre & Co: kyb"), {first, second});
    }

private Q_SLOTS:
    void everyObjectStandsWhereTheTableSays();
    void streamsAreAsLongAsTheySay();
    void holdsItsPagesAndNothingThatRuns();
    void sameInputSameBytes();
    void otherReadersFindNoFault();
};

void TestSamplePdf::everyObjectStandsWhereTheTableSays()
{
    const QByteArray pdf = twoPages();
    QVERIFY(pdf.startsWith("%PDF-1.4\n"));
    QVERIFY(pdf.endsWith("%%EOF\n"));
    const qsizetype said = pdf.lastIndexOf("startxref\n") + 10;
    const qsizetype table = pdf.mid(said, pdf.indexOf('\n', said) - said).toLongLong();
    QVERIFY(pdf.mid(table).startsWith("xref\n0 10\n0000000000 65535 f \n"));
    const QList<QByteArray> rows = pdf.mid(table).split('\n');
    for (int object = 1; object < 10; ++object) {
        const QByteArray &row = rows.at(2 + object);
        QCOMPARE(row.size(), 19); // and the line break: 20 bytes each
        const QByteArray start = QByteArray::number(object) + " 0 obj\n";
        QCOMPARE(pdf.mid(row.left(10).toLongLong(), start.size()), start);
    }
}

void TestSamplePdf::streamsAreAsLongAsTheySay()
{
    const QByteArray pdf = twoPages();
    static const QRegularExpression lengths(QStringLiteral("/Length (\\d+) >>\nstream\n"));
    const QString text = QString::fromLatin1(pdf);
    int streams = 0;
    for (auto match = lengths.globalMatch(text); match.hasNext(); ++streams) {
        const auto found = match.next();
        QCOMPARE(text.mid(found.capturedEnd() + found.captured(1).toInt(), 9), QStringLiteral("endstream"));
    }
    QCOMPARE(streams, 2);
}

void TestSamplePdf::holdsItsPagesAndNothingThatRuns()
{
    const QByteArray pdf = twoPages();
    QCOMPARE(pdf.count("/Type /Page "), 2);
    QVERIFY(pdf.contains("(Owners \\(all\\)) Tj"));
    QVERIFY(pdf.contains("Back\\\\slash and V\\344xj\\366 ?"));
    for (const char *active : {"/JavaScript", "/OpenAction", "/Launch", "/URI"})
        QVERIFY(!pdf.contains(active));
}

void TestSamplePdf::sameInputSameBytes()
{
    QCOMPARE(twoPages(), twoPages());
}

void TestSamplePdf::otherReadersFindNoFault()
{
    const QString qpdf = QStandardPaths::findExecutable(QStringLiteral("qpdf"));
    if (qpdf.isEmpty()) {
        qInfo("not run: qpdf is not installed; the structure was checked by the tests above");
        return;
    }
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("a.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(twoPages());
    file.close();
    QProcess process;
    process.start(qpdf, {QStringLiteral("--check"), file.fileName()});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, (process.readAllStandardOutput() + process.readAllStandardError()).constData());
}

GATEHOUSE_TEST(TestSamplePdf)
#include "tst_samplepdf.moc"
