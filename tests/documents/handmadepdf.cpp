#include "documents/handmadepdf.h"

namespace gatehouse::test {

namespace {

QByteArray number(qsizetype value)
{
    return QByteArray::number(value);
}

} // namespace

QByteArray lineAt(double x, double y, const QByteArray &text)
{
    return "BT /F1 10 Tf " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Td (" + text + ") Tj ET\n";
}

QByteArray handMadePdf(const QList<HandMadePage> &pages, const QByteArray &inTrailer, const QList<QByteArray> &more)
{
    QList<QByteArray> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", {}, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    objects += more;
    QByteArray kids;
    for (const HandMadePage &page : pages) {
        objects += "<</Length " + number(page.content.size()) + ">>stream\n" + page.content + "\nendstream";
        objects += "<</Type/Page/Parent 2 0 R/MediaBox[" + page.mediaBox + "]/Rotate " + number(page.rotate)
                   + "/Resources<</Font<</F1 3 0 R>>>>/Contents " + number(objects.size()) + " 0 R>>";
        kids += number(objects.size()) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Count " + number(pages.size()) + "/Kids[" + kids + "]>>";
    QByteArray pdf("%PDF-1.4\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray size = number(objects.size() + 1);
    const QByteArray at = number(pdf.size());
    return pdf + "xref\n0 " + size + '\n' + table + "trailer\n<</Root 1 0 R/Size " + size + inTrailer
           + ">>\nstartxref\n" + at + "\n%%EOF\n";
}

QByteArray longPdf(int pages, int lines)
{
    QList<HandMadePage> all;
    for (int page = 1; page <= pages; ++page) {
        HandMadePage made;
        for (int line = 1; line <= lines; ++line) {
            made.content += lineAt(50, 810 - 14 * line,
                                   "Page " + number(page) + " line " + number(line)
                                       + " of an agreement that goes on and on for many pages");
        }
        all.append(made);
    }
    return handMadePdf(all);
}

} // namespace gatehouse::test
