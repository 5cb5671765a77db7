#include "documents/handmadepdf.h"
#include "documents/helperwatch.h"
#include "support/testmain.h"

#include <QFile>
#include <QTest>

// Form fields are not drawn, and a document that may have some says so.
class TestFormFields : public QObject
{
    Q_OBJECT

    static auto opened(const QByteArray &bytes)
    {
        return gatehouse::test::patientOpener(gatehouse::test::realHelper()).open(bytes);
    }

    static QByteArray stream(const QByteArray &dictionary, const QByteArray &bytes)
    {
        return "<<" + dictionary + "/Length " + QByteArray::number(bytes.size()) + ">>stream\r\n" + bytes
               + "\nendstream";
    }

    static QByteArray packed(const QByteArray &bytes) { return qCompress(bytes).sliced(4); }

    // Object 9 alone in a stream; object streams are read whether a table leads to them or not.
    static QByteArray objectStream(const QByteArray &object)
    {
        return stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", packed("9 0 " + object));
    }

    static QByteArray pdfWith(const QByteArray &object)
    {
        return gatehouse::test::handMadePdf({{gatehouse::test::lineAt(50, 800, "Questionnaire")}}, {}, {object});
    }

    // A page with one annotation that is a black box.
    static QByteArray pdfWithBox(const QByteArray &subtype)
    {
        const QByteArray box = stream("/Type/XObject/Subtype/Form/BBox[0 0 300 30]", "0 g 0 0 300 30 re f");
        const QByteArray annotation("<</Type/Annot/Subtype/" + subtype
                                    + "/FT/Tx/T(owner)/V(Harbourline)/Rect[100 500 400 530]/F 4/AP<</N 4 0 R>>>>");
        return gatehouse::test::handMadePdf({{{}, "0 0 595 842]/Annots[5 0 R"}}, {}, {box, annotation});
    }

private Q_SLOTS:
    void saysThatThereMayBeFields_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<bool>("said");
        const QByteArray widget("<</Type/Annot/Subtype/Widget/FT/Tx/V(Harbourline)>>");
        QTest::newRow("none") << gatehouse::test::longPdf(3, 3) << false;
        QTest::newRow("a stamp") << pdfWithBox("Stamp") << false;
        QTest::newRow("a form whose fields were removed") << pdfWith("<</AcroForm<</Fields[]>>>>") << false;
        QTest::newRow("a longer name") << pdfWith("<</Subtype/Widgets>>") << false;
        QTest::newRow("a field") << pdfWithBox("Widget") << true;
        QTest::newRow("a name in codes") << pdfWith(QByteArray(widget).replace("Widget", "#57idge#74")) << true;
        QTest::newRow("XFA") << pdfWith("<</AcroForm<</XFA 9 0 R>>>>") << true;
        QTest::newRow("packed objects without") << pdfWith(objectStream("<</Type/Annot/Subtype/Stamp>>")) << false;
        QTest::newRow("a packed field") << pdfWith(objectStream(widget)) << true;
        QTest::newRow("the second of two")
            << pdfWith(objectStream("<</X 1>>") + "\nendobj\n8 0 obj\n" + objectStream(widget)) << true;
        QTest::newRow("packed twice") << pdfWith(
            stream("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]", packed(packed("9 0 1"))))
                                      << true;
        QTest::newRow("not packed") << pdfWith(stream("/Type/ObjStm/N 1/First 4/Filter/ASCIIHexDecode", "39203020 31>"))
                                    << true;
        QTest::newRow("encrypted") << pdfWith(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "no zlib")) << true;
        QTest::newRow("cut off") << pdfWith(
            stream("/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode", packed("9 0 <</Type/Annot>>").chopped(6)))
                                 << true;
        QTest::newRow("70 MB of nothing") << pdfWith(objectStream(QByteArray(70 * 1024 * 1024, ' '))) << true;
    }

    void saysThatThereMayBeFields()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(bool, said);
        const auto document = opened(pdf);
        QVERIFY(document);
        QCOMPARE((*document)->mayHaveForm(), said);
    }

    // Why it is said. Where this fails, Qt Pdf has learnt to draw fields.
    void drawsStampsAndNoFields()
    {
        for (const bool field : {false, true}) {
            const auto document = opened(pdfWithBox(field ? "Widget" : "Stamp"));
            QVERIFY(document);
            const auto page = (*document)->render(0, {595, 842});
            const auto words = (*document)->text(0);
            QVERIFY(page && words);
            QCOMPARE(page->pixels.contains(QByteArray("\0\0\0\xff", 4)), !field);
            QVERIFY(words->isEmpty());
        }
    }

    void saysNothingOfOtherDocuments()
    {
        const auto text = opened("About /Widget and /XFA in forms");
        QVERIFY(text);
        QVERIFY(!(*text)->mayHaveForm());
    }

    // Its objects are packed.
    void saysNothingOfAPdfThatNobodyHereWrote()
    {
        QFile file(QStringLiteral("/usr/share/doc/libtasn1-doc/libtasn1.pdf"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("not run: no package libtasn1-doc");
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("/ObjStm"));
        const auto document = opened(bytes);
        QVERIFY(document);
        QVERIFY(!(*document)->mayHaveForm());
    }
};

GATEHOUSE_TEST(TestFormFields)

#include "tst_formfields.moc"
