#include "render/pdfforms.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#define ZLIB_CONST
#include <zlib.h>

namespace gatehouse::render {

namespace {

constexpr qsizetype inflatedMost = 64 * 1024 * 1024; // all object streams of a document

// ISO 32000-1, 7.2.2.
bool endsName(char c)
{
    return std::string_view("\0\t\n\f\r ()<>[]{}/%", 16).find(c) != std::string_view::npos;
}

// The name that begins after a slash, its codes (#57) decoded: ISO 32000-1, 7.3.5. No name that matters is longer.
QByteArray nameAt(QByteArrayView afterSlash)
{
    constexpr qsizetype longest = 20;
    qsizetype length = 0;
    while (length < afterSlash.size() && length < 3 * longest && !endsName(afterSlash[length]))
        ++length;
    return QByteArray::fromPercentEncoding(afterSlash.first(length).toByteArray(), '#');
}

// What follows each slash, until `visit` answers with true; whether it did.
template <class Visit>
bool anyName(QByteArrayView bytes, Visit visit)
{
    for (qsizetype at = bytes.indexOf('/'); at >= 0; at = bytes.indexOf('/', at + 1)) {
        if (visit(bytes.sliced(at + 1)))
            return true;
    }
    return false;
}

// A field that shows anything is a widget; XFA forms show without any.
bool namesForm(QByteArrayView bytes)
{
    return anyName(bytes, [](QByteArrayView afterSlash) {
        if (afterSlash.isEmpty() || !QByteArrayView("WX#").contains(afterSlash.front()))
            return false;
        const QByteArray name = nameAt(afterSlash);
        return name == "Widget" || name == "XFA";
    });
}

// As every program writes object streams: packed once, in the usual way. Takes the names of a stream's dictionary.
bool isUsual(const QByteArrayList &names)
{
    static const QByteArrayList known = {"Type",   "ObjStm",      "N",       "First", "Length",
                                         "Filter", "FlateDecode", "Extends", "DL"};
    return names.count("FlateDecode") == 1
           && std::all_of(names.cbegin(), names.cend(), [](const QByteArray &name) { return known.contains(name); });
}

class Inflater
{
public:
    explicit Inflater(QByteArrayView packed)
    {
        m_stream.next_in = reinterpret_cast<const Bytef *>(packed.data());
        m_stream.avail_in = uInt(packed.size());
        m_good = ::inflateInit(&m_stream) == Z_OK;
    }
    ~Inflater()
    {
        if (m_good)
            ::inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    // Nothing when the bytes have no proper end, or when there are more than `most`.
    std::optional<QByteArray> all(qsizetype most)
    {
        QByteArray bytes;
        std::array<char, 64 * 1024> part = {};
        int result = m_good ? Z_OK : Z_MEM_ERROR;
        while (result == Z_OK && bytes.size() <= most) {
            m_stream.next_out = reinterpret_cast<Bytef *>(part.data());
            m_stream.avail_out = uInt(part.size());
            result = ::inflate(&m_stream, Z_NO_FLUSH);
            bytes.append(part.data(), qsizetype(part.size() - m_stream.avail_out));
        }
        return result == Z_STREAM_END && bytes.size() <= most ? std::optional(bytes) : std::nullopt;
    }

private:
    z_stream m_stream = {};
    bool m_good = false;
};

// What follows the keyword `stream`, behind the end of its line.
std::optional<QByteArray> unpacked(QByteArrayView afterKeyword, qsizetype most)
{
    qsizetype begin = 0;
    while (begin < afterKeyword.size() && (afterKeyword[begin] == '\r' || afterKeyword[begin] == '\n'))
        ++begin;
    return Inflater(afterKeyword.sliced(begin)).all(most);
}

} // namespace

bool mayHaveForm(QByteArrayView pdf)
{
    if (namesForm(pdf))
        return true;
    // Every stream that is there, whether the document's tables lead to it or not.
    constexpr QByteArrayView keyword("stream");
    qsizetype left = inflatedMost;
    qsizetype before = 0;
    for (qsizetype at = pdf.indexOf(keyword); at >= 0; at = pdf.indexOf(keyword, before)) {
        const QByteArrayView between = pdf.sliced(before, at - before);
        before = at + keyword.size();
        if (between.endsWith("end"))
            continue;
        QByteArrayList names;
        anyName(between.sliced(std::max<qsizetype>(between.lastIndexOf("obj"), 0)),
                [&names](QByteArrayView afterSlash) {
                    names += nameAt(afterSlash);
                    return false;
                });
        if (!names.contains("ObjStm"))
            continue;
        const auto objects = isUsual(names) ? unpacked(pdf.sliced(before), left) : std::nullopt;
        if (!objects || namesForm(*objects))
            return true;
        left -= objects->size();
    }
    return false;
}

} // namespace gatehouse::render
