#include "wiring/samplepdf.h"

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;

namespace {

// Points, 72 to the inch, from the lower left corner; A4.
constexpr int left = 64;
constexpr int top = 770;
constexpr int lineHeight = 15;
constexpr int lineLength = 88; // characters that fit at 10 points

QByteArray literal(const QString &text)
{
    QByteArray escaped = "(";
    const QByteArray bytes = text.toLatin1();
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '(' || byte == ')' || byte == '\\')
            escaped += QByteArray("\\") + byte;
        else if (code < 32 || code > 126)
            escaped += "\\" + QByteArray::number(code, 8).rightJustified(3, '0');
        else
            escaped += byte;
    }
    return escaped + ')';
}

QStringList wrapped(const QString &paragraph)
{
    QStringList lines{QString()};
    for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > lineLength)
            lines.append(word);
        else
            lines.last() += lines.last().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

QByteArray contentOf(const QString &title, const PdfPage &page, qsizetype number, qsizetype count)
{
    QByteArray text = "BT\n/F1 8 Tf " + QByteArray::number(left) + " 805 Td " + literal(title)
                      + " Tj\nET\nBT\n/F2 16 Tf " + QByteArray::number(left) + ' ' + QByteArray::number(top) + " Td "
                      + literal(page.heading) + " Tj\n/F1 10 Tf " + QByteArray::number(lineHeight) + " TL T*\n";
    for (const QString &paragraph : page.paragraphs) {
        text += "T*\n";
        for (const QString &line : wrapped(paragraph))
            text += literal(line) + " Tj T*\n";
    }
    return text + "ET\nBT\n/F1 8 Tf " + QByteArray::number(left) + " 40 Td "
           + literal(u"Page %1 of %2"_s.arg(number).arg(count)) + " Tj\nET\n";
}

// Numbers objects as they are added and writes the table of their places.
class PdfFile
{
public:
    void add(const QByteArray &object)
    {
        m_places.append(m_bytes.size());
        m_bytes += QByteArray::number(m_places.size()) + " 0 obj\n" + object + "\nendobj\n";
    }

    QByteArray finished(const QByteArray &trailer)
    {
        const QByteArray count = QByteArray::number(m_places.size() + 1);
        const QByteArray start = QByteArray::number(m_bytes.size());
        m_bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
        for (const qsizetype place : m_places)
            m_bytes += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
        m_bytes += "trailer\n<< /Size " + count + ' ' + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
        return m_bytes;
    }

private:
    QByteArray m_bytes = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"; // the second line tells transports that this is binary
    QList<qsizetype> m_places;
};

} // namespace

QByteArray textPdf(const QString &title, const QList<PdfPage> &pages)
{
    constexpr int firstPage = 6; // objects before it: catalog, page tree, two fonts, information
    QByteArray kids;
    for (qsizetype i = 0; i < pages.size(); ++i)
        kids += QByteArray::number(firstPage + 2 * i) + " 0 R ";

    PdfFile file;
    file.add("<< /Type /Catalog /Pages 2 0 R >>");
    file.add("<< /Type /Pages /Kids [ " + kids + "] /Count " + QByteArray::number(pages.size()) + " >>");
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    file.add("<< /Title " + literal(title) + " /Producer (Gatehouse sample data) >>");
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QByteArray content = contentOf(title, pages[i], i + 1, pages.size());
        file.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            "/Contents "
            + QByteArray::number(firstPage + 2 * i + 1) + " 0 R >>");
        file.add("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream");
    }
    return file.finished("/Root 1 0 R /Info 5 0 R");
}

} // namespace gatehouse::wiring
